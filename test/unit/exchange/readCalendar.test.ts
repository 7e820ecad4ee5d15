import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarEvent, CalendarRead } from '../../../shared/exchange/calendarFile.ts'
import { readCalendar } from '../../../shared/exchange/readCalendar.ts'
import { times } from '../../support/effort.ts'
import { calendarText, eventText } from './calendarText.ts'

function read(text: string): CalendarRead {
  const reading = readCalendar(text)
  if (!reading.ok) throw new Error(JSON.stringify(reading))
  return reading.calendar
}

function only(...lines: string[]): CalendarEvent {
  const { events, problems } = read(calendarText([eventText(...lines)]))
  expect(problems).toEqual([])
  expect(events).toHaveLength(1)
  return events[0] as CalendarEvent
}

function problemsOf(...lines: string[]): readonly string[] {
  const { problems } = read(calendarText([eventText(...lines)]))
  return problems.map(({ code, line, params }) => [line, code, ...Object.values(params)].join(' '))
}

const berlin = (wall: string) => ({ kind: 'time', wall, zone: 'Europe/Berlin' })

describe('an event', () => {
  it('is read whole', () => {
    expect(
      only(
        'UID:abc@google.com',
        'SEQUENCE:3',
        'LAST-MODIFIED:20261102T070000Z',
        'DTSTART;TZID=Europe/Berlin:20261123T090000',
        'DTEND;TZID=Europe/Berlin:20261123T103000',
        'RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20270101T080000Z',
        'EXDATE;TZID=Europe/Berlin:20261130T090000,20261207T090000',
        'EXDATE;TZID=Europe/Berlin:20261214T090000',
        'SUMMARY:Steering\\, weekly',
        'LOCATION:Room 1',
        'DESCRIPTION:First line\\nsecond\\; line',
        'STATUS:TENTATIVE',
        'TRANSP:OPAQUE',
        'ORGANIZER;CN=Ann:mailto:Ann@Northwind.example',
        'ATTENDEE;PARTSTAT=ACCEPTED;X-NUM-GUESTS=0:mailto:me@example.com',
        'ATTENDEE;CUTYPE=ROOM:mailto:room@northwind.example',
        'X-MICROSOFT-CDO-BUSYSTATUS:BUSY',
      ),
    ).toEqual({
      uid: 'abc@google.com',
      recurrenceId: null,
      andFollowing: false,
      sequence: 3,
      modified: '20261102T070000Z',
      title: 'Steering, weekly',
      description: 'First line\nsecond; line',
      location: 'Room 1',
      start: berlin('2026-11-23T09:00'),
      length: { kind: 'until', end: berlin('2026-11-23T10:30') },
      rule: 'FREQ=WEEKLY;UNTIL=20270101T080000Z;BYDAY=MO',
      except: [berlin('2026-11-30T09:00'), berlin('2026-12-07T09:00'), berlin('2026-12-14T09:00')],
      extra: [],
      status: 'tentative',
      transparent: false,
      busy: 'busy',
      people: [
        { email: 'ann@northwind.example', organiser: true, answer: 'open' },
        { email: 'me@example.com', organiser: false, answer: 'accepted' },
      ],
      own: null,
      line: 4,
    })
  })

  it.each([
    ['DTSTART:20261123T090000Z', { kind: 'time', wall: '2026-11-23T09:00', zone: 'UTC' }],
    ['DTSTART:20261123T090000', { kind: 'time', wall: '2026-11-23T09:00', zone: '' }],
    ['DTSTART;VALUE=DATE:20261123', { kind: 'date', day: '2026-11-23' }],
    ['DTSTART:20261123', { kind: 'date', day: '2026-11-23' }],
    ['DTSTART;TZID="Europe/Berlin";VALUE=DATE-TIME:20261123T090000', berlin('2026-11-23T09:00')],
    ['dtstart;tzid=Europe/Berlin:20261123T090000', berlin('2026-11-23T09:00')],
    ['DTSTART;TZID=Europe/Berlin:20261123T090059', berlin('2026-11-23T09:00')],
    [
      'DTSTART;TZID="(UTC+00:00) Dublin, Edinburgh, Lisbon, London":20261123T090000',
      { kind: 'time', wall: '2026-11-23T09:00', zone: '(UTC+00:00) Dublin, Edinburgh, Lisbon, London' },
    ],
  ])('%s starts as it says', (line, start) => {
    expect(only(line).start).toEqual(start)
  })

  it.each([
    [
      'a date without an end lasts its day',
      ['DTSTART;VALUE=DATE:20261123'],
      { kind: 'lasts', days: 1, minutes: 0 },
    ],
    [
      'a time without an end lasts nothing',
      ['DTSTART:20261123T090000Z'],
      { kind: 'lasts', days: 0, minutes: 0 },
    ],
    [
      'DURATION counts weeks and days by the calendar',
      ['DTSTART:20261123T090000Z', 'DURATION:P1W2DT1H30M'],
      { kind: 'lasts', days: 9, minutes: 90 },
    ],
    [
      'PT36H is elapsed time',
      ['DTSTART:20261123T090000Z', 'DURATION:PT36H'],
      { kind: 'lasts', days: 0, minutes: 2160 },
    ],
    [
      'seconds that the start lost are taken off the end',
      ['DTSTART:20261123T090045Z', 'DTEND:20261123T093045Z'],
      { kind: 'until', end: { kind: 'time', wall: '2026-11-23T09:30', zone: 'UTC' } },
    ],
    [
      'an end one second short of the hour is the hour',
      ['DTSTART:20261123T090000Z', 'DTEND:20261123T095959Z'],
      { kind: 'until', end: { kind: 'time', wall: '2026-11-23T10:00', zone: 'UTC' } },
    ],
    [
      'a date that ends by a time ends with that day',
      ['DTSTART;VALUE=DATE:20261123', 'DTEND:20261124T120000Z'],
      { kind: 'until', end: { kind: 'date', day: '2026-11-25' } },
    ],
    [
      'midnight to midnight marked all day is days',
      [
        'DTSTART;TZID=Europe/Berlin:20261123T000000',
        'DTEND;TZID=Europe/Berlin:20261125T000000',
        'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
      ],
      { kind: 'lasts', days: 2, minutes: 0 },
    ],
  ])('%s', (_, lines, length) => {
    expect(only(...lines).length).toEqual(length)
  })

  it('without a UID gets the same one each time it is read', () => {
    const text = calendarText([
      eventText('UID:', 'DTSTART:20261123T090000Z', 'SUMMARY:A'),
      eventText('UID:', 'DTSTART:20261123T100000Z', 'SUMMARY:A'),
    ])
    const uids = () => read(text).events.map(({ uid }) => uid)
    expect(uids()).toEqual(uids())
    expect(new Set(uids()).size).toBe(2)
  })

  it('takes RDATE periods with their own length', () => {
    expect(
      only(
        'DTSTART:20261123T090000Z',
        'RDATE;VALUE=PERIOD:20261124T090000Z/PT2H,20261125T090000Z/20261125T093000Z',
      ).extra,
    ).toEqual([
      {
        at: { kind: 'time', wall: '2026-11-24T09:00', zone: 'UTC' },
        length: { kind: 'lasts', days: 0, minutes: 120 },
      },
      {
        at: { kind: 'time', wall: '2026-11-25T09:00', zone: 'UTC' },
        length: { kind: 'until', end: { kind: 'time', wall: '2026-11-25T09:30', zone: 'UTC' } },
      },
    ])
  })

  it('knows that a change holds for what follows', () => {
    const event = only('DTSTART:20261123T090000Z', 'RECURRENCE-ID;RANGE=THISANDFUTURE:20261123T080000Z')
    expect([event.andFollowing, event.recurrenceId]).toEqual([
      true,
      { kind: 'time', wall: '2026-11-23T08:00', zone: 'UTC' },
    ])
  })
})

