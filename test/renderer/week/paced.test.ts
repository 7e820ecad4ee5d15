import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { paced } from '../../../renderer/week/drag/paced.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** Work that takes so many milliseconds of the clock, and what it was done with. */
function working(cost: number) {
  const done: string[] = []
  const outcomes = paced((about: string) => {
    vi.advanceTimersByTime(cost)
    done.push(about)
  })
  return { done, outcomes }
}

/** Settles after the messages that were sent before. */
function told(): Promise<unknown> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((settle) => {
    port1.onmessage = () => {
      port1.close()
      settle(null)
    }
    port2.postMessage(null)
  })
}

test('the first is done at once, and so is the next where it costs nothing', async () => {
  const { done, outcomes } = working(0)
  outcomes.want('a')
  await Promise.resolve()
  outcomes.want('b')
  expect(done).toEqual(['a', 'b'])
})

test('after dear work what is passed meanwhile is left out, and what is rested on is done', async () => {
  const { done, outcomes } = working(5)
  outcomes.want('a')
  await Promise.resolve()
  outcomes.want('b')
  outcomes.want('c')
  expect(done).toEqual(['a'])
  vi.advanceTimersByTime(149)
  expect(done).toEqual(['a'])
  vi.advanceTimersByTime(1)
  expect(done).toEqual(['a', 'c'])
})

test('drawing what it shows counts as part of it', async () => {
  const frames: FrameRequestCallback[] = []
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((draw) => frames.push(draw))
  const { done, outcomes } = working(2)
  outcomes.want('a')
  await Promise.resolve()
  for (const draw of frames.splice(0)) draw(0)
  vi.advanceTimersByTime(3)
  await told()
  vi.advanceTimersByTime(100)
  outcomes.want('b')
  await Promise.resolve()
  outcomes.want('c')
  vi.advanceTimersByTime(149)
  expect(done).toEqual(['a', 'b'])
  vi.advanceTimersByTime(1)
  expect(done).toEqual(['a', 'b', 'c'])
})

test('no pause is longer than a fifth of a second', async () => {
  const { done, outcomes } = working(400)
  outcomes.want('a')
  await Promise.resolve()
  outcomes.want('b')
  vi.advanceTimersByTime(200)
  expect(done).toEqual(['a', 'b'])
})

test('at rest nothing is wanted any more, and the next is done at once', async () => {
  const { done, outcomes } = working(5)
  outcomes.want('a')
  await Promise.resolve()
  outcomes.want('b')
  outcomes.rest()
  vi.advanceTimersByTime(1000)
  outcomes.want('c')
  expect(done).toEqual(['a', 'c'])
})
