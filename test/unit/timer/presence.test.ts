import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { desktopRules } from '../../../electron/desktop/platform.ts'
import { PresenceSource } from '../../../electron/timer/presence.ts'

/** A computer whose system tells of sleep and locks by events, at a time in seconds. */
class Computer extends EventEmitter {
  idle = 0
  state: 'active' | 'idle' | 'locked' | 'unknown' = 'active'
  now = 1000
  getSystemIdleTime = () => this.idle
  getSystemIdleState = () => this.state
}

function on(platform: string) {
  const computer = new Computer()
  const source = new PresenceSource(computer, desktopRules(platform), () => computer.now * 1000)
  let changes = 0
  const stop = source.follow(() => {
    changes += 1
  })
  return { computer, source, stop, changes: () => changes }
}

describe('who is there', () => {
  it('sleep lasts until the system says that it is over', () => {
    const { computer, source, changes } = on('win32')
    computer.emit('suspend')
    expect([source.now().asleep, changes()]).toEqual([true, 1])
    computer.emit('resume')
    expect([source.now().asleep, changes()]).toEqual([false, 2])
  })

  it('or until a key is pressed, where the system does not say so', () => {
    const { computer, source } = on('linux')
    computer.idle = 300
    computer.emit('suspend')
    computer.now += 3600
    computer.idle = 3900
    expect(source.now()).toEqual({ idle: 3900, locked: false, asleep: true })
    computer.idle = 2
    expect(source.now().asleep).toBe(false)
  })

  it.each(['win32', 'darwin'])('on %s a lock is told by events, the state is not asked', (platform) => {
    const { computer, source } = on(platform)
    computer.emit('lock-screen')
    expect(source.now().locked).toBe(true)
    computer.state = 'locked'
    computer.emit('unlock-screen')
    expect(source.now().locked).toBe(false)
  })

  it('on Linux the state is asked', () => {
    const { computer, source } = on('linux')
    computer.state = 'locked'
    expect(source.now().locked).toBe(true)
    computer.state = 'active'
    expect(source.now().locked).toBe(false)
  })

  it('stopped, it listens no more', () => {
    const { computer, stop, changes } = on('linux')
    stop()
    computer.emit('suspend')
    expect([changes(), computer.eventNames()]).toEqual([0, []])
  })
})
