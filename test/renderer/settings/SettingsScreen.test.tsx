import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SettingsScreen } from '../../../renderer/settings/SettingsScreen.tsx'
import { startClock } from '../../../renderer/state/clock.ts'
import { execute, openPlan } from '../../../renderer/state/plan.ts'
import { toastStore } from '../../../renderer/state/toasts.ts'
import { aPlan, aSession } from '../../support/builders.ts'
import { type FakeMain, installBridge } from '../../support/fakeBridge.ts'

let main: FakeMain
let stop: () => void
let stopClock: () => void

beforeEach(async () => {
  main = installBridge({ plan: aPlan() })
  stop = openPlan()
  stopClock = startClock()
  render(<SettingsScreen />)
  await screen.findByText('36 h a week')
})

afterEach(() => {
  stop()
  stopClock()
})

describe('the settings', () => {
  it('take effect at once', async () => {
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: /Language/ }))
    await user.click(await screen.findByRole('option', { name: 'German' }))
    await waitFor(() => expect(main.plan.practice.settings.language).toBe('de'))
    expect(await screen.findByRole('heading', { name: 'Einstellungen' })).toBeVisible()
  })

  it('new working hours begin on their day and leave the pattern before as it was', async () => {
    const user = userEvent.setup()
    const friday = screen.getByRole('group', { name: 'Friday' })
    await user.click(within(friday).getByRole('button', { name: 'Add hours' }))
    await user.click(screen.getByRole('button', { name: 'Save working hours' }))
    await waitFor(() => expect(Object.keys(main.plan.practice.patterns)).toHaveLength(2))
    const patterns = Object.values(main.plan.practice.patterns).toSorted((a, b) => (a.from < b.from ? -1 : 1))
    expect(patterns.map((pattern) => [pattern.from, pattern.week[4]])).toEqual([
      ['2026-01-01', [{ from: 540, to: 780 }]],
      [
        '2026-11-24',
        [
          { from: 540, to: 780 },
          { from: 840, to: 1080 },
        ],
      ],
    ])
  })

  it('a pattern that is deleted offers to be taken back', async () => {
    const user = userEvent.setup()
    const friday = screen.getByRole('group', { name: 'Friday' })
    await user.click(within(friday).getByRole('button', { name: 'Add hours' }))
    await user.click(screen.getByRole('button', { name: 'Save working hours' }))
    await waitFor(() => expect(Object.keys(main.plan.practice.patterns)).toHaveLength(2))
    const [first] = await screen.findAllByRole('button', { name: 'Delete this pattern' })
    if (first === undefined) throw new Error('no pattern can be deleted')
    await user.click(first)
    await waitFor(() => expect(Object.keys(main.plan.practice.patterns)).toHaveLength(1))
    const offer = toastStore.getState().toasts.at(-1)
    expect(offer).toMatchObject({ tone: 'done', action: { label: 'Undo' } })
    act(() => offer?.action?.run())
    await waitFor(() => expect(Object.keys(main.plan.practice.patterns)).toHaveLength(2))
  })

  it('a responsibility area is added by its name', async () => {
    const user = userEvent.setup()
    await user.type(screen.getByRole('textbox', { name: 'New area' }), 'Fundraising{Enter}')
    await waitFor(() =>
      expect(Object.values(main.plan.practice.areas)).toEqual([
        expect.objectContaining({ name: 'Fundraising', order: 1 }),
      ]),
    )
  })

  it('responsibility areas are ordered and deleted; what carries one is given to another, with undo', async () => {
    const user = userEvent.setup()
    const area = (id: string, order: number) => ({ id, name: id, archived: false, order })
    const records = [area('Board', 1), area('Sales', 2)].map((value) => ({ kind: 'area' as const, value }))
    await act(() => execute({ type: 'practice/put', records }))
    await act(() =>
      execute({ type: 'session/create', sessions: [aSession({ engagementId: null, areaId: 'Board' })] }),
    )
    const names = () =>
      Object.values(main.plan.practice.areas)
        .toSorted((a, b) => a.order - b.order)
        .map(({ name }) => name)
    await user.click(await screen.findByRole('button', { name: 'Move Sales up' }))
    await waitFor(() => expect(names()).toEqual(['Sales', 'Board']))
    await user.click(screen.getByRole('button', { name: 'Delete Board' }))
    const dialog = await screen.findByRole('dialog')
    expect(dialog).toHaveTextContent('One session, time entry or deliverable carries this area.')
    await user.click(within(dialog).getByRole('button', { name: /They get/ }))
    await user.click(await screen.findByRole('option', { name: 'Sales' }))
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }))
    const areaId = () => main.plan.years['2026']?.sessions['session-1']?.areaId
    await waitFor(() => expect([names(), areaId()]).toEqual([['Sales'], 'Sales']))
    toastStore.getState().toasts.at(-1)?.action?.run()
    await waitFor(() => expect([names(), areaId()]).toEqual([['Sales', 'Board'], 'Board']))
  })

  it('block lengths are saved when they are right, and told when the longest is below the shortest', async () => {
    const user = userEvent.setup()
    const shortest = screen.getByRole('textbox', { name: 'Shortest block' })
    await user.clear(shortest)
    await user.type(shortest, '6 h{Enter}')
    expect(await screen.findByText('The longest block is shorter than the shortest.')).toBeVisible()
    expect(main.plan.practice.settings.blocks.shortest).toBe(30)
    const longest = screen.getByRole('textbox', { name: 'Longest block' })
    await user.clear(longest)
    await user.type(longest, '8 h{Enter}')
    await user.click(screen.getByRole('switch', { name: /^Count only usable gaps/ }))
    await waitFor(() =>
      expect(main.plan.practice.settings.blocks).toEqual({ shortest: 360, longest: 480, usableOnly: true }),
    )
  })

  it('focus hours begin as the morning, follow their fields, and can go again', async () => {
    const user = userEvent.setup()
    const focus = screen.getByRole('switch', { name: /^Focus hours/ })
    await user.click(focus)
    await waitFor(() => expect(main.plan.practice.settings.focusHours).toEqual({ from: 540, to: 720 }))
    const until = await screen.findByRole('group', { name: 'Focus until' })
    const [hour, , half] = within(until).getAllByRole('spinbutton')
    act(() => half?.focus())
    await user.keyboard('{ArrowDown}')
    expect(await screen.findByText('The end is before the start.')).toBeVisible()
    expect(main.plan.practice.settings.focusHours).toEqual({ from: 540, to: 720 })
    await user.keyboard('{ArrowUp}')
    act(() => hour?.focus())
    await user.keyboard('{ArrowUp}')
    await waitFor(() => expect(main.plan.practice.settings.focusHours).toEqual({ from: 540, to: 780 }))
    await user.click(focus)
    await waitFor(() => expect(main.plan.practice.settings.focusHours).toBeNull())
  })
})
