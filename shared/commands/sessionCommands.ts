import { castDraft, type Patch } from 'immer'
import { z } from 'zod'
import { noteDeletedOccurrence, noteDeletedSession } from '../plan/deletedImport.ts'
import { Id, WallClockField } from '../plan/fields.ts'
import {
  findSession,
  own,
  type Plan,
  type PlanDraft,
  putSession,
  removeSession,
  yearOf,
} from '../plan/plan.ts'
import { isOccurrence, splitSeries } from '../plan/series.ts'
import { OccurrenceChange, OccurrenceRef, Session, SessionChange } from '../plan/session.ts'
import type { WallClock } from '../time/wallClock.ts'
import { command } from './command.ts'
import { listOfNames } from './listOfNames.ts'
import { sessionReferences } from './references.ts'
import { type Refusal, refuse } from './refusal.ts'

/** Which occurrences of a series an edit is for. `following` splits the series; its second half takes `newId`. */
export const Scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('this'), original: WallClockField }),
  z.strictObject({ kind: z.literal('following'), original: WallClockField, newId: Id }),
])
export type Scope = z.infer<typeof Scope>

const titleOf = (plan: Plan, id: Id) => findSession(plan, id)?.title ?? ''

/** Plans sessions: one drawn on the grid, a pasted group, or a whole proposal. */
export const createSessions = command({
  type: 'session/create',
  schema: z.strictObject({ type: z.literal('session/create'), sessions: z.array(Session).min(1).max(2000) }),
  subject: (_plan, { sessions }) => listOfNames(sessions.map(({ title }) => title)),
  check: (plan, { sessions }) => {
    const ids = new Set<Id>()
    for (const [i, session] of sessions.entries()) {
      if (ids.has(session.id) || findSession(plan, session.id) !== undefined)
        return refuse(['sessions', i, 'id'], 'id-taken')
      ids.add(session.id)
      const refusal = sessionReferences(plan, session, ['sessions', i])
      if (refusal !== null) return refusal
    }
    return null
  },
  recipe: (draft, { sessions }) => {
    for (const session of sessions) putSession(draft, session)
  },
})

/** Changes a session, or this, this and following, or all occurrences of a series. Values are absolute, never deltas. */
export const changeSession = command({
  type: 'session/change',
  schema: z.strictObject({ type: z.literal('session/change'), id: Id, scope: Scope, change: SessionChange }),
  subject: (plan, { id }) => titleOf(plan, id),
  check: (plan, { id, scope, change }) => {
    const session = findSession(plan, id)
    if (session === undefined) return refuse(['id'], 'session-gone')
    const scopeRefusal = checkScope(plan, session, scope)
    if (scopeRefusal !== null) return scopeRefusal
    if (scope.kind === 'this' && change.recurrence !== undefined)
      return refuse(['change', 'recurrence'], 'rule-of-one')
    return sessionReferences(plan, { ...session, ...change }, ['change'])
  },
  patches: (plan, { id, change }) => patchesOfSingle(plan, [{ id, change }]),
  recipe: (draft, { id, scope, change }) => changeInDraft(draft, id, scope, change),
})

/** Deletes sessions, or occurrences of series. */
export const deleteSessions = command({
  type: 'session/delete',
  schema: z.strictObject({
    type: z.literal('session/delete'),
    sessions: z
      .array(z.strictObject({ id: Id, scope: Scope }))
      .min(1)
      .max(2000),
  }),
  subject: (plan, { sessions }) => titleOf(plan, sessions[0]?.id ?? ''),
  check: (plan, { sessions }) => {
    for (const [i, { id, scope }] of sessions.entries()) {
      const session = findSession(plan, id)
      if (session === undefined) return refuse(['sessions', i, 'id'], 'session-gone')
      const refusal = checkScope(plan, session, scope)
      if (refusal !== null) return refusal
    }
    return null
  },
  recipe: (draft, { sessions }) => {
    for (const { id, scope } of sessions) deleteInDraft(draft, id, scope)
  },
})

