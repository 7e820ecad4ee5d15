import { describe, expect, test } from 'vitest'
import { context, read, told } from './readings.ts'

/*
 * It is 09:30 on Tuesday 24 November 2026 in Berlin. A row is a line and its reading: whom · title · days · time ·
 * length · the rest; what the line leaves open is left out, `a?a|b` are choices of which `a` is the likely one.
 */

type Rows = readonly (readonly [line: string, reading: string])[]

const whom: Rows = [
  ['lumen', 'lumen-board · -'],
  ['northwind roadmap 2h', 'northwind-cto · Roadmap · 120m'],
  ['NW roadmap 2h', 'northwind-cto · Roadmap · 120m'],
  ['nw roadmap 2h', 'northwind-cto · Roadmap · 120m'],
  ['north roadmap 2h', 'northwind-cto · Roadmap · 120m'],
  ['northwnd roadmap 2h', 'northwind-cto · Roadmap · 120m'],
  ['orbit call', 'orbit-lead · Call · meeting'],
  ['globex call 11:00', '?globex-1|globex-2 · Call · 11:00 · meeting'],
  ['globex london call 11:00', 'globex-2 · Call · 11:00 · meeting'],
  ['acme review 1h', 'acme-cto?acme-cto|acme-audit · Review · 60m'],
  ['acme audit findings 1h', 'acme-audit · Audit findings · 60m'],
  ['acme security audit 2h', 'acme-audit · - · 120m'],
  ['acme cto 1h', 'acme-cto · Cto · 60m'],
  ['acme pen test 3h', 'acme-audit · Pen test · 180m · →pen-test'],
  ['milestone 2 2h tomorrow', 'northwind-cto · Milestone 2 · 2026-11-25 · 120m · →milestone-2'],
  ['idle call fri', 'without · Call · 2026-11-27 · meeting · !no-engagement'],
  ['unknown dentist wed 8:00', '- · Unknown dentist · 2026-11-25 · 08:00'],
  ['own accountant 2026-12-01 12:00 30m', 'own · Accountant · 2026-12-01 · 12:00 · 30m'],
  ['call with lumen wed 10:00', 'lumen-board · Call with lumen · 2026-11-25 · 10:00 · meeting'],
  ['review acme audit contract wed', 'acme-audit · Review acme audit contract · 2026-11-25'],
  ['prep for northwind 1h', 'northwind-cto · Prep · 60m'],
  ['board prep @lumen 1h', 'lumen-board · Board prep · 60m'],
  ['lumen: agenda 1h', 'lumen-board · Agenda · 60m'],
  ['platform review 1h', 'globex-2 · - · 60m'],
]

const about: Rows = [
  [
    'lumen board call tue 10:30 45m tentative',
    'lumen-board · Board call · 2026-11-24 · 10:30 · 45m · meeting · tentative',
  ],
  ['focus lumen 2h', 'lumen-board · Focus · 120m · focus'],
  ['lumen focus roadmap 2h', 'lumen-board · Roadmap · 120m · focus'],
  ['own admin fri 16:00', 'own · Admin · 2026-11-27 · 16:00 · admin'],
  ['travel to Munich mon 7:00 3h', '- · Travel to Munich · 2026-11-30 · 07:00 · 180m · travel'],
  ['NW 1:1 with Ana wed 10am 30 min', 'northwind-cto · 1:1 with Ana · 2026-11-25 · 10:00 · 30m · meeting'],
  ['lumen "every tue" retro 10:00', 'lumen-board · Every tue retro · 10:00'],
  ['see https://example.org/10:30 lumen 1h', 'lumen-board · See https://example.org/10:30 · 60m'],
  ['lumen #risk workshop 2h', 'lumen-board · Workshop · 120m · meeting · #risk'],
  ['lumen #security 1h', 'lumen-board · - · 60m · #risk'],
  ['lumen #te 1h', 'lumen-board · - · 60m · !area-several'],
  ['lumen #xyz 1h', 'lumen-board · - · 60m · !area-unknown'],
  ['lumen pro bono talk 1h', 'lumen-board · Talk · 60m · not billable'],
  ['lumen billable research 1h', 'lumen-board · Research · 60m · billable'],
  ['lumen dinner fri 19:00?', 'lumen-board · Dinner · 2026-11-27 · 19:00 · tentative'],
  ['lumen iOS review 1h', 'lumen-board · iOS review · 60m'],
  ['lumen second draft review 1h', 'lumen-board · Second draft review · 60m'],
  ['lumen prepare may board 1h', 'lumen-board · Prepare may board · 60m'],
  ['lumen phase 1-3 review 1h', 'lumen-board · Phase 1-3 review · 60m'],
  ['lumen 24/7 support plan 1h', 'lumen-board · 24/7 support plan · 60m'],
  ['lumen version 3.10.1 release 1h', 'lumen-board · Version 3.10.1 release · 60m'],
  ['lumen report two weeks plan', 'lumen-board · Report two weeks plan'],
  ['lumen London strategy tue 10:00', 'lumen-board · London strategy · 2026-11-24 · 10:00'],
  ['email from bob tue', '- · Email from bob · 2026-11-24'],
  ['hire 2 engineers 1h', '- · Hire 2 engineers · 60m'],
]

