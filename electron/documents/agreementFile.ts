import { realpath, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { app, type BrowserWindow, dialog, shell } from 'electron'
import type { AgreementFileReply } from '../../shared/ipc/contract.ts'
import type { Id } from '../../shared/plan/fields.ts'
import { own, type Plan } from '../../shared/plan/plan.ts'
import type { MenuWords } from '../menu/menuWords.ts'
import { documentExtensions, isOpenable } from './openable.ts'

export interface AgreementFilesOptions {
  readonly window: () => BrowserWindow
  readonly plan: () => Promise<Plan>
  readonly words: () => MenuWords
  readonly fault: (where: string, error: unknown) => void
}

/** What the app does with the documents of agreements. They stay where they are, and only their paths are kept. */
export interface AgreementFiles {
  /** The document that the user picks; null where none was picked. */
  readonly choose: () => Promise<string | null>
  /** Whether an agreement's document is where the plan says. */
  readonly look: (id: Id) => Promise<AgreementFileReply>
  /** Opens an agreement's document with the desktop's own program. The path is the plan's, never the window's. */
  readonly open: (id: Id) => Promise<AgreementFileReply>
}

export function agreementFiles({ window, plan, words, fault }: AgreementFilesOptions): AgreementFiles {
  let folder = app.getPath('documents')
  const look = async (id: Id) => standing(own((await plan()).practice.agreements, id)?.file ?? '')
  return {
    choose: async () => {
      const { documents } = words()
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        defaultPath: folder,
        properties: ['openFile'],
        filters: [{ name: documents, extensions: [...documentExtensions] }],
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
      fault('agreement file', failure)
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
