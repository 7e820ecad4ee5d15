import { describe, expect, it } from 'vitest'
import { readWorked } from '../../../../shared/exchange/time/readWorked.ts'
import {
  noReadingChoices,
  type ReadingChoices,
  type WorkedRead,
} from '../../../../shared/exchange/time/workedFile.ts'
import { HOME } from '../../../support/builders.ts'
import {
  clockify,
  harvest,
  kimai,
  solidtime,
  spreadsheet,
  table,
  toggl,
  togglQuoted,
} from './trackerFiles.ts'

function reading(text: string, choices: Partial<ReadingChoices> = {}) {
  return readWorked(
    text,
    { value: 'utf-8', how: 'found' },
    { ...noReadingChoices(HOME), ...choices },
    () => {},
  )
}

function read(text: string, choices: Partial<ReadingChoices> = {}): WorkedRead {
  const result = reading(text, choices)
  if (!result.ok) throw new Error(result.code)
  return result.read
}

/** Rows with their group's names, without identity. */
function rowsOf({ rows, groups }: WorkedRead) {
  return rows.map(({ group, key, ...row }) => ({ ...groups[group], ...row }))
}

const roadmap = {
  client: 'Northwind',
  project: 'Fractional CTO',
  line: 2,
  task: 'Review',
  note: 'Roadmap, draft',
  tags: 'board, q4',
  billable: true,
  day: '2026-11-23',
  start: '2026-11-23T09:00',
  minutes: 90,
}
const taxes = {
  client: '',
  project: '',
  line: 3,
  task: '',
  note: 'Taxes',
  tags: '',
  billable: false,
  day: '2026-11-24',
  start: '2026-11-24T23:30',
  minutes: 60,
}
const bothWith = (change: object) => [
  { ...roadmap, ...change },
  { ...taxes, ...change },
]

describe('the exports of trackers', () => {
  it.each([
    ['Toggl', toggl, 'toggl', [roadmap, taxes]],
    ['Toggl, all quoted', togglQuoted, 'toggl', [roadmap, taxes]],
    ['Clockify', clockify.base, 'clockify', [roadmap, taxes]],
    ['Clockify, day first, no seconds', clockify.dayFirst, 'clockify', [roadmap, taxes]],
    ['Clockify with Type', clockify.newer, 'clockify', [roadmap, taxes]],
    ['Clockify without Client', clockify.noClient, 'clockify', bothWith({ client: '' })],
    ['Clockify without Billable', clockify.noBillable, 'clockify', bothWith({ billable: null })],
    ['Clockify with Client last', clockify.clientLast, 'clockify', bothWith({ client: '' })],
    ['Clockify with Activity, 24 hours', clockify.activity, 'clockify', [roadmap, taxes]],
    [
      'Harvest',
      harvest,
      'harvest',
      [
        { ...roadmap, tags: '', start: null },
        { ...taxes, start: null },
      ],
    ],
    ['Kimai', kimai, 'kimai', [roadmap, taxes]],
    ['solidtime', solidtime, 'solidtime', [roadmap, taxes]],
    [
      'a German spreadsheet',
      spreadsheet,
      'generic',
      [
        { ...roadmap, tags: '', start: null },
        { ...taxes, start: null },
      ],
    ],
  ] as const)('%s', (_name, text, source, rows) => {
    const done = read(text)
    expect(done.assumptions.source).toEqual({ value: source, how: 'found' })
    expect(rowsOf(done)).toEqual(rows)
    expect(done.problems.filter(({ code }) => code !== 'break')).toEqual([])
  })

  it('of a break say that it is one', () => {
    expect(read(clockify.newer).problems).toEqual([{ line: 4, code: 'break', params: {} }])
  })

  it('show how they are written', () => {
    const told = (text: string) => {
      const { dateOrder, decimal, unit, clock, instants, currency, separator } = read(text).assumptions
      const values: readonly string[] = [dateOrder, decimal, unit, separator].map(({ value }) => value)
      return [...values, String(clock), String(instants), String(currency)]
    }
    expect(
      [toggl, clockify.base, clockify.dayFirst, harvest, kimai, solidtime, spreadsheet].map(told),
    ).toEqual([
      ['ymd', '.', 'hours', ',', '24', 'false', 'EUR'],
      ['mdy', '.', 'hours', ',', '12', 'false', 'USD'],
      ['dmy', '.', 'hours', ',', '12', 'false', 'USD'],
      ['ymd', ',', 'hours', ',', 'null', 'false', 'EUR'],
      ['ymd', '.', 'seconds', ',', '24', 'false', 'null'],
      ['ymd', '.', 'hours', ',', '24', 'true', 'null'],
      ['dmy', ',', 'hours', ';', 'null', 'false', 'null'],
    ])
  })

  it('are read alike with other line ends, with tabs, and with a separator named in front', () => {
    const rows = rowsOf(read(toggl))
    expect(rowsOf(read(toggl.replaceAll('\n', '\r\n')))).toEqual(rows)
    expect(rowsOf(read(toggl.replaceAll('\n', '\r')))).toEqual(rows)
    const tabs = togglQuoted.replaceAll('","', '"\t"')
    expect(rowsOf(read(tabs))).toEqual(rows)
    expect(rowsOf(read(`sep=\t\n${tabs}`))).toEqual(rows.map((row) => ({ ...row, line: row.line + 1 })))
  })
})

