/** English words: the portfolio of outcomes on paper and as a web page, in the language it is made in. */
export const portfolio = {
  fileName: 'Portfolio',
  time: 'When',
  outcome: 'Outcome',
  email: 'E-mail',
  phone: 'Phone',
  endedEarly: 'ended early',
}
