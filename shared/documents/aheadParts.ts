/** The parts of a month's report that tell of the month after it: its hours, and the days that matter. */
import type { KeySession, WeekAhead } from '../clientMonth/ahead.ts'
import type { Day } from '../time/day.ts'
import { addWallMinutes } from '../time/wallClock.ts'
import type { MonthSetting } from './monthParts.ts'
import { type ReportPart, type ReportRow, rowTexts } from './report.ts'

/** Hours week by week, then meetings, due days and ends by day. */
export function aheadParts(setting: MonthSetting): ReportPart[] {
  return [...planParts(setting), ...dateParts(setting)]
}

function planParts({ told: { ahead }, words, format }: MonthSetting): ReportPart[] {
  const own = words.monthReport
  const month = format.month(ahead.from)
  if (ahead.planned === 0) return [{ kind: 'text', title: own.plan(month), text: own.nothingPlanned(month) }]
  const isOne =
    new Set(ahead.weeks.flatMap((week) => week.engagements.map((one) => one.engagement.id))).size < 2
  const weekRows = (week: WeekAhead): ReportRow[] => [
    {
      kind: isOne ? 'plain' : 'group',
      cells: [format.dayRange(week.from, week.to), format.clockDuration(week.planned)],
    },
    ...(isOne ? [] : week.engagements).map(
      ({ engagement, planned }): ReportRow => ({
        kind: 'plain',
        cells: [engagement.name, format.clockDuration(planned)],
      }),
    ),
  ]
  return [
    {
      kind: 'table',
      title: own.plan(month),
      columns: [
        { label: own.week, align: 'start', wide: true },
        { label: own.plannedHours, align: 'end', wide: false },
      ],
      rows: [
        ...ahead.weeks.flatMap(weekRows),
        { kind: 'sum', cells: [words.timesheet.total, format.clockDuration(ahead.planned)] },
      ],
    },
    ...(ahead.tentative === 0
      ? []
      : [
          { kind: 'text' as const, text: own.ofTentative(`${format.clockDuration(ahead.tentative)}\u00a0h`) },
        ]),
  ]
}

/** A line of the dates, and where it stands among them. */
interface Dated {
  readonly day: Day
  readonly cells: readonly [string, string, string]
}

function dateParts(setting: MonthSetting): ReportPart[] {
  const { told, words, format } = setting
  const { from, sessions, due, ending } = told.ahead
  const own = words.monthReport
  const month = format.month(from)
  const dated: Dated[] = [
    ...sessions.map((session) => sessionDate(session, setting)),
    ...due.map((one) => dayDate(one.due ?? from, own.dueOn(one.title), setting)),
    ...ending.map(({ end, name }) => dayDate(end ?? from, own.ends(name), setting)),
  ]
  if (dated.length === 0) return [{ kind: 'text', title: own.dates(month), text: own.noDates(month) }]
  return [
    {
      kind: 'table',
      title: own.dates(month),
      columns: [
        { label: own.day, align: 'start', wide: false },
        { label: own.what, align: 'start', wide: true },
        { label: own.time, align: 'end', wide: false },
      ],
      rows: dated
        .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
        .flatMap(({ cells: [day, what, time] }) =>
          rowTexts(what).map(
            (text, i): ReportRow => ({ kind: 'plain', cells: i === 0 ? [day, text, time] : ['', text, ''] }),
          ),
        ),
    },
  ]
}

function dayDate(day: Day, text: string, { format }: MonthSetting): Dated {
  return { day, cells: [format.dayShort(day), text, ''] }
}

/** A meeting with its times on its own clocks; a zone that is not the client's is named. */
function sessionDate({ occurrence, days }: KeySession, { sheet, words, format }: MonthSetting): Dated {
  const own = words.monthReport
  const { title, start, minutes, zone, status } = occurrence
  const [first = '', ...more] = days
  const about = [
    ...(status === 'tentative' ? [own.tentative] : []),
    ...(more.length === 0 ? [] : [own.alsoOn(more.map((day) => format.dayShort(day)).join(', '))]),
  ]
  const range = format.timeRange(start, addWallMinutes(start, minutes))
  const place = zone === sheet.client.zone ? '' : `\n${zone.split('/').at(-1)?.replaceAll('_', ' ')}`
  return {
    day: first,
    cells: [
      format.dayShort(first),
      [title, ...(about.length === 0 ? [] : [about.join(' · ')])].join('\n'),
      `${range}${place}`,
    ],
  }
}