/** Moves several sessions at once (a multi-selection), each to its own absolute start and engagement. */
export const moveSessions = command({
  type: 'session/move',
  schema: z.strictObject({
    type: z.literal('session/move'),
    moves: z
      .array(
        z.strictObject({
          occurrence: OccurrenceRef,
          start: WallClockField,
          engagementId: z.exactOptional(Id.nullable()),
        }),
      )
      .min(1)
      .max(2000),
  }),
  subject: (plan, { moves }) => titleOf(plan, moves[0]?.occurrence.sessionId ?? ''),
  check: (plan, { moves }) => {
    for (const [i, { occurrence, engagementId }] of moves.entries()) {
      const session = findSession(plan, occurrence.sessionId)
      if (session === undefined) return refuse(['moves', i, 'occurrence'], 'session-gone')
      const scope = scopeOf(occurrence)
      const refusal = checkScope(plan, session, scope)
      if (refusal !== null) return refusal
      if (engagementId !== undefined) {
        const reference = sessionReferences(plan, { ...session, engagementId, deliverableId: null }, [
          'moves',
          i,
        ])
        if (reference !== null) return reference
      }
    }
    return null
  },
  patches: (plan, { moves }) =>
    patchesOfSingle(
      plan,
      moves.map((move) => ({ id: move.occurrence.sessionId, change: changeOfMove(move) })),
    ),
  recipe: (draft, { moves }) => {
    for (const move of moves)
      changeInDraft(draft, move.occurrence.sessionId, scopeOf(move.occurrence), changeOfMove(move))
  },
})

/** The narrowest scope that names an occurrence. */
export function scopeOf(occurrence: OccurrenceRef): Scope {
  return occurrence.original === null ? { kind: 'all' } : { kind: 'this', original: occurrence.original }
}

function checkScope(_plan: Plan, session: Session, scope: Scope): Refusal | null {
  if (scope.kind === 'all') return null
  return isOccurrence(session, scope.original) ? null : refuse(['scope', 'original'], 'occurrence-gone')
}

function changeInDraft(draft: PlanDraft, id: Id, scope: Scope, change: SessionChange): void {
  const session = findSession(draft, id)
  if (session === undefined) throw new Error(`session ${id} vanished between check and recipe`)
  if (scope.kind === 'all' || session.recurrence === null) {
    putChanged(draft, session, change)
  } else if (scope.kind === 'this') {
    const { recurrence: _, ...one } = change
    const series = draft.practice.series[id]
    if (series?.recurrence) {
      const before = series.recurrence.changed[scope.original] ?? {}
      series.recurrence.changed[scope.original] = castDraft(OccurrenceChange.parse({ ...before, ...one }))
    }
  } else {
    const { before, after } = splitSeries(session, scope.original, scope.newId)
    if (before === null) putChanged(draft, session, change)
    else {
      putSession(draft, before)
      putChanged(draft, after, change)
    }
  }
}

/** What a move changes of its session: another engagement takes the deliverable away. */
function changeOfMove({
  start,
  engagementId,
}: {
  readonly start: WallClock
  readonly engagementId?: Id | null
}): SessionChange {
  return engagementId === undefined ? { start } : { start, engagementId, deliverableId: null }
}

/**
 * Changes of single sessions that stay in their year, as patches: a drag asks for them again and again, and a draft of a
 * year's thousands of sessions costs more than all the rest. Undefined where one is a series, goes to another year, or is
 * changed twice.
 */
function patchesOfSingle(
  plan: Plan,
  changes: readonly { readonly id: Id; readonly change: SessionChange }[],
): Patch[] | undefined {
  if (new Set(changes.map(({ id }) => id)).size < changes.length) return undefined
  const patches: Patch[] = []
  for (const { id, change } of changes) {
    const year = Object.keys(plan.years).find((key) => own(plan.years[key]?.sessions ?? {}, id) !== undefined)
    const before = year === undefined ? undefined : plan.years[year]?.sessions[id]
    if (year === undefined || before === undefined) return undefined
    const value = Session.parse({ ...before, ...change })
    if (value.recurrence !== null || yearOf(value.start) !== year) return undefined
    patches.push({ op: 'replace', path: ['years', year, 'sessions', id], value })
  }
  return patches
}

function putChanged(draft: PlanDraft, session: Session, change: SessionChange): void {
  putSession(draft, Session.parse({ ...session, ...change }))
}

function deleteInDraft(draft: PlanDraft, id: Id, scope: Scope): void {
  const session = findSession(draft, id)
  if (session === undefined) return
  if (scope.kind === 'all' || session.recurrence === null) {
    noteDeletedSession(draft, session)
    removeSession(draft, id)
  } else if (scope.kind === 'this') {
    const recurrence = draft.practice.series[id]?.recurrence
    if (recurrence) {
      noteDeletedOccurrence(draft, session, scope.original, false)
      recurrence.except.push(scope.original)
      delete recurrence.changed[scope.original]
    }
  } else {
    const { before } = splitSeries(session, scope.original, scope.newId)
    if (before === null) {
      noteDeletedSession(draft, session)
      removeSession(draft, id)
    } else {
      noteDeletedOccurrence(draft, session, scope.original, true)
      putSession(draft, before)
    }
  }
}
