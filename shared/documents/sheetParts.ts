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

/** The sheet's time by engagement, as worked and as billed. */
export function engagementTable(setting: SheetSetting): ReportTable {
  const { sheet, words } = setting
  const own = words.timesheet
  return {
    kind: 'table',
    title: own.byEngagement,
    columns: [
      { label: own.engagement, align: 'start', wide: true },
      { label: own.worked, align: 'end', wide: false },
      { label: own.billable, align: 'end', wide: false },
    ],
    rows: [
      ...sheet.engagements.map(
        ({ engagement, exact, billable }): ReportRow => ({
          kind: 'plain',
          cells: [engagement.name, hours(exact, setting), hours(billable, setting)],
        }),
      ),
      { kind: 'sum', cells: [own.total, hours(sheet.exact, setting), hours(sheet.billable, setting)] },
    ],
  }
}

/** The sheet's time by responsibility area, as worked. */
export function areaTable(setting: SheetSetting): ReportTable {
  const { sheet, words } = setting
  const own = words.timesheet
  return {
    kind: 'table',
    title: own.byArea,
    columns: [
      { label: own.area, align: 'start', wide: true },
      { label: own.worked, align: 'end', wide: false },
    ],
    rows: [
      ...sheet.areas.map(
        ({ name, exact }): ReportRow => ({
          kind: 'plain',
          cells: [name ?? own.noArea, hours(exact, setting)],
        }),
      ),
      { kind: 'sum', cells: [own.total, hours(sheet.exact, setting)] },
    ],
  }
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

function hours(minutes: number, { format }: Pick<SheetSetting, 'format'>): string {
  return format.clockDuration(minutes)
}