const days: Rows = [
  ['lumen today 9:00', 'lumen-board · - · 2026-11-24 · 09:00'],
  ['lumen tue 9:00', 'lumen-board · - · 2026-12-01 · 09:00'],
  ['lumen tue 9:30', 'lumen-board · - · 2026-11-24 · 09:30'],
  ['lumen next tue 9:00', 'lumen-board · - · 2026-12-01 · 09:00'],
  ['lumen this fri', 'lumen-board · - · 2026-11-27'],
  ['lumen fri next week 11:00', 'lumen-board · - · 2026-12-04 · 11:00'],
  ['lumen next week 3h', 'lumen-board · - · free 2026-11-30..2026-12-06 · 180m'],
  ['lumen tue, thu 10:00 1h', 'lumen-board · - · 2026-11-24,2026-11-26 · 10:00 · 60m'],
  [
    'lumen mon-fri 9:00-9:15 standup',
    'lumen-board · Standup · working 2026-11-30..2026-12-04 · 09:00 · 15m · meeting',
  ],
  [
    'lumen workshop 3-5 dec 9:00-17:00',
    'lumen-board · Workshop · working 2026-12-03..2026-12-05 · 09:00 · 480m · meeting',
  ],
  ['lumen workshop dec 3-5', 'lumen-board · Workshop · working 2026-12-03..2026-12-05 · meeting'],
  ['lumen workshop 3.-5. Dezember', 'lumen-board · Workshop · working 2026-12-03..2026-12-05 · meeting'],
  ['lumen offsite 1 dec, 3 dec', 'lumen-board · Offsite · 2026-12-01,2026-12-03'],
  ['lumen review 7 dec', 'lumen-board · Review · 2026-12-07'],
  ['lumen review dec 7', 'lumen-board · Review · 2026-12-07'],
  ['lumen review 7th of december 2027', 'lumen-board · Review · 2027-12-07'],
  ['lumen review 7. Dezember', 'lumen-board · Review · 2026-12-07'],
  ['lumen review 7.12.', 'lumen-board · Review · 2026-12-07'],
  ['lumen review 07.12.2026', 'lumen-board · Review · 2026-12-07'],
  ['lumen review 7/12', 'lumen-board · Review · 2026-12-07'],
  ['lumen review 11/30', 'lumen-board · Review · 2026-11-30'],
  ['lumen review 3 nov', 'lumen-board · Review · 2027-11-03'],
  ['lumen review 29 feb', 'lumen-board · Review · 2028-02-29'],
  ['lumen review 2026-12-07', 'lumen-board · Review · 2026-12-07'],
  ['lumen review 2026-11-31', 'lumen-board · Review 2026-11-31 · !no-such-day'],
  ['lumen review 31 feb', 'lumen-board · Review 31 feb · !no-such-day'],
  ['lumen review 2026-W50', 'lumen-board · Review · free 2026-12-07..2026-12-13'],
  ['lumen review week 50', 'lumen-board · Review · free 2026-12-07..2026-12-13'],
  ['lumen review in two weeks', 'lumen-board · Review · free 2026-12-07..2026-12-13'],
  ['lumen review in 3 days', 'lumen-board · Review · 2026-11-27'],
  ['lumen review the day after tomorrow 3pm', 'lumen-board · Review · 2026-11-26 · 15:00'],
  ['lumen review end of november', 'lumen-board · Review · 2026-11-30'],
  ['lumen review on the 15th', 'lumen-board · Review · 2026-12-15'],
  ['lumen review next month', 'lumen-board · Review · free 2026-12-01..2026-12-31'],
  ['lumen draft 2h by friday', 'lumen-board · Draft · free 2026-11-24..2026-11-27 · 120m'],
  ['lumen draft 2h from 3 dec', 'lumen-board · Draft · free 2026-12-03.. · 120m'],
  ['lumen tue 3 dec', 'lumen-board · - · 2026-12-03 · !weekday-differs'],
]

