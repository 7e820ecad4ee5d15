import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { collectMain, collectPage, giveBackAtRest } from '../../../electron/giveBack.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function resting() {
  const window = Object.assign(new EventEmitter(), { webContents: new EventEmitter() })
  const collect = vi.fn()
  giveBackAtRest(window, collect)
  return { window, collect }
}

test('[W3] memory is given back when nothing was done for ten seconds after the start', () => {
  const { window, collect } = resting()
  vi.advanceTimersByTime(9_000)
  window.webContents.emit('input-event')
  vi.advanceTimersByTime(9_999)
  expect(collect).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(collect).toHaveBeenCalledTimes(1)
  // Later use of the window is not watched.
  expect(window.webContents.listenerCount('input-event')).toBe(0)
})

test('[W3] and each time the window went into the tray, unless it is used again by then', () => {
  const { window, collect } = resting()
  vi.advanceTimersByTime(10_000)
  window.emit('hide')
  vi.advanceTimersByTime(9_999)
  window.webContents.emit('input-event')
  vi.advanceTimersByTime(9_999)
  expect(collect).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1)
  expect(collect).toHaveBeenCalledTimes(2)
  window.emit('hide')
  window.emit('hide')
  expect(window.webContents.listenerCount('input-event')).toBe(1)
})

test('what is out of reach in main is collected', async () => {
  const lost = new WeakRef({ name: 'lost' })
  const held = { name: 'held' }
  const known = new WeakRef(held)
  // What a weak reference was made to is held until the end of the turn.
  await new Promise((next) => setImmediate(next))
  await collectMain()
  expect([lost.deref(), known.deref()]).toEqual([undefined, held])
})

test('a page is left as it was, also where it cannot be asked', async () => {
  const asked: string[] = []
  const contents = (isAttached: boolean, answer: () => Promise<unknown>) => ({
    isDestroyed: () => false,
    debugger: {
      isAttached: () => isAttached,
      attach: () => asked.push('attach'),
      sendCommand: (command: string) => {
        asked.push(command)
        return answer()
      },
      detach: () => asked.push('detach'),
    },
  })
  await collectPage(contents(true, async () => {}))
  expect(asked).toEqual([])
  await collectPage(contents(false, async () => {}))
  await expect(collectPage(contents(false, () => Promise.reject(new Error('gone'))))).rejects.toThrow('gone')
  const whole = ['attach', 'HeapProfiler.collectGarbage', 'detach']
  expect(asked).toEqual([...whole, ...whole])
})
