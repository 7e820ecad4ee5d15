import { execFile } from 'node:child_process'
import type { DesktopRules } from './platform.ts'

/** Whether something shows tray icons now. A panel may come after the app, so it is asked each time. */
export async function hasTray({ trayHost }: DesktopRules, env: Environment): Promise<boolean> {
  return trayHost === 'always' || hasTrayHost(env)
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Whether something on this Linux desktop shows tray icons: a host is registered with the StatusNotifierWatcher
 * (freedesktop.org StatusNotifierItem). Stock GNOME has none, and an icon is then simply not seen. Asked with the
 * programs that desktops bring; where none of them is there, or nothing answers in a second, the answer is no.
 */
async function hasTrayHost(env: Environment): Promise<boolean> {
  // Without a session bus the programs would start one.
  if (!env.DBUS_SESSION_BUS_ADDRESS && !env.XDG_RUNTIME_DIR) return false
  for (const [program, args] of questions) {
    const answer = await ask(program, args)
    if (answer !== null) return /\btrue\b/.test(answer)
  }
  return false
}

const name = 'org.kde.StatusNotifierWatcher'
const path = '/StatusNotifierWatcher'
const property = 'IsStatusNotifierHostRegistered'
const get = 'org.freedesktop.DBus.Properties.Get'

const questions: readonly (readonly [string, readonly string[]])[] = [
  ['gdbus', ['call', '--session', '--dest', name, '--object-path', path, '--method', get, name, property]],
  [
    'dbus-send',
    ['--session', '--print-reply', `--dest=${name}`, path, get, `string:${name}`, `string:${property}`],
  ],
  ['busctl', ['--user', 'get-property', name, path, name, property]],
]

/** What a program printed; an empty text when it refused; null when it is not installed. */
function ask(program: string, args: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(program, args, { timeout: 1000, encoding: 'utf8' }, (error, stdout) => {
      if (error !== null && error.code === 'ENOENT') resolve(null)
      else resolve(error === null ? stdout : '')
    })
  })
}