const short = (...rows: readonly string[]) => table('Date,Client,Notes,Hours', ...rows)

describe('what cannot be told is asked', () => {
  it('dates in which every part could be the month', () => {
    const text = short('01/02/2026,A,x,1', '03/04/2026,A,y,1')
    expect(read(text).assumptions.dateOrder).toEqual({ value: 'dmy', how: 'ask' })
    expect(read(text).rows.map(({ day }) => day)).toEqual(['2026-02-01', '2026-04-03'])
    const chosen = read(text, { dateOrder: 'mdy' })
    expect(chosen.assumptions.dateOrder).toEqual({ value: 'mdy', how: 'chosen' })
    expect(chosen.rows.map(({ day }) => day)).toEqual(['2026-01-02', '2026-03-04'])
  })

  it('whose time it is where several people worked', () => {
    const text = toggl.replace('Ann,ann@example.com,,', 'Bob,bob@example.com,,')
    expect(read(text).people).toEqual([
      { name: 'Ann', rows: 1 },
      { name: 'Bob', rows: 1 },
    ])
    expect(read(text).assumptions.person.how).toBe('ask')
    const hers = read(text, { person: 'Ann' })
    expect(rowsOf(hers)).toEqual([roadmap])
    expect(hers.problems).toEqual([{ line: 3, code: 'other-person', params: { name: 'Bob' } }])
  })

  it('columns of a table with names that nobody knows', () => {
    const text = table('Wann,Wer,Was,Wieviel', '2026-11-23,Northwind,Roadmap,90')
    expect(read(text).rows).toEqual([])
    const chosen = read(text, { columns: { day: 0, client: 1, note: 2, length: 3 }, unit: 'minutes' })
    expect(rowsOf(chosen)).toMatchObject([
      { client: 'Northwind', note: 'Roadmap', day: '2026-11-23', minutes: 90 },
    ])
  })

  it('columns of a table without names: its first line is a row', () => {
    const done = read(table('2026-11-23,Northwind,1.5', '2026-11-24,Northwind,2'), {
      columns: { day: 0, client: 1, length: 2 },
    })
    expect(done.header).toEqual(['1', '2', '3'])
    expect(done.rows.map(({ line, minutes }) => [line, minutes])).toEqual([
      [1, 90],
      [2, 120],
    ])
  })
})

describe('a row that is none is listed with its line and the reason', () => {
  it.each([
    [',A,x,1', 'day-missing', {}],
    ['soon,A,x,1', 'day-unreadable', { text: 'soon' }],
    ['2026-02-30,A,x,1', 'day-unreadable', { text: '2026-02-30' }],
    ['2026-11-23,A,x,', 'length-missing', {}],
    ['2026-11-23,A,x,much', 'length-unreadable', { text: 'much' }],
    ['2026-11-23,A,x,0', 'zero-length', {}],
    ['2026-11-23,A,x,0.005', 'under-a-minute', { seconds: 18 }],
    ['2026-11-23,A,x,-1', 'negative', {}],
    ['2026-11-23,A,x,200', 'too-long', { minutes: 12_000 }],
    ['1900-01-01,A,x,1', 'beyond-range', { day: '1900-01-01' }],
    ['2026-11-23,A,x,1,,extra', 'fields-extra', { found: 6, expected: 4 }],
    ['2026-11-23,A', 'fields-missing', { found: 2, expected: 4 }],
    ['2026-11-23,A,"x,1', 'quote-broken', { text: '2026-11-23,A,"x,1' }],
    [`2026-11-23,A,${'x'.repeat(20_000)},1`, 'text-too-long', {}],
    [`2026-11-23,A,x,${'1'.repeat(100_000)}`, 'length-unreadable', { text: `${'1'.repeat(60)}…` }],
  ])('%.40s', (row, code, params) => {
    const done = read(short('2026-11-22,A,before,1', row, '2026-11-24,A,after,1'))
    expect(done.rows.map(({ line }) => line)).toEqual([2, 4])
    expect(done.problems).toEqual([{ line: 3, code, params }])
    expect(done.records).toBe(3)
  })

  it('a last line that is half-written', () => {
    const whole = toggl.trimEnd()
    const cut = read(whole.slice(0, whole.lastIndexOf('Taxes') + 3))
    expect(rowsOf(cut)).toEqual([roadmap])
    expect(cut.problems).toEqual([{ line: 3, code: 'cut-off', params: { found: 6, expected: 14 } }])
    // Cut in a quoted field, nothing says where it would have ended.
    const open = read(toggl.slice(0, toggl.indexOf('draft')))
    expect(open.problems).toMatchObject([{ line: 2, code: 'quote-broken' }])
  })

  it('time that still runs, has its ends the wrong way round, or says neither yes nor no', () => {
    const row = (end: string, length: string, billable = 'Yes') =>
      `Ann,a@example.com,N,P,,x,${billable},2026-11-23,09:00:00,${end},${length},,`
    const text = table(
      toggl.slice(0, toggl.indexOf('\n')),
      row(',', ''),
      row('2026-11-22,09:00:00', ''),
      row('2026-11-23,10:00:00', '01:00:00', 'perhaps'),
      row('2026-11-23,25:00', '01:00:00'),
    )
    expect(read(text).problems).toEqual([
      { line: 2, code: 'running', params: {} },
      { line: 3, code: 'negative', params: {} },
      { line: 4, code: 'billable-unreadable', params: { text: 'perhaps' } },
      { line: 5, code: 'time-unreadable', params: { text: '25:00' } },
    ])
  })
})