const times: Rows = [
  ['northwind roadmap 9-12 fri', 'northwind-cto · Roadmap · 2026-11-27 · 09:00 · 180m'],
  ['nw review thu 1-2pm', 'northwind-cto · Review · 2026-11-26 · 13:00 · 60m'],
  ['nw review thu 11-1pm', 'northwind-cto · Review · 2026-11-26 · 11:00 · 120m'],
  ['nw review thu 9-5', 'northwind-cto · Review · 2026-11-26 · 09:00 · 480m'],
  ['nw review thu 10-2', 'northwind-cto · Review · 2026-11-26 · 10:00 · 240m'],
  ['nw review 2:00-4:00 thu', 'northwind-cto · Review · 2026-11-26 · 14:00 · 120m'],
  ['nw release 22:00-1:00 thu', 'northwind-cto · Release · 2026-11-26 · 22:00 · 180m'],
  ['nw review from 9 to 12 thu', 'northwind-cto · Review · 2026-11-26 · 09:00 · 180m'],
  ['nw workshop 9am-5pm 2 dec', 'northwind-cto · Workshop · 2026-12-02 · 09:00 · 480m · meeting'],
  ['nw meeting at 3', 'northwind-cto · Meeting · 15:00 · meeting'],
  ['nw meeting 03:30', 'northwind-cto · Meeting · free 2026-11-25.. · 03:30 · meeting'],
  ['nw meeting tue 10', 'northwind-cto · Meeting · 2026-11-24 · 10:00 · meeting'],
  ['nw lunch noon wed', 'northwind-cto · Lunch · 2026-11-25 · 12:00'],
  ['nw review tomorrow afternoon', 'northwind-cto · Review · 2026-11-25 · 14:00'],
  ['nw review 10:30 1h30', 'northwind-cto · Review · 10:30 · 90m'],
  ['nw review 10:30 1.5h', 'northwind-cto · Review · 10:30 · 90m'],
  ['nw review 10:30 90 min', 'northwind-cto · Review · 10:30 · 90m'],
  ['nw review 10:30 90-minute', 'northwind-cto · Review · 10:30 · 90m'],
  ['nw review 10:30 for 2 hours', 'northwind-cto · Review · 10:30 · 120m'],
  ['nw review 10:30 half an hour', 'northwind-cto · Review · 10:30 · 30m'],
  ['nw review 10:30 1:30h', 'northwind-cto · Review · 10:30 · 90m'],
  ['nw review 2h 9:15', 'northwind-cto · Review · free 2026-11-25.. · 09:15 · 120m'],
  ['nw review 2026-12-07T10:30 45m', 'northwind-cto · Review · 2026-12-07 · 10:30 · 45m'],
  ['nw review 2026-12-07T10:30Z/2026-12-07T11:15Z', 'northwind-cto · Review · 2026-12-07 · 11:30 · 45m'],
  ['nw review 2026-12-07T10:30+05:30', 'northwind-cto · Review · 2026-12-07 · 06:00'],
  ['nw review 2026-12-07 10:30 PT1H30M', 'northwind-cto · Review · 2026-12-07 · 10:30 · 90m'],
  ['nw call in 2 hours 30m', 'northwind-cto · Call · 2026-11-24 · 11:30 · 30m · meeting'],
  ['nw review 200h', 'northwind-cto · Review · 12000m · !too-long'],
  ['nw call 16:00 new york 1h', 'northwind-cto · Call · 16:00 · 60m · meeting · America/New_York'],
  ['nw call 16:00 Europe/London', 'northwind-cto · Call · 16:00 · meeting · Europe/London'],
  [
    'nw call 10:00 pacific time tue',
    'northwind-cto · Call · 2026-11-24 · 10:00 · meeting · America/Los_Angeles',
  ],
  ['nw call 16:00 paris office tour', 'northwind-cto · Call paris office tour · 16:00 · meeting'],
]

