/**
 * A printed report as text: everything that stands on its pages in its own language, so that it can be read in a test
 * without a page. Pages, page numbers and repeated heads are made where it is set (`renderer/documents`).
 */
import { z } from 'zod'
import { Picture } from '../plan/business.ts'
import { PaperLanguage } from '../plan/fields.ts'
import type { Frozen } from '../plan/frozen.ts'

const Fact = z.strictObject({ label: z.string(), value: z.string() })

const Column = z.strictObject({
  label: z.string(),
  /** Figures stand at the end of their column. */
  align: z.enum(['start', 'end']),
  /** Takes the room that the others leave. One column of a table does. */
  wide: z.boolean(),
})

const Row = z.strictObject({
  /** One text a column. A line break within a text is set; what follows the first line is set quieter. */
  cells: z.array(z.string()),
  /** A `group` heads the rows after it and never stands last on a page; a `sum` adds up the rows before it. */
  kind: z.enum(['plain', 'group', 'sum']),
})

const Part = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('table'),
    title: z.string(),
    columns: z.array(Column).min(1),
    rows: z.array(Row),
  }),
  z.strictObject({ kind: z.literal('text'), title: z.string().optional(), text: z.string() }),
  /** Lines to sign on, side by side, each with what stands below it. */
  z.strictObject({ kind: z.literal('signatures'), lines: z.array(z.string()) }),
])

export const Report = z.strictObject({
  language: PaperLanguage,
  paper: z.enum(['A4', 'Letter']),
  /** The PDF's title. */
  title: z.string(),
  sender: z.string(),
  /** In the place of the sender's name. */
  logo: Picture.optional(),
  heading: z.string(),
  facts: z.array(Fact),
  parts: z.array(Part),
  /** At the top of each further page. */
  continued: z.string(),
  footer: z.string(),
})
export type Report = Frozen<z.infer<typeof Report>>
export type ReportPart = Report['parts'][number]
export type ReportTable = Extract<ReportPart, { kind: 'table' }>
export type ReportRow = ReportTable['rows'][number]

/** The longest piece of text that a row holds: a row is never broken by a page. */
const LONGEST = 600
const MOST_LINES = 10

/** A long text in pieces that fit a row each; nothing is lost between them but the white space at a cut. */
export function rowTexts(text: string): string[] {
  const pieces: string[] = []
  let rest = text.trim()
  while (rest.length > LONGEST || rest.split('\n').length > MOST_LINES) {
    const lines = rest.split('\n').slice(0, MOST_LINES).join('\n')
    const part = lines.slice(0, LONGEST)
    const space = lines.length > LONGEST ? part.search(/\s\S*$/) : part.length
    const cut = space > 0 ? space : part.length
    pieces.push(rest.slice(0, cut).trimEnd())
    rest = rest.slice(cut).trim()
  }
  return rest === '' && pieces.length > 0 ? pieces : [...pieces, rest]
}
