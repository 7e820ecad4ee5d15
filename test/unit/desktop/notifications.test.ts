import { describe, expect, it } from 'vitest'
import { electronOptions } from '../../../electron/desktop/electronOptions.ts'
import {
  type NotificationContent,
  Notifications,
  type ShownNotification,
} from '../../../electron/desktop/notifications.ts'
import { desktopRules } from '../../../electron/desktop/platform.ts'
import type { Message } from '../../../shared/reminders/message.ts'
import { actionsOf } from '../../../shared/reminders/messageActions.ts'
import { formatIn } from '../../../shared/words/format.ts'
import { wordsIn } from '../../../shared/words/words.ts'

/** Stands in for a desktop's notification. */
class FakeNotification implements ShownNotification {
  readonly #listeners = new Map<string, (key: string) => void>()
  readonly did: string[] = []
  readonly content: NotificationContent
  constructor(content: NotificationContent) {
    this.content = content
  }
  on(event: string, listen: (key: string) => void): void {
    this.#listeners.set(event, listen)
  }
  emit(event: string, key = ''): void {
    this.#listeners.get(event)?.(key)
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

const speech = { words: wordsIn('en'), format: formatIn('en', 'en-GB') }

function shown() {
  const made: FakeNotification[] = []
  const events: string[] = []
  const notifications = new Notifications({
    create: (content) => {
      const notification = new FakeNotification(content)
      made.push(notification)
      return notification
    },
    actions: (message) => actionsOf(message, speech),
    open: () => 'Open',
    pressed: ({ title }, act) => events.push(`${title}: ${JSON.stringify(act)}`),
    clicked: ({ title }) => events.push(`clicked ${title}`),
    changed: () => {},
    failed: ({ title }) => events.push(`failed ${title}`),
  })
  return { made, events, notifications }
}

describe('where desktops differ', () => {
  const content: NotificationContent = {
    title: 'R&D <b>',
    body: 'R&D: 3 < 5',
    stays: true,
    open: 'Open',
    buttons: [{ key: 'done', text: 'Mark done', rank: 1 }],
  }
  const given = {
    title: 'R&D <b>',
    body: 'R&D: 3 < 5',
    timeoutType: 'never',
    urgency: 'normal',
    actions: [{ type: 'button', text: 'Mark done' }],
  }

  it('Windows takes a picture, macOS shows its own; text and buttons are as they are', () => {
    expect(electronOptions(content, desktopRules('win32'), 'mark')).toEqual({ ...given, icon: 'mark' })
    expect(electronOptions(content, desktopRules('darwin'), 'mark')).toEqual(given)
    const news = electronOptions({ ...content, stays: false, buttons: [] }, desktopRules('darwin'), 'mark')
    expect([news.timeoutType, news.actions]).toEqual(['default', []])
  })

  it('Linux and its relatives speak to the session bus themselves', () => {
    const by = ['linux', 'freebsd', 'win32', 'darwin'].map((platform) => desktopRules(platform).notifiesBy)
    expect(by).toEqual(['bus', 'bus', 'electron', 'electron'])
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
    const { made, notifications } = shown()
    notifications.show(message('reminder', 100))
    notifications.show(message('news'))
    expect(made.map(({ content }) => content.stays)).toEqual([true, false])
  })

  it('a click is told once, and so is a failure', () => {
    const { made, events, notifications } = shown()
    notifications.show(message('a'))
    notifications.show(message('b'))
    made[0]?.emit('click')
    made[0]?.emit('close')
    made[1]?.emit('failed')
    made[1]?.emit('failed')
    expect(events).toEqual(['clicked a', 'failed b'])
  })

  it('a button is told once with what it does, and its notification goes', () => {
    const { made, events, notifications } = shown()
    notifications.show(message('a', 100))
    const [a] = made
    expect(a?.content.buttons.map(({ text }) => text.replaceAll('\u00a0', ' '))).toEqual([
      'Again in 5 min',
      'Again in 10 min',
      'Again in 15 min',
      'Start timer',
      'Mark done',
    ])
    a?.emit('button', 'nothing')
    a?.emit('button', 'snooze-10')
    a?.emit('button', 'snooze-10')
    a?.emit('click')
    expect(events).toEqual(['a: {"do":"snooze","minutes":10}'])
    expect(a?.did).toEqual(['shown', 'closed'])
    expect(notifications.standing()).toEqual([])
  })

  it('what only tells something has no buttons, several sessions can only be asked for again', () => {
    const several = { ...message('a', 100), keys: ['a|10', 'b|10'] }
    expect(actionsOf(several, speech).map(({ key }) => key)).toEqual(['snooze-5', 'snooze-10', 'snooze-15'])
    expect(actionsOf({ ...message('a', 100), about: null }, speech)).toHaveLength(3)
    expect(actionsOf(message('news'), speech)).toEqual([])
  })

  it('a reminder goes when its session is over, news do not', () => {
    const { made, notifications } = shown()
    notifications.show(message('a', 100))
    notifications.show(message('b', 101))
    notifications.show(message('news'))
    notifications.closeOver(100)
    expect(made.map(({ did }) => did.join(' '))).toEqual(['shown closed', 'shown', 'shown'])
  })

  it('the reminders that stand are known by their keys until they are answered, and can be put away together', () => {
    const { made, notifications } = shown()
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
    const { made, notifications } = shown()
    notifications.show(message('a', 100))
    made[0]?.emit('close')
    notifications.closeAll()
    expect(made[0]?.did).toEqual(['shown'])
  })

  it('at most twenty stand: the oldest goes', () => {
    const { made, notifications } = shown()
    for (let i = 0; i < 22; i += 1) notifications.show(message(`${i}`, 100))
    expect(made.map(({ did }) => did.at(-1)).filter((last) => last === 'closed')).toHaveLength(2)
    expect(made.slice(0, 2).every(({ did }) => did.at(-1) === 'closed')).toBe(true)
  })
})
