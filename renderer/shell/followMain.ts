import type { Destination } from '../../shared/ipc/contract.ts'
import { findOccurrence } from '../../shared/plan/findOccurrence.ts'
import type { Day } from '../../shared/time/day.ts'
import { wallDay } from '../../shared/time/wallClock.ts'
import { fromEpochMinute, toEpochMinute } from '../../shared/time/zone.ts'
import { runAction } from '../actions/actions.ts'
import { followOffered } from '../exchange/offeredCalendars.ts'
import { bridge } from '../state/bridge.ts'
import { todayNow } from '../state/clock.ts'
import { go, goToTime, weekPlace } from '../state/navigation.ts'
import { planNow } from '../state/plan.ts'
import { isFirstStart, planStore } from '../state/planStore.ts'
import { toast } from '../state/toasts.ts'
import { wordsNow } from '../state/words.ts'
import { followTimer } from '../timer/followTimer.ts'
import { showOccurrences } from '../week/weekStore.ts'

/** Follows where the tray, a notification or a menu wants the window to go. */
export function followMain(): () => void {
  const stops = [
    followTimer(),
    followOffered(),
    bridge.on('go', (destination) => whenOpen(() => goTo(destination))),
    bridge.on('reminder/missed', (missed) => {
      const { title, body } = missed
      const destination = 'leads' in missed ? missed.leads : ofSession(missed.occurrence)
      toast({
        text: told(title, body),
        tone: 'watch',
        action: { label: wordsNow().app.show, run: () => goTo(destination) },
      })
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** A reminder in one line; of several each stands on a line of its own. */
function told(title: string, body: string): string {
  if (body === '') return title
  return body.includes('\n') ? `${title}\n${body}` : `${title} · ${body}`
}

function ofSession(occurrence: string): Destination {
  return { to: 'week', day: null, occurrence }
}

/** A place that is asked for while the plan is read waits for it; a plan that nobody uses yet has no places. */
function whenOpen(run: () => void): void {
  const state = planStore.getState()
  if (state.status === 'open' && !isFirstStart(state)) run()
  if (status !== 'opening') return
  const stop = planStore.subscribe((state) => {
    if (state.status === 'opening') return
    stop()
    whenOpen(run)
  })
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
  if (destination.to === 'day') {
    goToTime('day', destination.day)
    return
  }
  const { day, occurrence } = destination
  go(weekPlace(day ?? dayOf(occurrence) ?? todayNow()))
  if (occurrence !== null) showOccurrences([occurrence])
}

/** The day of an occurrence in the home zone; null where there is none, or none any more. */
function dayOf(occurrence: string | null): Day | null {
  if (occurrence === null) return null
  const plan = planNow()
  const found = findOccurrence(plan, occurrence)
  if (found === undefined) return null
  const start = toEpochMinute(found.start, found.zone)
  return wallDay(fromEpochMinute(start, plan.practice.settings.homeZone))
}
