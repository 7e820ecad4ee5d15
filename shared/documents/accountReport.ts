/** The statement of a client's account for paper, in the client's language. */
import { type Account, type AccountMove, type AccountRequest, accountOf } from '../billing/after/account.ts'
import { printed } from '../billing/document.ts'
import type { Client } from '../plan/client.ts'
import type { Plan } from '../plan/plan.ts'
import type { Day } from '../time/day.ts'
import { type Format, formatIn } from '../words/format.ts'
import { type PaperWords, paperWordsIn } from '../words/words.ts'
import { type Report, type ReportRow, rowTexts } from './report.ts'

type AccountWords = PaperWords['dunning']['account']

/** What a move is called: the same on screen and on paper. */
export function moveText({ kind, number }: AccountMove, words: AccountWords): string {
  return words.kinds[kind](number)
}

/** How the account stands, in a sentence. */
export function standingText(balance: number, words: AccountWords, money: (minor: number) => string): string {
  if (balance === 0) return words.even
  return balance > 0 ? words.owed(money(balance)) : words.ahead(money(-balance))
}

/** The statement of an account over a period, made on a day. */
export function accountReport(plan: Plan, client: Client, request: AccountRequest, on: Day): Report {
  const { business } = plan.practice
  const words = paperWordsIn(client.language).dunning.account
  const { locale, paper } = printed(client.language, client.address.country)
  const format = formatIn(client.language, locale)
  const account = accountOf(plan, request)
  const money = (minor: number) => format.money(minor, request.currency)
  const period = format.dayRange(request.from, request.to)
  return {
    language: client.language,
    paper,
    title: words.title(client.name, period),
    sender: business.name,
    heading: words.heading,
    facts: [
      { label: words.client, value: client.name },
      { label: words.period, value: period },
      { label: words.madeOn, value: format.dayMedium(on) },
      { label: words.currency, value: request.currency },
      { label: words.balance, value: money(account.closing) },
    ],
    parts: [
      {
        kind: 'table',
        title: '',
        columns: [
          { label: words.day, align: 'start', wide: false },
          { label: words.what, align: 'start', wide: true },
          { label: words.debit, align: 'end', wide: false },
          { label: words.paid, align: 'end', wide: false },
          { label: words.balance, align: 'end', wide: false },
        ],
        rows: rowsOf(account, request, words, format),
      },
      ...(account.moves.length === 0 ? [{ kind: 'text' as const, text: words.nothing }] : []),
      { kind: 'text', text: standingText(account.closing, words, money) },
    ],
    continued: [words.heading, client.name].join(' · '),
    footer: [business.name, business.email].filter((text) => text.trim() !== '').join(' · '),
  }
}

function rowsOf(
  { opening, moves, closing }: Account,
  { currency, from, to }: AccountRequest,
  words: AccountWords,
  format: Format,
): ReportRow[] {
  const money = (minor: number) => format.money(minor, currency)
  const day = (d: Day) => format.dayMedium(d)
  return [
    { kind: 'sum', cells: [day(from), words.opening, '', '', money(opening)] },
    ...moves.flatMap((move) =>
      rowTexts([moveText(move, words), move.note.trim()].filter((text) => text !== '').join('\n')).map(
        (text, i): ReportRow => ({
          kind: 'plain',
          cells:
            i > 0
              ? ['', text, '', '', '']
              : [
                  day(move.on),
                  text,
                  move.amount >= 0 ? money(move.amount) : '',
                  move.amount < 0 ? money(-move.amount) : '',
                  money(move.balance),
                ],
        }),
      ),
    ),
    { kind: 'sum', cells: [day(to), words.closing, '', '', money(closing)] },
  ]
}
