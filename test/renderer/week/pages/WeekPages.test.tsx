import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { execute } from '../../../../renderer/state/plan.ts'
import { weekStore } from '../../../../renderer/week/weekStore.ts'
import { aClient, anEngagement, aPlan, aSession } from '../../../support/builders.ts'
import { renderApp } from '../../../support/renderApp.tsx'

const sessions = ['2026-11-18', '2026-11-25', '2026-12-02', '2026-12-09'].map((day, i) =>
  aSession({ id: `s${i}`, title: `Session ${i}`, start: `${day}T09:00` }),
)
const plan = aPlan({ clients: [aClient({})], engagements: [anEngagement({})], sessions })

const pageOf = (week: string) => document.querySelector(`[data-kept="${week}"]`)
const block = (i: number) => screen.queryByRole('button', { name: new RegExp(`^Session ${i}\\b`) })
const anywhere = (i: number) => document.querySelector(`[data-key^="s${i}"]`)

/** jsdom lays nothing out, and where nothing is laid out nothing is drawn ahead. */
beforeEach(() => {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(800)
})
afterEach(() => {
  vi.restoreAllMocks()
})

const rename = (id: string, title: string) =>
  execute({ type: 'session/change', id, scope: { kind: 'all' }, change: { title } })

async function drawnAhead() {
  const app = await renderApp(plan)
  await waitFor(() => expect(anywhere(0) !== null && anywhere(2) !== null).toBe(true))
  return app
}

test('the weeks beside the shown one are drawn, and can neither be found nor reached', async () => {
  await drawnAhead()
  expect(screen.getAllByRole('grid')).toHaveLength(1)
  expect(block(1)).toBeInTheDocument()
  expect([block(0), block(2)]).toEqual([null, null])
  for (const week of ['2026-11-16', '2026-11-30']) {
    expect(pageOf(week)).toHaveAttribute('aria-hidden', 'true')
    expect(pageOf(week)?.querySelector('[tabindex="0"]')).toBeNull()
  }
})

test('who pages on sees the page that was drawn, and the next one is drawn in its turn', async () => {
  const { user } = await drawnAhead()
  const drawn = pageOf('2026-11-30')
  const element = anywhere(2)
  await user.keyboard('{PageDown}')
  expect(drawn).not.toHaveAttribute('aria-hidden')
  expect(block(2)).toBe(element)
  expect(block(1)).toBeNull()
  await waitFor(() => expect(anywhere(3) !== null).toBe(true))
  expect(block(3)).toBeNull()
  await user.keyboard('{PageUp}')
  expect(block(1)).toBeInTheDocument()
  expect(drawn).toHaveAttribute('aria-hidden', 'true')
})

test('the focus goes on to the week that is paged to', async () => {
  const { user } = await drawnAhead()
  act(() => block(1)?.focus())
  await user.keyboard('{PageDown}')
  expect(pageOf('2026-11-30')).toContainElement(document.activeElement as HTMLElement)
  expect(weekStore.getState().held).toBe(true)
})

test('a change of the plan is seen in the week that is paged to, drawn ahead or not', async () => {
  const { user } = await drawnAhead()
  const drawn = anywhere(2)
  await act(() => rename('s2', 'Renamed 2'))
  await user.keyboard('{PageDown}')
  expect(screen.getByRole('button', { name: /^Renamed 2\b/ })).toBe(drawn)
})

test('behind another screen the week is kept, cannot be found, and comes back with what was changed meanwhile', async () => {
  const { user } = await drawnAhead()
  const drawn = block(1)
  await user.keyboard('5')
  expect(screen.queryByRole('grid')).toBeNull()
  expect(drawn).toBeInTheDocument()
  await act(() => rename('s1', 'Renamed 1'))
  await user.keyboard('1')
  expect(screen.getByRole('button', { name: /^Renamed 1\b/ })).toBe(drawn)
})

test('behind another screen the week follows the plan when there is time', async () => {
  const { user } = await drawnAhead()
  const drawn = block(1)
  await user.keyboard('5')
  await act(() => rename('s1', 'Renamed 1'))
  await waitFor(() => expect(drawn?.textContent.startsWith('Renamed 1')).toBe(true))
})
