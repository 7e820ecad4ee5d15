import { createHash } from 'node:crypto'
import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Id } from '../../shared/plan/fields.ts'
import type { StoredPdf } from '../../shared/plan/invoice.ts'
import { makePrivate } from '../security/privateFolder.ts'
import { codeOf } from '../storage/disk.ts'
import { writeWhole } from '../storage/writeWhole.ts'

/** How the file of an invoice stands against what was recorded of it. */
export type FileStanding =
  | { readonly state: 'there'; readonly path: string; readonly bytes: Buffer }
  | { readonly state: 'missing' | 'differs' }

/** The PDFs of issued invoices, as they were issued, in a folder that only the user can look into. */
export class InvoiceFiles {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Where an invoice's file is. A colon is no sign of a file's name everywhere, and no id has a percent sign. */
  pathOf(id: Id): string {
    return join(this.#folder, `invoice-${id.replaceAll(':', '%3A')}.pdf`)
  }

  /** Writes the file whole, or rejects and leaves what was there. */
  async store(id: Id, pdf: Buffer, pages: number): Promise<StoredPdf> {
    makePrivate(this.#folder)
    await writeWhole(this.pathOf(id), pdf, { mode: 0o600 })
    return { sha256: sha256(pdf), bytes: pdf.length, pages }
  }

  /** The file with its bytes, where they are what was recorded. */
  async read(id: Id, { sha256: recorded, bytes: length }: StoredPdf): Promise<FileStanding> {
    const path = this.pathOf(id)
    try {
      const file = await lstat(path)
      if (!file.isFile() || file.size !== length) return { state: 'differs' }
      const bytes = await readFile(path)
      return sha256(bytes) === recorded ? { state: 'there', path, bytes } : { state: 'differs' }
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return { state: 'missing' }
      throw error
    }
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
