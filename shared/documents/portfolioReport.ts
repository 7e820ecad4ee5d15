/** The portfolio of outcomes as a printed report. */
import { printed } from '../billing/document.ts'
import type { Portfolio, PortfolioItem } from '../pipeline/outcomes.ts'
import type { PaperLanguage } from '../plan/fields.ts'
import type { Plan } from '../plan/plan.ts'
import { maxDay, minDay } from '../time/day.ts'
import { type Format, formatIn } from '../words/format.ts'
import { type PaperWords, paperWordsIn } from '../words/words.ts'
import { type Report, type ReportRow, rowTexts } from './report.ts'

/** The portfolio for paper in a language: one outcome below the other, each with its time and, where told, its client. */
export function portfolioReport(plan: Plan, portfolio: Portfolio, language: PaperLanguage): Report {
  const { business } = plan.practice
  const words = paperWordsIn(language)
  const { locale, paper } = printed(language, business.address.country)
  const format = formatIn(language, locale)
  const { heading } = portfolio
  const [name = '', ...reach] = portfolio.business
  return {
    language,
    paper,
    title: name === '' ? heading : `${heading} · ${name}`,
    sender: name,
    heading,
    facts: reach.map((value) => ({
      label: value === business.email ? words.portfolio.email : words.portfolio.phone,
      value,
    })),
    parts: [
      {
        kind: 'table',
        title: '',
        columns: [
          { label: words.portfolio.time, align: 'start', wide: false },
          { label: words.portfolio.outcome, align: 'start', wide: true },
        ],
        rows: portfolio.items.flatMap((item) => itemRows(item, words, format)),
      },
    ],
    continued: [heading, name].filter((text) => text !== '').join(' · '),
    footer: portfolio.business.join(' · '),
  }
}

/** An outcome; a long text goes on in rows of its own. */
function itemRows(item: PortfolioItem, words: PaperWords, format: Format): ReportRow[] {
  return rowTexts([titleOf(item, words), item.result].filter((text) => text !== '').join('\n')).map(
    (text, i) => ({
      kind: 'plain',
      cells: [i === 0 ? timeOf(item, format) : '', text],
    }),
  )
}

function titleOf({ title, client, kind }: PortfolioItem, words: PaperWords): string {
  const ended = kind === 'ended' ? [words.portfolio.endedEarly] : []
  return [title, client, ...ended].filter((text) => text !== '').join(' · ')
}

/** From which month to which. */
export function timeOf({ from, to }: Pick<PortfolioItem, 'from' | 'to'>, format: Format): string {
  const last = format.month(to)
  if (from === null) return last
  const first = format.month(minDay(from, to))
  return first === last ? first : `${first} – ${format.month(maxDay(from, to))}`
}
