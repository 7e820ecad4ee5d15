/** Files about invoices after their issue: letters and accounts as PDF, the lists over all of them as tables. */
import { letterDocument } from '../../shared/billing/after/letterDocument.ts'
import { isIssued } from '../../shared/billing/after/links.ts'
import { fileName } from '../../shared/billing/document.ts'
import { accountReport } from '../../shared/documents/accountReport.ts'
import type { CsvCell } from '../../shared/exchange/csv/csvCell.ts'
import type { CsvStyle } from '../../shared/exchange/csv/csvStyle.ts'
import { invoiceRows, owedRows, revenueRows } from '../../shared/exchange/csv/invoiceCsv.ts'
import { writeCsv } from '../../shared/exchange/csv/writeCsv.ts'
import type { RequestPayload } from '../../shared/ipc/contract.ts'
import type { SaveReply } from '../../shared/ipc/documentsContract.ts'
import { findInvoice, own, type Plan } from '../../shared/plan/plan.ts'
import { paperWordsIn } from '../../shared/words/words.ts'
import type { Making } from './documents.ts'
import { failed } from './saveDialog.ts'

type MoneyFile = RequestPayload<'money/save'>
type FileOf<W extends MoneyFile['what']> = Extract<MoneyFile, { what: W }>

/** Asks where, and writes what was asked for as the plan has it now. */
export async function saveMoney(making: Making, file: MoneyFile): Promise<SaveReply> {
  const plan = await making.plan()
  const today = making.today(plan)
  const { files } = making.words().money
  switch (file.what) {
    case 'letter':
      return saveLetter(making, plan, file)
    case 'account':
      return saveAccount(making, plan, file)
    case 'invoices':
      return saveTable(making, [files.invoices, today], invoiceRows(plan, file.ids, today), file.style)
    case 'revenue':
      return saveTable(
        making,
        [files.revenue, file.year],
        revenueRows(plan, file.year, file.told),
        file.style,
      )
    case 'owed':
      return saveTable(making, [files.owed, today], owedRows(plan, today), file.style)
  }
}

async function saveLetter(
  making: Making,
  plan: Plan,
  { id, letterId }: FileOf<'letter'>,
): Promise<SaveReply> {
  const invoice = findInvoice(plan, id)
  const letter = invoice?.letters.find((one) => one.id === letterId)
  if (invoice === undefined || letter === undefined || !isIssued(invoice)) return failed('invoice-gone')
  const { dunning } = paperWordsIn(invoice.language)
  const { number, buyer } = invoice.issued
  return making.savePdf(asked(making, [dunning.fileName, String(letter.level), number, buyer.name]), {
    kind: 'letter',
    letter: letterDocument(plan, invoice, letter),
  })
}

async function saveAccount(making: Making, plan: Plan, request: FileOf<'account'>): Promise<SaveReply> {
  const client = own(plan.practice.clients, request.clientId)
  if (client === undefined) return failed('client-gone')
  const { account } = paperWordsIn(client.language).dunning
  return making.savePdf(asked(making, [account.fileName, client.name, request.to]), {
    kind: 'report',
    report: accountReport(plan, client, request, making.today(plan)),
  })
}

function asked({ words }: Making, name: readonly string[]) {
  const { saveTitle, saveButton, pdfFiles } = words().billing.pdf
  return {
    title: saveTitle,
    button: saveButton,
    name: fileName(name, 'pdf'),
    kind: pdfFiles,
    extension: 'pdf',
  }
}

async function saveTable(
  { words, saveText }: Making,
  name: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  style: CsvStyle,
): Promise<SaveReply> {
  const { files } = words().money
  const dialog = {
    title: files.saveCsv,
    button: files.button,
    name: fileName(name, 'csv'),
    kind: files.csvFiles,
    extension: 'csv',
  }
  return saveText(dialog, writeCsv(rows, style))
}
