/** The account of a client in one currency: what was billed, credited, paid and written off, and what that leaves. */
import { add, type Minor, negate } from '../../money/amount.ts'
import type { Currency } from '../../money/currency.ts'
import type { Id } from '../../plan/fields.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Day } from '../../time/day.ts'
import { invoiceStatus } from '../status.ts'
import { type Issued, isIssued, type Links, linksOf, placesOf } from './links.ts'

/** What moved the account. */
export type AccountKind =
  | 'invoice'
  | 'corrected'
  | 'replaced'
  | 'credit'
  | 'payment'
  | 'refund'
  | 'written-off'

export interface AccountMove {
  readonly on: Day
  readonly kind: AccountKind
  /** Of the document that it is about. */
  readonly number: string
  readonly invoiceId: Id
  readonly note: string
  /** What it adds to what the client owes: below nothing where it takes off. */
  readonly amount: Minor
  /** What is owed after it. */
  readonly balance: Minor
}

export interface Account {
  readonly opening: Minor
  readonly moves: readonly AccountMove[]
  readonly closing: Minor
}

export interface AccountRequest {
  readonly clientId: Id
  readonly currency: Currency
  readonly from: Day
  readonly to: Day
}

type Move = Omit<AccountMove, 'balance'>

/** The account over a period, both days included: opening, each move in the order of its days, closing. */
export function accountOf(plan: Pick<Plan, 'years'>, request: AccountRequest): Account {
  const { from, to } = request
  const moves = movesOf(plan, request)
  let balance = moves.reduce((sum, move) => (move.on < from ? add(sum, move.amount) : sum), 0)
  const opening = balance
  const within = moves
    .filter(({ on }) => from <= on && on <= to)
    .map((move): AccountMove => {
      balance = add(balance, move.amount)
      return { ...move, balance }
    })
  return { opening, moves: within, closing: balance }
}

/** The currencies that a client was billed in. */
export function accountCurrencies(plan: Pick<Plan, 'years'>, clientId: Id): readonly Currency[] {
  const currencies = new Set<Currency>()
  for (const invoice of linksOf(plan).byId.values())
    if (invoice.clientId === clientId && isIssued(invoice)) currencies.add(invoice.currency)
  return [...currencies].sort()
}

function movesOf(plan: Pick<Plan, 'years'>, { clientId, currency }: AccountRequest): Move[] {
  const links = linksOf(plan)
  const own = [...links.byId.values()]
    .filter(isIssued)
    .filter((invoice) => invoice.clientId === clientId && invoice.currency === currency)
  return own.flatMap((invoice) => movesBy(plan, links, invoice)).sort(byDay)
}

const order: readonly AccountKind[] = [
  'invoice',
  'replaced',
  'corrected',
  'credit',
  'payment',
  'refund',
  'written-off',
]

function byDay(a: Move, b: Move): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1
  return order.indexOf(a.kind) - order.indexOf(b.kind) || (a.number < b.number ? -1 : 1)
}

function movesBy(plan: Pick<Plan, 'years'>, links: Links, invoice: Issued): Move[] {
  const { id: invoiceId, issued, kind, payments, writtenOff } = invoice
  const { number, on, gross } = issued
  const about = { number, invoiceId, note: '' }
  const billed: Move =
    kind === 'credit'
      ? { ...about, on, kind: 'credit', amount: negate(gross) }
      : { ...about, on, kind, amount: gross }
  const paid = payments.map(
    (payment): Move => ({
      ...about,
      on: payment.on,
      kind: payment.amount < 0 ? 'refund' : 'payment',
      note: payment.note,
      amount: negate(payment.amount),
    }),
  )
  const { lost } = invoiceStatus(plan, invoice, issued.on)
  const off: Move[] =
    writtenOff === null || lost === 0
      ? []
      : [{ ...about, on: writtenOff.on, kind: 'written-off', note: writtenOff.note, amount: negate(lost) }]
  return [billed, ...paid, ...off, ...replacedBy(links, invoice)]
}

/** A corrected invoice takes the one whose place it takes off the account, on its own day. */
function replacedBy(links: Links, invoice: Issued): Move[] {
  const before = placesOf(links, invoice)[1]
  if (before === undefined || !isIssued(before)) return []
  const { number, gross } = before.issued
  const on = invoice.issued.on
  return [{ on, kind: 'replaced', number, invoiceId: before.id, note: '', amount: negate(gross) }]
}
