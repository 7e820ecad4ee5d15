import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Words } from '../../shared/words/words.ts'
import { todayNow } from '../state/clock.ts'
import { go, goToTime, type WeekView, weekPlace } from '../state/navigation.ts'
import { planNow } from '../state/plan.ts'
import { showAttention } from '../week/weekStore.ts'

/** A stop of the tour: its words, the place that it shows, and the actions whose keys it names. */
export interface TourStep {
  readonly id: keyof Words['help']['steps']
  readonly show: () => void
  readonly actions: readonly string[]
}

/** The stops in order. Each shows the screen itself, with whatever is in it; none changes the plan. */
export const tourSteps: readonly TourStep[] = [
  { id: 'week', show: () => showThisWeek('capacity'), actions: ['session.new'] },
  { id: 'attention', show: showFlags, actions: ['attention'] },
  { id: 'plan', show: () => showThisWeek('calendar'), actions: ['session.quick', 'planning.start'] },
  { id: 'horizon', show: () => go({ screen: 'horizon' }), actions: ['sayYes', 'horizon.whatIf'] },
  { id: 'clients', show: showFirstClient, actions: ['palette'] },
  { id: 'pipeline', show: () => go({ screen: 'pipeline' }), actions: ['rates'] },
  { id: 'time', show: () => goToTime(), actions: ['time.confirm', 'timer.start'] },
  { id: 'invoices', show: () => go({ screen: 'invoices', invoiceId: null }), actions: ['invoice.new'] },
  { id: 'insights', show: () => go({ screen: 'insights' }), actions: [] },
  { id: 'settings', show: () => go({ screen: 'settings' }), actions: ['shortcuts', 'help'] },
]

const tourStore = createStore<{ readonly at: number | null }>(() => ({ at: null }))

/** Begins the tour, wherever the window is. */
export function startTour(): void {
  goToStep(0)
}

/** Shows a stop by its number from 0; past the last one the tour is over. */
export function goToStep(at: number): void {
  const step = tourSteps[at]
  if (step === undefined) {
    endTour()
    return
  }
  step.show()
  tourStore.setState({ at })
}

/** Ends the tour where it is. */
export function endTour(): void {
  tourStore.setState({ at: null })
}

/** The number of the stop that is shown; null where there is no tour. */
export function useTour(): number | null {
  return useStore(tourStore, (state) => state.at)
}

/** In a view that is only shown here: the one that was chosen stays the planner's choice. */
function showThisWeek(view: WeekView): void {
  go({ ...weekPlace(todayNow()), view })
}

function showFlags(): void {
  showThisWeek('capacity')
  showAttention(true)
}

/** The page of the first client by the planner's order; the list where there is none. */
function showFirstClient(): void {
  const clients = Object.values(planNow().practice.clients).filter(({ archived }) => !archived)
  const [first] = clients.sort((a, b) => a.order - b.order)
  go({ screen: 'clients', clientId: first?.id ?? null })
}
