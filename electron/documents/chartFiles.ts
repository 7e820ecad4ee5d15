/** A chart's table or picture. What it shows is the page's own computing, so the page sends what is to be written. */
import { nativeImage } from 'electron'
import { fileName } from '../../shared/billing/document.ts'
import { writeCsv } from '../../shared/exchange/csv/writeCsv.ts'
import type { RequestPayload } from '../../shared/ipc/contract.ts'
import type { SaveReply } from '../../shared/ipc/documentsContract.ts'
import type { Making } from './documents.ts'

/** Asks where, and writes it. */
export async function saveChart(
  { words, saveText, saveBytes }: Making,
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
  if (file.as === 'csv') return saveText(asked, writeCsv(file.rows, file.style))
  if (file.as === 'svg') return saveText(asked, file.picture)
  const pixels = nativeImage.createFromBuffer(Buffer.from(file.bytes))
  if (pixels.isEmpty()) return { state: 'failed', code: 'other', detail: 'no picture' }
  // Packed anew, the file holds pixels and nothing that was put beside them.
  return saveBytes(asked, pixels.toPNG())
}
