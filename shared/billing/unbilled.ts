/** What a client's invoices have not billed yet, as the next draft would. */
import type { Minor } from '../money/amount.ts'
import type { Engagement } from '../plan/engagement.ts'
import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import { type Day, FIRST_DAY } from '../time/day.ts'
import { draftInvoice } from './draft.ts'
import { type Gathered, gather } from './gather.ts'
import { totalsOf } from './totals.ts'

/** Billable work on no invoice, drafts counted as invoices. */
export interface Unbilled {
  /** Minutes worked up to the day, of running retainer periods and open fixed prices, too. */
  readonly minutes: number
  /** What a draft up to the day would come to before tax, in the client's currency; expenses included. */
  readonly amount: Minor
}

const NOTHING: Unbilled = { minutes: 0, amount: 0 }
/** An id that no invoice has: the draft that is asked about is a new one. */
const NEW = ''

function requestUntil(clientId: Id, today: Day) {
  return { clientId, from: FIRST_DAY, to: today, id: NEW, lineId: (n: number) => `line-${n}`, today }
}

/** What is not billed of one client by a day; nothing for a client that is gone. */
export function unbilledOf(plan: Plan, clientId: Id, today: Day): Unbilled {
  return unbilledBy(plan, today)(clientId)
}

/** The same for any client: the plan's entries are read once for all of them. */
export function unbilledBy(plan: Plan, today: Day): (clientId: Id) => Unbilled {
  const work = gather(plan, requestUntil('', today))
  const byClient = new Map<Id, Engagement[]>()
  for (const engagement of Object.values(plan.practice.engagements)) {
    const own = byClient.get(engagement.clientId)
    if (own === undefined) byClient.set(engagement.clientId, [engagement])
    else own.push(engagement)
  }
  const spends = new Set<Id | null>()
  for (const { expenses } of Object.values(plan.years))
    for (const expense of Object.values(expenses)) spends.add(expense.clientId)
  return (clientId) => {
    if (own(plan.practice.clients, clientId) === undefined) return NOTHING
    // Most of thousands of clients have neither: nothing to draft for them.
    if (!byClient.has(clientId) && !spends.has(clientId)) return NOTHING
    const known = new Map<Id, Gathered>()
    let minutes = 0
    for (const { id, status } of byClient.get(clientId) ?? []) {
      const gathered = work(id)
      known.set(id, gathered)
      if (status !== 'prospect') for (const entry of gathered.freeUntilEnd) minutes += entry.minutes
    }
    const { invoice } = draftInvoice(plan, requestUntil(clientId, today), (id) => known.get(id) ?? work(id))
    return { minutes, amount: totalsOf(invoice).net }
  }
}
