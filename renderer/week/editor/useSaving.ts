import { useMemo, useRef, useState } from 'react'
import type { Command } from '../../../shared/commands/registry.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { Occurrence } from '../../../shared/plan/session.ts'
import { wallDay } from '../../../shared/time/wallClock.ts'
import { newId } from '../../state/clock.ts'
import { planNow, usePlan } from '../../state/plan.ts'
import { toast } from '../../state/toasts.ts'
import { useWords, wordsNow } from '../../state/words.ts'
import type { ScopeKind } from '../edits.ts'
import { focusSession, homeStart, run } from '../sessionActions.ts'
import { askScope, goOnEditing, stopEditing } from '../weekStore.ts'
import { changeFrom, type Draft, draftOf, repeatChanged, startOf, usualTitle } from './draft.ts'
import { type DraftErrors, draftErrors } from './draftErrors.ts'
import { differing, keyAfter, validPart } from './saving.ts'

/** A session that is edited in place: what is typed lives here until its field is left, then it is saved. */
export interface Saving {
  readonly draft: Draft
  readonly errors: DraftErrors
  /** What saving what is typed would do; null where that is nothing. */
  readonly command: Command | null
  /** For which occurrences of the series the edit is: asked once, then it holds. Null while nobody has to say. */
  readonly asked: readonly ScopeKind[] | null
  readonly type: (change: Partial<Draft>) => void
  readonly choose: (change: Partial<Draft>) => void
  readonly leave: () => void
  readonly answer: (scope: ScopeKind) => void
  /** Saves what is typed and closes; stays where something typed is not valid. */
  readonly finish: () => void
  /** Puts back what is typed and not saved, and closes. */
  readonly cancel: () => void
}

const nothing: Partial<Draft> = {}

/** Saves each field of a session as it is left or chosen, as one undoable step. What is not valid stays typed. */
export function useSaving(occurrence: Occurrence): Saving {
  const words = useWords()
  const plan = usePlan((whole) => whole)
  const typed = useRef(nothing)
  const [shownTyped, setShownTyped] = useState(nothing)
  const [isTried, setTried] = useState(false)
  const [scope, setScope] = useState<ScopeKind | null>(null)
  const [asked, setAsked] = useState<readonly ScopeKind[] | null>(null)
  const [spareId] = useState(newId)
  const base = useMemo(() => draftOf(plan, occurrence), [plan, occurrence])
  const draft = useMemo(() => ({ ...base, ...shownTyped }), [base, shownTyped])
  const command = useMemo(
    () => commandFor(plan, occurrence, draft, scope, spareId),
    [plan, occurrence, draft, scope, spareId],
  )
  const errors = draftErrors(draft, command, words, false)

  function keep(next: Partial<Draft>): void {
    typed.current = differing(base, next)
    setShownTyped(typed.current)
  }

  function pending() {
    const whole = { ...base, ...typed.current }
    const wrong = draftErrors(whole, commandFor(plan, occurrence, whole, scope, spareId), words, false)
    const change = validPart(typed.current, wrong)
    return { change, isWhole: Object.keys(wrong).length === 0, needs: needed(base, change) }
  }

  function needed(before: Draft, change: Partial<Draft>): readonly ScopeKind[] | null {
    if (occurrence.original === null || Object.keys(change).length === 0) return null
    if (repeatChanged(before, { ...before, ...change }) && (scope ?? 'this') === 'this')
      return ['following', 'all']
    return scope === null ? ['this', 'following', 'all'] : null
  }

  function leave(): void {
    const { change, needs } = pending()
    setTried(true)
    setAsked(needs)
    if (needs === null) save(change, scope ?? 'all')
  }

  function save(change: Partial<Draft>, to: ScopeKind): void {
    const sent = Object.keys(change)
    if (sent.length === 0) return
    // What begins to repeat here is the user's own series from the start: nobody has to say which of them.
    if (occurrence.original === null) setScope('all')
    keep(Object.fromEntries(Object.entries(typed.current).filter(([field]) => !sent.includes(field))))
    void carryOut(occurrence, base, change, to)
  }

  return {
    draft,
    errors: isTried ? errors : {},
    command: Object.keys(errors).length === 0 ? command : null,
    asked,
    type: (change) => keep({ ...typed.current, ...change }),
    choose: (change) => {
      keep({ ...typed.current, ...change })
      leave()
    },
    leave,
    answer: (to) => {
      const { change } = pending()
      setAsked(null)
      if (scope === null) setScope(to)
      save(change, to)
    },
    finish: () => {
      const { change, isWhole, needs } = pending()
      setTried(true)
      if (!isWhole) return leave()
      close(occurrence)
      void finishWith(occurrence, base, change, needs ?? scope ?? 'all')
    },
    cancel: () => {
      typed.current = nothing
      close(occurrence)
    },
  }
}

/** Closes the editor; the session has the focus then, wherever its edits put it. */
function close(occurrence: Occurrence): void {
  stopEditing()
  focusSession(occurrence.key)
}

async function finishWith(
  occurrence: Occurrence,
  base: Draft,
  change: Partial<Draft>,
  scope: ScopeKind | readonly ScopeKind[],
): Promise<void> {
  if (Object.keys(change).length === 0) return
  const chosen = typeof scope === 'string' ? scope : await askScope(occurrence.title, 'change', scope)
  if (chosen !== null) await carryOut(occurrence, base, change, chosen)
}

/** Carries out a change of some fields as one step. The editor goes on with the session, whatever key it has then. */
async function carryOut(
  occurrence: Occurrence,
  base: Draft,
  change: Partial<Draft>,
  scope: ScopeKind,
): Promise<void> {
  const after = { ...base, ...change }
  const id = newId()
  const words = wordsNow().session
  const command = changeFrom(planNow(), occurrence, { before: base, after, title: titleOf(after) }, scope, id)
  if (command === 'rule') return void toast({ text: words.ruleDoesNotMove, tone: 'watch' })
  if (command === null) return
  const start = startOf(after) ?? occurrence.start
  const home = homeStart({ ...occurrence, zone: after.zone }, { start })
  const running = run(command, wallDay(home), () => words.saved(titleOf(after)))
  const key = keyAfter(planNow(), occurrence, { start, scope, newId: id }) ?? occurrence.key
  goOnEditing(occurrence.key, key)
  if (!(await running)) goOnEditing(key, occurrence.key)
}

function titleOf(draft: Draft): string {
  return draft.title.trim() || usualTitle(planNow(), draft, wordsNow().session.ownBusiness)
}

/** The command for a draft, for the scope that is chosen, or the narrowest that it can be for. */
function commandFor(
  plan: Plan,
  occurrence: Occurrence,
  after: Draft,
  scope: ScopeKind | null,
  spareId: string,
): Command | null {
  const before = draftOf(plan, occurrence)
  const narrowest = repeatChanged(before, after) ? 'all' : 'this'
  const change = { before, after, title: titleOf(after) }
  const made = changeFrom(plan, occurrence, change, scope ?? narrowest, spareId)
  return made === 'rule' ? null : made
}
