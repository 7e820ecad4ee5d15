/** Calendar files that the desktop hands over: double-clicked, or dragged onto the app's icon. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The calendar files among a program's arguments. Relative ones lie in the folder that the program was called from. */
export function calendarsIn(args: readonly string[], folder: string): readonly string[] {
  return args.flatMap((arg) => {
    // Switches and links into the app are no files.
    if (arg.startsWith('-') || arg.startsWith('headroom:')) return []
    const path = arg.startsWith('file:') ? pathOf(arg) : arg
    return path !== null && isCalendarName(path) ? [resolve(folder, path)] : []
  })
}

/** Whether a file is called as calendars are. */
export function isCalendarName(name: string): boolean {
  return /\.(ics|ical|ifb|icalendar)$/i.test(name)
}

/** Linux desktops hand files over as URLs. */
function pathOf(url: string): string | null {
  try {
    return fileURLToPath(url)
  } catch {
    // On another computer, or no URL at all.
    return null
  }
}

/** Paths that come before anybody asks for them are kept until somebody does. */
export class OpenedFiles {
  #waiting: string[] = []
  #listen: ((paths: readonly string[]) => void) | null = null

  add(paths: readonly string[]): void {
    if (paths.length === 0) return
    if (this.#listen === null) this.#waiting.push(...paths)
    else this.#listen(paths)
  }

  /** Who takes them from now on; what waited comes at once. */
  give(listen: (paths: readonly string[]) => void): void {
    this.#listen = listen
    const waiting = this.#waiting.splice(0)
    if (waiting.length > 0) listen(waiting)
  }
}
