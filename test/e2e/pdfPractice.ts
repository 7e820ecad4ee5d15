import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
// For `window.headroom` in what runs in the page.
import type {} from '../../renderer/state/bridge.ts'
import type { Command } from '../../shared/commands/registry.ts'
import type { ExecuteReply, LogoReply } from '../../shared/ipc/contract.ts'
import type { InvoiceFileReply, PdfReply } from '../../shared/ipc/documentsContract.ts'
import { newClient } from '../../shared/plan/client.ts'
import { type Invoice, type InvoiceLine, newInvoice, type StoredPdf } from '../../shared/plan/invoice.ts'
import { newFolder, outputFolder } from '../support/display.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'

/** Sends a command as the window does; fails where it is refused. */
export async function carryOut({ page }: RunningWindow, command: Command): Promise<void> {
  const reply: ExecuteReply = await page.evaluate(
    (given) => window.headroom.request('plan/execute', { id: crypto.randomUUID(), command: given as never }),
    command,
  )
  if (!reply.ok) throw new Error(`${command.type} refused: ${JSON.stringify(reply.refusal)}`)
}

/** Lets the save dialog answer with a path, or as cancelled. */
export async function answerSaveDialog({ app }: RunningWindow, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (() =>
      Promise.resolve(
        filePath === null ? { canceled: true, filePath: '' } : { canceled: false, filePath },
      )) as never
  }, path)
}

/** Prints an invoice to a file. */
export async function printTo(window: RunningWindow, id: string, path: string): Promise<PdfReply> {
  await answerSaveDialog(window, path)
  return (await print(window, [id]))[0] as PdfReply
}

/** Prints invoices, all at once, where the save dialog says. */
export function print({ page }: RunningWindow, ids: readonly string[]): Promise<PdfReply[]> {
  return page.evaluate(
    (all) => Promise.all(all.map((id) => window.headroom.request('invoice/pdf', { id }))),
    ids,
  )
}

/** Chooses a file as the logo, as the dialog of the desktop would answer. */
export async function chooseLogo({ app, page }: RunningWindow, path: string): Promise<LogoReply> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = (() => Promise.resolve({ canceled: false, filePaths: [chosen] })) as never
  }, path)
  return page.evaluate(() => window.headroom.request('logo/choose', undefined))
}

/** Asks main about the stored PDF of an issued invoice. */
export function askStored(
  { page }: RunningWindow,
  name: 'invoice/open' | 'invoice/printAgain',
  id: string,
): Promise<InvoiceFileReply> {
  return page.evaluate(
    ([asked, of]) =>
      asked === 'invoice/open'
        ? window.headroom.request(asked, { id: of, how: 'file' })
        : window.headroom.request(asked, { id: of }),
    [name, id] as const,
  )
}

/** What the plan says of an invoice's stored PDF. */
export async function recordedPdf({ page }: RunningWindow, id: string): Promise<StoredPdf | null> {
  const { years } = await page.evaluate(() => window.headroom.request('plan/open', undefined))
  return Object.values(years).find(({ invoices }) => id in invoices)?.invoices[id]?.pdf ?? null
}

/** What a reader sees of a PDF, in the layout of its pages. */
export function textOf(path: string): string {
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
}

/** The output of one of poppler's tools about a PDF. */
export function pdfTool(
  tool: 'pdfinfo' | 'pdffonts' | 'pdfimages',
  path: string,
  ...options: string[]
): string {
  return execFileSync(tool, [...options, path], { encoding: 'utf8' })
}

/** The language that a PDF names, which stands in one of its compressed streams; empty where none does. */
export function languageOf(path: string): string {
  const bytes = readFileSync(path)
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 1))
    try {
      const [, language] =
        /\/Lang \((\w+)\)/.exec(inflateSync(bytes.subarray(at + 7)).toString('latin1')) ?? []
      if (language !== undefined) return language
    } catch {
      // A stream that is not compressed, or the end of one.
    }
  return ''
}

/** Pictures of a PDF's pages in the folder of test output, to be looked at. */
export function pictures(path: string, name: string): void {
  const folder = join(outputFolder, 'pdf')
  mkdirSync(folder, { recursive: true })
  execFileSync('pdftoppm', ['-r', '100', '-png', path, join(folder, name)])
}

const address = { street: 'Lindenstraße', number: '12', postcode: '10969', town: 'Berlin', country: 'DE' }

const thanks = { opening: '', footer: 'Thank you for your business.' }

/** A business in Berlin, with everything that an invoice needs. */
export const aBusiness: Command = {
  type: 'business/change',
  change: {
    name: 'Ada Berger',
    address,
    email: 'ada@berger-technology.example',
    phone: '+49 30 1234567',
    taxId: 'DE123456788',
    iban: 'DE89370400440532013000',
    bic: 'COBADEFFXXX',
    bank: 'Commerzbank Berlin',
    tax: { category: 'S', rate: 190_000, reason: '' },
    texts: { en: thanks, de: thanks, fr: thanks },
  },
}

/** A client with an address, and an hourly engagement. */
export function aClientCommand(given: Partial<ReturnType<typeof newClient>> = {}): Command {
  const client = {
    ...newClient({
      id: 'northwind',
      name: 'Northwind Logistics GmbH',
      colour: 'blue',
      currency: 'EUR',
      zone: 'Europe/Berlin',
      language: 'en',
      order: 1,
    }),
    address: { street: 'Hafenweg', number: '3', postcode: '20457', town: 'Hamburg', country: 'DE' },
    taxId: 'DE987654321',
    paymentDays: 14,
    ...given,
  }
  return { type: 'practice/put', records: [{ kind: 'client', value: client as never }] }
}

export const standard = { category: 'S', rate: 190_000, reason: '' } as const

/** A line of two and a half hours at 120.00. */
export function aLine(given: Partial<InvoiceLine> = {}): InvoiceLine {
  return {
    id: 'line-1',
    text: 'Fractional CTO\nWork by the hour, November 2026',
    unit: 'hour',
    amount: 150,
    per: 60,
    price: 12_000,
    discount: null,
    tax: standard,
    entryIds: [],
    expenseIds: [],
    basis: null,
    ...given,
  }
}

/** A draft for `northwind` over November 2026. */
export function aDraft(given: Partial<Invoice> = {}): Invoice {
  return newInvoice({
    id: 'invoice-1',
    clientId: 'northwind',
    createdOn: '2026-11-30',
    supply: { from: '2026-11-01', to: '2026-11-30' },
    currency: 'EUR',
    language: 'en',
    paymentDays: 14,
    lines: [aLine()],
    ...given,
  })
}

/** Writes a draft. */
export function draftCommand(invoice: Invoice): Command {
  return { type: 'invoice/draft', invoice: invoice as never }
}

/** A window on the last day of November with the business, its client and a draft, and a folder for what it prints. */
export async function aPrintingPractice(
  name: string,
): Promise<{ readonly window: RunningWindow; readonly folder: string }> {
  const folder = join(newFolder(name), 'files')
  mkdirSync(folder)
  const window = await launchHeadroom({
    now: '2026-11-30T10:00:00Z',
    zone: 'Europe/Berlin',
    locale: 'en',
  })
  await carryOut(window, aBusiness)
  await carryOut(window, aClientCommand())
  await carryOut(window, draftCommand(aDraft()))
  return { window, folder }
}
