import { castDraft } from 'immer'
import { z } from 'zod'
import { TimeOff } from '../plan/availability.ts'
import { CalendarRule } from '../plan/calendarRule.ts'
import { DayNote } from '../plan/dayNote.ts'
import { DeletedImportKey } from '../plan/deletedImport.ts'
import { Id, Line } from '../plan/fields.ts'
import { putSession, removeSession } from '../plan/plan.ts'
import { Session } from '../plan/session.ts'
import { practicePatches, sessionPatches } from './calendarPatches.ts'
import { command } from './command.ts'
import { sessionReferences } from './references.ts'

/**
 * Writes what a calendar import decided: records to add or replace by id, and records to take out. One command, so one
 * undo takes an import back. What an event becomes was decided in the preview (`shared/exchange`).
 */
export const importCalendar = command({
  type: 'calendar/import',
  schema: z.strictObject({
    type: z.literal('calendar/import'),
    calendar: Line,
    sessions: z.array(Session).max(100_000),
    timeOff: z.array(TimeOff).max(100_000),
    dayNotes: z.array(DayNote).max(100_000),
    removed: z.strictObject({
      sessions: z.array(Id).max(100_000),
      timeOff: z.array(Id).max(100_000),
      dayNotes: z.array(Id).max(100_000),
    }),
    /** Keys of what was deleted here before and comes back. */
    restored: z.array(DeletedImportKey).max(100_000),
    /** Rules for engagements that are kept or forgotten with this import. */
    rules: z.strictObject({ put: z.array(CalendarRule).max(2000), removed: z.array(Id).max(2000) }),
  }),
  subject: (_plan, { calendar }) => calendar,
  check: (plan, { sessions, rules }) => {
    for (const [i, session] of sessions.entries()) {
      const refusal = sessionReferences(plan, session, ['sessions', i])
      if (refusal !== null) return refusal
    }
    for (const [i, { engagementId }] of rules.put.entries()) {
      const refusal = sessionReferences(plan, { engagementId }, ['rules', 'put', i])
      if (refusal !== null) return refusal
    }
    return null
  },
  recipe: (draft, { sessions, timeOff, dayNotes, removed, restored, rules }) => {
    for (const id of removed.sessions) removeSession(draft, id)
    for (const id of removed.timeOff) delete draft.practice.timeOff[id]
    for (const id of removed.dayNotes) delete draft.practice.dayNotes[id]
    for (const key of restored) delete draft.practice.deletedImports[key]
    for (const id of rules.removed) delete draft.practice.calendarRules[id]
    for (const rule of rules.put) draft.practice.calendarRules[rule.id] = rule
    for (const session of sessions) putSession(draft, session)
    for (const off of timeOff) draft.practice.timeOff[off.id] = castDraft(off)
    for (const note of dayNotes) draft.practice.dayNotes[note.id] = castDraft(note)
  },
  patches: (plan, { sessions, timeOff, dayNotes, removed, restored, rules }) => [
    ...practicePatches(plan, 'timeOff', { put: timeOff, removed: removed.timeOff }),
    ...practicePatches(plan, 'dayNotes', { put: dayNotes, removed: removed.dayNotes }),
    ...practicePatches(plan, 'deletedImports', { put: [], removed: restored }),
    ...practicePatches(plan, 'calendarRules', { put: rules.put, removed: rules.removed }),
    ...sessionPatches(plan, sessions, removed.sessions),
  ],
})
