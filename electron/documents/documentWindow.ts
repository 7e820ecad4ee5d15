import { BrowserWindow } from 'electron'
import type { RequestPayload } from '../../shared/ipc/contract.ts'
import type { PrintedDocument } from '../../shared/ipc/documentsContract.ts'
import { appOrigin } from '../protocol/appProtocol.ts'
import { type Deferred, deferred } from './deferred.ts'
import { within } from './printQueue.ts'

/** How long a page may take to load, and to set a document. */
const DEADLINE = 30_000

/** A page that waits for documents to show. */
export interface DocumentWindowOptions {
  readonly preload: string
  /** The window that it ends with. */
  readonly parent: () => BrowserWindow
}

type Ready = RequestPayload<'document/ready'>

/** The hidden window whose content is swapped for each document: a new one for each would cost ten times as much. */
export class DocumentWindow {
  readonly #options: DocumentWindowOptions
  #window: BrowserWindow | null = null
  #job = 0
  readonly #waiting = new Map<number, Deferred<number>>()

  constructor(options: DocumentWindowOptions) {
    this.#options = options
  }

  /** Shows a document and resolves with its number of pages when they stand. Rejects when the window goes meanwhile. */
  async show(document: PrintedDocument): Promise<{ readonly window: BrowserWindow; readonly pages: number }> {
    const window = await this.#open()
    this.#job += 1
    const pages = this.#wait(this.#job)
    window.webContents.send('document/show', { job: this.#job, document: JSON.stringify(document) })
    return { window, pages: await within(DEADLINE, 'setting the pages', pages) }
  }

  /** What the page answered. */
  ready({ job, pages }: Ready): void {
    this.#waiting.get(job)?.resolve(pages)
    this.#waiting.delete(job)
  }

  /** Closes the window; the next document opens another. */
  close(): void {
    const window = this.#window
    this.#window = null
    if (window !== null && !window.isDestroyed()) window.destroy()
  }

  async #open(): Promise<BrowserWindow> {
    if (this.#window !== null && !this.#window.isDestroyed()) return this.#window
    const window = createWindow(this.#options)
    this.#window = window
    const gone = () => {
      if (this.#window === window) this.#window = null
      for (const [job, { reject }] of this.#waiting) {
        this.#waiting.delete(job)
        reject(new Error('the window of the document is gone'))
      }
    }
    window.once('closed', gone)
    window.webContents.once('render-process-gone', () => {
      gone()
      if (!window.isDestroyed()) window.destroy()
    })
    const listening = this.#wait(0)
    try {
      await within(
        DEADLINE,
        'loading the page',
        Promise.all([window.loadURL(`${appOrigin}/document.html`), listening]),
      )
    } catch (error) {
      this.close()
      throw error
    }
    return window
  }

  #wait(job: number): Promise<number> {
    const waiting = deferred<number>()
    this.#waiting.set(job, waiting)
    return waiting.promise
  }
}

function createWindow({ preload, parent }: DocumentWindowOptions): BrowserWindow {
  return new BrowserWindow({
    parent: parent(),
    show: false,
    skipTaskbar: true,
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
      devTools: false,
      backgroundThrottling: false,
    },
  })
}
