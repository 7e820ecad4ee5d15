import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { shell } from 'electron'
import { z } from 'zod'
import { Licence, type Licences } from '../../shared/ipc/aboutContract.ts'
import type { Handlers } from '../ipc/serve.ts'

/** The bundles; each has its licences beside it (`electron/runtime/licences.mjs`). */
const bundles = ['main', 'preload', 'renderer']

/** What Electron calls the file about Chromium, beside its executable. */
const CHROMIUM = 'LICENSES.chromium.html'

/** The requests about the app itself. `mainFolder` is the folder of the bundled main process. */
export function aboutHandlers(mainFolder: string): Pick<Handlers, 'about/licences' | 'about/chromium'> {
  return {
    'about/licences': async () => ({
      parts: await shippedParts(mainFolder),
      chromium: chromiumFile() !== undefined,
    }),
    'about/chromium': async () => {
      const file = chromiumFile()
      return file !== undefined && (await shell.openPath(file)) === ''
    },
  }
}

async function shippedParts(mainFolder: string): Promise<Licences['parts']> {
  const lists = await Promise.all(bundles.map((bundle) => readList(join(mainFolder, '..', bundle))))
  const all = new Map(lists.flat().map((part) => [`${part.name} ${part.version}`, part]))
  return [...all.values()]
    .map((part) => (part.name === 'electron' ? { ...part, version: process.versions.electron } : part))
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))
}

async function readList(folder: string): Promise<readonly Licence[]> {
  return z.array(Licence).parse(JSON.parse(await readFile(join(folder, 'licences.json'), 'utf8')))
}

function chromiumFile(): string | undefined {
  const places = [dirname(process.execPath), process.resourcesPath]
  return places.map((folder) => join(folder, CHROMIUM)).find((file) => existsSync(file))
}
