import { join } from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { Destination, EventName, Events } from '../../shared/ipc/contract.ts'
import type { Settings } from '../../shared/plan/settings.ts'
import { tellWindows } from '../ipc/tell.ts'
import { appOrigin } from '../protocol/appProtocol.ts'
import { boundsToOpen, smallest, type WindowMemory } from './bounds.ts'

/** `--bg` of the theme: what the window shows before the page has drawn. */
const background = { light: '#f7f7f5', dark: '#191918' }

/** How long what may wait for the first screen waits at the most, in milliseconds. */
const NO_LONGER = 3000

export interface MainWindowOptions {
  readonly memory: WindowMemory
  /** Show the window as soon as it has something to show. */
  readonly visible: boolean
  readonly preload: string
  readonly developer: boolean
  readonly remember: (memory: WindowMemory) => void
}

/** What closing the window does, once the plan and the desktop are there to say so. */
export interface Closing {
  /** Whether the app goes on without the window. */
  readonly staysWhenClosed: () => boolean
  /** Puts the window away. */
  readonly leaveWindow: () => Promise<void>
}

/** The one window of the app: opened at once, shown when its first frame is drawn. */
export class MainWindow {
  readonly browserWindow: BrowserWindow
  /** Until it is set, closing the window ends the app. */
  closing: Closing | null = null
  #quitting = false
  #drawn = false
  /** It was left maximised, and has not been shown since. */
  #maximizes: boolean
  #undelivered: (() => void)[] = []
  #later: (() => void)[] = []

  constructor(options: MainWindowOptions) {
    nativeTheme.themeSource = options.memory.theme
    this.browserWindow = createBrowserWindow(options)
    this.#maximizes = options.memory.maximized
    this.#showWhenDrawn(options.visible)
    this.#rememberBounds(options)
    this.#leaveOnClose()
    void this.browserWindow.loadURL(`${appOrigin}/`)
  }

  /** Brings the window to the front, whatever state it is in. */
  show(): void {
    if (this.browserWindow.isDestroyed()) return
    if (this.browserWindow.isMinimized()) this.browserWindow.restore()
    this.#reveal()
    this.browserWindow.focus()
  }

  /** It becomes maximised when it is shown. */
  get maximizes(): boolean {
    return this.#maximizes
  }

  /** Brings the window to the front and sends it somewhere. */
  go(destination: Destination): void {
    this.show()
    this.deliver('go', destination)
  }

  /** Tells the page something; one that is still loading is told when it has drawn. */
  deliver<N extends EventName>(name: N, event: Events[N]): void {
    if (this.#drawn) tellWindows(name, event)
    else this.#undelivered.push(() => tellWindows(name, event))
  }

  /** The page has drawn its first screen. */
  drawn(): void {
    this.#drawn = true
    for (const tell of this.#undelivered.splice(0)) tell()
    this.#goOn()
  }

  #goOn(): void {
    for (const act of this.#later.splice(0)) act()
  }

  /** Does what would hold up the first screen once it stands; where none comes, for a fault or a slow disk, all the same. */
  afterDrawn(act: () => void): void {
    let isDone = false
    const once = () => {
      if (isDone || this.#quitting) return
      isDone = true
      clearTimeout(timer)
      act()
    }
    const timer = setTimeout(once, NO_LONGER)
    this.#later.push(once)
    if (this.#drawn) this.#goOn()
  }

  /** From now on closing closes. */
  quitting(): void {
    this.#quitting = true
  }

  /** Follows the theme of the settings. */
  followTheme(theme: Settings['theme']): void {
    if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme
  }

  #reveal(): void {
    if (this.#maximizes) this.browserWindow.maximize()
    this.#maximizes = false
    this.browserWindow.show()
  }

  #showWhenDrawn(visible: boolean): void {
    const window = this.browserWindow
    if (visible) window.once('ready-to-show', () => this.#reveal())
    const follow = () => {
      if (!window.isDestroyed()) window.setBackgroundColor(backgroundNow())
    }
    nativeTheme.on('updated', follow)
    window.once('closed', () => nativeTheme.removeListener('updated', follow))
  }

  #rememberBounds({ remember }: MainWindowOptions): void {
    const window = this.browserWindow
    const now = () => {
      if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return
      remember({
        bounds: window.getNormalBounds(),
        maximized: window.isMaximized(),
        theme: nativeTheme.themeSource,
      })
    }
    for (const change of ['resize', 'move', 'maximize', 'unmaximize', 'hide'] as const) {
      window.on(change as 'resize', now)
    }
    nativeTheme.on('updated', now)
    window.once('closed', () => nativeTheme.removeListener('updated', now))
  }

  #leaveOnClose(): void {
    this.browserWindow.on('close', (event) => {
      // Who closes it before it has drawn finds it in the tray, too.
      this.#goOn()
      if (this.#quitting || this.closing === null || !this.closing.staysWhenClosed()) return
      event.preventDefault()
      void this.closing.leaveWindow()
    })
    this.browserWindow.webContents.on('did-start-loading', () => {
      this.#drawn = false
    })
  }
}

function backgroundNow(): string {
  return nativeTheme.shouldUseDarkColors ? background.dark : background.light
}

function createBrowserWindow({ memory, preload, developer }: MainWindowOptions): BrowserWindow {
  const first = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== first.id)
  const areas = [first.workArea, ...others.map(({ workArea }) => workArea)] as const
  const window = new BrowserWindow({
    ...boundsToOpen(memory.bounds, areas),
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Headroom',
    backgroundColor: backgroundNow(),
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      enableBlinkFeatures: '',
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      devTools: developer,
    },
  })
  return window
}

/** Where the preload stands, seen from the bundled main process. */
export function preloadPath(mainFolder: string): string {
  return join(mainFolder, '..', 'preload', 'preload.cjs')
}
