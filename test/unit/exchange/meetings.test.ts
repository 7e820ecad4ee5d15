import { describe, expect, it } from 'vitest'
import { timesOfMeeting } from '../../../shared/exchange/meetingOccurrences.ts'
import { type Meetings, meetingsOf } from '../../../shared/exchange/meetings.ts'
import { readCalendar } from '../../../shared/exchange/readCalendar.ts'
import { calendarText, eventText } from './calendarText.ts'

function meetings(...components: string[]): Meetings {
  const reading = readCalendar(calendarText(components))
  if (!reading.ok) throw new Error(reading.code)
  return meetingsOf(reading.calendar.events, {
    zoneOf: (name) => (name === '' ? 'Europe/Berlin' : name),
    ofUtc: 'Europe/Berlin',
  })
}

/** Starts (and lengths and titles where they are told apart) of everything in November and December 2026. */
function times(...components: string[]): readonly string[] {
  return meetings(...components)
    .meetings.flatMap((meeting) => timesOfMeeting(meeting, { from: '2026-11-01', to: '2026-12-31' }))
    .map(({ timing, event }) => `${timing.start.slice(5)} ${timing.minutes} ${event.title}`.trim())
    .toSorted()
}

const BERLIN = 'TZID=Europe/Berlin'
const weekly = (...more: string[]) =>
  eventText(
    `DTSTART;${BERLIN}:20261123T090000`,
    `DTEND;${BERLIN}:20261123T100000`,
    'RRULE:FREQ=WEEKLY;COUNT=4',
    'SUMMARY:W',
    ...more,
  )
const change = (original: string, start: string, ...more: string[]) =>
  eventText(`RECURRENCE-ID;${original}`, `DTSTART;${BERLIN}:${start}`, 'DURATION:PT1H', 'SUMMARY:C', ...more)

describe('a series', () => {
  it('is at the same wall clock on both sides of a change of the clocks', () => {
    const text = eventText(
      'DTSTART;TZID=America/New_York:20261026T100000',
      'DURATION:PT1H',
      'RRULE:FREQ=WEEKLY;COUNT=2',
      'SUMMARY:N',
    )
    const [meeting] = meetings(text).meetings
    expect(
      meeting &&
        timesOfMeeting(meeting, { from: '2026-10-01', to: '2026-12-31' }).map(({ timing }) => [
          timing.start,
          timing.zone,
        ]),
    ).toEqual([
      ['2026-10-26T10:00', 'America/New_York'],
      ['2026-11-02T10:00', 'America/New_York'],
    ])
  })

  it.each([
    ['in its own zone', `EXDATE;${BERLIN}:20261130T090000`],
    ['in UTC', 'EXDATE:20261130T080000Z'],
    ['as a day', 'EXDATE;VALUE=DATE:20261130'],
  ])('leaves out an exception %s', (_, exdate) => {
    expect(times(weekly(exdate))).toEqual(['11-23T09:00 60 W', '12-07T09:00 60 W', '12-14T09:00 60 W'])
  })

  it.each([
    ['in its own zone', `${BERLIN}:20261130T090000`],
    ['in UTC', 'VALUE=DATE-TIME:20261130T080000Z'],
    ['as a day', 'VALUE=DATE:20261130'],
  ])('has a moved occurrence once, named %s', (_, original) => {
    expect(times(weekly(), change(original, '20261201T140000'))).toEqual([
      '11-23T09:00 60 W',
      '12-01T14:00 60 C',
      '12-07T09:00 60 W',
      '12-14T09:00 60 W',
    ])
  })

  it('does not care in which order the file has it', () => {
    const moved = change(`${BERLIN}:20261130T090000`, '20261201T140000')
    expect(times(moved, weekly())).toEqual(times(weekly(), moved))
  })

  it('loses a cancelled occurrence', () => {
    expect(
      times(weekly(), change(`${BERLIN}:20261130T090000`, '20261130T090000', 'STATUS:CANCELLED')),
    ).not.toContain('11-30T09:00 60 W')
  })

  it('has added dates, with their own length where they are periods', () => {
    expect(
      times(weekly(`RDATE;${BERLIN}:20261125T110000`, `RDATE;VALUE=PERIOD;${BERLIN}:20261126T110000/PT2H`)),
    ).toEqual([
      '11-23T09:00 60 W',
      '11-25T11:00 60 W',
      '11-26T11:00 120 W',
      '11-30T09:00 60 W',
      '12-07T09:00 60 W',
      '12-14T09:00 60 W',
    ])
  })

  it('goes on otherwise from an occurrence that is changed with all following', () => {
    const from = change('RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261207T090000', '20261208T100000')
    expect(times(weekly(), from)).toEqual([
      '11-23T09:00 60 W',
      '11-30T09:00 60 W',
      '12-08T10:00 60 C',
      '12-15T10:00 60 C',
    ])
  })

  it('keeps single changes on both sides of such a split', () => {
    const from = change('RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261207T090000', '20261207T100000')
    const early = change(`${BERLIN}:20261130T090000`, '20261130T110000')
    const late = change(`${BERLIN}:20261214T090000`, '20261214T120000')
    expect(times(weekly(), late, from, early)).toEqual([
      '11-23T09:00 60 W',
      '11-30T11:00 60 C',
      '12-07T10:00 60 C',
      '12-14T12:00 60 C',
    ])
  })

  it('of days stays on its days in every zone', () => {
    expect(times(eventText('DTSTART;VALUE=DATE:20261123', 'RRULE:FREQ=DAILY;COUNT=2', 'SUMMARY:D'))).toEqual([
      '11-23T00:00 1440 D',
      '11-24T00:00 1440 D',
    ])
  })

  it('lasts the same elapsed time through a night in which the clocks change', () => {
    const night = eventText(`DTSTART;${BERLIN}:20261024T220000`, `DTEND;${BERLIN}:20261025T060000`)
    expect(meetings(night).meetings[0]?.timing.minutes).toBe(9 * 60)
  })

  it('a day by DURATION is a day of the calendar, however long', () => {
    const day = eventText(`DTSTART;${BERLIN}:20261024T120000`, 'DURATION:P1D')
    expect(meetings(day).meetings[0]?.timing.minutes).toBe(25 * 60)
  })
})

