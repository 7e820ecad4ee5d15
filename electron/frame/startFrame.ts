import { Menu } from 'electron'
import type { RunOptions } from '../running.ts'
import type { MainWindow } from '../window/mainWindow.ts'
import { frameLeft } from './frameLeft.ts'
import { builtFramePage, FRAME_CSS, framePage } from './framePage.ts'
import { type FrameRecord, frameToShow } from './frameRecord.ts'
import { surroundings } from './surroundings.ts'

/** The picture of the week at the start: whether there is one to show, and the page with it. */
export class StartFrame {
  readonly #root: string
  readonly #userData: string
  #isRead = false
  #isBegun = false
  #page: string | null = null
  #left: FrameRecord | null = null
  #css: string | null = null

  constructor(root: string, userData: string) {
    this.#root = root
    this.#userData = userData
  }

  /** The page for a start with a picture, as it was built; null where it was not. */
  page(): string | null {
    this.#read()
    return this.#page
  }

  /** The picture that the last start left of the plan as it was at this one. */
  left(): FrameRecord | null {
    this.#read()
    return this.#left
  }

  /** The page with the picture, at the first request; null where none is to be shown, or something else than the week. */
  begin({ clock, language, safe, asked }: RunOptions, window: MainWindow): string | null {
    if (this.#isBegun) return null
    this.#isBegun = true
    this.#read()
    if (this.#page === null || this.#left === null || safe || asked.waits) return null
    const around = surroundings({
      page: this.#page,
      language,
      window: window.browserWindow,
      maximized: window.maximizes,
    })
    const shown = frameToShow(this.#left, { surroundings: around, now: clock.now() })
    if (shown === null) return null
    this.#css = shown.css
    showTitles(shown.menus)
    return framePage(this.#page, shown)
  }

  /** What the page asks for beside the files of the app; null for those. */
  file(path: string): string | null {
    return path === FRAME_CSS ? this.#css : null
  }

  /** Looked for once, and before the plan's files can be written. */
  #read(): void {
    if (this.#isRead) return
    this.#isRead = true
    this.#page = builtFramePage(this.#root)
    this.#left = frameLeft(this.#userData)
  }
}

/** Menus that have nothing in them yet but take their room. */
function showTitles(titles: readonly string[]): void {
  const template = titles.map((label) => ({ label, submenu: [{ label: '…', enabled: false }] }))
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
