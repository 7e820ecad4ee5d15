import type { NotificationConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { Notifications, type ShownNotification } from '../../../electron/desktop/notifications.ts'
import { desktopRules } from '../../../electron/desktop/platform.ts'
import type { Message } from '../../../shared/reminders/message.ts'

/** Stands in for Electron's Notification, which needs a running Electron. */
class FakeNotification implements ShownNotification {
  readonly #listeners = new Map<string, () => void>()
  readonly did: string[] = []
  readonly options: NotificationConstructorOptions
  constructor(options: NotificationConstructorOptions) {
    this.options = options
  }
  on(event: string, listen: () => void): void {
    this.#listeners.set(event, listen)
  }
  emit(event: string): void {
    this.#listeners.get(event)?.()
  }
  show(): void {
    this.did.push('shown')
  }
  close(): void {
    this.did.push('closed')
    this.emit('close')
  }
}

const message = (title: string, until: number | null = null, body = 'Northwind'): Message => ({
  title,
  body,
  about: { occurrence: title, day: '2026-11-24' },
  keys: until === null ? [] : [`${title}|10`],
  until,
})

function on(platform: string) {
  const made: FakeNotification[] = []
  const events: string[] = []
  const notifications = new Notifications({
    create: (options) => {
      const notification = new FakeNotification(options)
      made.push(notification)
      return notification
    },
    rules: desktopRules(platform),
    icon: 'mark',
    clicked: ({ title }) => events.push(`clicked ${title}`),
    changed: () => {},
    failed: ({ title }) => events.push(`failed ${title}`),
  })
  return { made, events, notifications }
}

describe('where desktops differ', () => {
  const table = [
    { platform: 'linux', body: 'R&amp;D: 3 &lt; 5 &gt; 4 "q" \'a\'', icon: 'mark' },
    { platform: 'freebsd', body: 'R&amp;D: 3 &lt; 5 &gt; 4 "q" \'a\'', icon: 'mark' },
    { platform: 'win32', body: 'R&D: 3 < 5 > 4 "q" \'a\'', icon: 'mark' },
    { platform: 'darwin', body: 'R&D: 3 < 5 > 4 "q" \'a\'', icon: undefined },
  ]
  for (const { platform, body, icon } of table)
    it(`${platform}: the body is ${body}, the title as it is`, () => {
      const { made, notifications } = on(platform)
      notifications.show(message('R&D <b>', null, 'R&D: 3 < 5 > 4 "q" \'a\''))
      expect(made.map(({ options, did }) => [options.title, options.body, options.icon, did])).toEqual([
        ['R&D <b>', body, icon, ['shown']],
      ])
    })

  it('every platform doubles the & of a label, which would mark a key', () => {
    for (const platform of ['linux', 'win32', 'darwin'])
      expect(desktopRules(platform).menuLabel('R&D && more')).toBe('R&&D &&&& more')
  })

  it('only Windows needs an application id, only Linux has to be asked for a tray, only macOS wants a shape', () => {
    const facts = ['linux', 'win32', 'darwin'].map((platform) => {
      const { appUserModelId, trayHost, trayPicture, trayClickOpens } = desktopRules(platform)
      return [appUserModelId, trayHost, trayPicture, trayClickOpens]
    })
    expect(facts).toEqual([
      [null, 'ask', '', true],
      ['app.headroom.planner', 'always', '', true],
      [null, 'always', 'Template', false],
    ])
  })
})

describe('notifications', () => {
  it('a reminder stays until it is answered, news may go by itself', () => {
    const { made, notifications } = on('linux')
    notifications.show(message('reminder', 100))
    notifications.show(message('news'))
    expect(made.map(({ options }) => options.timeoutType)).toEqual(['never', 'default'])
  })

  it('a click is told once, and so is a failure', () => {
    const { made, events, notifications } = on('linux')
    notifications.show(message('a'))
    notifications.show(message('b'))
    made[0]?.emit('click')
    made[0]?.emit('close')
    made[1]?.emit('failed')
    made[1]?.emit('failed')
    expect(events).toEqual(['clicked a', 'failed b'])
  })

  it('a reminder goes when its session is over, news do not', () => {
    const { made, notifications } = on('linux')
    notifications.show(message('a', 100))
    notifications.show(message('b', 101))
    notifications.show(message('news'))
    notifications.closeOver(100)
    expect(made.map(({ did }) => did.join(' '))).toEqual(['shown closed', 'shown', 'shown'])
  })

  it('the reminders that stand are known by their keys until they are answered, and can be put away together', () => {
    const { made, notifications } = on('linux')
    notifications.show(message('a', 100))
    notifications.show(message('b', 100))
    notifications.show(message('news'))
    made[0]?.emit('close')
    expect(notifications.standing()).toEqual(['b|10'])
    notifications.closeReminders()
    expect(made.map(({ did }) => did.join(' '))).toEqual(['shown', 'shown closed', 'shown'])
    expect(notifications.standing()).toEqual([])
  })

  it('one that was answered is not closed again', () => {
    const { made, notifications } = on('linux')
    notifications.show(message('a', 100))
    made[0]?.emit('close')
    notifications.closeAll()
    expect(made[0]?.did).toEqual(['shown'])
  })

  it('at most twenty stand: the oldest goes', () => {
    const { made, notifications } = on('linux')
    for (let i = 0; i < 22; i += 1) notifications.show(message(`${i}`, 100))
    expect(made.map(({ did }) => did.at(-1)).filter((last) => last === 'closed')).toHaveLength(2)
    expect(made.slice(0, 2).every(({ did }) => did.at(-1) === 'closed')).toBe(true)
  })
})
