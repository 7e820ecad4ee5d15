import type { CsvStyle } from '../../shared/exchange/csv/csvStyle.ts'
import { bridge } from '../state/bridge.ts'
import { savePdfOf } from '../state/savePdf.ts'
import { formatNow } from '../state/words.ts'
import { type ChartModel, chartRows, fullTitle } from './chartModel.ts'
import { pictureOf } from './picture.ts'

/** Asks where, and saves the table as CSV as a spreadsheet of the planner's own country reads it. */
export function saveChartTable(model: ChartModel, days: string): void {
  const style: CsvStyle = formatNow().number(0.5, 1).includes(',') ? 'commaSheet' : 'sheet'
  const name = fileTitle(model, days)
  void savePdfOf(() => bridge.request('chart/save', { as: 'csv', name, rows: chartRows(model), style }))
}

/** Asks where, and saves what is drawn in the frame as SVG. */
export function savePicture(model: ChartModel, days: string, frame: HTMLElement | null): void {
  const drawing = frame?.querySelector<SVGSVGElement>('[data-chart] svg.recharts-surface') ?? null
  if (drawing === null) return
  const signs = [...(frame?.querySelectorAll<SVGSVGElement>('li svg') ?? [])]
  const picture = pictureOf({ model, days, drawing, signs })
  void savePdfOf(() => bridge.request('chart/save', { as: 'svg', name: fileTitle(model, days), picture }))
}

function fileTitle(model: ChartModel, days: string): string {
  return `${fullTitle(model)} ${model.days ?? days}`
}