const repetitions: Rows = [
  [
    'orbit call every thu 16:00 new york 1h from 3 dec until 31 jan',
    'orbit-lead · Call · 2026-12-03 FREQ=WEEKLY;UNTIL=20270131;BYDAY=TH · 16:00 · 60m · meeting · America/New_York',
  ],
  ['lumen focus 2h daily next week', 'lumen-board · Focus · working 2026-11-30..2026-12-06 · 120m · focus'],
  [
    'lumen every weekday next week 9:00',
    'lumen-board · - · 2026-11-30,2026-12-01,2026-12-02,2026-12-03,2026-12-04 · 09:00',
  ],
  [
    'lumen every tue and thu at 9:15 for 15 minutes standup',
    'lumen-board · Standup · 2026-11-26 FREQ=WEEKLY;BYDAY=TU,TH · 09:15 · 15m · meeting',
  ],
  [
    'lumen every 2 weeks mon 10:00 sync',
    'lumen-board · Sync · 2026-11-30 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO · 10:00 · meeting',
  ],
  [
    'lumen every other friday retro 15:00 1h',
    'lumen-board · Retro · 2026-11-27 FREQ=WEEKLY;INTERVAL=2;BYDAY=FR · 15:00 · 60m',
  ],
  ['lumen weekly', 'lumen-board · - · 2026-11-24 FREQ=WEEKLY;BYDAY=TU'],
  ['lumen weekly fri 15:00', 'lumen-board · - · 2026-11-27 FREQ=WEEKLY;BYDAY=FR · 15:00'],
  [
    'lumen daily standup 9:15 15m',
    'lumen-board · Standup · 2026-11-25 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR · 09:15 · 15m · meeting',
  ],
  ['lumen every day 9:15 15m journal', 'lumen-board · Journal · 2026-11-25 FREQ=DAILY · 09:15 · 15m'],
  ['lumen every weekday 9:15', 'lumen-board · - · 2026-11-25 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR · 09:15'],
  ['lumen every weekend 9:00', 'lumen-board · - · 2026-11-28 FREQ=WEEKLY;BYDAY=SA,SU · 09:00'],
  ['lumen monthly 15 dec invoice', 'lumen-board · Invoice · 2026-12-15 FREQ=MONTHLY;BYMONTHDAY=15'],
  ['lumen monthly 31 dec invoice', 'lumen-board · Invoice · 2026-12-31 FREQ=MONTHLY;BYMONTHDAY=-1'],
  [
    'lumen every first monday 10:00 steering',
    'lumen-board · Steering · 2026-12-07 FREQ=MONTHLY;BYDAY=1MO · 10:00',
  ],
  [
    'lumen last friday of the month 16:00 demo',
    'lumen-board · Demo · 2026-11-27 FREQ=MONTHLY;BYDAY=-1FR · 16:00',
  ],
  [
    'lumen every mon 9:00 for 6 weeks',
    'lumen-board · - · 2026-11-30 FREQ=WEEKLY;UNTIL=20270110;BYDAY=MO · 09:00',
  ],
  ['lumen every mon 9:00 6 times', 'lumen-board · - · 2026-11-30 FREQ=WEEKLY;COUNT=6;BYDAY=MO · 09:00'],
  [
    'lumen every 3 months review 10 dec 9:00',
    'lumen-board · Review · 2026-12-10 FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10 · 09:00',
  ],
  ['lumen yearly 24 dec', 'lumen-board · - · 2026-12-24 FREQ=YEARLY'],
  [
    'lumen daily until friday 2h',
    'lumen-board · - · 2026-11-24 FREQ=WEEKLY;UNTIL=20261127;BYDAY=MO,TU,WE,TH,FR · 120m',
  ],
  ['lumen every mon until 2026-11-01', 'lumen-board · - · free 2026-11-30.. · !ends-before-start'],
]