describe('what an event says wrongly', () => {
  it.each([
    ['no start', ['SUMMARY:A'], '4 start-missing'],
    ['a day that does not exist', ['DTSTART:20260231T090000Z'], '7 time-unreadable DTSTART 20260231T090000Z'],
    ['the year 9999', ['DTSTART:99991231T235900Z'], '7 time-unreadable DTSTART 99991231T235900Z'],
    ['two starts', ['DTSTART:20261123T090000Z', 'DTSTART:20261123T100000Z'], '8 property-twice DTSTART'],
    ['an end before its start', ['DTSTART:20261123T090000Z', 'DTEND:20261123T080000Z'], '8 end-before-start'],
    ['a negative length', ['DTSTART:20261123T090000Z', 'DURATION:-PT1H'], '8 duration-unreadable -PT1H'],
    [
      'a length of centuries',
      ['DTSTART:20261123T090000Z', 'DURATION:P99999W'],
      '8 duration-unreadable P99999W',
    ],
    [
      'a rule by seconds',
      ['DTSTART:20261123T090000Z', 'RRULE:FREQ=SECONDLY'],
      '8 rule-unreadable seconds FREQ',
    ],
    [
      'a rule without a frequency',
      ['DTSTART:20261123T090000Z', 'RRULE:BYDAY=MO'],
      '8 rule-unreadable no-frequency FREQ',
    ],
    [
      'two rules',
      ['DTSTART:20261123T090000Z', 'RRULE:FREQ=DAILY', 'RRULE:FREQ=WEEKLY'],
      '9 rule-unreadable several RRULE',
    ],
    [
      'an EXRULE',
      ['DTSTART:20261123T090000Z', 'RRULE:FREQ=DAILY', 'EXRULE:FREQ=WEEKLY'],
      '9 rule-unreadable several EXRULE',
    ],
    [
      'an original start that is none',
      ['DTSTART:20261123T090000Z', 'RECURRENCE-ID:soon'],
      '8 time-unreadable RECURRENCE-ID soon',
    ],
    [
      'a parameter without a name',
      ['DTSTART;;VALUE=DATE-TIME:20261123T090000Z'],
      '7 line-unreadable DTSTART;;VALUE=DATE-TIME:20261123T090000',
    ],
  ])('%s leaves the event out and names the line', (_, lines, problem) => {
    const { events } = read(calendarText([eventText(...lines)]))
    expect(events).toEqual([])
    expect(problemsOf(...lines)).toContain(problem)
  })

  it.each([
    ['an exception that is no time', ['EXDATE:never'], '8 time-unreadable EXDATE never'],
    ['a line that is none', ['nonsense'], '8 line-unreadable nonsense'],
    [
      'a rule on one changed occurrence',
      ['RECURRENCE-ID:20261123T090000Z', 'RRULE:FREQ=DAILY'],
      '9 rule-of-changed-one',
    ],
    ['a property of a megabyte', [`SUMMARY:${'x'.repeat(1_000_001)}`], '8 line-too-long SUMMARY'],
    [
      'a bomb of parameters',
      [`SUMMARY${';X=1'.repeat(100)}:A`],
      `8 line-unreadable SUMMARY${';X=1'.repeat(8)};`,
    ],
  ])('%s is passed over and named', (_, lines, problem) => {
    const text = calendarText([eventText('DTSTART:20261123T090000Z', ...lines)])
    expect(read(text).events).toHaveLength(1)
    expect(problemsOf('DTSTART:20261123T090000Z', ...lines)).toEqual([problem])
  })

  it('is counted from the two hundredth on', () => {
    const { problems } = read(calendarText(Array.from({ length: 500 }, () => 'nonsense')))
    expect(problems).toHaveLength(201)
    expect(problems.at(-1)).toEqual({ code: 'too-many-problems', line: 203, params: { more: 300 } })
  })
})

