import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { lstat, mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Id } from '../../shared/plan/fields.ts'
import type { StoredPdf } from '../../shared/plan/invoice.ts'
import { makePrivate } from '../security/privateFolder.ts'
import { codeOf, type Disk, nodeDisk } from '../storage/disk.ts'
import { writeWhole } from '../storage/writeWhole.ts'

/** How the file of an invoice stands against what was recorded of it. */
export type FileStanding =
  | { readonly state: 'there'; readonly path: string; readonly bytes: Buffer }
  | { readonly state: 'missing' | 'differs' }

/** The PDFs of issued invoices, as they were issued, in a folder that only the user can look into. */
export class InvoiceFiles {
  readonly #folder: string
  readonly #disk: Disk
  #copies: string | null = null

  constructor(folder: string, disk: Disk = nodeDisk) {
    this.#folder = folder
    this.#disk = disk
  }

  /** Where an invoice's file is. A colon is no sign of a file's name everywhere, and no id has a percent sign. */
  pathOf(id: Id): string {
    return join(this.#folder, `invoice-${id.replaceAll(':', '%3A')}.pdf`)
  }

  /** Writes the file whole, or rejects and leaves what was there. */
  async store(id: Id, pdf: Buffer, pages: number): Promise<StoredPdf> {
    makePrivate(this.#folder)
    await writeWhole(this.pathOf(id), pdf, { disk: this.#disk, mode: 0o600 })
    return { sha256: sha256(pdf), bytes: pdf.length, pages }
  }

  /** The file with its bytes, where they are what was recorded. */
  async read(id: Id, { sha256: recorded, bytes: length }: StoredPdf): Promise<FileStanding> {
    const path = this.pathOf(id)
    try {
      if (!(await lstat(path)).isFile()) return { state: 'differs' }
      const bytes = Buffer.from(this.#disk.unsealed(await readFile(path)))
      if (bytes.length !== length) return { state: 'differs' }
      return sha256(bytes) === recorded ? { state: 'there', path, bytes } : { state: 'differs' }
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return { state: 'missing' }
      throw error
    }
  }

  /**
   * A file that another program can show: the stored one, or where that is encrypted a clear copy for this user alone,
   * until `forgetCopies`.
   */
  async showable({ path, bytes }: Extract<FileStanding, { state: 'there' }>): Promise<string> {
    if (this.#disk.sealed(bytes) === bytes) return path
    this.#copies ??= await mkdtemp(join(tmpdir(), 'headroom-'))
    const copy = join(this.#copies, basename(path))
    await writeWhole(copy, bytes, { mode: 0o600 })
    return copy
  }

  /** Takes away the clear copies that were made to be shown. */
  forgetCopies(): void {
    if (this.#copies !== null) rmSync(this.#copies, { recursive: true, force: true })
    this.#copies = null
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
