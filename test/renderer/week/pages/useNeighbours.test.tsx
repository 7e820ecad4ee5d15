import { act, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { weekStore } from '../../../../renderer/week/weekStore.ts'
import { week } from '../../../../shared/capacity/week.ts'
import type { Day } from '../../../../shared/time/day.ts'
import { aPlan, aSession } from '../../../support/builders.ts'
import { renderApp } from '../../../support/renderApp.tsx'
import { until } from '../../../support/until.ts'

vi.mock('../../../../shared/capacity/week.ts', async (original) => {
  const engine = await original<typeof import('../../../../shared/capacity/week.ts')>()
  return { ...engine, week: vi.fn(engine.week) }
})

/** What waits for idle time. */
const waiting: IdleRequestCallback[] = []
const idle = () => act(() => waiting.shift()?.({ didTimeout: false, timeRemaining: () => 50 }))
const computed = (): readonly Day[] => [...new Set(vi.mocked(week).mock.calls.map(([, start]) => start))]

// Left in place to the end: what is taken off the page calls off what it waits for.
vi.stubGlobal('requestIdleCallback', (run: IdleRequestCallback) => waiting.push(run))
vi.stubGlobal('cancelIdleCallback', () => {})

test('once a week stands the next one and the one before are computed while nothing else is to do', async () => {
  // The panel beside the grid computes weeks of its own.
  weekStore.setState({ attentionShown: false })
  await renderApp(aPlan({ sessions: [aSession({ start: '2026-12-02T09:00' })] }))
  await screen.findByRole('grid')
  expect(computed()).toEqual(['2026-11-23'])
  await until('the weeks beside it are computed', () => {
    idle()
    return computed().length === 3
  })
  expect(computed()).toEqual(['2026-11-23', '2026-11-30', '2026-11-16'])
})
