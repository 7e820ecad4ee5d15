import { describe, expect, it } from 'vitest'
import type { CalendarRead } from '../../../shared/exchange/calendarFile.ts'
import { readCalendar } from '../../../shared/exchange/readCalendar.ts'
import { zoneNamed } from '../../../shared/exchange/zoneName.ts'
import { calendarText, centralEurope, eventText } from './calendarText.ts'

function read(components: readonly string[], properties: readonly string[] = []): CalendarRead {
  const reading = readCalendar(calendarText(components, properties))
  if (!reading.ok) throw new Error(reading.code)
  return reading.calendar
}

const observance = (
  kind: 'STANDARD' | 'DAYLIGHT',
  start: string,
  from: string,
  to: string,
  ...more: string[]
) =>
  [
    `BEGIN:${kind}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    ...more,
    `END:${kind}`,
  ].join('\r\n')
const zone = (name: string, ...observances: string[]) =>
  ['BEGIN:VTIMEZONE', `TZID:${name}`, ...observances, 'END:VTIMEZONE'].join('\r\n')
const at = (name: string, ...more: string[]) => eventText(`DTSTART;TZID="${name}":20260706T090000`, ...more)

describe('the name of a zone', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin', 'iana'],
    ['europe/berlin', 'Europe/Berlin', 'iana'],
    ['/freeassociation.sourceforge.net/Tzfile/Europe/Berlin', 'Europe/Berlin', 'iana'],
    ['/mozilla.org/20050126_1/America/New_York', 'America/New_York', 'iana'],
    ['/citadel.org/20210210_1/America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires', 'iana'],
    ['W. Europe Standard Time', 'Europe/Berlin', 'windows'],
    ['Pacific Standard Time', 'America/Los_Angeles', 'windows'],
    ['India Standard Time', 'Asia/Kolkata', 'windows'],
    // Two zones of CLDR that one letter tells apart; a table must not "correct" one into the other.
    ['Central Europe Standard Time', 'Europe/Budapest', 'windows'],
    ['Central European Standard Time', 'Europe/Warsaw', 'windows'],
  ])('%s is %s, by the %s table', (name, expected, how) => {
    const found = zoneNamed(name)
    // Runtimes differ in which of two linked names is the canonical one.
    expect([
      found?.zone.replace('Calcutta', 'Kolkata').replace('America/Buenos', 'America/Argentina/Buenos'),
      found?.how,
    ]).toEqual([expected, how])
  })

  it.each([
    '',
    'Customized Time Zone',
    'tzone://Microsoft/Custom',
    '(UTC+01:00) Amsterdam, Berlin',
    '+02:00',
    'custom_America/New_York',
    '/a/b',
  ])('%s is in no table', (name) => expect(zoneNamed(name)).toBeNull())
})

describe('the zones of a file', () => {
  it.each([
    [
      'IANA names come first, whatever the file defines',
      [
        zone('America/New_York', observance('STANDARD', '19700101T000000', '+0100', '+0100')),
        at('America/New_York'),
      ],
      { zone: 'America/New_York', how: 'iana' },
    ],
    [
      'then Windows names',
      [centralEurope('W. Europe Standard Time'), at('W. Europe Standard Time')],
      { zone: 'Europe/Berlin', how: 'windows' },
    ],
    [
      'then the definition in the file',
      [centralEurope('Customized Time Zone'), at('Customized Time Zone')],
      { zone: 'Europe/Berlin', how: 'vtimezone' },
    ],
    [
      'the definition may come after the event',
      [at('Mine'), centralEurope('Mine')],
      { zone: 'Europe/Berlin', how: 'vtimezone' },
    ],
    [
      'a definition named after a city is that city',
      [at('Zeit in Paris'), centralEurope('Zeit in Paris')],
      { zone: 'Europe/Paris', how: 'vtimezone' },
    ],
    [
      'a fixed offset in whole hours has a zone',
      [zone('UTC+11', observance('STANDARD', '20170101T000000', '+1100', '+1100')), at('UTC+11')],
      { zone: 'Etc/GMT-11', how: 'vtimezone' },
    ],
    [
      'a fixed offset in half hours is a zone that keeps it',
      [zone('Mine', observance('STANDARD', '19700101T000000', '+0530', '+0530')), at('Mine')],
      { zone: 'Asia/Kolkata', how: 'vtimezone' },
    ],
    ['else it is asked for', [at('Customized Time Zone')], { zone: null, how: 'ask' }],
  ])('%s', (_, components, expected) => {
    const [found] = read(components).zones
    expect({ ...found, zone: found?.zone?.replace('Calcutta', 'Kolkata') ?? null }).toMatchObject(expected)
  })

  it('gives times without a zone the one of the calendar, and else asks', () => {
    const floating = eventText('DTSTART:20260706T090000')
    expect(read([floating], ['X-WR-TIMEZONE:Europe/Berlin']).zones).toEqual([
      { name: '', zone: 'Europe/Berlin', how: 'calendar', events: 1 },
    ])
    expect(read([floating]).zones).toEqual([{ name: '', zone: null, how: 'floating', events: 1 }])
  })

  it('counts the events of each', () => {
    const { zones } = read([
      eventText(
        'UID:a',
        'DTSTART;TZID=Europe/Berlin:20260706T090000',
        'DTEND;TZID=Europe/Berlin:20260706T100000',
      ),
      eventText('UID:b', 'DTSTART;TZID=Europe/Berlin:20260706T090000', 'DTEND:20260706T080000Z'),
      eventText('UID:c', 'DTSTART;VALUE=DATE:20260706'),
    ])
    expect(zones).toEqual([
      { name: 'Europe/Berlin', zone: 'Europe/Berlin', how: 'iana', events: 2 },
      { name: 'UTC', zone: 'UTC', how: 'utc', events: 1 },
    ])
  })

  const odd = zone(
    'Mine',
    observance('STANDARD', '16010101T020000', '+0400', '+0317', 'RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11'),
    observance('DAYLIGHT', '16010101T020000', '+0317', '+0400', 'RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=5'),
  )

  it('moves single events of a zone that nothing equals to UTC, exactly', () => {
    const { events, zones } = read([
      odd,
      at('Mine', 'DTEND;TZID=Mine:20260706T100000'),
      eventText('UID:b', 'DTSTART;TZID=Mine:20261206T090000'),
    ])
    expect(zones).toEqual([{ name: 'UTC', zone: 'UTC', how: 'utc', events: 2 }])
    expect(events.map(({ start }) => start)).toEqual([
      { kind: 'time', wall: '2026-07-06T05:00', zone: 'UTC' },
      { kind: 'time', wall: '2026-12-06T05:43', zone: 'UTC' },
    ])
    expect(events[0]?.length).toEqual({
      kind: 'until',
      end: { kind: 'time', wall: '2026-07-06T06:00', zone: 'UTC' },
    })
  })

  it('asks for the zone of a series that nothing equals', () => {
    expect(read([odd, at('Mine', 'RRULE:FREQ=WEEKLY')]).zones).toEqual([
      { name: 'Mine', zone: null, how: 'ask', events: 1 },
    ])
  })

  it('takes a change written an hour or a second off for the same change', () => {
    const lotus = zone(
      'Western/Central Europe',
      observance(
        'STANDARD',
        '19501029T020000',
        '+0200',
        '+0100',
        'RRULE:FREQ=YEARLY;BYMINUTE=0;BYHOUR=2;BYDAY=-1SU;BYMONTH=10',
      ),
      observance(
        'DAYLIGHT',
        '19500326T020000',
        '+0100',
        '+0200',
        'RRULE:FREQ=YEARLY;BYMINUTE=0;BYHOUR=2;BYDAY=-1SU;BYMONTH=3',
      ),
    )
    expect(read([lotus, at('Western/Central Europe', 'RRULE:FREQ=WEEKLY')]).zones).toMatchObject([
      { zone: 'Europe/Berlin', how: 'vtimezone' },
    ])
  })

  it('asks for the zone of a series that a zone equals only until next year', () => {
    const ending = centralEurope('Mine').replace('BYMONTH=3', 'BYMONTH=3;UNTIL=20270101T000000Z')
    expect(read([ending, at('Mine')]).zones).toMatchObject([{ zone: 'Europe/Berlin', how: 'vtimezone' }])
    expect(read([ending, at('Mine', 'RRULE:FREQ=WEEKLY')]).zones).toMatchObject([{ zone: null, how: 'ask' }])
  })

  it('ends a rule by UNTIL in UTC, though the rule walks on local clocks', () => {
    const last = zone(
      'Mine',
      observance(
        'DAYLIGHT',
        '20000326T020000',
        '+0300',
        '+0400',
        'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=20260328T230000Z',
      ),
      observance(
        'STANDARD',
        '20001029T030000',
        '+0400',
        '+0300',
        'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20251025T230000Z',
      ),
    )
    expect(read([last, at('Mine')]).events.map(({ start }) => start)).toEqual([
      { kind: 'time', wall: '2026-07-06T05:00', zone: 'UTC' },
    ])
  })

  it('uses the rule that held in the years of the events, also where another ended before', () => {
    const moscow = zone(
      'Mine',
      observance(
        'DAYLIGHT',
        '19930328T020000',
        '+0300',
        '+0400',
        'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=20100327T230000Z',
      ),
      observance(
        'STANDARD',
        '19961027T030000',
        '+0400',
        '+0300',
        'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20101030T230000Z',
      ),
      observance('STANDARD', '20110327T020000', '+0300', '+0400'),
      observance('STANDARD', '20141026T020000', '+0400', '+0300'),
    )
    expect(read([moscow, at('Mine')]).zones).toMatchObject([{ zone: 'Etc/GMT-3', how: 'vtimezone' }])
  })
})
