/** The parts of a month's report that tell of the month: its hours, the retainer, the roadmap. */
import { toldColumns, toldHours } from '../billing/retainerStatement.ts'
import type { ClientMonth, MonthStatement } from '../clientMonth/clientMonth.ts'
import type { RoadmapRow } from '../clientMonth/roadmap.ts'
import type { Day } from '../time/day.ts'
import { periodText, standingTexts } from '../words/statementText.ts'
import type { ReportPart, ReportRow, ReportTable } from './report.ts'
import { areaTable, engagementTable, hoursTable, roundingRules, type SheetSetting } from './sheetParts.ts'

/** What the report of a month is set with. */
export interface MonthSetting extends SheetSetting {
  readonly told: ClientMonth
  readonly month: string
  readonly on: Day
}

/** By engagement as worked and as billed, by area and by deliverable as worked; where nothing was done, that. */
export function hoursParts(setting: MonthSetting): ReportPart[] {
  const { sheet, told, words, month } = setting
  const own = words.monthReport
  if (sheet.exact === 0) return [{ kind: 'text', title: own.hours, text: own.noHours(month) }]
  return [
    engagementTable(setting),
    ...(sheet.areas.some(({ name }) => name !== null) ? [areaTable(setting)] : []),
    ...(told.deliverables.some(({ deliverable }) => deliverable !== null) ? [deliverableTable(setting)] : []),
    { kind: 'text', text: [...roundingRules(setting), own.exact].join('\n') },
  ]
}

function deliverableTable(setting: MonthSetting): ReportTable {
  const { told, words } = setting
  const { byDeliverable, deliverable: head, noDeliverable } = words.monthReport
  return hoursTable(
    byDeliverable,
    [head, words.timesheet.worked],
    told.deliverables.map(({ deliverable, exact }) => [deliverable?.title ?? noDeliverable, exact]),
    setting,
  )
}

/** For each retainer its periods of the month, and how it stands. */
export function retainerParts(setting: MonthSetting): ReportPart[] {
  return setting.told.statements.flatMap((one) => [periodTable(one, setting), standing(one, setting)])
}

function periodTable({ statement, periods }: MonthStatement, setting: MonthSetting): ReportTable {
  const { words, format, on } = setting
  const own = words.statement
  const columns = toldColumns(periods, on)
  return {
    kind: 'table',
    title: words.monthReport.retainer(statement.engagement),
    columns: [
      { label: own.period, align: 'start', wide: true },
      ...columns.map((name) => ({ label: own[name], align: 'end' as const, wide: false })),
    ],
    rows: periods.map((period) => {
      const told = toldHours(period, on)
      const span = periodText(period, format, format.dayRange)
      return {
        kind: 'plain',
        cells: [
          on <= period.to ? own.soFar(span) : span,
          ...columns.map((name) => format.clockDuration(told[name])),
        ],
      }
    }),
  }
}

function standing({ statement }: MonthStatement, { words, format, on }: MonthSetting): ReportPart {
  const [lead = '', ...more] = standingTexts(statement, words, {
    hours: (minutes) => `${format.clockDuration(minutes)}\u00a0h`,
    day: format.dayMedium,
    on,
  })
  return { kind: 'text', text: [lead.endsWith('.') ? lead : `${lead}.`, ...more].join(' ') }
}

/** What is agreed, how far it is, and when it is due. */
export function roadmapParts(setting: MonthSetting): ReportPart[] {
  const { told, words, format, on } = setting
  const own = words.monthReport
  if (told.roadmap.length === 0) return [{ kind: 'text', title: own.roadmap, text: own.noRoadmap }]
  const count = (wanted: RoadmapRow['state']) => told.roadmap.filter(({ state }) => state === wanted).length
  const sum = own.roadmapSum(count('done'), count('late'), count('open'))
  return [
    {
      kind: 'table',
      title: own.roadmap,
      columns: [
        { label: own.deliverable, align: 'start', wide: true },
        { label: own.due, align: 'start', wide: false },
        { label: own.progress, align: 'end', wide: false },
        { label: own.left, align: 'end', wide: false },
        { label: own.state, align: 'end', wide: false },
      ],
      rows: told.roadmap.map((row) => roadmapRow(row, setting)),
    },
    { kind: 'text', text: own.roadmapAsOf(sum, format.dayMedium(on)) },
  ]
}

function roadmapRow(
  { deliverable, engagement, state, progress }: RoadmapRow,
  setting: MonthSetting,
): ReportRow {
  const { told, words, format } = setting
  const own = words.monthReport
  const { title, due, remainingMinutes, done } = deliverable
  const isOneOfMany = new Set(told.roadmap.map((row) => row.engagement.id)).size > 1
  return {
    kind: 'plain',
    cells: [
      isOneOfMany ? `${title}\n${engagement.name}` : title,
      due === null ? own.noDue : format.dayMedium(due),
      // All but done is not done: 99.6 % is told as 99.
      format.percent(Math.floor(progress * 100) / 100),
      done ? '' : format.clockDuration(remainingMinutes),
      own.states[state],
    ],
  }
}
