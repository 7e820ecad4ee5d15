import { basename, dirname, join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { codeOf } from '../storage/disk.ts'
import { saveFailure } from '../storage/saveFailure.ts'

/** What the dialog says. */
export interface SaveAsked {
  readonly title: string
  readonly button: string
  /** Name proposed for the file, with its extension. */
  readonly name: string
  /** What files of this kind are called, and their extension without a dot. */
  readonly kind: string
  readonly extension: string
}

/** Asks where to save, beginning in the folder of the last time: since Electron 43 nothing remembers it but we. */
export class SaveDialog {
  #folder = app.getPath('documents')
  readonly #window: () => BrowserWindow

  constructor(window: () => BrowserWindow) {
    this.#window = window
  }

  /** The path that the user chose, with the extension; null where none was. */
  async ask({ title, button, name, kind, extension }: SaveAsked): Promise<string | null> {
    const { canceled, filePath } = await dialog.showSaveDialog(this.#window(), {
      title,
      buttonLabel: button,
      defaultPath: join(this.#folder, name),
      filters: [{ name: kind, extensions: [extension] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    })
    if (canceled || filePath === '') return null
    this.#folder = dirname(filePath)
    return basename(filePath).includes('.') ? filePath : `${filePath}.${extension}`
  }
}

/** Why a file was not made or not saved, as a code of the catalogue. */
export interface SaveFault {
  readonly state: 'failed'
  readonly code: string
  readonly detail: string
}

/** What cannot be made, by its code. */
export const failed = (code: string): SaveFault => ({ state: 'failed', code, detail: '' })

/** The fault behind an error; `other` where it is neither the disk nor a deadline. */
export function saveFault(error: unknown, other: string): SaveFault {
  const code = codeOf(error)
  if (code === 'timeout') return { state: 'failed', code, detail: '' }
  const failure = saveFailure(error)
  if (/^E[A-Z]+$/.test(code) && failure.state === 'failed')
    return { state: 'failed', code: failure.why, detail: code }
  return { state: 'failed', code: other, detail: error instanceof Error ? error.message : '' }
}
