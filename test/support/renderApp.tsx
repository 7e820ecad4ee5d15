import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach } from 'vitest'
import { App } from '../../renderer/App.tsx'
import { forgetAttention } from '../../renderer/attention/attentionStore.ts'
import { forgetRecent } from '../../renderer/palette/recentItems.ts'
import '../../renderer/quickAdd/QuickAdd.tsx'
import { forgetLists } from '../../renderer/clients/listsStore.ts'
import { endTour } from '../../renderer/help/tour.ts'
import { forgetWhatIf } from '../../renderer/horizon/whatIf/whatIfStore.ts'
import { forgetLine } from '../../renderer/quickAdd/quickAddStore.ts'
import { followMain } from '../../renderer/shell/followMain.ts'
import { closeOverlay } from '../../renderer/shell/overlays.ts'
import { announceStore } from '../../renderer/state/announce.ts'
import { startClock } from '../../renderer/state/clock.ts'
import { forgetKeptForms } from '../../renderer/state/keptForm.ts'
import { forgetPlace } from '../../renderer/state/navigation.ts'
import { openPlan } from '../../renderer/state/plan.ts'
import { openingState, planStore } from '../../renderer/state/planStore.ts'
import { toastStore } from '../../renderer/state/toasts.ts'
// Loaded here, so that no test waits for the first one to open an editor.
import '../../renderer/week/editor/ChangeForm.tsx'
import '../../renderer/week/editor/CreateForm.tsx'
import '../../renderer/timer/GapDialog.tsx'
import '../../renderer/timer/StartDialog.tsx'
import { forgetTimer } from '../../renderer/timer/timerStore.ts'
import { forgetWeek } from '../../renderer/week/weekStore.ts'
import type { Desktop, PlanOpened } from '../../shared/ipc/contract.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { installBridge } from './fakeBridge.ts'

// jsdom lays nothing out, so it cannot scroll either.
Element.prototype.scrollIntoView ??= () => {}

let stops: (() => void)[] = []

afterEach(() => {
  for (const stop of stops) stop()
  stops = []
  planStore.setState(openingState, true)
  toastStore.setState({ toasts: [] })
  announceStore.setState({ text: '', count: 0 })
  forgetPlace()
  forgetKeptForms()
  forgetLists()
  forgetWeek()
  forgetAttention()
  closeOverlay()
  forgetLine()
  forgetRecent()
  forgetTimer()
  forgetWhatIf()
  endTour()
})

/** The whole window on a plan, over a main process in memory. Gives that process and a user. */
export async function renderApp(
  plan: Plan,
  given: { readonly desktop?: Partial<Desktop>; readonly opened?: Partial<PlanOpened> } = {},
) {
  const main = installBridge({ plan, ...given })
  stops = [openPlan(), startClock(), followMain()]
  const shown = render(<App />)
  await screen.findByRole('main')
  return { main, shown, user: userEvent.setup() }
}
