import { realpath, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { app, type BrowserWindow, dialog, shell } from 'electron'
import type { LinkedFileReply } from '../../shared/ipc/contract.ts'
import type { Id } from '../../shared/plan/fields.ts'
import { documentExtensions, isOpenable } from './openable.ts'

export interface LinkedFilesOptions {
  readonly window: () => BrowserWindow
  /** The path that the plan names for a record; empty where there is none. */
  readonly pathOf: (id: Id) => Promise<string>
  /** What files of this kind are called in the dialog. */
  readonly kind: () => string
  readonly fault: (where: string, error: unknown) => void
}

/** What the app does with files that the plan names: agreements, receipts. They stay where they are, and only their paths are kept. */
export interface LinkedFiles {
  /** The file that the user picks; null where none was picked. */
  readonly choose: () => Promise<string | null>
  /** Whether a record's file is where the plan says. */
  readonly look: (id: Id) => Promise<LinkedFileReply>
  /** Opens a record's file with the desktop's own program. The path is the plan's, never the window's. */
  readonly open: (id: Id) => Promise<LinkedFileReply>
}

/** Files of one kind of record. */
export function linkedFiles({ window, pathOf, kind, fault }: LinkedFilesOptions): LinkedFiles {
  let folder = app.getPath('documents')
  const look = async (id: Id) => standing(await pathOf(id))
  return {
    choose: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        defaultPath: folder,
        properties: ['openFile'],
        filters: [{ name: kind(), extensions: [...documentExtensions] }],
      })
      const [path] = filePaths
      if (canceled || path === undefined) return null
      folder = dirname(path)
      return path
    },
    look: async (id) => ({ state: (await look(id)).state }),
    open: async (id) => {
      const found = await look(id)
      if (found.state !== 'there') return { state: found.state }
      const failure = await shell.openPath(found.path)
      if (failure === '') return { state: 'there' }
      fault('linked file', failure)
      return { state: 'failed' }
    },
  }
}

type Standing =
  | { readonly state: 'there'; readonly path: string }
  | { readonly state: 'none' | 'gone' | 'refused' }

/** Looks at the file that a path ends at: a link may lead to something that must not be opened. */
async function standing(file: string): Promise<Standing> {
  if (file === '') return { state: 'none' }
  if (!isOpenable(file, process.platform)) return { state: 'refused' }
  try {
    const path = await realpath(file)
    if (!isOpenable(path, process.platform)) return { state: 'refused' }
    return (await stat(path)).isFile() ? { state: 'there', path } : { state: 'refused' }
  } catch {
    // Whatever keeps it from being seen, it is not there for us.
    return { state: 'gone' }
  }
}
