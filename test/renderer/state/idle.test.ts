import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { inSlices } from '../../../renderer/state/idle.ts'

/** What waits for idle time; running it gives as many checks of the time left as `checks` says. */
let waiting = new Map<number, IdleRequestCallback>()

beforeEach(() => {
  waiting = new Map()
  let next = 0
  vi.stubGlobal('requestIdleCallback', (run: IdleRequestCallback) => {
    waiting.set(++next, run)
    return next
  })
  vi.stubGlobal('cancelIdleCallback', (handle: number) => waiting.delete(handle))
})
afterEach(() => vi.unstubAllGlobals())

function idleFor(checks: number): void {
  const [entry] = waiting
  if (entry === undefined) throw new Error('nothing waits')
  waiting.delete(entry[0])
  let left = checks
  entry[1]({ didTimeout: false, timeRemaining: () => left-- })
}

function* steps(taken: number[], count: number): Generator<undefined, string> {
  for (let i = 1; i <= count; i++) {
    taken.push(i)
    yield
  }
  return 'found'
}

test('a search takes a step at least in each slice, and more while there is time', () => {
  const taken: number[] = []
  const found: string[] = []
  inSlices(
    () => steps(taken, 4),
    (one) => found.push(one),
  )
  expect(taken).toEqual([])
  idleFor(0)
  expect(taken).toEqual([1])
  idleFor(1)
  expect([taken, found]).toEqual([[1, 2, 3], []])
  idleFor(9)
  expect([taken, found, waiting.size]).toEqual([[1, 2, 3, 4], ['found'], 0])
})

test('a search that is called off takes no step more, before its first slice or between two', () => {
  const taken: number[] = []
  inSlices(
    () => steps(taken, 4),
    () => {},
  )()
  expect([taken, waiting.size]).toEqual([[], 0])
  const stop = inSlices(
    () => steps(taken, 4),
    () => {},
  )
  idleFor(0)
  stop()
  expect([taken, waiting.size]).toEqual([[1], 0])
})