const problems: Rows = [
  ['', '- · - · !nothing'],
  ['tue 10:00', '- · - · 2026-11-24 · 10:00 · !nothing'],
]

const german: Rows = [
  [
    'lumen Beiratssitzung di 10:30 45m vorläufig',
    'lumen-board · Beiratssitzung · 2026-11-24 · 10:30 · 45m · tentative',
  ],
  [
    'acme 2 Std Fokus täglich nächste Woche',
    'acme-cto?acme-cto|acme-audit · Fokus · working 2026-11-30..2026-12-06 · 120m · focus',
  ],
  ['northwind Roadmap 9 bis 12 Uhr Fr', 'northwind-cto · Roadmap · 2026-11-27 · 09:00 · 180m'],
  ['northwind Roadmap von 9 bis 12 am Freitag', 'northwind-cto · Roadmap · 2026-11-27 · 09:00 · 180m'],
  [
    'orbit Anruf jeden Do 16:00 ab 3. Dezember bis 31. Januar',
    'orbit-lead · Anruf · 2026-12-03 FREQ=WEEKLY;UNTIL=20270131;BYDAY=TH · 16:00 · meeting',
  ],
  ['lumen Termin morgen um 10 Uhr 30 Minuten', 'lumen-board · Termin · 2026-11-25 · 10:00 · 30m'],
  ['lumen Termin übermorgen 14 Uhr', 'lumen-board · Termin · 2026-11-26 · 14:00'],
  [
    'lumen Jour fixe alle zwei Wochen Montag 10.30 Uhr eine halbe Stunde',
    'lumen-board · Jour fixe · 2026-11-30 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO · 10:30 · 30m · meeting',
  ],
  [
    'lumen Jour fixe dienstags 9:00',
    'lumen-board · Jour fixe · 2026-12-01 FREQ=WEEKLY;BYDAY=TU · 09:00 · meeting',
  ],
  ['lumen Bericht KW 50 3 Stunden', 'lumen-board · Bericht · free 2026-12-07..2026-12-13 · 180m'],
  ['lumen Workshop 3.-5. Dezember', 'lumen-board · Workshop · working 2026-12-03..2026-12-05 · meeting'],
  ['lumen Planung nächsten Dienstag 9:00', 'lumen-board · Planung · 2026-12-01 · 09:00'],
  [
    'lumen werktags 8:30 15 min',
    'lumen-board · - · 2026-11-25 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR · 08:30 · 15m',
  ],
  [
    'lumen monatlich 1.12. nicht abrechenbar',
    'lumen-board · - · 2026-12-01 FREQ=MONTHLY;BYMONTHDAY=1 · not billable',
  ],
  ['lumen so 10:00', 'lumen-board · - · 2026-11-29 · 10:00'],
  ['lumen jeden ersten Montag im Monat 9 Uhr', 'lumen-board · - · 2026-12-07 FREQ=MONTHLY;BYDAY=1MO · 09:00'],
  ['eigenes Steuerberater 1.12.2026 12:00 eine Stunde', 'own · Steuerberater · 2026-12-01 · 12:00 · 60m'],
  ['für lumen Angebot bis Freitag 2 h', 'lumen-board · Angebot · free 2026-11-24..2026-11-27 · 120m'],
]

