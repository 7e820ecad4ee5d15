/** The days on the horizon that matter: what ends, what is due, what is paid, when nobody works. */
import type { HolidayOf } from '../capacity/weekView.ts'
import { agreementOn } from '../plan/agreementTerm.ts'
import type { Engagement } from '../plan/engagement.ts'
import { termsOn } from '../plan/engagement.ts'
import type { Id } from '../plan/fields.ts'
import type { Plan } from '../plan/plan.ts'
import { addDays, type Day } from '../time/day.ts'

export const markKinds = ['start', 'end', 'deliverable', 'instalment', 'notice', 'agreementEnd'] as const
export type MarkKind = (typeof markKinds)[number]

/** A day in a client's row. */
export interface Mark {
  readonly kind: MarkKind
  readonly day: Day
  readonly clientId: Id
  /** Of the engagement, deliverable or agreement that it is about; of the engagement for an instalment. */
  readonly id: Id
  readonly title: string
  /** A deliverable that is done. */
  readonly isDone: boolean
}

/** Days on which nobody works, or less. */
export interface FreeDays {
  readonly kind: 'holiday' | 'timeOff'
  readonly from: Day
  readonly to: Day
  readonly title: string
}

/** The marks from a day to the day before another, by day. Engagements that are closed have none but deliverables. */
export function marksIn(plan: Plan, from: Day, end: Day): Mark[] {
  const marks: Mark[] = []
  const put = (mark: Mark) => {
    if (mark.day >= from && mark.day < end) marks.push(mark)
  }
  for (const engagement of Object.values(plan.practice.engagements)) engagementMarks(plan, engagement, put)
  deliverableMarks(plan, put)
  agreementMarks(plan, from, put)
  return marks.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : rank(a) - rank(b)))
}

const rank = ({ kind }: Mark) => markKinds.indexOf(kind)

type Put = (mark: Mark) => void

function engagementMarks(plan: Plan, engagement: Engagement, put: Put): void {
  if (engagement.status === 'closed') return
  const { id, clientId, name: title, start, end } = engagement
  const about = { clientId, id, title, isDone: false }
  if (start !== null) put({ kind: 'start', day: start, ...about })
  if (end !== null) put({ kind: 'end', day: end, ...about })
  const terms = termsOn(engagement, end ?? start ?? '9999-12-31')
  if (terms.kind !== 'fixed') return
  for (const { title: part, on } of terms.instalments) {
    const day =
      on.kind === 'day'
        ? on.day
        : on.kind === 'end'
          ? end
          : (plan.practice.deliverables[on.deliverableId]?.due ?? null)
    if (day !== null) put({ kind: 'instalment', day, ...about, title: part.trim() === '' ? title : part })
  }
}

function deliverableMarks({ practice }: Plan, put: Put): void {
  for (const { id, title, due, done, engagementId } of Object.values(practice.deliverables)) {
    const clientId = practice.engagements[engagementId]?.clientId
    if (due !== null && clientId !== undefined)
      put({ kind: 'deliverable', day: due, clientId, id, title, isDone: done })
  }
}

/** What must be thought of next of each agreement; later terms have their own days when the time comes. */
function agreementMarks({ practice }: Plan, from: Day, put: Put): void {
  for (const agreement of Object.values(practice.agreements)) {
    const { next, termEnd } = agreementOn(agreement, from)
    const about = { clientId: agreement.clientId, id: agreement.id, title: agreement.title, isDone: false }
    if (next?.kind === 'notice') put({ kind: 'notice', day: next.day, ...about })
    else if (termEnd !== null) put({ kind: 'agreementEnd', day: termEnd, ...about })
  }
}

/** Holidays and time off from a day to the day before another, by their first day. A worked holiday is none. */
export function freeDaysIn(plan: Plan, from: Day, end: Day, holidays: HolidayOf): FreeDays[] {
  const worked = new Set(plan.practice.settings.workedHolidays)
  const free: FreeDays[] = []
  for (const { title, from: first, to } of Object.values(plan.practice.timeOff))
    if (to >= from && first < end) free.push({ kind: 'timeOff', from: first, to, title })
  for (let day = from; day < end; day = addDays(day, 1)) {
    const title = worked.has(day) ? null : holidays(day)
    if (title !== null) free.push({ kind: 'holiday', from: day, to: day, title })
  }
  return free.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}
