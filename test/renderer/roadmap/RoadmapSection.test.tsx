import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { RoadmapSection } from '../../../renderer/roadmap/RoadmapSection.tsx'
import { startClock } from '../../../renderer/state/clock.ts'
import { openPlan, undo } from '../../../renderer/state/plan.ts'
import { openingState, planStore } from '../../../renderer/state/planStore.ts'
import { toastStore } from '../../../renderer/state/toasts.ts'
import type { Deliverable } from '../../../shared/plan/deliverable.ts'
import { aClient, aDeliverable, anEngagement, aPlan } from '../../support/builders.ts'
import { installBridge } from '../../support/fakeBridge.ts'

let stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops) stop()
  planStore.setState(openingState, true)
  toastStore.setState({ toasts: [] })
})

/** The roadmap on Tuesday 24 November 2026. */
async function show(...deliverables: readonly Deliverable[]) {
  const main = installBridge({
    plan: aPlan({ clients: [aClient()], engagements: [anEngagement()], deliverables }),
  })
  stops = [openPlan(), startClock()]
  render(<RoadmapSection client={aClient()} />)
  await screen.findByRole('heading', { name: 'Roadmap' })
  const due = (id = 'milestone-2') => main.plan.practice.deliverables[id]?.due
  return { due, user: userEvent.setup() }
}

const bar = (name: string | RegExp = /Milestone 2/) => screen.getByRole('slider', { name })
const row = (title: string) => within(screen.getByText(title).closest('li') ?? document.body)

it('tells of each deliverable how far it is, and by the flag’s verdict what cannot be met', async () => {
  await show(
    aDeliverable({ id: 'fine', title: 'Fine', remainingMinutes: 300, due: '2026-12-18' }),
    aDeliverable({ id: 'late', title: 'Late', remainingMinutes: 60, due: '2026-11-20' }),
    aDeliverable({
      id: 'much',
      title: 'Much',
      estimateMinutes: 4000,
      remainingMinutes: 4000,
      due: '2026-11-27',
    }),
    aDeliverable({ id: 'ready', title: 'Ready', done: true, due: '2026-11-20' }),
  )
  expect(row('Fine').queryByText(/overdue|cannot/)).toBeNull()
  expect(row('Late').getByText('overdue')).toBeVisible()
  expect(row('Much').getByText('cannot be met')).toBeVisible()
  expect(row('Ready').getByText('done')).toBeVisible()
  expect(bar(/Fine/).getAttribute('aria-valuetext')?.replaceAll('\u00a0', ' ')).toBe(
    '18 Dec 2026, 5 h of 10 h left',
  )
})

it('moves a due day by arrow keys, a held key as one step that is undone at once', async () => {
  const { due, user } = await show(aDeliverable())
  bar().focus()
  await user.keyboard('{ArrowRight>3}')
  expect(bar()).toHaveAttribute('aria-valuetext', expect.stringContaining('7 Dec 2026'))
  expect(due()).toBe('2026-12-04')
  await user.keyboard('{/ArrowRight}')
  await waitFor(() => expect(due()).toBe('2026-12-07'))
  await user.keyboard('{Shift>}{ArrowLeft}{/Shift}')
  await waitFor(() => expect(due()).toBe('2026-11-30'))
  expect(toastStore.getState().toasts.at(-1)?.text).toBe('Milestone 2 is due on 30 Nov 2026 now.')
  await undo()
  await waitFor(() => expect(due()).toBe('2026-12-07'))
})

it('stops at the day on which work may start, and goes back with Escape', async () => {
  const { due, user } = await show(aDeliverable({ release: '2026-12-02' }))
  bar().focus()
  await user.keyboard('{PageDown}')
  await waitFor(() => expect(due()).toBe('2026-12-02'))
  await user.keyboard('{ArrowRight>}{Escape}{/ArrowRight}')
  expect(due()).toBe('2026-12-02')
})

it('shows what a day would make of a deadline before it is moved there', async () => {
  const { due, user } = await show(
    aDeliverable({ estimateMinutes: 2400, remainingMinutes: 2400, due: '2026-12-18' }),
  )
  expect(row('Milestone 2').queryByText('cannot be met')).toBeNull()
  bar().focus()
  await user.keyboard('{PageDown>3}')
  expect(row('Milestone 2').getByText('cannot be met')).toBeVisible()
  await user.keyboard('{Escape}{/PageDown}')
  expect(due()).toBe('2026-12-18')
  expect(row('Milestone 2').queryByText('cannot be met')).toBeNull()
})

it('is dragged by the days that the pointer goes', async () => {
  const { due } = await show(aDeliverable())
  const track = bar().parentElement
  if (track === null) throw new Error('no track')
  // 49 days are shown.
  track.getBoundingClientRect = () => new DOMRect(0, 0, 490, 40)
  bar().setPointerCapture = () => {}
  fireEvent.pointerDown(bar(), { button: 0, clientX: 200, pointerId: 1 })
  fireEvent.pointerMove(bar(), { clientX: 204, pointerId: 1 })
  expect(bar()).toHaveAttribute('aria-valuetext', expect.stringContaining('4 Dec 2026'))
  fireEvent.pointerMove(bar(), { clientX: 231, pointerId: 1 })
  fireEvent.pointerUp(bar(), { pointerId: 1 })
  await waitFor(() => expect(due()).toBe('2026-12-07'))
})

it('opens the form of a deliverable by Enter', async () => {
  const { user } = await show(aDeliverable())
  bar().focus()
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('dialog', { name: 'Milestone 2' })).toBeVisible()
})