describe('clocks and zones', () => {
  const at = (day: string, from: string, to: string, length = '') =>
    table(
      toggl.slice(0, toggl.indexOf('\n')),
      `Ann,a@example.com,N,P,,x,Yes,${day},${from},${day},${to},${length},,`,
    )

  it('a clock that the zone skipped is moved as the zone moves it, and told', () => {
    const done = read(at('2026-03-29', '02:30', '03:30', '01:00:00'))
    expect(done.rows).toMatchObject([{ start: '2026-03-29T03:30', minutes: 60 }])
    expect(done.problems.map(({ code }) => code)).toContain('start-skipped')
  })

  it('a clock shown twice is its first, and told; the length is what passed', () => {
    const done = read(at('2026-10-25', '02:30', '03:30'))
    expect(done.rows).toMatchObject([{ start: '2026-10-25T02:30', minutes: 120 }])
    expect(done.problems.map(({ code }) => code)).toEqual(['start-repeated'])
  })

  it('a length that its ends contradict is kept and told', () => {
    expect(read(at('2026-11-23', '09:00', '10:00', '00:45:00')).problems).toEqual([
      { line: 2, code: 'length-differs', params: { written: 2700, elapsed: 3600 } },
    ])
  })

  it('instants stand in the zone that was chosen, and keep their identity', () => {
    const tokyo = read(solidtime, { zone: 'Asia/Tokyo' })
    expect(tokyo.rows.map(({ start }) => start)).toEqual(['2026-11-23T17:00', '2026-11-25T07:30'])
    expect(tokyo.rows.map(({ key }) => key)).toEqual(read(solidtime).rows.map(({ key }) => key))
  })
})

describe('the identity of a row', () => {
  const lines = [
    '2026-11-23,A,same,1',
    '2026-11-23,A,same,1',
    '2026-11-23,A,other,1',
    '2026-11-24,A,same,1',
    '2026-11-25,A,late,1',
  ]
  const keys = (rows: readonly string[]) => read(short(...rows)).rows.map(({ key }) => key)

  it('tells identical rows apart by their number, so none is lost', () => {
    expect(new Set(keys(lines)).size).toBe(lines.length)
  })

  it('is the same in an export of other days that overlap', () => {
    const early = keys(lines.slice(0, 4))
    const late = keys(lines.slice(3))
    expect(early.filter((key) => late.includes(key))).toEqual([keys(lines)[3]])
    expect([...new Set([...early, ...late])]).toEqual(keys(lines))
  })

  it('does not change with zone, rounding or encoding of the file', () => {
    const one = read(toggl).rows.map(({ key }) => key)
    expect(read(toggl, { zone: 'Asia/Tokyo', minutes: 'up' }).rows.map(({ key }) => key)).toEqual(one)
    expect(read(togglQuoted).rows.map(({ key }) => key)).toEqual(one)
  })
})

describe('a file that is no table', () => {
  it.each([
    ['', 'empty'],
    [' \n\n', 'empty'],
    ['PK\u0003\u0004\0\0', 'not-a-table'],
    ['a,"b" c\n'.repeat(500), 'broken-quotes'],
    [short('2026-11-23,A,x,1\n'.repeat(100_001)), 'too-many-rows'],
  ])('%.20s', (text, code) => {
    expect(reading(text)).toMatchObject({ ok: false, code })
  })
})

describe('cells that a spreadsheet would run', () => {
  it('are kept as the text that they are', () => {
    expect(read(short('2026-11-23,=1+1,"=HYPERLINK(""x"")",1')).groups).toEqual([
      { client: '=1+1', project: '' },
    ])
  })
})
