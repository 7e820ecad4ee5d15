import type { Destination } from '../../shared/ipc/contract.ts'
import { occurrenceOfKey } from '../../shared/plan/session.ts'
import { wallDay } from '../../shared/time/wallClock.ts'
import { runAction } from '../actions/actions.ts'
import { bridge } from '../state/bridge.ts'
import { todayNow } from '../state/clock.ts'
import { go, weekPlace } from '../state/navigation.ts'
import { toast } from '../state/toasts.ts'
import { wordsNow } from '../state/words.ts'
import { showOccurrences } from '../week/weekStore.ts'

/** Follows where the tray, a notification or a menu wants the window to go. */
export function followMain(): () => void {
  const stops = [
    bridge.on('go', goTo),
    bridge.on('reminder/missed', ({ title, body, occurrence }) => {
      const { original } = occurrenceOfKey(occurrence)
      const day = original === null ? null : wallDay(original)
      toast({
        text: body === '' ? title : `${title} · ${body}`,
        tone: 'watch',
        action: { label: wordsNow().app.show, run: () => goTo({ to: 'week', day, occurrence }) },
      })
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

function goTo(destination: Destination): void {
  if (destination.to === 'action') {
    runAction(destination.id)
    return
  }
  go(weekPlace(destination.day ?? todayNow()))
  if (destination.occurrence !== null) showOccurrences([destination.occurrence])
}
