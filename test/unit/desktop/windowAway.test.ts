import { describe, expect, it } from 'vitest'
import { windowAway } from '../../../electron/desktop/windowAway.ts'

/** A window and what happens to it; the tray comes when so many looks were taken. */
function away(trayAfter: number, given: { isVisible?: boolean } = {}) {
  const did: string[] = []
  let looks = 0
  const parts = windowAway({
    window: {
      hide: () => did.push('hide'),
      minimize: () => did.push('minimize'),
      showInactive: () => did.push('show'),
      isDestroyed: () => false,
      isVisible: () => given.isVisible ?? false,
      isMinimized: () => false,
    },
    hasTray: async () => {
      looks += 1
      return looks > trayAfter
    },
    tell: (what) => did.push(`told ${what}`),
    wait: async () => {},
  })
  return { ...parts, did, looks: () => looks }
}

describe('the window out of sight', () => {
  it('closed it goes into the tray, or is minimised where there is none', async () => {
    const [tray, none] = [away(0), away(99)]
    await tray.leaveWindow()
    await none.leaveWindow()
    expect([tray.did, none.did]).toEqual([
      ['hide', 'told tray'],
      ['minimize', 'told minimised'],
    ])
  })

  it('a hidden start stays hidden when the tray comes late, as panels do at login', async () => {
    const late = away(3)
    await late.startHidden()
    expect([late.did, late.looks()]).toEqual([[], 4])
  })

  it('[B2] [N8] a hidden start without a tray is minimised: something must show that it runs', async () => {
    const none = away(99)
    await none.startHidden()
    expect(none.did).toEqual(['show', 'minimize', 'told minimised'])
  })

  it('a window that was brought up meanwhile is left alone', async () => {
    const shown = away(99, { isVisible: true })
    await shown.startHidden()
    expect(shown.did).toEqual([])
  })
})
