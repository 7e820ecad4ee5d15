import { printed } from '../billing/document.ts'
import {
  type RetainerStatement,
  type StatementEntry,
  toldColumns,
  toldHours,
} from '../billing/retainerStatement.ts'
import type { Client } from '../plan/client.ts'
import type { Plan } from '../plan/plan.ts'
import type { Day } from '../time/day.ts'
import { type Format, formatIn } from '../words/format.ts'
import { periodText, standingTexts } from '../words/statementText.ts'
import { type PaperWords, paperWordsIn } from '../words/words.ts'
import { type Report, type ReportRow, type ReportTable, rowTexts } from './report.ts'

/** What the statement is set with. */
interface Setting {
  readonly statement: RetainerStatement
  readonly words: PaperWords
  readonly format: Format
  readonly on: Day
}

/** The statement of a retainer for paper, in the client's language, made on a day: what is left, and how it came about. */
export function retainerReport(plan: Plan, client: Client, statement: RetainerStatement, on: Day): Report {
  const { business } = plan.practice
  const words = paperWordsIn(client.language)
  const { locale, paper } = printed(client.language, client.address.country)
  const format = formatIn(client.language, locale)
  const setting: Setting = { statement, words, format, on }
  const own = words.statement
  const { period, nextReset } = statement
  const span = periodText(period, format, format.dayRange)
  return {
    language: client.language,
    paper,
    title: own.title(client.name, span),
    sender: business.name,
    heading: own.heading(span),
    facts: [
      { label: own.client, value: client.name },
      { label: own.engagement, value: statement.engagement },
      { label: own.period, value: format.dayRange(period.from, period.to) },
      { label: own.madeOn, value: format.dayMedium(on) },
      { label: own.left, value: hours(statement.left, setting) },
      { label: own.nextReset, value: nextReset === null ? '' : format.dayMedium(nextReset) },
    ].filter(({ value }) => value.trim() !== ''),
    parts: [
      { kind: 'text', text: standing(setting) },
      periodTable(setting),
      statement.entries.length === 0 ? { kind: 'text', text: own.noEntries } : entryTable(setting),
    ],
    continued: [own.heading(span), client.name].join(' · '),
    footer: [business.name, business.email].filter((text) => text.trim() !== '').join(' · '),
  }
}

function standing(setting: Setting): string {
  const { statement, words, format, on } = setting
  const [lead = '', ...more] = standingTexts(statement, words, {
    hours: (minutes) => `${hours(minutes, setting)}\u00a0h`,
    day: format.dayMedium,
    on,
  })
  return [lead.endsWith('.') ? lead : `${lead}.`, ...more].join(' ')
}

function periodTable(setting: Setting): ReportTable {
  const { statement, words, format, on } = setting
  const own = words.statement
  const columns = toldColumns(statement.periods, on)
  return {
    kind: 'table',
    title: own.periods,
    columns: [
      { label: own.period, align: 'start', wide: true },
      ...columns.map((name) => ({ label: own[name], align: 'end' as const, wide: false })),
    ],
    rows: statement.periods.map((period) => {
      const told = toldHours(period, on)
      const span = periodText(period, format, format.dayRange)
      return {
        kind: period === statement.period ? 'sum' : 'plain',
        cells: [
          on <= period.to ? own.soFar(span) : span,
          ...columns.map((name) => hours(told[name], setting)),
        ],
      }
    }),
  }
}

function entryTable(setting: Setting): ReportTable {
  const { statement, words } = setting
  const own = words.statement
  const { entries, worked, rounding, period } = statement
  const sum = (kind: ReportRow['kind'], label: string, minutes: number): ReportRow => ({
    kind,
    cells: ['', label, hours(minutes, setting)],
  })
  return {
    kind: 'table',
    title: own.entries,
    columns: [
      { label: own.day, align: 'start', wide: false },
      { label: own.what, align: 'start', wide: true },
      { label: own.time, align: 'end', wide: false },
    ],
    rows: [
      ...entries.flatMap((entry) => entryRows(entry, setting)),
      ...(rounding === 0 ? [] : [sum('plain', own.worked, worked), sum('plain', own.rounding, rounding)]),
      sum('sum', own.usedInAll, period.used),
    ],
  }
}

/** An entry; a long note goes on in rows of its own. */
function entryRows({ day, lateFor, note, minutes }: StatementEntry, setting: Setting): ReportRow[] {
  const { words, format } = setting
  const late = lateFor === null ? [] : [words.statement.workedOn(format.dayMedium(lateFor))]
  return rowTexts([note.trim(), ...late].join('\n')).map((text, i) => ({
    kind: 'plain',
    cells: i === 0 ? [format.dayMedium(day), text, hours(minutes, setting)] : ['', text, ''],
  }))
}

function hours(minutes: number, { format }: Setting): string {
  return format.clockDuration(minutes)
}
