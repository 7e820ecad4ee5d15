/** How each system starts a program at login, and what it says about it. Pure: nothing here asks the system. */
import { isAbsolute, join } from 'node:path'
import type { LoginItemSettings, LoginItemSettingsOptions } from 'electron'
import type { LoginState } from '../../shared/ipc/contract.ts'
import { entryKeys, escaped, execValue } from './desktopFile.ts'
import { HIDDEN } from './startRequest.ts'

export interface LoginPlace {
  readonly platform: NodeJS.Platform
  readonly packaged: boolean
  /** The path of the running program. */
  readonly executable: string
  /** The folder of the app, for the program of a developer. */
  readonly appFolder: string
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
}

export type LoginWay =
  /** A file in the folder that Linux desktops look into (Desktop Application Autostart Specification 0.5). */
  | { readonly by: 'file'; readonly path: string; readonly program: readonly string[] }
  /** The system's own list, asked through Electron. */
  | { readonly by: 'system'; readonly options: LoginItemSettingsOptions }
  | { readonly by: 'none' }

/** How this program is started at login. */
export function loginWay(place: LoginPlace): LoginWay {
  const { platform, packaged, env } = place
  if (platform === 'win32')
    return packaged ? { by: 'system', options: windowsOptions(place) } : { by: 'none' }
  // macOS passes no arguments to what it opens at login; it says afterwards that it did.
  if (platform === 'darwin') return packaged ? { by: 'system', options: {} } : { by: 'none' }
  const config = env.XDG_CONFIG_HOME
  const folder = config !== undefined && isAbsolute(config) ? config : join(place.home, '.config')
  return { by: 'file', path: join(folder, 'autostart', 'headroom.desktop'), program: linuxProgram(place) }
}

/**
 * The path is quoted: Electron parses it as a command line, and without quotes one with a space is taken for another
 * program (electron#31710). A portable program runs from a folder that is gone afterwards.
 */
function windowsOptions({ executable, env }: LoginPlace): LoginItemSettingsOptions {
  return { path: `"${env.PORTABLE_EXECUTABLE_FILE || executable}"`, args: [HIDDEN] }
}

/** An AppImage is mounted at another path each time; where its file lies stands in the environment. */
function linuxProgram({ packaged, executable, appFolder, env }: LoginPlace): readonly string[] {
  const { APPIMAGE } = env
  if (!packaged) return [executable, appFolder, HIDDEN]
  return [APPIMAGE !== undefined && isAbsolute(APPIMAGE) ? APPIMAGE : executable, HIDDEN]
}

/** The file that starts a program at login. One that is gone is passed over by the desktop (`TryExec`). */
export function autostartFile(program: readonly string[]): string {
  const [executable = ''] = program
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Headroom',
    `Exec=${execValue(program)}`,
    `TryExec=${escaped(executable)}`,
    'Icon=headroom',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}

/** What the file says; desktops switch an entry off by a key of their own instead of removing it. */
export function fileState(text: string | null): LoginState['state'] {
  if (text === null) return 'off'
  const keys = entryKeys(text)
  const isOff = keys.get('Hidden') === 'true' || keys.get('X-GNOME-Autostart-enabled') === 'false'
  return isOff || (keys.get('Exec') ?? '') === '' ? 'off' : 'on'
}

/** Whether the file starts another program than this one: the app was moved since. */
export function startsAnother(text: string, program: readonly string[]): boolean {
  return entryKeys(text).get('Exec') !== execValue(program)
}

/** What Windows or macOS says: that it is on the list is one thing, that the user let it be another. */
export function systemState(
  platform: NodeJS.Platform,
  { openAtLogin, executableWillLaunchAtLogin, status }: LoginItemSettings,
): LoginState['state'] {
  if (platform === 'darwin') return status === 'requires-approval' ? 'blocked' : openAtLogin ? 'on' : 'off'
  if (!openAtLogin) return 'off'
  return executableWillLaunchAtLogin ? 'on' : 'blocked'
}
