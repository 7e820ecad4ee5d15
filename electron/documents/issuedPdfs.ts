import { invoiceDocument } from '../../shared/billing/document.ts'
import { compactIban } from '../../shared/billing/iban.ts'
import { issuedInvoices } from '../../shared/billing/numbering.ts'
import type { HostCommand } from '../../shared/commands/registry.ts'
import type { ExecuteReply } from '../../shared/ipc/contract.ts'
import type { PrintedDocument } from '../../shared/ipc/documentsContract.ts'
import { EXAMPLE_IBAN } from '../../shared/plan/business.ts'
import type { Id } from '../../shared/plan/fields.ts'
import { findInvoice, type Plan } from '../../shared/plan/plan.ts'
import type { FileStanding, InvoiceFiles } from './invoiceFiles.ts'
import type { Printed } from './printer.ts'

export interface IssuedPdfsOptions {
  readonly files: InvoiceFiles
  readonly plan: () => Promise<Plan>
  readonly execute: (command: HostCommand) => Promise<ExecuteReply>
  /** Whether the disk refuses changes, so that the plan holds some that may be lost. */
  readonly isFailing: () => Promise<boolean>
  readonly print: (document: PrintedDocument) => Promise<Printed>
  readonly fault: (where: string, error: unknown) => void
}

/**
 * The stored PDF of an issued invoice; `gone` where there is no such invoice, `unsaved` where it may stand in memory
 * alone: after a crash its number would be another's, so nobody is given a PDF with it.
 */
export type IssuedPdf =
  | (Extract<FileStanding, { state: 'there' }> & { readonly pages: number })
  | { readonly state: 'missing' | 'differs' | 'gone' | 'unsaved' }

/**
 * The PDFs of issued invoices: printed and stored once, at issue, and given again byte for byte from then on. A file that
 * is missing or was changed is never replaced in silence.
 */
export class IssuedPdfs {
  readonly #options: IssuedPdfsOptions
  /** What is being printed: two that ask for one invoice get one file. */
  readonly #printing = new Map<Id, Promise<void>>()

  constructor(options: IssuedPdfsOptions) {
    this.#options = options
  }

  /** Prints and stores an invoice that was issued just now; what goes wrong is tried again at the next start. */
  async issued(id: Id): Promise<void> {
    try {
      await this.get(id)
    } catch (error) {
      this.#options.fault('stored pdf', error)
    }
  }

  /** Prints what was issued and never stored, since the app ended in between; the sample's invoices are nobody's. */
  async catchUp(): Promise<void> {
    for (const { id, pdf, issued } of issuedInvoices(await this.#options.plan()))
      if (pdf === null && compactIban(issued.seller.iban) !== EXAMPLE_IBAN) await this.issued(id)
  }

  /** The stored file, printed first where it never was. */
  async get(id: Id): Promise<IssuedPdf> {
    const invoice = await this.#find(id)
    if (invoice?.issued == null) return { state: 'gone' }
    if (invoice.pdf === null || this.#printing.has(id)) {
      if (await this.#options.isFailing()) return { state: 'unsaved' }
      await this.#store(id)
    }
    const pdf = (await this.#find(id))?.pdf
    if (pdf == null) return { state: 'missing' }
    const standing = await this.#options.files.read(id, pdf)
    return standing.state === 'there' ? { ...standing, pages: pdf.pages } : standing
  }

  /** A file of it that another program can show. */
  showable(found: Extract<IssuedPdf, { state: 'there' }>): Promise<string> {
    return this.#options.files.showable(found)
  }

  /** Prints again from what was frozen, in the place of a file that is missing or was changed. */
  async printAgain(id: Id): Promise<IssuedPdf> {
    if ((await this.#find(id))?.issued == null) return { state: 'gone' }
    if (await this.#options.isFailing()) return { state: 'unsaved' }
    await this.#store(id)
    return this.get(id)
  }

  async #find(id: Id) {
    return findInvoice(await this.#options.plan(), id)
  }

  #store(id: Id): Promise<void> {
    const printing = this.#printing.get(id) ?? this.#print(id).finally(() => this.#printing.delete(id))
    this.#printing.set(id, printing)
    return printing
  }

  async #print(id: Id): Promise<void> {
    const { files, plan: open, print, execute } = this.#options
    const plan = await open()
    const invoice = findInvoice(plan, id)
    if (invoice?.issued == null) return
    const document = invoiceDocument(plan, invoice, invoice.issued.on)
    const { pdf, pages } = await print({ kind: 'invoice', invoice: document })
    const reply = await execute({ type: 'invoice/stored', id, pdf: await files.store(id, pdf, pages) })
    if (!reply.ok) throw new Error(`the stored PDF was not recorded: ${reply.refusal.code}`)
  }
}
