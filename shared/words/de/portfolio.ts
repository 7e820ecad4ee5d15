/** German words: the portfolio of outcomes on paper and as a web page. */
import type { portfolio as english } from '../en/portfolio.ts'

export const portfolio: typeof english = {
  fileName: 'Portfolio',
  time: 'Wann',
  outcome: 'Ergebnis',
  email: 'E-Mail',
  phone: 'Telefon',
  endedEarly: 'vorzeitig beendet',
}