describe('For whom: by name, code, beginning or typing error; several are choices', () => {
  test.each(whom)('%s', (line, reading) => {
    expect(told(read(line, {}))).toBe(reading)
  })
})

describe('Title, kind, status, area and deliverable: no word of the title is swallowed', () => {
  test.each(about)('%s', (line, reading) => {
    expect(told(read(line, {}))).toBe(reading)
  })
})

describe('Days in words, numbers and ISO 8601', () => {
  test.each(days)('%s', (line, reading) => {
    expect(told(read(line, {}))).toBe(reading)
  })
})

describe('Times, lengths and zones', () => {
  test.each(times)('%s', (line, reading) => {
    expect(told(read(line, {}))).toBe(reading)
  })
})

describe('Repetitions become RFC 5545 rules, or sessions where a week is named', () => {
  test.each(repetitions)('%s', (line, reading) => {
    expect(told(read(line, {}))).toBe(reading)
  })
})

describe('A line that says nothing says so', () => {
  test.each(problems)('%s', (line, reading) => {
    expect(told(read(line, {}))).toBe(reading)
  })
})

describe('German', () => {
  test.each(german)('%s', (line, reading) => {
    expect(told(read(line, { language: 'de' }))).toBe(reading)
  })
})

test('the order of day and month is the locale’s, unless a number is no month', () => {
  const days = (line: string) => read(line, { dateOrder: 'month-day' }).days
  expect(days('lumen 3/4')).toEqual({ kind: 'days', days: ['2027-03-04'] })
  expect(days('lumen 30/11')).toEqual({ kind: 'days', days: ['2026-11-30'] })
  expect(read('lumen 3/4').days).toEqual({ kind: 'days', days: ['2027-04-03'] })
})

test('short German weekdays are English words on an English screen', () => {
  expect(told(read('lumen do it'))).toBe('lumen-board · Do it')
  expect(told(read('lumen do 9:00', { language: 'de' }))).toBe('lumen-board · - · 2026-11-26 · 09:00')
})

test('whether a weekday is over today is told on the clocks of the session’s zone', () => {
  expect(read('lumen tue 9:00 new york').days).toEqual({ kind: 'days', days: ['2026-11-24'] })
  expect(read('lumen tue 9:00 tokyo').days).toEqual({ kind: 'days', days: ['2026-12-01'] })
})

test('each stretch is shown as what it was read as', () => {
  const line = 'lumen board call tue 10:30 45m tentative #risk'
  expect(read(line).parts.map(({ what, from, to }) => [what, line.slice(from, to)])).toEqual([
    ['engagement', 'lumen'],
    ['title', 'board'],
    ['kind', 'call'],
    ['day', 'tue'],
    ['time', '10:30'],
    ['length', '45m'],
    ['status', 'tentative'],
    ['area', '#risk'],
  ])
})

test('an archived client is not named, and the engagement that runs on the day is taken', () => {
  const { practice } = context.plan
  const { lumen, acme } = practice.clients
  const { 'acme-cto': old, ...others } = practice.engagements
  if (lumen === undefined || acme === undefined || old === undefined) throw new Error('the plan has them')
  const plan = {
    ...context.plan,
    practice: {
      ...practice,
      clients: { ...practice.clients, lumen: { ...lumen, archived: true } },
      engagements: { ...others, 'acme-cto': { ...old, end: '2026-11-30' } },
    },
  }
  expect(told(read('lumen call', { plan }))).toBe('- · Lumen call · meeting')
  expect(told(read('acme call 1 dec', { plan }))).toBe('acme-audit · Call · 2026-12-01 · meeting')
})
