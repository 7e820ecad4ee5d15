/** What a timesheet and the report of a month share. */
import type { Engagement } from '../plan/engagement.ts'
import type { ClientSheet } from '../timesheet/clientSheet.ts'
import type { Format } from '../words/format.ts'
import type { PaperWords } from '../words/words.ts'
import type { ReportRow, ReportTable } from './report.ts'

/** What a sheet is set with. */
export interface SheetSetting {
  readonly sheet: ClientSheet
  readonly words: PaperWords
  readonly format: Format
}

/** A line of hours: what it is about, and its minutes column by column. */
type HoursLine = readonly [name: string, ...minutes: number[]]

/** A table of hours with their sum. */
export function hoursTable(
  title: string,
  [about, ...columns]: readonly [string, ...string[]],
  lines: readonly HoursLine[],
  { words, format }: Pick<SheetSetting, 'words' | 'format'>,
): ReportTable {
  const cells = ([name, ...minutes]: HoursLine) => [name, ...minutes.map(format.clockDuration)]
  const sums = columns.map((_, at) => lines.reduce((sum, line) => sum + Number(line[at + 1]), 0))
  return {
    kind: 'table',
    title,
    columns: [
      { label: about, align: 'start', wide: true },
      ...columns.map((label) => ({ label, align: 'end' as const, wide: false })),
    ],
    rows: [
      ...lines.map((line): ReportRow => ({ kind: 'plain', cells: cells(line) })),
      { kind: 'sum', cells: cells([words.timesheet.total, ...sums]) },
    ],
  }
}

/** The sheet's time by engagement, as worked and as billed. */
export function engagementTable(setting: SheetSetting): ReportTable {
  const { byEngagement, engagement: head, worked, billable: billed } = setting.words.timesheet
  const lines = setting.sheet.engagements.map(
    ({ engagement, exact, billable }): HoursLine => [engagement.name, exact, billable],
  )
  return hoursTable(byEngagement, [head, worked, billed], lines, setting)
}

/** The sheet's time by responsibility area, as worked. */
export function areaTable(setting: SheetSetting): ReportTable {
  const { byArea, area, worked, noArea } = setting.words.timesheet
  const lines = setting.sheet.areas.map(({ name, exact }): HoursLine => [name ?? noArea, exact])
  return hoursTable(byArea, [area, worked], lines, setting)
}

/** How each engagement's billable time comes from what was worked, told once where all have one rule. */
export function roundingRules({ sheet, words }: SheetSetting): string[] {
  const sentences = sheet.engagements.map(({ engagement }) => ({
    engagement,
    text: ruleOf(engagement, words),
  }))
  const distinct = new Set(sentences.map(({ text }) => text))
  if (distinct.size === 1) return [...distinct].filter((text) => text !== '')
  return sentences
    .filter(({ text }) => text !== '')
    .map(({ engagement, text }) => `${engagement.name}: ${text}`)
}

function ruleOf({ rounding: { mode, increment, scope } }: Engagement, words: PaperWords): string {
  const { rule, modes, scopes } = words.timesheet
  return mode === 'none' ? '' : rule(modes[mode], increment, scopes[scope])
}
