import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WatchMemory } from '../../../electron/timer/memory.ts'
import { TimerWatch } from '../../../electron/timer/timerWatch.ts'
import type { Timer } from '../../../shared/plan/timer.ts'
import { anEngagement, aPlan } from '../../support/builders.ts'
import { aTimer } from './aTimer.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.setSystemTime('2026-11-24T08:00:00Z')
})
afterEach(() => {
  vi.useRealTimers()
})

const MINUTE = 60_000
const clock = (second: number) => new Date(second * 1000).toISOString().slice(11, 19)

/** A watch over a memory file in a variable, on the faked clock; somebody is at the keys unless `presence` says no. */
function watching(timer: Timer | null, file: { text: string | null; refuses?: boolean } = { text: null }) {
  const log: string[] = []
  const state = { timer, presence: { idle: 0, locked: false, asleep: false } }
  const memory = new WatchMemory(
    {
      read: () => file.text,
      write: async (text) => {
        if (file.refuses === true) throw new Error('ENOSPC')
        file.text = text
      },
    },
    (where) => log.push(where),
  )
  const watch = new TimerWatch({
    plan: () => {
      const plan = aPlan({ engagements: [anEngagement()] })
      return { ...plan, practice: { ...plan.practice, timer: state.timer } }
    },
    now: () => Date.now(),
    presence: () => state.presence,
    memory,
    changed: (gaps) =>
      log.push(gaps.map(({ from, to, why }) => `${clock(from)}–${clock(to)} ${why}`).join(' ')),
    long: ({ entryId }) => log.push(`long ${entryId}`),
  })
  return { watch, log, state, file }
}

/** The heartbeat of a timer on disk. */
const seenAt = (file: { text: string | null }) => {
  const { watches } = JSON.parse(file.text ?? '{"watches":[]}') as { watches: { seenAt: number }[] }
  return watches.map((watch) => clock(watch.seenAt))
}

describe('the watch of the timer', () => {
  it('a heartbeat is on disk every minute, and none is made while no timer runs', async () => {
    const { watch, state, file } = watching(aTimer())
    watch.start()
    await vi.advanceTimersByTimeAsync(10 * MINUTE + 1000)
    expect(seenAt(file)).toEqual(['08:10:00'])
    state.timer = null
    watch.look()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('killed and started an hour later, it asks about that hour once somebody is there, and again after the next start', async () => {
    const first = watching(aTimer())
    first.watch.start()
    await vi.advanceTimersByTimeAsync(30 * MINUTE)
    vi.clearAllTimers()
    vi.setSystemTime('2026-11-24T09:30:00Z')
    const second = watching(aTimer(), first.file)
    second.watch.start()
    expect(second.log).toEqual(['08:30:00–09:30:00 closed'])
    await vi.advanceTimersByTimeAsync(MINUTE)
    vi.clearAllTimers()
    vi.setSystemTime('2026-11-24T09:31:10Z')
    const third = watching(aTimer(), second.file)
    third.watch.start()
    expect(third.log).toEqual(['08:30:00–09:30:00 closed'])
  })

  it('quit leaves the last second on disk', async () => {
    const { watch, file } = watching(aTimer())
    watch.start()
    await vi.advanceTimersByTimeAsync(20_000)
    await watch.stop()
    expect([seenAt(file), vi.getTimerCount()]).toEqual([['08:00:20'], 0])
  })

  it('an answer that it was work takes the gap away, over a restart too, and Undo of it brings it back', async () => {
    const first = watching(aTimer(), { text: null })
    first.watch.start()
    vi.setSystemTime('2026-11-24T09:00:00Z')
    await vi.advanceTimersByTimeAsync(15_000)
    const kept = aTimer({ keptThrough: '2026-11-24T09:00:15Z' })
    first.state.timer = kept
    first.watch.look()
    expect(first.log).toEqual(['08:00:00–09:00:15 asleep', ''])
    await first.watch.stop()
    const second = watching(kept, first.file)
    second.watch.start()
    expect(second.log).toEqual([])
    second.state.timer = aTimer()
    second.watch.look()
    expect(second.log).toEqual(['08:00:00–09:00:15 asleep'])
  })

  it('a timer that Undo brings back brings its gap back', async () => {
    const { watch, state, log } = watching(aTimer())
    watch.start()
    vi.setSystemTime('2026-11-24T09:00:00Z')
    await vi.advanceTimersByTimeAsync(15_000)
    state.timer = aTimer({ entryId: 'timer-2', startedAt: '2026-11-24T09:00:15Z' })
    watch.look()
    state.timer = aTimer()
    watch.look()
    expect(log).toEqual(['08:00:00–09:00:15 asleep', '', '08:00:00–09:00:15 asleep'])
  })

  it('warns once that it runs for long, also over a restart', async () => {
    const timer = aTimer({ startedAt: '2026-11-23T22:30:00Z' })
    const first = watching(timer)
    first.watch.look()
    await vi.advanceTimersByTimeAsync(29 * MINUTE)
    expect(first.log).toEqual([])
    await vi.advanceTimersByTimeAsync(2 * MINUTE)
    expect(first.log).toEqual(['long timer-1'])
    await first.watch.stop()
    const second = watching(timer, first.file)
    second.watch.start()
    await vi.advanceTimersByTimeAsync(60 * MINUTE)
    expect(second.log).toEqual([])
  })

  it('a disk that refuses is reported, and the next heartbeat tries again', async () => {
    const file = { text: null, refuses: true }
    const { watch, log } = watching(aTimer(), file)
    watch.start()
    await vi.advanceTimersByTimeAsync(MINUTE)
    file.refuses = false
    await vi.advanceTimersByTimeAsync(MINUTE)
    expect([log[0], seenAt(file)]).toEqual(['timer: keep', ['08:02:00']])
  })

  it.each(['', '{', '[]', '{"version":2}', '{"version":1,"watches":[{"entryId":1}]}'])(
    'a file with %j counts as lost: all since the start is asked about',
    (text) => {
      vi.setSystemTime('2026-11-24T09:00:00Z')
      const { watch, log } = watching(aTimer(), { text })
      watch.start()
      expect(log).toEqual(['timer: read', '08:00:00–09:00:00 closed'])
    },
  )
})
