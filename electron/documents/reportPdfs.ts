/** The reports that are printed as PDF: main makes each from its own plan. */
import { fileName } from '../../shared/billing/document.ts'
import { retainerStatement } from '../../shared/billing/retainerStatement.ts'
import { clientMonth, type MonthRequest } from '../../shared/clientMonth/clientMonth.ts'
import { clientMonthReport } from '../../shared/documents/clientMonthReport.ts'
import { portfolioPage } from '../../shared/documents/portfolioPage.ts'
import { portfolioReport } from '../../shared/documents/portfolioReport.ts'
import { retainerReport } from '../../shared/documents/retainerReport.ts'
import { timesheetReport } from '../../shared/documents/timesheetReport.ts'
import type { RequestPayload } from '../../shared/ipc/contract.ts'
import type { PdfReply, SaveReply } from '../../shared/ipc/documentsContract.ts'
import { portfolioOf } from '../../shared/pipeline/outcomes.ts'
import { own } from '../../shared/plan/plan.ts'
import { clientSheet, type SheetRequest } from '../../shared/timesheet/clientSheet.ts'
import { paperWordsIn } from '../../shared/words/words.ts'
import type { Making } from './documents.ts'
import { failed } from './saveDialog.ts'

/** The timesheet of a client to sign. */
export async function timesheetPdf(
  { plan: open, today, words, savePdf }: Making,
  request: SheetRequest,
): Promise<PdfReply> {
  const plan = await open()
  const sheet = clientSheet(plan, request)
  if (sheet === null) return failed('client-gone')
  const { save } = words().exports
  const { language, name } = sheet.client
  const kind = paperWordsIn(language).timesheet.fileName
  const asked = {
    title: save.sheet,
    button: save.button,
    name: fileName([kind, `${request.from} ${request.to}`, name], 'pdf'),
    kind: words().billing.pdf.pdfFiles,
    extension: 'pdf',
  }
  return savePdf(asked, { kind: 'report', report: timesheetReport(plan, sheet, today(plan)) })
}

/** The report of a client’s month. */
export async function monthReportPdf(
  { plan: open, today, words, savePdf }: Making,
  request: MonthRequest,
): Promise<PdfReply> {
  const plan = await open()
  const on = today(plan)
  const told = clientMonth(plan, request, on)
  if (told === null) return failed('client-gone')
  const { language, name } = told.sheet.client
  const { saveButton, pdfFiles } = words().billing.pdf
  const kind = paperWordsIn(language).monthReport.fileName
  const asked = {
    title: words().exports.report.saveTitle,
    button: saveButton,
    name: fileName([kind, told.sheet.from.slice(0, 7), name], 'pdf'),
    kind: pdfFiles,
    extension: 'pdf',
  }
  return savePdf(asked, { kind: 'report', report: clientMonthReport(plan, told, on) })
}

/** The statement of a retainer. */
export async function statementPdf(
  { plan: open, today, words, savePdf }: Making,
  { engagementId, day }: RequestPayload<'statement/pdf'>,
): Promise<PdfReply> {
  const plan = await open()
  const engagement = own(plan.practice.engagements, engagementId)
  const client = own(plan.practice.clients, engagement?.clientId ?? '')
  const statement = engagement === undefined ? null : retainerStatement(plan, engagement, day)
  if (client === undefined || statement === null) return failed('statement-gone')
  const { saveTitle, saveButton, pdfFiles } = words().billing.pdf
  const kind = paperWordsIn(client.language).statement.fileName
  const asked = {
    title: saveTitle,
    button: saveButton,
    name: fileName([kind, client.name, statement.period.from], 'pdf'),
    kind: pdfFiles,
    extension: 'pdf',
  }
  return savePdf(asked, { kind: 'report', report: retainerReport(plan, client, statement, today(plan)) })
}

/** The portfolio of outcomes, as pages or as a page of HTML. */
export async function savePortfolio(
  { plan: open, words, savePdf, saveText }: Making,
  { as, language, ...chosen }: RequestPayload<'portfolio/save'>,
): Promise<SaveReply> {
  const plan = await open()
  const portfolio = portfolioOf(plan, chosen)
  if (portfolio.items.length === 0) return failed('portfolio-empty')
  const { saveTitle, saveButton, pdfFiles, htmlFiles } = words().billing.pdf
  const asked = {
    title: saveTitle,
    button: saveButton,
    name: fileName([paperWordsIn(language).portfolio.fileName, plan.practice.business.name], as),
    kind: as === 'pdf' ? pdfFiles : htmlFiles,
    extension: as,
  }
  return as === 'pdf'
    ? savePdf(asked, { kind: 'report', report: portfolioReport(plan, portfolio, language) })
    : saveText(asked, portfolioPage(portfolio, language))
}