describe('an occurrence without its series', () => {
  it('is an event of its own, as free-busy feeds write it', () => {
    const busy = ['20261123T090000', '20261130T090000', '20261207T090000'].map((start) =>
      change(`${BERLIN}:${start}`, start, 'SUMMARY:Busy'),
    )
    expect(meetings(...busy).meetings.map(({ recurrenceId }) => recurrenceId)).toEqual([
      '2026-11-23T09:00',
      '2026-11-30T09:00',
      '2026-12-07T09:00',
    ])
  })

  it('takes the place of a single event that it names', () => {
    const single = eventText(`DTSTART;${BERLIN}:20261123T090000`, 'DURATION:PT1H', 'SUMMARY:S')
    expect(times(single, change(`${BERLIN}:20261123T090000`, '20261124T090000'))).toEqual([
      '11-24T09:00 60 C',
    ])
  })
})

describe('two versions of an event', () => {
  const version = (title: string, ...more: string[]) =>
    eventText(`DTSTART;${BERLIN}:20261123T090000`, 'DURATION:PT1H', `SUMMARY:${title}`, ...more)

  it.each([
    ['SEQUENCE', version('old', 'SEQUENCE:1'), version('new', 'SEQUENCE:2')],
    [
      'LAST-MODIFIED',
      version('old', 'LAST-MODIFIED:20261101T000000Z'),
      version('new', 'LAST-MODIFIED:20261102T000000Z'),
    ],
  ])('the newer by %s counts in either order, and the older is told', (_, old, young) => {
    for (const order of [
      [old, young],
      [young, old],
    ]) {
      const { meetings: kept, replaced } = meetings(...order)
      expect([kept.map(({ event }) => event.title), replaced.map(({ event }) => event.title)]).toEqual([
        ['new'],
        ['old'],
      ])
    }
  })

  it('the later in the file counts where nothing tells them apart', () => {
    expect(times(version('first'), version('second'))).toEqual(['11-23T09:00 60 second'])
  })
})

describe('a time written in UTC', () => {
  it('is shown in the zone of the reader when it is single', () => {
    expect(meetings(eventText('DTSTART:20261123T080000Z', 'DURATION:PT1H')).meetings[0]?.timing).toEqual({
      allDay: false,
      start: '2026-11-23T09:00',
      zone: 'Europe/Berlin',
      minutes: 60,
    })
  })

  it('stays in UTC when it repeats, since its rule counts days of UTC', () => {
    expect(
      meetings(eventText('DTSTART:20261123T233000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;BYDAY=MO'))
        .meetings[0]?.timing,
    ).toMatchObject({
      start: '2026-11-23T23:30',
      zone: 'UTC',
    })
  })
})
