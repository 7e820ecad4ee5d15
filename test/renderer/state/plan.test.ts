import { waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { execute, openPlan, planNow, redo, undo } from '../../../renderer/state/plan.ts'
import { openingState, planStore } from '../../../renderer/state/planStore.ts'
import { toast, toastStore } from '../../../renderer/state/toasts.ts'
import type { Command } from '../../../shared/commands/registry.ts'
import { findSession } from '../../../shared/plan/plan.ts'
import { aClient, anEngagement, aPlan, aSession } from '../../support/builders.ts'
import { installBridge } from '../../support/fakeBridge.ts'

const early = aSession({ id: 'early', start: '2019-05-06T09:00' })

async function opened(late: readonly string[] = []) {
  const plan = aPlan({ clients: [aClient()], engagements: [anEngagement()], sessions: [aSession(), early] })
  const main = installBridge({ plan })
  main.lateYears = late
  stop = openPlan()
  await waitFor(() => expect(planStore.getState().status).toBe('open'))
  return main
}

let stop = () => {}
afterEach(() => {
  stop()
  planStore.setState(openingState, true)
  toastStore.setState({ toasts: [] })
})

const move = (start: string, sessionId = 'session-1'): Command => ({
  type: 'session/move',
  moves: [{ occurrence: { sessionId, original: null }, start }],
})
const startOf = (id: string) => findSession(planNow(), id)?.start

test('a command shows at once and is confirmed by the broadcast', async () => {
  const main = await opened()
  main.hold()
  const reply = execute(move('2026-11-25T10:00'))
  expect(startOf('session-1')).toBe('2026-11-25T10:00')
  expect(planStore.getState().pending).toHaveLength(1)
  expect(findSession(planStore.getState().confirmed, 'session-1')?.start).toBe('2026-11-23T09:00')
  await waitFor(() => expect(main.rev).toBe(2))
  main.release()
  expect(await reply).toEqual({ ok: true, rev: 2 })
  expect(planStore.getState()).toMatchObject({ rev: 2, pending: [], confirmed: main.plan })
})

test('the confirmed plan keeps the references that the prediction put on the screen', async () => {
  const main = await opened()
  main.hold()
  const reply = execute(move('2026-11-25T10:00'))
  const predicted = planNow()
  await waitFor(() => expect(main.rev).toBe(2))
  main.release()
  await reply
  expect(planNow()).toBe(predicted)
})

test('a refusal takes the prediction away and says why', async () => {
  const main = await opened()
  main.refuseNext = { path: ['id'], code: 'session-gone', params: {} }
  const reply = execute(move('2026-11-25T10:00'))
  expect(startOf('session-1')).toBe('2026-11-25T10:00')
  expect((await reply).ok).toBe(false)
  expect(startOf('session-1')).toBe('2026-11-23T09:00')
  expect(toastStore.getState().toasts).toEqual([
    { id: expect.any(String), text: expect.stringMatching(/session/i), tone: 'over' },
  ])
})

test('one refused among several pending takes only itself away', async () => {
  const main = await opened()
  main.hold()
  const first = execute(move('2026-11-25T10:00'))
  await waitFor(() => expect(main.rev).toBe(2))
  main.refuseNext = { path: [], code: 'session-gone', params: {} }
  const second = execute(move('2026-11-26T11:00', 'early'))
  const third = execute({ type: 'settings/change', change: { reserveMinutes: 90 } })
  await waitFor(() => expect(main.rev).toBe(3))
  main.release()
  expect((await Promise.all([first, second, third])).map((reply) => reply.ok)).toEqual([true, false, true])
  expect([startOf('session-1'), startOf('early'), planNow().practice.settings.reserveMinutes]).toEqual([
    '2026-11-25T10:00',
    '2019-05-06T09:00',
    90,
  ])
  expect(planNow()).toEqual(main.plan)
})

test('what this window knows to be impossible is refused without asking main', async () => {
  const main = await opened()
  const reply = await execute(move('2026-11-25T10:00', 'nobody'))
  expect(reply).toMatchObject({ ok: false, refusal: { code: 'session-gone' } })
  expect(main.requests.filter(({ name }) => name === 'plan/execute')).toEqual([])
})

test('a payload that its schema refuses is refused with the field', async () => {
  const main = await opened()
  const reply = await execute({
    type: 'session/change',
    id: 'session-1',
    scope: { kind: 'all' },
    change: { minutes: 0 },
  })
  expect(reply).toEqual({
    ok: false,
    refusal: { path: ['change', 'minutes'], code: 'minutes-positive', params: {} },
  })
  expect(main.rev).toBe(1)
})

test('a missed broadcast loads the plan again', async () => {
  const main = await opened()
  main.hold()
  void main.request('plan/execute', { id: 'elsewhere', command: move('2026-11-27T09:00') as never })
  await waitFor(() => expect(main.rev).toBe(2))
  main.lose()
  await execute({ type: 'settings/change', change: { reserveMinutes: 60 } })
  await waitFor(() => expect(planStore.getState().rev).toBe(3))
  expect(planNow()).toEqual(main.plan)
  expect(planStore.getState().pending).toEqual([])
  expect(main.requests.filter(({ name }) => name === 'plan/open')).toHaveLength(2)
})

test('undo and redo come back as changes, and what they would do is known', async () => {
  const main = await opened()
  await execute(move('2026-11-25T10:00'))
  expect(planStore.getState().history).toEqual({
    undo: { type: 'session/move', subject: 'Platform roadmap' },
    redo: null,
  })
  await undo()
  expect(startOf('session-1')).toBe('2026-11-23T09:00')
  await redo()
  expect(startOf('session-1')).toBe('2026-11-25T10:00')
  expect(planNow()).toEqual(main.plan)
})

test('nothing to undo is said, not thrown', async () => {
  await opened()
  expect((await undo()).ok).toBe(false)
  expect(toastStore.getState().toasts).toHaveLength(1)
})

test('[W4] years that were left out come when the first screen has stood for a moment', async () => {
  const main = await opened(['2019'])
  await waitFor(() => expect(planStore.getState().complete).toBe(true))
  expect(planNow()).toEqual(main.plan)
})

test('a change of a year that is not here yet loads the plan again', async () => {
  vi.stubGlobal('requestAnimationFrame', () => 0)
  try {
    const main = await opened(['2019'])
    const reply = await execute(move('2019-05-07T09:00', 'early'))
    expect(reply).toEqual({ ok: true, rev: 2 })
    await waitFor(() => expect(planStore.getState().rev).toBe(2))
    expect(startOf('session-1')).toBe('2026-11-23T09:00')
    expect(main.requests.filter(({ name }) => name === 'plan/open')).toHaveLength(2)
  } finally {
    vi.unstubAllGlobals()
  }
})

test('an offer to undo goes when another step becomes the last', async () => {
  await opened()
  await execute(move('2026-11-25T10:00'))
  toast({ text: 'moved', tone: 'done', action: { label: 'Undo', run: () => {} }, ofLastStep: true })
  toast({ text: 'told', tone: 'watch' })
  await execute(move('2026-11-26T10:00'))
  expect(toastStore.getState().toasts.map(({ text }) => text)).toEqual(['told'])
})

const manySessions = (count: number): Command => ({
  type: 'calendar/import',
  calendar: 'Work',
  sessions: Array.from({ length: count }, (_, i) => aSession({ id: `imported-${i}` })),
  timeOff: [{ id: 'off', title: 'Skiing', from: '2026-12-14', to: '2026-12-18', part: null, source: null }],
  dayNotes: [],
  removed: { sessions: ['early'], timeOff: [], dayNotes: [] },
  restored: [],
  rules: { put: [], removed: [] },
})

test('a command of thousands of records crosses in parts, is predicted, and confirmed without coming back', async () => {
  const main = await opened()
  const command = manySessions(1500)
  expect((await execute(command)).ok).toBe(true)
  const asked = main.requests.filter(({ name }) => name.startsWith('plan/execute'))
  expect(asked.length).toBeGreaterThan(2)
  expect(new Set(asked.map(({ name }) => name))).toEqual(new Set(['plan/executePart']))
  expect(main.requests.filter(({ name }) => name === 'plan/open')).toHaveLength(1)
  expect(planStore.getState()).toMatchObject({ rev: 2, pending: [], confirmed: main.plan })
  expect([startOf('imported-1499'), startOf('early')]).toEqual(['2026-11-23T09:00', undefined])
  await undo()
  expect([startOf('imported-0'), startOf('early')]).toEqual([undefined, '2019-05-06T09:00'])
})

test('a window that did not predict a change of thousands loads the plan anew', async () => {
  const main = await opened()
  main.emit('plan/changed', {
    rev: 2,
    patches: null,
    commandId: 'of-another',
    history: { undo: null, redo: null },
  })
  await waitFor(() => expect(main.requests.filter(({ name }) => name === 'plan/open')).toHaveLength(2))
})
