import type { Block, Room } from './paginate.ts'
import { type TextLine, textLines } from './textLines.ts'

/** What was found out about a document set in one column; heights and widths in CSS pixels. */
export interface Measured {
  readonly blocks: readonly Block[]
  readonly room: Room
  /** Widths of the table's columns. */
  readonly widths: readonly number[]
  /** For each row and paragraph, by block: where its text is broken into lines. */
  readonly texts: Readonly<Record<string, readonly TextLine[]>>
  /** For each row: how many of its lines are the lead. */
  readonly leadLines: Readonly<Record<string, number>>
}

/** Measures the trial setting of a document. It must be in a page, not scaled, and its fonts loaded. */
export function measure(trial: HTMLElement): Measured {
  const texts: Record<string, readonly TextLine[]> = {}
  const leadLines: Record<string, number> = {}
  const blocks: Block[] = []
  const addText = (id: string, element: Element, keepsNext = false) => {
    const style = getComputedStyle(element)
    const padding = Number.parseFloat(style.paddingTop) + Number.parseFloat(style.paddingBottom)
    const lines = textLines(element)
    const each = (heightOf(element) - padding) / lines.length
    texts[id] = lines
    blocks.push({ id, table: false, padding, lines: lines.map(() => each), keepsNext })
  }
  const addWhole = (id: string, element: Element, table = false) =>
    blocks.push({ id, table, padding: 0, lines: [heightOf(element)] })
  const opening = trial.querySelector('[data-opening]')
  if (opening !== null) addText('opening', opening)
  const rows = [...trial.querySelectorAll('tbody tr')]
  const carry = rows.pop()
  for (const [i, row] of rows.entries()) {
    const id = `row-${i}`
    const lead = row.querySelector('[data-lead]')
    const more = row.querySelector('[data-more]')
    const leads = lead === null ? [] : textLines(lead)
    // The rest of the text begins after the lead and its line break.
    const offset = (lead?.textContent?.length ?? 0) + 1
    const rest = more === null ? [] : textLines(more).map((line) => shifted(line, offset))
    const lines = leads.length + rest.length === 0 ? [{ from: 0, to: 0, height: 0 }] : [...leads, ...rest]
    texts[id] = lines
    leadLines[id] = leads.length
    blocks.push({
      id,
      table: true,
      padding: heightOf(row) - heightSum(lines),
      lines: lines.map((line) => line.height),
    })
  }
  const totals = partOf(trial, 'totals')
  if (totals !== null) addWhole('totals', totals, true)
  // The closing words stay with the payment part, so that it does not stand alone.
  const bill = partOf(trial, 'bill')
  for (const [i, paragraph] of [...trial.querySelectorAll<HTMLElement>('[data-paragraph]')].entries())
    if (paragraph.dataset.paragraph === 'whole') addWhole(`paragraph-${i}`, paragraph)
    else addText(`paragraph-${i}`, paragraph, bill !== null)
  if (bill !== null) addWhole('bill', bill)
  return { blocks, room: roomOf(trial, carry), widths: widthsOf(trial), texts, leadLines }
}

function roomOf(trial: HTMLElement, carry: Element | undefined): Room {
  const style = getComputedStyle(trial)
  const margins = Number.parseFloat(style.paddingTop) + Number.parseFloat(style.paddingBottom)
  const page = pageHeight(trial) - margins - heightOf(partOf(trial, 'foot'))
  return {
    first: page - heightOf(partOf(trial, 'letterhead')),
    further: page - heightOf(partOf(trial, 'continued')),
    tableHead: heightOf(trial.querySelector('thead')),
    carry: heightOf(carry),
  }
}

/** CSS pixels in a millimetre, by definition. */
const MILLIMETRE = 96 / 25.4

/** The paper's height. Read from its style: a ruler laid beside it would have all of it styled once more. */
export function pageHeight(trial: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(trial).getPropertyValue('--paper-height')) * MILLIMETRE
}

function widthsOf(trial: HTMLElement): number[] {
  return [...trial.querySelectorAll('thead th')].map((cell) => cell.getBoundingClientRect().width)
}

function partOf(trial: HTMLElement, name: string): Element | null {
  return trial.querySelector(`[data-part="${name}"]`)
}

/** An element's height in CSS pixels; 0 where there is none. */
export function heightOf(element: Element | null | undefined): number {
  return element?.getBoundingClientRect().height ?? 0
}

function heightSum(lines: readonly TextLine[]): number {
  return lines.reduce((sum, line) => sum + line.height, 0)
}

function shifted({ from, to, height }: TextLine, by: number): TextLine {
  return { from: from + by, to: to + by, height }
}
