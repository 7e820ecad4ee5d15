import type { Report, ReportRow } from '../../shared/documents/report.ts'
import { heightOf, pageHeight } from './measure.ts'
import type { Piece, ReportRoom } from './reportPaging.ts'

/** What was found out about a report set in one column, in CSS pixels. */
export interface MeasuredReport {
  readonly pieces: readonly Piece[]
  readonly room: ReportRoom
  /** By part: the widths of a table's columns. */
  readonly widths: readonly (readonly number[])[]
}

/** Measures the trial setting of a report. It must be in a page, not scaled, and its fonts loaded. */
export function measureReport(report: Report, trial: HTMLElement): MeasuredReport {
  const parts = report.parts.map((_, i) => trial.querySelector(`[data-report-part="${i}"]`))
  const within = (i: number, selector: string) => parts[i]?.querySelector(selector)
  const style = getComputedStyle(trial)
  const margins = Number.parseFloat(style.paddingTop) + Number.parseFloat(style.paddingBottom)
  const page = pageHeight(trial) - margins - heightOf(trial.querySelector('[data-part="foot"]'))
  return {
    pieces: report.parts.flatMap((_, i) => piecesOf(report, i, parts[i] ?? null)),
    room: {
      first: page - heightOf(trial.querySelector('[data-part="letterhead"]')),
      further: page - heightOf(trial.querySelector('[data-part="continued"]')),
      titles: parts.map((_, i) => heightOf(within(i, '[data-title]'))),
      heads: parts.map((_, i) => heightOf(within(i, 'thead'))),
    },
    widths: parts.map((part) =>
      [...(part?.querySelectorAll('thead th') ?? [])].map((cell) => cell.getBoundingClientRect().width),
    ),
  }
}

function piecesOf(report: Report, part: number, element: Element | null): Piece[] {
  const own = report.parts[part]
  if (own === undefined) return []
  if (own.kind !== 'table') {
    const isSigned = own.kind === 'text' && report.parts[part + 1]?.kind === 'signatures'
    return [{ part, row: null, height: heightOf(element), keepsNext: isSigned }]
  }
  const heights = [...(element?.querySelectorAll('tbody tr') ?? [])].map(heightOf)
  return own.rows.map((_, row) => ({
    part,
    row,
    height: heights[row] ?? 0,
    keepsNext: keepsNext(own.rows, row),
  }))
}

/** A group, or a table, of more rows than these may go on on the next page. */
const MOST_TOGETHER = 8

/** A short group or table stays on one page, a long one begins with a row at least, and a sum has a row above it. */
function keepsNext(rows: readonly ReportRow[], row: number): boolean {
  const next = rows[row + 1]
  if (next === undefined || next.kind === 'group') return false
  if (next.kind === 'sum' || rows[row]?.kind === 'group') return true
  const start = rows.findLastIndex(({ kind }, i) => i <= row && kind === 'group')
  const end = rows.findIndex(({ kind }, i) => i > row && kind !== 'plain')
  return (end < 0 ? rows.length : end) - Math.max(0, start) <= MOST_TOGETHER
}
