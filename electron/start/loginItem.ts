import { rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { app, type Settings } from 'electron'
import type { LoginState } from '../../shared/ipc/contract.ts'
import { textFile } from '../storage/textFile.ts'
import { autostartFile, fileState, loginWay, startsAnother, systemState } from './loginWay.ts'

/** Whether the system starts the app at login. It is the system's memory, not the plan's, and read from it each time. */
export interface LoginItem {
  readonly look: () => LoginState
  /** Resolves with what the system says afterwards. */
  readonly set: (on: boolean) => Promise<LoginState>
  /** Mends an entry that starts the app where it lay before it was moved. */
  readonly mend: () => Promise<void>
}

/** The login item of this program. */
export function loginItem(fault: (where: string, fault: unknown) => void): LoginItem {
  const way = loginWay({
    platform: process.platform,
    packaged: app.isPackaged,
    executable: process.execPath,
    appFolder: app.getAppPath(),
    home: homedir(),
    env: process.env,
  })
  if (way.by === 'file') return fileItem(way.path, way.program, fault)
  return way.by === 'system' ? systemItem(way.options) : none
}

const unknown: LoginState = { state: 'unknown' }
const none: LoginItem = { look: () => unknown, set: async () => unknown, mend: async () => {} }

function systemItem(options: Pick<Settings, 'path' | 'args'>): LoginItem {
  const look = (): LoginState => ({
    state: systemState(process.platform, app.getLoginItemSettings(options)),
  })
  return {
    look,
    set: async (on) => {
      app.setLoginItemSettings({ ...options, openAtLogin: on })
      return look()
    },
    mend: async () => {},
  }
}

function fileItem(
  path: string,
  program: readonly string[],
  fault: (where: string, fault: unknown) => void,
): LoginItem {
  const file = textFile(path)
  const look = (): LoginState => ({ state: fileState(file.read()) })
  const start = () => file.write(autostartFile(program))
  return {
    look,
    set: async (on) => {
      try {
        await (on ? start() : rm(path, { force: true }))
        return look()
      } catch (error) {
        fault('login: set', error)
        return { ...look(), failed: true }
      }
    },
    mend: async () => {
      const text = file.read()
      // The program of a developer leaves the installed one alone.
      if (!app.isPackaged || text === null || fileState(text) !== 'on') return
      if (startsAnother(text, program)) await start().catch((error: unknown) => fault('login: mend', error))
    },
  }
}

/** Whether macOS opened the app at login; elsewhere an argument says so. */
export function openedAtLogin(): boolean {
  return process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin
}
