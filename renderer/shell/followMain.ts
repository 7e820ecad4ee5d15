import type { Destination } from '../../shared/ipc/contract.ts'
import { occurrenceOfKey } from '../../shared/plan/session.ts'
import { wallDay } from '../../shared/time/wallClock.ts'
import { runAction } from '../actions/actions.ts'
import { followOffered } from '../exchange/offeredCalendars.ts'
import { bridge } from '../state/bridge.ts'
import { todayNow } from '../state/clock.ts'
import { go, weekPlace } from '../state/navigation.ts'
import { toast } from '../state/toasts.ts'
import { wordsNow } from '../state/words.ts'
import { followTimer } from '../timer/followTimer.ts'
import { showOccurrences } from '../week/weekStore.ts'

/** Follows where the tray, a notification or a menu wants the window to go. */
export function followMain(): () => void {
  const stops = [
    followTimer(),
    followOffered(),
    bridge.on('go', goTo),
    bridge.on('reminder/missed', (missed) => {
      const { title, body } = missed
      const destination = 'leads' in missed ? missed.leads : placeOf(missed.occurrence)
      toast({
        text: body === '' ? title : `${title} · ${body}`,
        tone: 'watch',
        action: { label: wordsNow().app.show, run: () => goTo(destination) },
      })
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

function placeOf(occurrence: string): Destination {
  const { original } = occurrenceOfKey(occurrence)
  return { to: 'week', day: original === null ? null : wallDay(original), occurrence }
}

function goTo(destination: Destination): void {
  if (destination.to === 'action') {
    runAction(destination.id)
    return
  }
  if (destination.to === 'client') {
    go({ screen: 'clients', clientId: destination.clientId })
    return
  }
  go(weekPlace(destination.day ?? todayNow()))
  if (destination.occurrence !== null) showOccurrences([destination.occurrence])
}
