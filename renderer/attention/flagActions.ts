import type { DeadlineFlag } from '../../shared/capacity/flags/deadlineProof.ts'
import { acceptCommand, type Fix, type Flag, reopenCommand } from '../../shared/capacity/flags/flag.ts'
import type { PromiseFlag } from '../../shared/capacity/flags/promiseProof.ts'
import type { Day } from '../../shared/time/day.ts'
import { announce } from '../state/announce.ts'
import { execute, undo } from '../state/plan.ts'
import { toast } from '../state/toasts.ts'
import { formatNow, wordsNow } from '../state/words.ts'
import { viewNow } from '../week/capacityNow.ts'
import { gridInSight } from '../week/gridDom.ts'
import { run } from '../week/sessionActions.ts'
import { showOccurrences, takeApart, weekStore } from '../week/weekStore.ts'
import { attentionStore } from './attentionStore.ts'
import { leaveFix } from './fixPreview.ts'
import { fixesNow } from './useFixes.ts'

/** Applies a fix as it is proved for the plan as it is now, with Undo at hand; one that is proved no more is refused. */
export async function applyFix(flag: Flag, fix: Fix): Promise<void> {
  leaveFix()
  const fresh = fixesNow(flag).find((other) => other.id === fix.id)
  if (fresh === undefined) return void toast({ text: wordsNow().attention.fixGone, tone: 'watch' })
  attentionStore.setState({ leaving: flag.key })
  const text = wordsNow().week.fixed(wordsNow().flags.fix(fresh, formatNow()))
  const day = flag.days[0] ?? viewNow().start
  if (await run(fresh.command, day, () => text)) offerUndo(text)
  else attentionStore.setState({ leaving: null })
}

/** Applies the best fix of a flag; says so where there is none. */
export async function applyBest(flag: Flag): Promise<void> {
  const [best] = fixesNow(flag).filter(({ kind }) => kind !== 'accept')
  if (best === undefined) announce(wordsNow().attention.noFix)
  else await applyFix(flag, best)
}

/** Accepts a flag as it is, with a note; it comes back when its facts change. */
export async function accept(flag: Flag, note: string): Promise<void> {
  attentionStore.setState({ leaving: flag.key })
  const text = wordsNow().week.acceptedToast(wordsNow().flags.title(flag, formatNow()))
  const reply = await execute(acceptCommand(flag, note.trim()))
  if (reply.ok) offerUndo(text)
  else attentionStore.setState({ leaving: null })
}

/** Takes an acceptance back. */
export function reopen(flag: Flag): void {
  void execute(reopenCommand(flag))
}

/** What proves a flag: the chart of its window, the sums of its day or week, or the pieces of a promise. */
export type Proof =
  | { readonly kind: 'window'; readonly flag: DeadlineFlag }
  | { readonly kind: 'pieces'; readonly flag: PromiseFlag }
  | { readonly kind: 'sums'; readonly of: Day | 'week' }

/** The proof of a flag; null where its sentence says all there is. */
export function proofOf(flag: Flag): Proof | null {
  switch (flag.code) {
    case 'deadline':
      return flag.facts.past ? null : { kind: 'window', flag }
    case 'client-over':
    case 'client-under':
      return flag.facts.planned === 0 ? null : { kind: 'pieces', flag }
    case 'day-over':
      return { kind: 'sums', of: flag.facts.day }
    case 'week-over':
      return { kind: 'sums', of: 'week' }
    default:
      return null
  }
}

/** Opens the proof of a flag: beside its card, or where the time goes below the head of its day. */
export function prove(flag: Flag): void {
  const proof = proofOf(flag)
  if (proof?.kind === 'sums') takeApart(proof.of)
  else if (proof !== null) attentionStore.setState({ open: { key: flag.key, what: 'proof' } })
}

/** The flag of a key in the shown week. */
export function flagOfKey(key: string | null): Flag | null {
  return (key === null ? undefined : viewNow().flags.find((flag) => flag.key === key)) ?? null
}

/** Another screen is shown: what lies beside a card closes, and a fix that is looked at is left. */
export function putCardsAway(): void {
  attentionStore.setState({ open: null })
  leaveFix()
}

/** Points out on the grid what a flag is about: its sessions, or the head of its day. */
export function show(flag: Flag): void {
  const view = viewNow()
  const inWeek = flag.occurrences.filter((key) =>
    view.rows.some((row) => row.days.some((day) => day.bookings.some((one) => one.key === key))),
  )
  showOccurrences(inWeek)
  if (inWeek.length > 0) return
  const column = view.days.findIndex((day) => day.day === flag.days[0]) + 1
  if (column > 0) weekStore.setState({ place: { row: 0, column, item: 0 } })
  gridInSight()
    ?.querySelector<HTMLElement>(`[data-place="0:${Math.max(0, column)}"]`)
    ?.focus()
}

function offerUndo(text: string): void {
  toast({
    text,
    tone: 'done',
    action: { label: wordsNow().app.undo, run: () => void undo() },
    ofLastStep: true,
  })
}
