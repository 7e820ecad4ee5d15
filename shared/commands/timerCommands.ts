import { castDraft } from 'immer'
import { z } from 'zod'
import { anyOf, Id } from '../plan/fields.ts'
import { findEntry, own, type Plan, putEntry } from '../plan/plan.ts'
import { TimeEntry } from '../plan/timeEntry.ts'
import { Timer } from '../plan/timer.ts'
import { command } from './command.ts'
import { putEntries } from './entryCommands.ts'
import { settleRemaining } from './loggedWork.ts'
import { sessionReferences } from './references.ts'
import { type Refusal, refuse } from './refusal.ts'

/** Starts the timer; refused while one runs. To switch, stop it and start the other in one batch. */
export const startTimer = command({
  type: 'timer/start',
  schema: z.strictObject({ type: z.literal('timer/start'), timer: Timer }),
  subject: (plan, { timer }) => nameOf(plan, timer),
  check: (plan, { timer }) => {
    if (plan.practice.timer !== null) return refuse([], 'timer-runs')
    if (findEntry(plan, timer.entryId) !== undefined) return refuse(['timer', 'entryId'], 'id-taken')
    return sessionReferences(plan, timer, ['timer'])
  },
  recipe: (draft, { timer }) => {
    draft.practice.timer = castDraft(timer)
  },
})

/** Stops the timer whose entry would have this id, and writes what it measured; nothing is written where it is given up. */
export const stopTimer = command({
  type: 'timer/stop',
  schema: z.strictObject({
    type: z.literal('timer/stop'),
    entryId: Id,
    entries: z.array(TimeEntry).max(50),
  }),
  subject: (plan) => (plan.practice.timer === null ? '' : nameOf(plan, plan.practice.timer)),
  check: (plan, { entryId, entries }) => {
    const gone = isGone(plan, entryId)
    if (gone !== null || entries.length === 0) return gone
    return putEntries.check(plan, { type: 'entry/put', entries })
  },
  recipe: (draft, { entries }) => {
    draft.practice.timer = null
    settleRemaining(draft, entries, [])
    for (const entry of entries) putEntry(draft, castDraft(entry))
  },
})

/** Changes what the running timer is for, or when it started. */
export const changeTimer = command({
  type: 'timer/change',
  schema: z.strictObject({
    type: z.literal('timer/change'),
    entryId: Id,
    change: z.strictObject(anyOf(Timer.omit({ entryId: true }).shape)),
  }),
  subject: (plan, { change }) =>
    plan.practice.timer === null ? '' : nameOf(plan, { ...plan.practice.timer, ...change }),
  check: (plan, { entryId, change }) => {
    const { timer } = plan.practice
    const gone = isGone(plan, entryId)
    if (gone !== null || timer === null) return gone
    return sessionReferences(plan, { ...timer, ...change }, ['change'])
  },
  recipe: (draft, { change }) => {
    if (draft.practice.timer !== null) Object.assign(draft.practice.timer, castDraft(change))
  },
})

function isGone({ practice }: Plan, entryId: Id): Refusal | null {
  return practice.timer?.entryId === entryId ? null : refuse(['entryId'], 'timer-gone')
}

function nameOf({ practice }: Plan, { note, engagementId }: Pick<Timer, 'note' | 'engagementId'>): string {
  if (note !== '') return note
  return engagementId === null ? '' : (own(practice.engagements, engagementId)?.name ?? '')
}
