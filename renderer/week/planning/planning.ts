/** Planning the rest: a proposal is made, changed, and accepted as one command or given up. */
import { placeRest } from '../../../shared/capacity/placing/placeRest.ts'
import type { PlacingRange } from '../../../shared/capacity/placing/placing.ts'
import { execute } from '../../../shared/commands/execute.ts'
import type { Session } from '../../../shared/plan/session.ts'
import { addDays } from '../../../shared/time/day.ts'
import { wallDay } from '../../../shared/time/wallClock.ts'
import { announce } from '../../state/announce.ts'
import { newId } from '../../state/clock.ts'
import { planNow, undo } from '../../state/plan.ts'
import { toast } from '../../state/toasts.ts'
import { formatNow, wordsNow } from '../../state/words.ts'
import { contextNow, shownStart } from '../capacityNow.ts'
import { run } from '../sessionActions.ts'
import { nothingSelected, type Planning, weekStore } from '../weekStore.ts'
import { spokenPlanning } from './planningWords.ts'

/** Days of the two reaches, from the first day of the shown week. */
const DAYS: Readonly<Record<Planning['reach'], number>> = { week: 7, ahead: 28 }

/** Names a proposed session by where it stands, so that it stays left out when the proposal is made anew. */
export function placeKey({ start, engagementId, deliverableId }: Session): string {
  return `${start} ${engagementId ?? ''} ${deliverableId ?? ''}`
}

/** The sessions of a proposal that were not left out. */
export function keptSessions({ placing, out }: Pick<Planning, 'placing' | 'out'>): readonly Session[] {
  return placing.sessions.filter((session) => !out.has(placeKey(session)))
}

/** Proposes what the shown week should still hold. Says so where neither it nor the weeks after it lack anything. */
export function startPlanning(): void {
  const inWeek = proposal(rangeFrom(shownStart(), 'week'), 'week', new Set())
  if (isEmpty(inWeek) && isEmpty(proposal(rangeFrom(shownStart(), 'ahead'), 'ahead', new Set()))) {
    toast({ text: wordsNow().placing.nothingAtAll, tone: 'plain' })
    return
  }
  weekStore.setState({
    editing: null,
    proposal: null,
    outlined: [],
    breakdown: null,
    selected: nothingSelected,
  })
  show(inWeek)
}

/** Proposes for another reach; what was left out may come back. */
export function planAsFarAs(reach: Planning['reach']): void {
  const planning = weekStore.getState().planning
  if (planning !== null) show(proposal(rangeFrom(planning.range.from, reach), reach, new Set()))
}

/** Makes the proposal anew where the plan has changed since. */
export function renewPlanning(): void {
  const { planning } = weekStore.getState()
  if (planning === null || planning.plan === planNow()) return
  weekStore.setState({ planning: proposal(planning.range, planning.reach, planning.out) })
}

/** Leaves a proposed session out. False where the key is none. */
export function leaveOut(key: string): boolean {
  const { planning } = weekStore.getState()
  const session = planning?.placing.sessions.find(({ id }) => id === key)
  if (planning === null || session === undefined || !planning.keys.has(key)) return false
  show(withOut(planning, new Set([...planning.out, placeKey(session)])))
  return true
}

/** Puts back all that was left out. */
export function putBack(): void {
  const { planning } = weekStore.getState()
  if (planning !== null) show(withOut(planning, new Set()))
}

/** Plans the proposal as one step, with Undo at hand. */
export async function acceptPlanning(): Promise<void> {
  const { planning } = weekStore.getState()
  if (planning === null) return
  const sessions = keptSessions(planning)
  const [first] = sessions
  weekStore.setState({ planning: null })
  if (first === undefined) return
  const words = wordsNow()
  const minutes = sessions.reduce((sum, session) => sum + session.minutes, 0)
  const text = words.placing.done(words.placing.sessions(sessions.length), formatNow().duration(minutes))
  if (!(await run({ type: 'session/create', sessions }, wallDay(first.start), () => text))) return
  toast({
    text,
    tone: 'done',
    action: { label: words.app.undo, run: () => void undo() },
    ofLastStep: true,
  })
}

/** Gives the proposal up: nothing has changed. */
export function cancelPlanning(): void {
  if (weekStore.getState().planning === null) return
  weekStore.setState({ planning: null })
  announce(wordsNow().placing.given)
}

function show(planning: Planning): void {
  weekStore.setState({ planning })
  announce(spokenPlanning(planning, wordsNow(), formatNow()))
}

function rangeFrom(from: string, reach: Planning['reach']): PlacingRange {
  return { from, to: addDays(from, DAYS[reach] - 1) }
}

function isEmpty({ placing }: Planning): boolean {
  return placing.sessions.length === 0 && placing.notFitted.length === 0
}

function proposal(range: PlacingRange, reach: Planning['reach'], out: ReadonlySet<string>): Planning {
  const plan = planNow()
  const placing = placeRest(plan, range, null, contextNow(), newId)
  return withOut({ reach, range, plan, after: plan, placing, out, keys: new Set() }, out)
}

function withOut(planning: Planning, out: ReadonlySet<string>): Planning {
  const sessions = keptSessions({ placing: planning.placing, out })
  const result = sessions.length === 0 ? null : execute(planning.plan, { type: 'session/create', sessions })
  if (result !== null && !result.ok) throw new Error(`a proposal was refused: ${result.refusal.code}`)
  return {
    ...planning,
    out,
    after: result?.plan ?? planning.plan,
    keys: new Set(sessions.map(({ id }) => id)),
  }
}
