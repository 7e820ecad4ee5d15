import type { InvoiceDocument } from '../billing/document.ts'
import { type Explanation, explain } from '../billing/explain.ts'
import type { Id } from '../plan/fields.ts'
import type { InvoiceLine } from '../plan/invoice.ts'
import type { Plan } from '../plan/plan.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import { type Format, formatIn } from '../words/format.ts'
import { type PaperWords, paperWordsIn } from '../words/words.ts'
import { type Report, type ReportPart, type ReportRow, rowTexts } from './report.ts'

/** What the annex is set with. */
interface Setting {
  readonly words: PaperWords
  readonly format: Format
}

/**
 * The pages after an invoice that list the time behind its lines: each entry as worked and as billed, and the steps from
 * there, which add up to the line. Null where none is wanted, or no line bills time.
 */
export function annexReport(
  plan: Plan,
  { invoice, number, seller, buyer, locale, paper }: Omit<InvoiceDocument, 'annex'>,
): Report | null {
  const { language, annex, lines, supply } = invoice
  const words = paperWordsIn(language)
  const setting: Setting = { words, format: formatIn(language, locale) }
  const parts = lines.flatMap((line, i) =>
    line.entryIds.length === 0 ? [] : linePart(plan, line, i, setting),
  )
  if (!annex || parts.length === 0) return null
  const own = words.document
  const heading = own.annex.heading
  return {
    language,
    paper,
    title: heading,
    sender: seller.name,
    heading,
    facts: [
      { label: own.number[invoice.kind], value: number ?? own.draft },
      { label: words.timesheet.client, value: buyer.name },
      { label: words.timesheet.period, value: setting.format.dayRange(supply.from, supply.to) },
    ],
    parts: [...parts, { kind: 'text', text: own.annex.note }],
    continued: [heading, number ?? own.draft, buyer.name].join(' · '),
    footer: [seller.name, seller.email].filter((text) => text.trim() !== '').join(' · '),
  }
}

function linePart(plan: Plan, line: InvoiceLine, index: number, setting: Setting): ReportPart[] {
  const { document, timesheet, statement } = setting.words
  const explanation = explain(plan, line)
  const [lead = ''] = line.text.trim().split('\n')
  const rule = ruleOf(line, setting)
  return [
    {
      kind: 'table',
      title: document.annex.line(String(index + 1), lead),
      columns: [
        { label: statement.day, align: 'start', wide: false },
        { label: statement.what, align: 'start', wide: true },
        { label: timesheet.worked, align: 'end', wide: false },
        { label: document.annex.sum, align: 'end', wide: false },
      ],
      rows: [
        ...entryRows(line, explanation, setting),
        ...stepRows(line, explanation, setting),
        {
          kind: 'sum',
          cells: ['', document.annex.sum, hours(workedOf(explanation), setting), quantityOf(line, setting)],
        },
      ],
    },
    ...(rule === '' ? [] : [{ kind: 'text', text: rule } as const]),
  ]
}

/** Entries by day; what is billed stands at the last of those that were rounded together. */
function entryRows(line: InvoiceLine, explanation: Explanation, setting: Setting): ReportRow[] {
  const told = toldAt(line, explanation, setting)
  return explanation.entries
    .toSorted((a, b) => order(a, b))
    .flatMap((entry) => {
      const { lateFor, note, minutes, day } = entry
      const late =
        lateFor === null ? [] : [setting.words.timesheet.lateFor(setting.format.dayMedium(lateFor))]
      return rowTexts([note.trim(), ...late].filter((text) => text !== '').join('\n')).map(
        (text, i): ReportRow => ({
          kind: 'plain',
          cells:
            i === 0
              ? [setting.format.dayMedium(day), text, hours(minutes, setting), told.get(entry.id) ?? '']
              : ['', text, '', ''],
        }),
      )
    })
}

function order(a: TimeEntry, b: TimeEntry): number {
  return compare(a.day, b.day) || compare(a.start ?? '', b.start ?? '') || compare(a.id, b.id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Whether each group of entries has billed minutes of its own: not where the whole line is rounded at once. */
function isToldByGroup({ basis }: InvoiceLine): boolean {
  if (basis?.kind !== 'hours' && basis?.kind !== 'overage') return false
  return basis.rounding.mode === 'none' || basis.rounding.scope !== 'invoice'
}

function toldAt(
  line: InvoiceLine,
  { entries, groups, days }: Explanation,
  setting: Setting,
): Map<Id, string> {
  const sorted = entries.toSorted(order)
  const lastOf = (isOne: (entry: TimeEntry) => boolean) => sorted.findLast(isOne)?.id ?? ''
  if (line.basis?.kind === 'days')
    return new Map(
      days.map(({ day, halves }) => [lastOf((entry) => entry.day === day), inDays(halves / 2, setting)]),
    )
  if (!isToldByGroup(line)) return new Map()
  return new Map(
    groups.map(({ entryIds, billed }) => {
      const together = new Set(entryIds)
      return [lastOf(({ id }) => together.has(id)), hours(billed, setting)]
    }),
  )
}

/** The steps that no entry tells, each in what the line is billed in. */
function stepRows(line: InvoiceLine, { steps, halvesByHand }: Explanation, setting: Setting): ReportRow[] {
  const names = setting.words.document.annex.steps
  const row = (name: string, billed: string): ReportRow => ({ kind: 'plain', cells: ['', name, '', billed] })
  if (line.basis?.kind === 'days')
    return halvesByHand === 0 ? [] : [row(names['by-hand'], inDays(halvesByHand / 2, setting))]
  const told: readonly string[] = isToldByGroup(line) ? ['worked', 'rounding'] : []
  return steps
    .filter(({ kind }) => !told.includes(kind))
    .map(({ kind, minutes }) => row(names[kind], hours(minutes, setting)))
}

function ruleOf({ basis }: InvoiceLine, { words: { timesheet }, format }: Setting): string {
  if (basis?.kind === 'days') {
    const length = format.duration(basis.minutesPerDay)
    return basis.halfDays ? timesheet.dayRule(length) : timesheet.wholeDayRule(length)
  }
  if (basis?.kind !== 'hours' && basis?.kind !== 'overage') return ''
  const { mode, increment, scope } = basis.rounding
  return mode === 'none' ? '' : timesheet.rule(timesheet.modes[mode], increment, timesheet.scopes[scope])
}

function workedOf({ entries }: Explanation): number {
  return entries.reduce((sum, { minutes }) => sum + minutes, 0)
}

/** What the line itself prints. */
function quantityOf({ unit, amount, per }: InvoiceLine, setting: Setting): string {
  if (unit === 'hour') return hours(amount, setting)
  return unit === 'day' ? inDays(amount / per, setting) : ''
}

function inDays(days: number, { words, format }: Setting): string {
  return `${format.number(days, Number.isInteger(days) ? 0 : 1)}\u00a0${words.document.units.day(days)}`
}

function hours(minutes: number, { format }: Setting): string {
  return format.clockDuration(minutes)
}