describe('a calendar', () => {
  it('gives its name and zone', () => {
    const { name, zone } = read(calendarText([], ['X-WR-CALNAME:Work', 'X-WR-TIMEZONE:Europe/Berlin']))
    expect([name, zone]).toEqual(['Work', 'Europe/Berlin'])
  })

  it('counts what it holds besides events', () => {
    const { events, others } = read(
      calendarText(['BEGIN:VTODO\r\nEND:VTODO', 'BEGIN:VJOURNAL\r\nEND:VJOURNAL']),
    )
    expect([events, others]).toEqual([[], 2])
  })

  it('passes alarms, pictures and private properties over', () => {
    const picture = `ATTACH;ENCODING=BASE64;VALUE=BINARY:${'QUJD\r\n '.repeat(1000)}QUJD`
    const alarm = 'BEGIN:VALARM\r\nDTSTART:nonsense\r\nTRIGGER:-PT10M\r\nEND:VALARM'
    expect(only('DTSTART:20261123T090000Z', picture, 'X-ANYTHING;;:x', alarm).title).toBe('')
  })

  it('may stand twice in one file', () => {
    const text = calendarText([eventText('UID:a', 'DTSTART:20261123T090000Z')])
    expect(read(text + text.replace('UID:a', 'UID:b')).events.map(({ uid }) => uid)).toEqual(['a', 'b'])
  })

  it('closes with an event what was left open within it', () => {
    const { events, problems } = read(calendarText([eventText('DTSTART:20261123T090000Z', 'BEGIN:VALARM')]))
    expect(events).toHaveLength(1)
    expect(problems).toEqual([{ code: 'end-unmatched', line: 9, params: { component: 'VEVENT' } }])
  })

  it('keeps the events before an END that does not fit', () => {
    const { events, problems } = read(calendarText([eventText('DTSTART:20261123T090000Z'), 'END:VEVENT']))
    expect(events).toHaveLength(1)
    expect(problems).toEqual([{ code: 'end-unmatched', line: 9, params: { component: 'VEVENT' } }])
  })
})

