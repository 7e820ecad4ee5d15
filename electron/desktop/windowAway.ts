import type { BrowserWindow } from 'electron'

export interface WindowAwayParts {
  readonly window: Pick<
    BrowserWindow,
    'hide' | 'minimize' | 'showInactive' | 'isDestroyed' | 'isVisible' | 'isMinimized'
  >
  /** Whether something shows the app's icon now. */
  readonly hasTray: () => Promise<boolean>
  /** Says what happened to the window, once on this computer. */
  readonly tell: (what: 'tray' | 'minimised') => void
  /** Resolves after some milliseconds; a test does not wait. */
  readonly wait?: (milliseconds: number) => Promise<void>
}

/** The window out of sight, and a way back to it. */
export interface WindowAway {
  /** Puts the window away: into the tray where there is one, otherwise it is minimised. Says so the first time. */
  readonly leaveWindow: () => Promise<void>
  /** The app started without showing the window: where no tray comes to show its icon, the window is minimised. */
  readonly startHidden: () => Promise<void>
}

/** At login the panel starts together with the app: milliseconds after which it is looked for again. */
const LOOKS = [0, 2000, 4000, 8000]

/** Never lets the window go where nobody finds it. */
export function windowAway({ window, hasTray, tell, wait = pause }: WindowAwayParts): WindowAway {
  return {
    leaveWindow: async () => {
      const isTray = await hasTray()
      if (window.isDestroyed()) return
      if (isTray) window.hide()
      else window.minimize()
      tell(isTray ? 'tray' : 'minimised')
    },
    startHidden: async () => {
      for (const milliseconds of LOOKS) {
        await wait(milliseconds)
        if (await hasTray()) return
        if (window.isDestroyed() || window.isVisible() || window.isMinimized()) return
      }
      // One that was never shown cannot be minimised.
      window.showInactive()
      window.minimize()
      tell('minimised')
    },
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref())
}
