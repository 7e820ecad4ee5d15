import { describe, expect, it } from 'vitest'
import { execute } from '../../../shared/commands/execute.ts'
import type { CalendarRead } from '../../../shared/exchange/calendarFile.ts'
import { importCommand, proposeImport } from '../../../shared/exchange/importProposal.ts'
import { noChoices } from '../../../shared/exchange/importShape.ts'
import { timesOfMeeting } from '../../../shared/exchange/meetingOccurrences.ts'
import { meetingsOf } from '../../../shared/exchange/meetings.ts'
import { readCalendar } from '../../../shared/exchange/readCalendar.ts'
import { emptyPlan } from '../../../shared/plan/plan.ts'
import { occurrencesOf } from '../../../shared/plan/series.ts'
import { addDays } from '../../../shared/time/day.ts'
import { addWallMinutes, wallDay } from '../../../shared/time/wallClock.ts'
import { fromEpochMinute, toEpochMinute } from '../../../shared/time/zone.ts'
import { corpusFiles, corpusMissing, corpusText, type Expected } from './corpus.ts'
import { importContext } from './importContext.ts'

const files = corpusFiles()
const of = (agreement: string) => files.filter(([, expected]) => expected.agreement === agreement)

/** An occurrence as the collection writes it, to the minute: a plan has no seconds. */
type Line = readonly [start: string, end: string, summary: string]

const toMinute = (time: string) =>
  time.length > 10 ? `${time.slice(0, 16)}${time.endsWith('Z') ? 'Z' : ''}` : time

function expectedLines({ occurrences = [] }: Expected): readonly Line[] {
  return occurrences.map(({ start, end, summary }) => [toMinute(start), toMinute(end), summary])
}

/** Widened by a day, since days of a zone are not days of UTC, then cut to the window of the collection. */
function within(
  lines: readonly Line[],
  [from, to]: readonly [string, string],
  most: number,
): readonly Line[] {
  return lines
    .filter(([start]) => start >= from && start < to)
    .toSorted((a, b) => (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
}

function instants(start: string, zone: string, minutes: number, suffix: string): readonly [string, string] {
  const from = toEpochMinute(start, zone)
  return [`${fromEpochMinute(from, 'UTC')}${suffix}`, `${fromEpochMinute(from + minutes, 'UTC')}${suffix}`]
}

/** What the reader makes of a calendar; times in zones that must be asked for are shown without a zone, as the collection does. */
function readLines(calendar: CalendarRead, window: readonly [string, string]): readonly Line[] {
  const zones = new Map(calendar.zones.map(({ name, zone }) => [name, zone]))
  const { meetings } = meetingsOf(calendar.events, {
    zoneOf: (name) => zones.get(name) ?? 'UTC',
    ofUtc: 'UTC',
  })
  const days = { from: addDays(window[0], -1), to: addDays(window[1], 1) }
  return meetings.flatMap((meeting) =>
    timesOfMeeting(meeting, days).map(({ event, timing: { allDay, start, zone, minutes } }): Line => {
      if (allDay) return [wallDay(start), wallDay(addWallMinutes(start, minutes)), event.title]
      const isAsked = event.start.kind === 'time' && zones.get(event.start.zone) === null
      return [...instants(start, zone, minutes, isAsked ? '' : 'Z'), event.title]
    }),
  )
}

/** What stands in a plan into which the calendar was imported. */
function plannedLines(calendar: CalendarRead, window: readonly [string, string]): readonly Line[] {
  const plan = emptyPlan('UTC')
  const command = importCommand(
    proposeImport(plan, calendar, noChoices, importContext({ homeZone: 'UTC', untitled: '?' })),
  )
  if (command === null) return []
  const done = execute(plan, command)
  if (!done.ok) throw new Error(done.refusal.code)
  const sessions = [
    done.plan.practice.series,
    ...Object.values(done.plan.years).map(({ sessions }) => sessions),
  ].flatMap((map) => Object.values(map))
  const days = { from: addDays(window[0], -1), to: addDays(window[1], 1) }
  return sessions.flatMap((session) =>
    occurrencesOf(session, days).map(
      ({ start, zone, minutes, title }): Line => [
        ...instants(start, zone, minutes, 'Z'),
        title === '?' ? '' : title,
      ],
    ),
  )
}

describe.skipIf(corpusMissing !== '')(`calendars that nobody here wrote ${corpusMissing}`, () => {
  it.each(of('3of3'))('%s has the occurrences that three engines agree on', (file, expected) => {
    const reading = readCalendar(corpusText(file))
    if (!reading.ok) throw new Error(reading.code)
    const window = expected.window ?? ['1900-01-01', '2100-01-01']
    const lines = expectedLines(expected)
    expect(within(readLines(reading.calendar, window), window, lines.length)).toEqual(lines)
    const timed = lines.filter(([start, end]) => start.endsWith('Z') && start !== end)
    expect(within(plannedLines(reading.calendar, window), window, lines.length)).toEqual(timed)
  })

  it.each(of('no-events'))('%s has no events', (file) => {
    const reading = readCalendar(corpusText(file))
    expect(reading.ok ? reading.calendar.events : []).toEqual([])
  })

  it.each(of('reader-error'))('%s ends in a message that names a line', (file) => {
    const reading = readCalendar(corpusText(file))
    const problem = reading.ok
      ? reading.calendar.problems[0]
      : { line: reading.params.line, code: reading.code }
    expect(problem).toMatchObject({ line: expect.any(Number), code: expect.any(String) })
  })

  it.each(files.filter(([, { agreement }]) => agreement.startsWith('2of3') || agreement === 'none'))(
    '%s, on which engines do not agree, is answered and can be imported',
    (file) => {
      const reading = readCalendar(corpusText(file))
      if (reading.ok)
        expect(plannedLines(reading.calendar, ['1990-01-01', '2030-01-01'])).toBeInstanceOf(Array)
      else expect(reading.code).toMatch(/truncated|not-a-calendar/)
    },
  )
})
