/** German words: flags, their sentences and fixes. */
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
import type { flags as english } from '../en/flags.ts'
import type { Format } from '../format.ts'
import { contractSentence, contractTitle } from './contractFlags.ts'

const who = ({ title, client }: Named) => (client === null ? `„${title}“` : `„${title}“ (${client})`)

const quoted = (text: string) => `„${text}“`

const when = (start: string, f: Format) => `${f.weekdayShort(wallDay(start))} ${f.time(start)}`

function title(flag: Flag, f: Format): string {
  const short = f.duration(flag.short)
  switch (flag.code) {
    case 'overlap':
      return `Doppelt belegt ${f.weekdayShort(wallDay(flag.facts.start))} ${f.timeRange(flag.facts.start, flag.facts.end)}`
    case 'day-over':
      return `${f.weekdayLong(flag.facts.day)} ${short} zu voll`
    case 'week-over':
      return `Woche ${short} zu voll`
    case 'outside-hours':
      return outsideTitle(flag.facts)
    case 'client-over':
      return `${flag.facts.client}: ${short} über ${flag.facts.overage === null ? 'der Zusage' : 'dem Retainer'}`
    case 'client-under':
      return `${flag.facts.client}: ${short} fehlen`
    case 'deadline':
      return deadlineTitle(flag.facts, f)
    case 'budget':
      return `${flag.facts.engagement}: ${overBudget(flag.facts, f)} über dem Budget`
    case 'no-gap':
      return `Keine Zeit zwischen ${quoted(flag.facts.a.title)} und ${quoted(flag.facts.b.title)}`
    case 'contract':
      return contractTitle(flag.facts, f)
  }
}

function outsideTitle({ session, why, name }: FlagFacts['outside-hours']): string {
  return why === 'hours'
    ? `${quoted(session.title)} liegt außerhalb der Arbeitszeit`
    : `${quoted(session.title)} fällt auf ${name ?? ''}`
}

function deadlineTitle({ items: inside, to, past, finer }: FlagFacts['deadline'], f: Format): string {
  const decisive = inside.filter(({ named }) => named)
  const items = decisive.length > 0 ? decisive : inside
  const last = items.at(-1)
  if (last === undefined || items.length > 1)
    return finer
      ? `${items.length} Termine passen nur in kurzen Stücken`
      : `${items.length} Termine sind bis ${f.dayShort(to)} nicht alle zu schaffen`
  if (past) return `${work(last, f)} war am ${f.dayShort(last.due)} fällig`
  return finer
    ? `${work(last, f)} passt nur in kurzen Stücken`
    : `${work(last, f)} ist bis ${f.dayShort(last.due)} nicht zu schaffen`
}

/** `„Meilenstein 2“`, oder `Retainer Lumen, November`. */
function work({ title, client, retainer }: DeadlineItem, f: Format): string {
  if (retainer === null) return quoted(title)
  if (retainer.kind === 'week') return `Retainer ${client}, Woche ab ${f.dayShort(retainer.from)}`
  const isCalendarMonth = retainer.from.endsWith('-01')
  return `Retainer ${client}, ${isCalendarMonth ? f.monthName(retainer.from) : f.dayRange(retainer.from, retainer.to)}`
}

