/** Where Linux, Windows and macOS differ for the tray and notifications. Nothing else asks which one it is. */

export type Platform = 'linux' | 'win32' | 'darwin'

export interface DesktopRules {
  /** The identity that Windows wants before it shows a toast; equal to the installer's shortcut. Null elsewhere. */
  readonly appUserModelId: string | null
  /** Plain text as the desktop wants it in the body of a notification. */
  readonly notificationBody: (text: string) => string
  /** Whether a notification takes a picture; macOS always shows the app's own. */
  readonly notificationIcon: boolean
  /** The suffix of the tray's pictures: macOS colours a black shape itself, the others show colours as they are. */
  readonly trayPicture: '' | 'Template'
  /** Which of the tray's pictures to give, by pixels, and for which scale of the screen. */
  readonly traySizes: Readonly<Record<number, number>>
  /** Whether there is always a place for tray icons, or whether the desktop has to be asked. */
  readonly trayHost: 'always' | 'ask'
  /** Whether a click on the icon opens the window; on macOS it opens the menu. */
  readonly trayClickOpens: boolean
  /** Whether the system tells that the screen is locked; elsewhere it has to be asked (Electron's powerMonitor). */
  readonly tellsLock: boolean
  /** Plain text as the label of a menu item: `&` would mark the next letter as its key. */
  readonly menuLabel: (text: string) => string
}

/** The id of the app as the installer registers it (electron-builder's `appId`). */
export const appId = 'app.headroom.planner'

const doubleAmpersand = (text: string) => text.replaceAll('&', '&&')
const unchanged = (text: string) => text

const rules: Record<Platform, DesktopRules> = {
  linux: {
    appUserModelId: null,
    notificationBody: escapeMarkup,
    notificationIcon: true,
    trayPicture: '',
    // A panel takes the one picture as it is and scales it to its own height, mostly 22 to 32 pixels.
    traySizes: { 32: 1 },
    trayHost: 'ask',
    trayClickOpens: true,
    tellsLock: false,
    menuLabel: doubleAmpersand,
  },
  win32: {
    appUserModelId: appId,
    notificationBody: unchanged,
    notificationIcon: true,
    trayPicture: '',
    traySizes: { 16: 1, 20: 1.25, 24: 1.5, 32: 2, 48: 3 },
    trayHost: 'always',
    trayClickOpens: true,
    tellsLock: true,
    menuLabel: doubleAmpersand,
  },
  darwin: {
    appUserModelId: null,
    notificationBody: unchanged,
    notificationIcon: false,
    trayPicture: 'Template',
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

/**
 * The body of a notification is markup by the Desktop Notifications Specification 1.2 ("Markup"), and Electron sends
 * it as it is: `3 < 5` makes daemons drop the text.
 */
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
