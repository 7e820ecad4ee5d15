import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { firstUnseen } from '../../../renderer/week/lateRows.ts'
import { weekStore } from '../../../renderer/week/weekStore.ts'
import { aClient, anEngagement, aPlan, aSession } from '../../support/builders.ts'
import { renderApp } from '../../support/renderApp.tsx'

const clients = Array.from({ length: 6 }, (_, i) => aClient({ id: `c${i}`, name: `Client ${i}`, order: i }))
const engagements = clients.map(({ id }, i) => anEngagement({ id: `e${i}`, clientId: id, order: i }))
const sessions = clients.flatMap((_, i) =>
  ['2026-11-25', '2026-12-02'].map((day, week) =>
    aSession({
      id: `${week}-${i}`,
      title: `Session ${i} of week ${week}`,
      engagementId: `e${i}`,
      start: `${day}T09:00`,
    }),
  ),
)
const plan = aPlan({ clients, engagements, sessions })

/** What waits for a frame. */
let frames: FrameRequestCallback[] = []
const drawFrame = () =>
  act(() => {
    for (const draw of frames.splice(0)) draw(0)
  })

/** The grid is seen as far as the heads and two of its rows. */
beforeEach(() => {
  frames = []
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((draw) => frames.push(draw))
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(200)
})
afterEach(() => {
  vi.restoreAllMocks()
})

const block = (client: number, week: number) =>
  screen.queryByRole('button', { name: new RegExp(`^Session ${client} of week ${week}\\b`) })

async function nextWeek() {
  const app = await renderApp(plan)
  await app.user.keyboard('{PageDown}')
  expect(block(0, 1)).toBeInTheDocument()
  return app
}

const rowsOf = (...counts: number[]) => ({
  rows: counts.map((count) => ({ days: [{ bookings: Array(count) }] })),
})

test('the first row out of sight is one that even the lowest rows above it push below what is seen', () => {
  expect(firstUnseen(rowsOf(0, 0, 0, 0), 200)).toBe(2)
  expect(firstUnseen(rowsOf(5, 0, 0, 0), 200)).toBe(1)
  expect(firstUnseen(rowsOf(0, 0), 1000)).toBe(2)
  expect(firstUnseen(rowsOf(), 200)).toBe(0)
})

test('of another week the rows in sight come at once, those below them a moment after the first frame', async () => {
  await nextWeek()
  expect(block(5, 1)).toBeNull()
  expect(block(5, 0)).toBeInTheDocument()
  drawFrame()
  await waitFor(() => expect(block(5, 1)).toBeInTheDocument())
  expect(block(5, 0)).toBeNull()
})

test('who scrolls finds all of them drawn', async () => {
  await nextWeek()
  expect(block(5, 1)).toBeNull()
  fireEvent.wheel(screen.getByRole('grid'))
  expect(block(5, 1)).toBeInTheDocument()
})

test('a week whose tab stop is in one of them, or in which one is pointed out, is drawn whole', async () => {
  const { user } = await nextWeek()
  weekStore.setState({ place: { row: 6, column: 3, item: 0 } })
  await user.keyboard('{PageUp}')
  expect(block(5, 0)).toBeInTheDocument()
  weekStore.setState({ place: { row: 1, column: 1, item: 0 }, outlined: ['1-5'] })
  await user.keyboard('{PageDown}')
  expect(block(5, 1)).toBeInTheDocument()
})

test('a grid that appears again draws the rows in sight first, the others still empty', async () => {
  const { user } = await nextWeek()
  drawFrame()
  await waitFor(() => expect(block(5, 1)).toBeInTheDocument())
  await user.keyboard('v')
  await user.keyboard('v')
  expect(block(0, 1)).toBeInTheDocument()
  expect(block(5, 1)).toBeNull()
  drawFrame()
  await waitFor(() => expect(block(5, 1)).toBeInTheDocument())
})