describe('a text that is no calendar', () => {
  it.each([
    ['nothing', '', { code: 'empty', params: {} }],
    ['white space', '\r\n\r\n', { code: 'empty', params: {} }],
    [
      'a page',
      '<!DOCTYPE html>\n<p>',
      { code: 'not-a-calendar', params: { line: 1, found: '<!DOCTYPE html>' } },
    ],
    [
      'an address book',
      'BEGIN:VCARD\nEND:VCARD',
      { code: 'not-a-calendar', params: { line: 1, found: 'BEGIN:VCARD' } },
    ],
    [
      'a cut file',
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMM',
      { code: 'truncated', params: { line: 3, component: 'VEVENT', opened: 2 } },
    ],
    ['parts within parts', 'BEGIN:VCALENDAR\n'.repeat(40), { code: 'nested-too-deep', params: { line: 33 } }],
  ])('%s is refused with the place', (_, text, refusal) => {
    expect(readCalendar(text)).toEqual({ ok: false, ...refusal })
  })

  it('never throws, whatever it is', () => {
    const word = fc.constantFrom(
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'END:VEVENT',
      'END:VCALENDAR',
      'DTSTART;TZID=X:20261123T090000',
      'DTSTART:2026',
      'RRULE:FREQ=DAILY',
      'UID:a',
      'EXDATE:,',
      'RDATE;VALUE=PERIOD:/',
      ' folded',
      'DTEND:20261123T100000Z',
      'BEGIN:VTIMEZONE',
      'TZID:X',
      'BEGIN:STANDARD',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+9900',
      'END:STANDARD',
      'END:VTIMEZONE',
    )
    const line = fc.oneof(word, fc.string({ unit: 'binary' }))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
        const reading = readCalendar(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join(end))
        return typeof reading.ok === 'boolean'
      }),
      { numRuns: times(200, 20_000) },
    )
  })

  it('refuses a calendar cut anywhere but behind its end, and says where', () => {
    const text = calendarText([
      eventText('DTSTART;TZID=Europe/Berlin:20261123T090000', 'RRULE:FREQ=DAILY', 'SUMMARY:Zürich'),
    ])
    const end = text.lastIndexOf('END:VCALENDAR') + 'END:VCALENDAR'.length
    for (let length = 1; length < end; length++) {
      const reading = readCalendar(text.slice(0, length))
      expect(reading.ok ? 'read' : reading.code, `cut at ${length}`).toMatch(/^(truncated|not-a-calendar)$/)
    }
  })
})
