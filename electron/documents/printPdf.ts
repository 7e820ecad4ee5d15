import type { WebContents } from 'electron'

/** Electron's own way to the printer below `printToPDF`, with everything spelt out. */
interface InnerPrinting {
  readonly _printToPDF?: (settings: object) => Promise<Buffer>
}

/** Page size and margins come from the page's CSS. Page ranges are never given: a bad one rejects. */
const options = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  margins: { top: 0, bottom: 0, left: 0, right: 0 },
} as const

const innerSettings = {
  landscape: false,
  displayHeaderFooter: false,
  headerTemplate: '',
  footerTemplate: '',
  printBackground: true,
  scale: 1,
  paperWidth: 8.27,
  paperHeight: 11.69,
  marginTop: 0,
  marginBottom: 0,
  marginLeft: 0,
  marginRight: 0,
  pageRanges: '',
  preferCSSPageSize: true,
  generateTaggedPDF: true,
  generateDocumentOutline: false,
}

/** Since 42 (and 41.3) one rejected call no longer makes every later one in the app reject (electron#51174). */
const MENDED_IN = 42

let requests = 0

/**
 * The page as PDF. On an older Electron, where a call that was rejected anywhere in the app poisons `printToPDF` for
 * good, the call below it is used instead.
 */
export async function printPdf(contents: WebContents): Promise<Buffer> {
  try {
    return checked(await contents.printToPDF(options))
  } catch (error) {
    const inner: InnerPrinting = contents as InnerPrinting
    if (electronMajor() >= MENDED_IN || contents.isDestroyed() || inner._printToPDF === undefined) throw error
    requests += 1
    return checked(await inner._printToPDF({ ...innerSettings, requestID: requests }))
  }
}

function electronMajor(): number {
  return Number.parseInt(process.versions.electron ?? '0', 10)
}

/** Refuses what is no whole PDF, before it is put in the place of a good one. */
function checked(pdf: Buffer): Buffer {
  if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-')) || !pdf.subarray(-64).includes('%%EOF'))
    throw new Error(`no whole PDF: ${pdf.length} bytes`)
  return pdf
}
