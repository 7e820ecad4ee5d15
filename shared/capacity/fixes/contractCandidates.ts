/** What might settle a contract's dates or budget: the agreement is changed to what is planned. */
import type { SingleCommand } from '../../commands/registry.ts'
import type { Agreement } from '../../plan/agreement.ts'
import { monthsAfter } from '../../plan/agreementTerm.ts'
import type { Engagement } from '../../plan/engagement.ts'
import { own } from '../../plan/plan.ts'
import { type Day, dayNumber } from '../../time/day.ts'
import { wallDay } from '../../time/wallClock.ts'
import { coveringByClient } from '../flags/agreementFlags.ts'
import type { AgreementNears, FlagFacts, OutsideDates } from '../flags/flag.ts'
import type { Search, Sized } from './candidates.ts'
import { costOfDays, costOfUnpaid } from './changeCost.ts'

/** The changes of agreement or engagement that may settle a `contract` flag. */
export function* contractCandidates(search: Search, facts: FlagFacts['contract']): Generator<Sized> {
  switch (facts.why) {
    case 'before-start':
    case 'after-end':
      yield* longerContract(search, facts)
      break
    case 'notice':
    case 'end':
      yield* settledAgreement(search, facts)
      break
    case 'no-agreement':
      yield* coveringAgreement(search)
      break
  }
}

/** The engagement from, or to, the day of the session. */
function* longerContract(search: Search, { why, session, day: bound }: OutsideDates): Generator<Sized> {
  const engagement = engagementOf(search)
  if (engagement === undefined) return
  const day = wallDay(session.start)
  const cost = costOfDays('client', dayNumber(day) - dayNumber(bound))
  if (why === 'before-start')
    yield {
      kind: 'extend-start',
      about: 'extend-start',
      facts: { engagement: engagement.name, start: day },
      command: putEngagement({ ...engagement, start: day }),
      days: [],
      cost,
    }
  else
    yield {
      kind: 'extend-end',
      about: 'extend-end',
      facts: { engagement: engagement.name, end: day },
      command: putEngagement({ ...engagement, end: day }),
      days: [],
      cost,
    }
}

/** What is signed anew weighs as a date put off by so many days; what is ended, twice that. */
const SIGNED_DAYS = 7

/** What an agreement without a renewal of its own is extended by, in months. */
const A_YEAR = 12

/** The agreement goes on by its renewal or a year, or it renews no more. */
function* settledAgreement({ plan }: Search, facts: AgreementNears): Generator<Sized> {
  const agreement = own(plan.practice.agreements, facts.agreementId)
  if (agreement === undefined) return
  yield renewed(agreement, monthsAfter(facts.termEnd, agreement.renewalMonths ?? A_YEAR))
  if (facts.why === 'notice')
    yield {
      kind: 'end-agreement',
      about: 'end-agreement',
      facts: { agreement: agreement.title, end: facts.termEnd },
      command: putAgreement({ ...agreement, end: facts.termEnd, renewalMonths: null }),
      days: [],
      cost: costOfDays('client', 2 * SIGNED_DAYS),
    }
}

/** The agreement that ended last goes on until the sessions are over, or the one that comes next begins with them. */
function* coveringAgreement({ plan, flag }: Search): Generator<Sized> {
  const [first] = flag.days
  const last = flag.days.at(-1)
  if (flag.clientId === null || first === undefined || last === undefined) return
  const agreements = coveringByClient(plan.practice.agreements).get(flag.clientId) ?? []
  const before = agreements
    .filter(({ start, end }) => end !== null && end < first && (start === null || start <= end))
    .sort((a, b) => ((a.end ?? '') < (b.end ?? '') ? 1 : -1))[0]
  if (before !== undefined && before.end !== null) {
    const months = before.renewalMonths ?? A_YEAR
    let end = before.end
    for (let terms = 1; end < last; terms++) end = monthsAfter(before.end, terms * months)
    yield renewed(before, end)
  }
  const after = agreements
    .filter(({ start, end }) => start !== null && start > first && (end === null || end >= last))
    .sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? -1 : 1))[0]
  if (after !== undefined)
    yield {
      kind: 'start-agreement',
      about: 'start-agreement',
      facts: { agreement: after.title, start: first },
      command: putAgreement({ ...after, start: first }),
      days: [],
      cost: costOfDays('client', SIGNED_DAYS),
    }
}

function renewed(agreement: Agreement, end: Day): Sized {
  return {
    kind: 'renew-agreement',
    about: 'renew-agreement',
    facts: { agreement: agreement.title, end },
    command: putAgreement({ ...agreement, end }),
    days: [],
    cost: costOfDays('client', SIGNED_DAYS),
  }
}

/** The budget raised to what is logged and planned. */
export function* largerBudget(search: Search, facts: FlagFacts['budget']): Generator<Sized> {
  const engagement = engagementOf(search)
  if (engagement === undefined) return
  const { measure, logged, planned } = facts
  const total = logged + planned
  yield {
    kind: 'raise-budget',
    about: 'raise-budget',
    facts: { engagement: engagement.name, measure, budget: total },
    command: putEngagement({
      ...engagement,
      budget: measure.kind === 'hours' ? { kind: 'hours', minutes: total } : { kind: 'money', amount: total },
    }),
    days: [],
    cost: costOfUnpaid(search.flag.short),
  }
}

function engagementOf({ plan, flag }: Search): Engagement | undefined {
  const [id] = flag.engagementIds
  return id === undefined ? undefined : own(plan.practice.engagements, id)
}

function putEngagement(value: Engagement): SingleCommand {
  return { type: 'practice/put', records: [{ kind: 'engagement', value }] }
}

function putAgreement(value: Agreement): SingleCommand {
  return { type: 'practice/put', records: [{ kind: 'agreement', value }] }
}
