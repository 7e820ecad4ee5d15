import { occurrenceKey } from '../../shared/plan/occurrenceKey.ts'
import { wallDay } from '../../shared/time/wallClock.ts'
import { closeOverlay } from '../shell/overlays.ts'
import { go, placeNow, weekPlace } from '../state/navigation.ts'
import { planNow, undo } from '../state/plan.ts'
import { toast } from '../state/toasts.ts'
import { formatNow, wordsNow } from '../state/words.ts'
import { focusSession, run } from '../week/sessionActions.ts'
import { rangeText, whenText } from './lineWords.ts'
import { homeStartOf, type PlannedLine } from './plannedLine.ts'
import { forgetLine } from './quickAddStore.ts'

/** Plans the sessions of a line, with Undo at hand; where the week is on screen, it shows the first of them. */
export async function addLine({ sessions }: PlannedLine): Promise<void> {
  const [first] = sessions
  if (first === undefined) return
  closeOverlay()
  const plan = planNow()
  const day = wallDay(homeStartOf(first, plan))
  const text = addedText(sessions)
  if (placeNow().screen === 'week') go(weekPlace(day))
  const done = await run({ type: 'session/create', sessions }, day, () => text)
  if (!done) return
  forgetLine()
  focusSession(occurrenceKey(first.id, first.recurrence === null ? null : first.start))
  toast({
    text,
    tone: 'done',
    action: { label: wordsNow().app.undo, run: () => void undo() },
    ofLastStep: true,
  })
}

function addedText(sessions: PlannedLine['sessions']): string {
  const words = wordsNow()
  const format = formatNow()
  const title = sessions[0]?.title ?? ''
  return sessions.length > 1
    ? words.quickAdd.addedMany(sessions.length, title, rangeText(sessions, planNow(), format))
    : words.quickAdd.added(title, whenText(sessions, planNow(), words, format))
}
