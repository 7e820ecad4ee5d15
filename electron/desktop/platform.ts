/** Where Linux, Windows and macOS differ for the tray and notifications. Nothing else asks which one it is. */

export type Platform = 'linux' | 'win32' | 'darwin'

export interface DesktopRules {
  /** The identity that Windows wants before it shows a toast; equal to the installer's shortcut. Null elsewhere. */
  readonly appUserModelId: string | null
  /** Who shows notifications: Electron, or the session bus itself, since Electron has no buttons on Linux. */
  readonly notifiesBy: 'electron' | 'bus'
  /** Whether a notification takes a picture; macOS always shows the app's own. */
  readonly notificationIcon: boolean
  /** The suffix of the tray's pictures: macOS colours a black shape itself, the others show colours as they are. */
  readonly trayPicture: '' | 'Template'
  /** Which of the tray's pictures to give, by pixels, and for which scale of the screen. */
  readonly traySizes: Readonly<Record<number, number>>
  /** Where the number of what needs attention stands: drawn into the icon, or as text beside it. */
  readonly trayNumber: 'inside' | 'beside'
  /** Whether there is always a place for tray icons, or whether the desktop has to be asked. */
  readonly trayHost: 'always' | 'ask'
  /** Whether a click on the icon opens the window; on macOS it opens the menu. */
  readonly trayClickOpens: boolean
  /** Whether the system tells that the screen is locked; elsewhere it has to be asked (Electron's powerMonitor). */
  readonly tellsLock: boolean
  /** Plain text as the label of a menu item: `&` would mark the next letter as its key. */
  readonly menuLabel: (text: string) => string
}

/** The name of the app's desktop file on Linux, without `.desktop`, as the packages install it. */
export const desktopEntry = 'headroom'

/** The id of the app as the installer registers it (electron-builder's `appId`). */
export const appId = 'app.headroom.planner'

const doubleAmpersand = (text: string) => text.replaceAll('&', '&&')

const rules: Record<Platform, DesktopRules> = {
  linux: {
    appUserModelId: null,
    notifiesBy: 'bus',
    notificationIcon: true,
    trayPicture: '',
    trayNumber: 'inside',
    // A panel takes the one picture as it is and scales it to its own height, mostly 22 to 32 pixels.
    traySizes: { 32: 1 },
    trayHost: 'ask',
    trayClickOpens: true,
    tellsLock: false,
    menuLabel: doubleAmpersand,
  },
  win32: {
    appUserModelId: appId,
    notifiesBy: 'electron',
    notificationIcon: true,
    trayPicture: '',
    trayNumber: 'inside',
    traySizes: { 16: 1, 20: 1.25, 24: 1.5, 32: 2, 48: 3 },
    trayHost: 'always',
    trayClickOpens: true,
    tellsLock: true,
    menuLabel: doubleAmpersand,
  },
  darwin: {
    appUserModelId: null,
    notifiesBy: 'electron',
    notificationIcon: false,
    trayPicture: 'Template',
    trayNumber: 'beside',
    traySizes: { 16: 1, 32: 2 },
    trayHost: 'always',
    trayClickOpens: false,
    tellsLock: true,
    menuLabel: doubleAmpersand,
  },
}

/** The rules of a platform as Node names it; what is neither Windows nor macOS is taken for Linux. */
export function desktopRules(platform: string): DesktopRules {
  return rules[platform === 'win32' || platform === 'darwin' ? platform : 'linux']
}
