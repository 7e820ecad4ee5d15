/** English words: flags, their sentences and fixes. */
import type {
  BudgetMeasure,
  DeadlineItem,
  Fix,
  FixFacts,
  FixPart,
  Flag,
  FlagFacts,
  Named,
} from '../../capacity/flags/flag.ts'
import { wallDay } from '../../time/wallClock.ts'
import type { Format } from '../format.ts'
import { contractSentence, contractTitle } from './contractFlags.ts'

const who = ({ title, client }: Named) => (client === null ? title : `${title} (${client})`)

const when = (start: string, f: Format) => `${f.weekdayShort(wallDay(start))} ${f.time(start)}`

function title(flag: Flag, f: Format): string {
  const short = f.duration(flag.short)
  switch (flag.code) {
    case 'overlap':
      return `Double-booked ${f.weekdayShort(wallDay(flag.facts.start))} ${f.timeRange(flag.facts.start, flag.facts.end)}`
    case 'day-over':
      return `${f.weekdayLong(flag.facts.day)} ${short} over`
    case 'week-over':
      return `Week ${short} over`
    case 'outside-hours':
      return outsideTitle(flag.facts)
    case 'client-over':
      return `${flag.facts.client}${flag.facts.overage === null ? '' : ' retainer'} ${short} over`
    case 'client-under':
      return `${flag.facts.client} ${short} short`
    case 'deadline':
      return deadlineTitle(flag.facts, f)
    case 'budget':
      return `${flag.facts.engagement} ${overBudget(flag.facts, f)} over budget`
    case 'no-gap':
      return `No time between ${flag.facts.a.title} and ${flag.facts.b.title}`
    case 'contract':
      return contractTitle(flag.facts, f)
  }
}

function outsideTitle({ session, why, name }: FlagFacts['outside-hours']): string {
  return why === 'hours'
    ? `${session.title} is outside working hours`
    : `${session.title} falls on ${name ?? ''}`
}

function deadlineTitle({ items: inside, to, past, finer }: FlagFacts['deadline'], f: Format): string {
  const decisive = inside.filter(({ named }) => named)
  const items = decisive.length > 0 ? decisive : inside
  const last = items.at(-1)
  if (last === undefined || items.length > 1)
    return finer
      ? `${items.length} deadlines fit only in short pieces`
      : `${items.length} deadlines can’t all be met by ${f.dayShort(to)}`
  if (past) return `${work(last, f)} was due ${f.dayShort(last.due)}`
  return finer
    ? `${work(last, f)} fits only in short pieces`
    : `${work(last, f)} can’t be met by ${f.dayShort(last.due)}`
}

/** `Milestone 2`, or `Lumen retainer, November`. */
function work({ title, client, retainer }: DeadlineItem, f: Format): string {
  if (retainer === null) return title
  if (retainer.kind === 'week') return `${client} retainer, week of ${f.dayShort(retainer.from)}`
  const isCalendarMonth = retainer.from.endsWith('-01')
  return `${client} retainer, ${isCalendarMonth ? f.monthName(retainer.from) : f.dayRange(retainer.from, retainer.to)}`
}

function sentence(flag: Flag, f: Format): string {
  const d = f.duration
  switch (flag.code) {
    case 'overlap':
      return `${who(flag.facts.a)} overlaps ${who(flag.facts.b)} by ${d(flag.short)}.`
    case 'day-over':
      return booked(flag.facts, f)
    case 'week-over':
      return booked(flag.facts, f)
    case 'outside-hours':
      return outsideSentence(flag.facts, f)
    case 'client-over':
      return clientOver(flag.facts, f)
    case 'client-under':
      return clientUnder(flag.facts, f)
    case 'deadline':
      return deadlineSentence(flag.facts, flag.short, f)
    case 'budget':
      return budgetSentence(flag.facts, f)
    case 'no-gap':
      return flag.facts.gap < 0
        ? `The way between ${who(flag.facts.a)} and ${who(flag.facts.b)} takes ${d(-flag.facts.gap)} longer than there is.`
        : `${d(flag.facts.gap)} between ${who(flag.facts.a)} and ${who(flag.facts.b)}; you want ${d(flag.facts.wanted)}.`
    case 'contract':
      return contractSentence(flag.facts, f)
  }
}

/** An amount of a budget in its measure. */
function measured(amount: number, measure: BudgetMeasure, f: Format): string {
  return measure.kind === 'hours' ? f.duration(amount) : f.money(amount, measure.currency, 'whole')
}

function overBudget({ logged, planned, budget, measure }: FlagFacts['budget'], f: Format): string {
  return measured(logged + planned - budget, measure, f)
}

function budgetSentence(facts: FlagFacts['budget'], f: Format): string {
  const { logged, planned, measure, client, passedOn } = facts
  const told =
    measure.kind === 'hours'
      ? `${f.duration(logged)} logged and ${f.duration(planned)} planned`
      : `${measured(logged + planned, measure, f)} logged and planned`
  const passed = passedOn === null ? '' : ` It is passed on ${f.dayShort(passedOn)}.`
  return `${told} of ${measured(facts.budget, measure, f)} for ${client}.${passed}`
}

function booked(
  facts: { readonly load: number; readonly available: number; readonly reserve: number },
  f: Format,
): string {
  const kept = facts.reserve === 0 ? '' : `, with ${f.duration(facts.reserve)} kept in reserve`
  return `${f.duration(facts.load)} booked against ${f.duration(facts.available)}${kept}.`
}

