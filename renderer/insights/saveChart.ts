import type { CsvStyle } from '../../shared/exchange/csv/csvStyle.ts'
import { bridge } from '../state/bridge.ts'
import { savePdfOf } from '../state/savePdf.ts'
import { formatNow } from '../state/words.ts'
import { type ChartModel, chartRows, fullTitle } from './chartModel.ts'
import { pictureOf } from './picture.ts'
import { pngOf } from './pixels.ts'

/** Asks where, and saves the table as CSV as a spreadsheet of the planner's own country reads it. */
export function saveChartTable(model: ChartModel, days: string): void {
  const style: CsvStyle = formatNow().number(0.5, 1).includes(',') ? 'commaSheet' : 'sheet'
  const name = fileTitle(model, days)
  void savePdfOf(() => bridge.request('chart/save', { as: 'csv', name, rows: chartRows(model), style }))
}

/** Asks where, and saves what is drawn in the frame, as the pixels of a PNG or the lines of an SVG. */
export function savePicture(
  as: 'png' | 'svg',
  model: ChartModel,
  days: string,
  frame: HTMLElement | null,
): void {
  const drawing = frame?.querySelector<SVGSVGElement>('[data-chart] svg.recharts-surface') ?? null
  if (drawing === null) return
  const signs = [...(frame?.querySelectorAll<SVGSVGElement>('li svg') ?? [])]
  const picture = pictureOf({ model, days, drawing, signs })
  const name = fileTitle(model, days)
  void savePdfOf(async () =>
    bridge.request(
      'chart/save',
      as === 'svg' ? { as, name, picture: picture.svg } : { as, name, bytes: await pngOf(picture) },
    ),
  )
}

function fileTitle(model: ChartModel, days: string): string {
  return `${fullTitle(model)} ${model.days ?? days}`
}
