/** A chart's table or picture. What it shows is the page's own computing, so the page sends what is to be written. */
import { fileName } from '../../shared/billing/document.ts'
import { writeCsv } from '../../shared/exchange/csv/writeCsv.ts'
import type { RequestPayload, SaveReply } from '../../shared/ipc/contract.ts'
import type { Making } from './documents.ts'

/** Asks where, and writes it. */
export function saveChart(
  { words, saveText }: Making,
  file: RequestPayload<'chart/save'>,
): Promise<SaveReply> {
  const { files } = words().insights
  const asked = {
    title: files.title,
    button: files.button,
    name: fileName([file.name], file.as),
    kind: files.kinds[file.as],
    extension: file.as,
  }
  return saveText(asked, file.as === 'csv' ? writeCsv(file.rows, file.style) : file.picture)
}