function outsideSentence({ session, minutes, why, name }: FlagFacts['outside-hours'], f: Format): string {
  const what = `${who(session)}, ${f.weekdayShort(wallDay(session.start))} ${f.timeRange(session.start, session.end)}: ${f.duration(minutes)}`
  if (why === 'hours') return `${what} outside your working hours.`
  return why === 'holiday'
    ? `${what} on a public holiday, ${name ?? ''}.`
    : `${what} in your time off, ${name ?? ''}.`
}

const ofPeriod = (facts: FlagFacts['client-over'], f: Format) =>
  facts.period.kind === 'week' ? '' : ` for ${f.dayRange(facts.period.from, facts.period.to)}`

function clientOver(facts: FlagFacts['client-over'], f: Format): string {
  const planned = `${f.duration(facts.planned)} planned of ${f.duration(facts.committed)}${ofPeriod(facts, f)}.`
  if (facts.overage === null) return planned
  if (facts.overage.carried) return `${planned} What is past the retainer is taken from its next period.`
  return `${planned} What is past the retainer bills at ${f.money(facts.overage.rate, facts.overage.currency, 'whole')} an hour.`
}

function clientUnder({ client: _, ...facts }: FlagFacts['client-under'], f: Format): string {
  const span = facts.period.kind === 'week' ? 'this week' : `until ${f.dayShort(facts.period.to)}`
  const planned = `${f.duration(facts.planned)} planned of ${f.duration(facts.committed)} committed.`
  if (facts.fits) return `${planned} The rest fits: ${f.duration(facts.headroom)} of headroom remain ${span}.`
  if (facts.headroom === 0) return `${planned} No headroom remains ${span}.`
  return `${planned} Only ${f.duration(facts.headroom)} of headroom remain ${span}.`
}

function deadlineSentence(facts: FlagFacts['deadline'], short: number, f: Format): string {
  const d = f.duration
  const clients = new Set(facts.items.map(({ client }) => client))
  const whose = clients.size === 1 ? `${[...clients][0]} work` : 'work'
  if (facts.past) return `${d(facts.needed)} of ${whose} are still left.`
  const span = `from ${f.dayShort(facts.from)} to ${f.dayShort(facts.to)}`
  if (facts.finer) {
    const gaps = `Gaps of ${d(facts.shortest ?? 0)} or more hold ${d(facts.available)}`
    const why =
      facts.available < facts.needed ? `${gaps}.` : `${gaps}, but they don’t divide into whole pieces.`
    return `${d(facts.needed)} of ${whose} fit ${span} only in pieces shorter than ${d(facts.shortest ?? 0)}. ${why}`
  }
  const gaps = facts.shortest === null ? '' : ` in gaps of ${d(facts.shortest)} or more`
  return `${d(facts.needed)} of ${whose} must fit in the ${d(facts.available)} left free${gaps} ${span}. ${d(short)} short, whatever the order.`
}

function fix(fix: Fix | FixPart, f: Format): string {
  switch (fix.kind) {
    case 'move':
      return `Move ${fix.facts.title} to ${fix.facts.sameWeek ? when(fix.facts.start, f) : `${f.dayShort(wallDay(fix.facts.start))} ${f.time(fix.facts.start)}`}`
    case 'shorten':
      return `Shorten ${fix.facts.title} to ${f.duration(fix.facts.minutes)}`
    case 'tentative':
      return `Make ${fix.facts.title} tentative`
    case 'decline':
      return `${fix.facts.isMeeting ? 'Decline' : 'Drop'} ${fix.facts.title}`
    case 'plan-rest':
      return fix.facts.rest === 0 ? 'Plan the rest' : `Plan ${f.duration(fix.facts.minutes)} of it`
    case 'work-day':
      return `Work on ${fix.facts.name}`
    case 'extend-due':
      return `Extend ${fix.facts.title} to ${f.dayShort(fix.facts.due)}`
    case 'cut-estimate':
      return `Cut ${fix.facts.title} to ${f.duration(fix.facts.minutes)}`
    case 'extend-end':
      return `Extend ${fix.facts.engagement} to ${f.dayShort(fix.facts.end)}`
    case 'extend-start':
      return `Start ${fix.facts.engagement} on ${f.dayShort(fix.facts.start)}`
    case 'renew-agreement':
      return `Renew ${fix.facts.agreement} until ${f.dayMedium(fix.facts.end)}`
    case 'end-agreement':
      return `Notice given: ${fix.facts.agreement} ends on ${f.dayMedium(fix.facts.end)}`
    case 'start-agreement':
      return `Start ${fix.facts.agreement} on ${f.dayShort(fix.facts.start)}`
    case 'raise-budget':
      return `Raise the budget of ${fix.facts.engagement} to ${measured(fix.facts.budget, fix.facts.measure, f)}`
    case 'pair':
      return pair(fix.facts, f)
    case 'accept':
      return 'Accept'
  }
}

/** “Move A to Mon 09:00 and B to Tue 10:00”, “Move A to Mon 09:00 and cut B to 3 h”, “Shorten A to 3 h and move it to Mon 09:00”. */
function pair({ a, b, isOfOne }: FixFacts['pair'], f: Format): string {
  const second = fix(b, f)
  const first = fix(a, f)
  if (isOfOne && 'title' in b.facts) return `${first} and ${lowered(second.replace(b.facts.title, 'it'))}`
  const isOneVerb = a.kind === 'move' && b.kind === 'move'
  return `${first} and ${isOneVerb ? second.replace(/^Move /, '') : lowered(second)}`
}

const lowered = (text: string) => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`

export const flags = {
  heading: 'Needs attention',
  none: 'Everything fits.',
  over: 'Must be solved',
  watch: 'Should be known',
  accepted: 'Accepted',
  reopen: 'Take back',
  note: 'Note',
  show: 'Show',
  title,
  sentence,
  work,
  fix,
}
