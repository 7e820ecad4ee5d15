import type { portfolio as english } from '../en/portfolio.ts'

/** French words: the portfolio of outcomes on paper and as a web page. */
export const portfolio: typeof english = {
  fileName: 'Références',
  time: 'Quand',
  outcome: 'Résultat',
  email: 'E-mail',
  phone: 'Téléphone',
  endedEarly: 'terminé avant terme',
}
