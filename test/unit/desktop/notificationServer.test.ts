import { afterEach, describe, expect, it } from 'vitest'
import { fittingButtons, NotificationServer } from '../../../electron/desktop/bus/notificationServer.ts'
import { busAddress } from '../../../electron/desktop/bus/sessionBus.ts'
import type { NotificationContent } from '../../../electron/desktop/notifications.ts'
import { DesktopBus, type DesktopBusOptions } from '../../support/desktopBus.ts'
import { until } from '../../support/until.ts'

const content: NotificationContent = {
  title: 'R&D <b>\0',
  body: 'R&D: 3 < 5 > 4 \ud800',
  stays: true,
  open: 'Open',
  buttons: ['a', 'b', 'c', 'd'].map((key, i) => ({ key, text: key.toUpperCase(), rank: (i + 3) % 4 })),
}

const desktops: DesktopBus[] = []
afterEach(async () => {
  for (const desktop of desktops.splice(0)) await desktop.stop()
})

async function serverOn(options: DesktopBusOptions) {
  const desktop = await DesktopBus.start('server', { tray: false, ...options })
  desktops.push(desktop)
  const faults: unknown[] = []
  const server = new NotificationServer({
    address: desktop.env.DBUS_SESSION_BUS_ADDRESS ?? null,
    desktopEntry: 'headroom',
    picture: { width: 1, height: 1, rgba: Buffer.from([1, 2, 3, 255]) },
    fault: (where) => faults.push(where),
  })
  const heard: string[] = []
  const show = (title = content.title) => {
    const notification = server.create({ ...content, title })
    for (const event of ['click', 'close', 'failed', 'button'] as const)
      notification.on(event, (key) => heard.push(`${event} ${key}`.trim()))
    notification.show()
    return notification
  }
  return { desktop, show, heard, faults }
}

describe('the address of the session bus', () => {
  it.each([
    [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus' }, 'unix:path=/run/user/1000/bus'],
    [{ DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=/tmp/x,guid=1' }, 'unix:abstract=/tmp/x,guid=1'],
    [{ DBUS_SESSION_BUS_ADDRESS: 'tcp:host=a,port=1;unix:path=/b' }, 'unix:path=/b'],
    // Neither another computer nor a program to start.
    [{ DBUS_SESSION_BUS_ADDRESS: 'tcp:host=a,port=1' }, null],
    [{ DBUS_SESSION_BUS_ADDRESS: 'unixexec:path=/bin/sh', XDG_RUNTIME_DIR: '/run' }, null],
    [{ XDG_RUNTIME_DIR: '/run/user/1 0' }, 'unix:path=/run/user/1%200/bus'],
    [{}, null],
  ])('%j', (env, address) => {
    expect(busAddress(env)).toBe(address)
  })
})

describe('buttons', () => {
  it('where there is room for few, those of the lowest rank stay, in their order', () => {
    const keys = (most: number) => fittingButtons(content.buttons, most).map(({ key }) => key)
    expect([keys(4), keys(3), keys(1), keys(0)]).toEqual([['a', 'b', 'c', 'd'], ['b', 'c', 'd'], ['b'], []])
  })
})

describe.runIf(process.platform === 'linux')('notifications over a session bus', () => {
  it('arrive with their buttons, markup escaped; a click, a button and a closing each reach their own', async () => {
    const { desktop, show, heard } = await serverOn({})
    show()
    const [arrived] = await until('it arrives', () => desktop.notifications[0] && desktop.notifications)
    expect(arrived).toMatchObject({
      app: 'Headroom',
      summary: 'R&D <b>',
      body: 'R&amp;D: 3 &lt; 5 &gt; 4 \ufffd',
      actions: ['default', 'a', 'b', 'c', 'd'],
      buttons: ['A', 'B', 'C', 'D'],
      hints: ['desktop-entry', 'image-data', 'urgency'],
      timeout: 0,
    })
    show('second')
    const second = await desktop.notificationWith('second')
    desktop.invoke(second.id, 'c')
    await until('the button is told', () => heard.includes('button c'))
    desktop.invoke(1)
    await until('the click is told', () => heard.includes('click'))
    await until('both are closed', () => heard.filter((one) => one === 'close').length === 2)
    expect(heard).toEqual(['button c', 'close', 'click', 'close'])
  })

  it('a server without markup gets plain text, one without buttons gets none, GNOME gets three', async () => {
    const plain = await serverOn({ capabilities: ['body'] })
    plain.show()
    const arrived = await plain.desktop.notificationWith('R&D')
    expect([arrived.body, arrived.actions]).toEqual(['R&D: 3 < 5 > 4 \ufffd', []])
    const gnome = await serverOn({ server: 'gnome-shell' })
    gnome.show()
    expect((await gnome.desktop.notificationWith('R&D')).buttons).toEqual(['B', 'C', 'D'])
  })

  it('one that is closed before it has arrived goes when it has', async () => {
    const { desktop, show } = await serverOn({})
    show().close()
    await until('it went', () => desktop.notifications[0]?.state === 'closed')
  })

  it('[B1] [N3] where nothing shows notifications each fails, and the next one is tried again', async () => {
    const { desktop, show, heard, faults } = await serverOn({ notifications: false })
    show()
    await until('it failed', () => heard.includes('failed'))
    expect(faults).toEqual(['notification: show'])
    await desktop.restartNotifications()
    show()
    await desktop.notificationWith('R&D')
    expect(heard).toEqual(['failed'])
  })

  it('what a server showed that has ended is closed, and its numbers mean nothing to the next one', async () => {
    const { desktop, show, heard } = await serverOn({})
    show('before')
    await desktop.notificationWith('before')
    await desktop.restartNotifications()
    await until('it is closed', () => heard.includes('close'))
    desktop.invoke(1)
    show('after')
    const after = await desktop.notificationWith('after')
    expect([after.id, heard]).toEqual([1, ['close']])
  })

  it('without a bus each fails', async () => {
    const heard: string[] = []
    const server = new NotificationServer({
      address: null,
      desktopEntry: 'x',
      picture: null,
      fault: () => {},
    })
    const notification = server.create(content)
    notification.on('failed', () => heard.push('failed'))
    notification.show()
    await until('it failed', () => heard.length > 0)
  })
})