function sentence(flag: Flag, f: Format): string {
  const d = f.duration
  switch (flag.code) {
    case 'overlap':
      return `${who(flag.facts.a)} und ${who(flag.facts.b)} überschneiden sich um ${d(flag.short)}.`
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
        ? `Der Weg zwischen ${who(flag.facts.a)} und ${who(flag.facts.b)} dauert ${d(-flag.facts.gap)} länger, als Zeit ist.`
        : `${d(flag.facts.gap)} zwischen ${who(flag.facts.a)} und ${who(flag.facts.b)}; gewünscht sind ${d(flag.facts.wanted)}.`
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
      ? `${f.duration(logged)} erfasst und ${f.duration(planned)} geplant`
      : `${measured(logged + planned, measure, f)} erfasst und geplant`
  const passed = passedOn === null ? '' : ` Am ${f.dayShort(passedOn)} wird es überschritten.`
  return `${told} von ${measured(facts.budget, measure, f)} für ${client}.${passed}`
}

function booked(
  facts: { readonly load: number; readonly available: number; readonly reserve: number },
  f: Format,
): string {
  const kept = facts.reserve === 0 ? '' : `; ${f.duration(facts.reserve)} Reserve bleiben frei`
  return `${f.duration(facts.load)} belegt bei ${f.duration(facts.available)}${kept}.`
}

function outsideSentence({ session, minutes, why, name }: FlagFacts['outside-hours'], f: Format): string {
  const what = `${who(session)}, ${f.weekdayShort(wallDay(session.start))} ${f.timeRange(session.start, session.end)}: ${f.duration(minutes)}`
  if (why === 'hours') return `${what} außerhalb der Arbeitszeit.`
  return why === 'holiday'
    ? `${what} an einem Feiertag, ${name ?? ''}.`
    : `${what} in freier Zeit, ${name ?? ''}.`
}

const ofPeriod = (facts: FlagFacts['client-over'], f: Format) =>
  facts.period.kind === 'week' ? '' : ` für ${f.dayRange(facts.period.from, facts.period.to)}`

function clientOver(facts: FlagFacts['client-over'], f: Format): string {
  const planned = `${f.duration(facts.planned)} geplant von ${f.duration(facts.committed)}${ofPeriod(facts, f)}.`
  if (facts.overage === null) return planned
  if (facts.overage.carried)
    return `${planned} Was über den Retainer geht, wird vom nächsten Zeitraum abgezogen.`
  return `${planned} Was über den Retainer geht, kostet ${f.money(facts.overage.rate, facts.overage.currency, 'whole')} je Stunde.`
}

function clientUnder({ client: _, ...facts }: FlagFacts['client-under'], f: Format): string {
  const span = facts.period.kind === 'week' ? 'in dieser Woche' : `bis ${f.dayShort(facts.period.to)}`
  const planned = `${f.duration(facts.planned)} von ${f.duration(facts.committed)} zugesagten geplant.`
  if (facts.fits) return `${planned} Der Rest passt: ${f.duration(facts.headroom)} sind ${span} noch frei.`
  if (facts.headroom === 0) return `${planned} Nichts ist ${span} mehr frei.`
  return `${planned} Nur ${f.duration(facts.headroom)} sind ${span} noch frei.`
}

function deadlineSentence(facts: FlagFacts['deadline'], short: number, f: Format): string {
  const d = f.duration
  const clients = new Set(facts.items.map(({ client }) => client))
  const whose = clients.size === 1 ? `Arbeit für ${[...clients][0]}` : 'Arbeit'
  if (facts.past) return `${d(facts.needed)} ${whose} sind noch offen.`
  const span = `von ${f.dayShort(facts.from)} bis ${f.dayShort(facts.to)}`
  if (facts.finer) {
    const gaps = `Lücken ab ${d(facts.shortest ?? 0)} fassen ${d(facts.available)}`
    const why =
      facts.available < facts.needed ? `${gaps}.` : `${gaps}, lassen sich aber nicht in ganze Stücke teilen.`
    return `${d(facts.needed)} ${whose} passen ${span} nur in Stücken unter ${d(facts.shortest ?? 0)}. ${why}`
  }
  const gaps = facts.shortest === null ? '' : ` in Lücken ab ${d(facts.shortest)}`
  return `${d(facts.needed)} ${whose} müssen in die ${d(facts.available)} passen, die ${span}${gaps} frei sind. ${d(short)} fehlen, in jeder Reihenfolge.`
}

function fix(fix: Fix | FixPart, f: Format): string {
  switch (fix.kind) {
    case 'move':
      return `${quoted(fix.facts.title)} auf ${fix.facts.sameWeek ? when(fix.facts.start, f) : `${f.dayShort(wallDay(fix.facts.start))} ${f.time(fix.facts.start)}`} verschieben`
    case 'shorten':
      return `${quoted(fix.facts.title)} auf ${f.duration(fix.facts.minutes)} kürzen`
    case 'tentative':
      return `${quoted(fix.facts.title)} unter Vorbehalt stellen`
    case 'decline':
      return `${quoted(fix.facts.title)} ${fix.facts.isMeeting ? 'absagen' : 'streichen'}`
    case 'plan-rest':
      return fix.facts.rest === 0 ? 'Rest einplanen' : `${f.duration(fix.facts.minutes)} davon einplanen`
    case 'work-day':
      return `An ${fix.facts.name} arbeiten`
    case 'extend-due':
      return `${quoted(fix.facts.title)} bis ${f.dayShort(fix.facts.due)} verlängern`
    case 'cut-estimate':
      return `${quoted(fix.facts.title)} auf ${f.duration(fix.facts.minutes)} kürzen`
    case 'extend-end':
      return `${fix.facts.engagement} bis ${f.dayShort(fix.facts.end)} verlängern`
    case 'extend-start':
      return `${fix.facts.engagement} am ${f.dayShort(fix.facts.start)} beginnen`
    case 'renew-agreement':
      return `${quoted(fix.facts.agreement)} bis ${f.dayMedium(fix.facts.end)} verlängern`
    case 'end-agreement':
      return `Gekündigt: ${quoted(fix.facts.agreement)} endet am ${f.dayMedium(fix.facts.end)}`
    case 'start-agreement':
      return `${quoted(fix.facts.agreement)} am ${f.dayShort(fix.facts.start)} beginnen`
    case 'raise-budget':
      return `Budget von ${fix.facts.engagement} auf ${measured(fix.facts.budget, fix.facts.measure, f)} anheben`
    case 'pair':
      return pair(fix.facts, f)
    case 'accept':
      return 'Hinnehmen'
  }
}

/** „A“ auf Mo 09:00 und „B“ auf Di 10:00 verschieben; „A“ auf Mo 09:00 verschieben und „B“ auf 3 h kürzen. */
function pair({ a, b, isOfOne }: FixFacts['pair'], f: Format): string {
  const first = fix(a, f)
  const second = fix(b, f)
  if (isOfOne && 'title' in b.facts) return `${first} und ${second.replace(`${quoted(b.facts.title)} `, '')}`
  const isOneVerb = a.kind === 'move' && b.kind === 'move'
  return `${isOneVerb ? first.replace(/ verschieben$/, '') : first} und ${second}`
}

export const flags: typeof english = {
  heading: 'Zu klären',
  none: 'Alles passt.',
  over: 'Muss gelöst werden',
  watch: 'Gut zu wissen',
  accepted: 'Hingenommen',
  reopen: 'Zurücknehmen',
  note: 'Notiz',
  show: 'Zeigen',
  title,
  sentence,
  work,
  fix,
}
