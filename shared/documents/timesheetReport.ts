import { printed } from '../billing/document.ts'
import type { Plan } from '../plan/plan.ts'
import type { TimeEntry } from '../plan/timeEntry.ts'
import type { Day } from '../time/day.ts'
import { addWallMinutes, wallMinute } from '../time/wallClock.ts'
import type { ClientSheet, ClientSheetDay, SheetEntry } from '../timesheet/clientSheet.ts'
import { formatIn } from '../words/format.ts'
import { paperWordsIn } from '../words/words.ts'
import { type Report, type ReportRow, type ReportTable, rowTexts } from './report.ts'
import { areaTable, engagementTable, roundingRules, type SheetSetting } from './sheetParts.ts'

/** What the sheet is set with. */
interface Setting extends SheetSetting {
  /** Zone of the client; a time of another zone says so. */
  readonly zone: string
}

/** The timesheet of a client's period for paper, in the client's language, made on a day. */
export function timesheetReport(plan: Plan, sheet: ClientSheet, today: Day): Report {
  const { client, from, to } = sheet
  const { business, settings } = plan.practice
  const words = paperWordsIn(client.language)
  const { locale, paper } = printed(client.language, client.address.country)
  const setting: Setting = {
    sheet,
    words,
    format: formatIn(client.language, locale),
    zone: settings.homeZone,
  }
  const { format } = setting
  const own = words.timesheet
  const period = format.dayRange(from, to)
  return {
    language: client.language,
    paper,
    title: own.documentTitle(client.name, period),
    sender: business.name,
    heading: own.heading,
    facts: [
      { label: own.client, value: client.name },
      { label: own.consultant, value: business.name },
      { label: own.period, value: period },
      { label: own.made, value: format.dayMedium(today) },
      { label: own.worked, value: hours(sheet.exact, setting) },
      { label: own.billable, value: hours(sheet.billable, setting) },
    ].filter(({ value }) => value.trim() !== ''),
    parts: [
      entryTable(setting),
      engagementTable(setting),
      ...(sheet.areas.some(({ name }) => name !== null) ? [areaTable(setting)] : []),
      { kind: 'text', text: [...roundingRules(setting), own.confirm].join('\n') },
      { kind: 'signatures', lines: [own.signature(business.name), own.signature(client.name)] },
    ],
    continued: [own.heading, client.name, period].join(' · '),
    footer: [business.name, business.email].filter((text) => text.trim() !== '').join(' · '),
  }
}

function entryTable(setting: Setting): ReportTable {
  const { sheet, words } = setting
  const own = words.timesheet
  const rows = sheet.days.flatMap((day) => [
    dayRow(day, setting),
    ...day.entries.flatMap((row) => entryRows(row, setting)),
  ])
  return {
    kind: 'table',
    title: '',
    columns: [
      { label: own.time, align: 'start', wide: false },
      { label: own.work, align: 'start', wide: true },
      { label: own.worked, align: 'end', wide: false },
      { label: own.billable, align: 'end', wide: false },
    ],
    rows: [
      ...rows,
      {
        kind: 'sum',
        cells: ['', own.total, hours(sheet.exact, setting), hours(sheet.billable, setting)],
      },
    ],
  }
}

function dayRow({ day, exact, billable }: ClientSheetDay, setting: Setting): ReportRow {
  const { format } = setting
  return {
    kind: 'group',
    cells: [
      format.dayShort(day),
      '',
      hours(exact, setting),
      billable === null ? '' : hours(billable, setting),
    ],
  }
}

/** An entry, its note first; a long note goes on in rows of its own. */
function entryRows({ entry, engagement, billable }: SheetEntry, setting: Setting): ReportRow[] {
  const own = setting.words.timesheet
  const about = [
    setting.sheet.engagements.length > 1 || entry.note.trim() === '' ? engagement.name : '',
    entry.billable ? '' : own.notBillable,
    entry.lateFor === null ? '' : own.lateFor(setting.format.dayMedium(entry.lateFor)),
  ].filter((text) => text !== '')
  const note = entry.note.trim()
  const texts = rowTexts(
    [...(note === '' ? [] : [note]), ...(about.length === 0 ? [] : [about.join(' · ')])].join('\n'),
  )
  return texts.map((text, i) => ({
    kind: 'plain',
    cells:
      i === 0
        ? [
            timeText(entry, setting),
            text,
            hours(entry.minutes, setting),
            billable === null ? '' : hours(billable, setting),
          ]
        : ['', text, '', ''],
  }))
}

/** When it was worked, by the clock where it was; empty where only the length is known. */
function timeText({ start, minutes, zone }: TimeEntry, { format, zone: home }: Setting): string {
  if (start === null) return ''
  const end = addWallMinutes(start, minutes)
  const range = `${format.minuteOfDay(wallMinute(start))} – ${format.minuteOfDay(wallMinute(end))}`
  return zone === home ? range : `${range}\n${zone.split('/').at(-1)?.replaceAll('_', ' ')}`
}

function hours(minutes: number, { format }: Setting): string {
  return format.clockDuration(minutes)
}
