import { describe, expect, it } from 'vitest'
import {
  beginWatch,
  heartbeat,
  isLong,
  openGaps,
  type Presence,
  resumeWatch,
  type Watch,
} from '../../../shared/timer/watch.ts'
import { aTimer, at } from './aTimer.ts'

const IDLE = 600
const timer = aTimer()
const there: Presence = { idle: 0, locked: false, asleep: false }
const begun = beginWatch(timer, null, null, at('08:00'))

type Step = readonly [string, Partial<Presence>]

/** The watch after looks at these times; a look every minute in between, as long as nothing is told otherwise. */
function looked(steps: readonly Step[], idleAfter: number | null = IDLE, from: Watch = begun): Watch {
  return steps.reduce(
    (watch, [time, told]) => heartbeat(watch, { ...there, ...told }, at(time), idleAfter),
    from,
  )
}

/** Somebody at work, a heartbeat a minute. */
function working(from: string, to: string): Step[] {
  const steps: Step[] = []
  for (let second = at(from); second <= at(to); second += 60)
    steps.push([new Date(second * 1000).toISOString().replace('.000', ''), {}])
  return steps
}

/** Nobody at the keys since `since`, a heartbeat a minute. */
function nobody(since: string, from: string, to: string, told: Partial<Presence> = {}): Step[] {
  const steps: Step[] = []
  for (let second = at(from); second <= at(to); second += 60)
    steps.push([
      new Date(second * 1000).toISOString().replace('.000', ''),
      { idle: second - at(since), ...told },
    ])
  return steps
}

const gapsOf = (watch: Watch) =>
  openGaps(watch, timer).map(({ from, to, why }) => {
    const clock = (second: number) => new Date(second * 1000).toISOString().slice(11, 19)
    return `${clock(from)}–${clock(to)} ${why}`
  })

describe('gaps', () => {
  it.each<[string, readonly Step[], readonly string[]]>([
    ['work has none', working('08:00', '10:00'), []],
    [
      'idle time counts from the last key to the next',
      [...working('08:00', '08:30'), ...nobody('08:30:20', '08:31', '08:50'), ['08:50:30', { idle: 10 }]],
      ['08:30:20–08:50:20 idle'],
    ],
    [
      'idle time below the setting is work',
      [...working('08:00', '08:30'), ...nobody('08:30:20', '08:31', '08:40'), ['08:40:30', { idle: 0 }]],
      [],
    ],
    [
      'sleep counts from the moment that it was told',
      [...working('08:00', '08:30'), ['08:30:30', { asleep: true }], ['11:00:05', { idle: 2 }]],
      ['08:30:30–11:00:03 asleep'],
    ],
    [
      'sleep that nobody told of shows by the heartbeats that are missing',
      [...working('08:00', '08:30'), ['11:00:05', { idle: 2 }]],
      ['08:30:00–11:00:03 asleep'],
    ],
    [
      'idle, then locked by itself, then asleep, then awake and locked, is one gap since the last key',
      [
        ...working('08:00', '08:30'),
        ...nobody('08:30:20', '08:31', '08:35'),
        ['08:35:20', { idle: 300, locked: true }],
        ['08:40:00', { idle: 580, locked: true, asleep: true }],
        ['11:00:00', { idle: 0, locked: true }],
        ['11:00:30', { idle: 0 }],
      ],
      ['08:30:20–11:00:30 asleep'],
    ],
    [
      'a screen that was locked for long is asked about',
      [
        ...working('08:00', '08:30'),
        ['08:30:30', { locked: true }],
        ...nobody('08:30:30', '08:31', '08:45', { locked: true }),
        ['08:45:10', {}],
      ],
      ['08:30:30–08:45:10 locked'],
    ],
    [
      'a screen that was locked shortly is not',
      [
        ...working('08:00', '08:30'),
        ['08:30:30', { locked: true }],
        ['08:31:30', { locked: true }],
        ['08:32:10', {}],
      ],
      [],
    ],
    [
      'two gaps stay two',
      [
        ...working('08:00', '08:30'),
        ['09:00:00', {}],
        ...working('09:01', '09:30'),
        ...nobody('09:30:00', '09:31', '09:50'),
        ['09:50:10', { idle: 0 }],
      ],
      ['08:30:00–09:00:00 asleep', '09:30:00–09:50:10 idle'],
    ],
    [
      'gaps that follow each other within a minute are one',
      [
        ...working('08:00', '08:30'),
        ['09:00:00', {}],
        ['09:00:30', { locked: true }],
        ['09:20:00', { idle: 1160, locked: true }],
        ['09:20:10', {}],
      ],
      ['08:30:00–09:20:10 asleep'],
    ],
    [
      'nobody is back yet: nothing is asked',
      [...working('08:00', '08:30'), ...nobody('08:30:20', '08:31', '09:30')],
      [],
    ],
    [
      'a clock set back makes none',
      [...working('08:00', '08:30'), ['08:10:00', {}], ...working('08:11', '08:30')],
      [],
    ],
    [
      'a clock set forward cannot be told from sleep, so it is asked',
      [...working('08:00', '08:30'), ['09:30:00', {}]],
      ['08:30:00–09:30:00 asleep'],
    ],
    [
      'what lay ahead of a clock that was set back is forgotten',
      [...working('08:00', '08:30'), ['09:30:00', {}], ['08:31:00', {}]],
      [],
    ],
  ])('%s', (_, steps, gaps) => {
    expect(gapsOf(looked(steps))).toEqual(gaps)
  })

  it('where idle time is not asked about, sleep and locks of ten minutes are', () => {
    const idle = [
      ...working('08:00', '08:30'),
      ...nobody('08:30', '08:31', '09:30'),
      ['09:30:30', {}] as const,
    ]
    const slept = [
      ...working('08:00', '08:30'),
      ['08:30:30', { asleep: true, idle: 300 }] as const,
      ['08:45:00', {}] as const,
    ]
    expect([gapsOf(looked(idle, null)), gapsOf(looked(slept, null))]).toEqual([
      [],
      ['08:30:30–08:45:00 asleep'],
    ])
  })

  it('a night that the clocks change in is as long as it was', () => {
    const night = aTimer({ startedAt: '2026-10-24T20:00:00Z' })
    const before = beginWatch(night, null, null, at('2026-10-24T20:00:00Z'))
    const steps: Step[] = [
      ['2026-10-24T20:01:00Z', { asleep: true }],
      ['2026-10-25T06:00:00Z', {}],
    ]
    expect(openGaps(looked(steps, IDLE, before), night)).toEqual([
      { from: at('2026-10-24T20:01:00Z'), to: at('2026-10-25T06:00:00Z'), why: 'asleep' },
    ])
  })
})

describe('a start of Headroom', () => {
  const killed = looked(working('08:00', '08:30'))

  it('the time since the last heartbeat is a gap once somebody is there', () => {
    const started = resumeWatch(timer, killed, at('10:00'))
    expect([gapsOf(started), gapsOf(looked([['10:00:30', { idle: 1 }]], IDLE, started))]).toEqual([
      [],
      ['08:30:00–10:00:29 closed'],
    ])
  })

  it('quit and opened again within the idle minutes, it is not asked about', () => {
    expect(gapsOf(looked([['08:35:00', {}]], IDLE, resumeWatch(timer, killed, at('08:34'))))).toEqual([])
  })

  it('nobody there, asleep, then ended: all of it is one gap', () => {
    const asleep = looked([...working('08:00', '08:30'), ['08:30:30', { asleep: true }]])
    const started = resumeWatch(timer, asleep, at('10:00'))
    expect(gapsOf(looked([['10:00:01', {}]], IDLE, started))).toEqual(['08:30:30–10:00:01 closed'])
  })

  it('gaps that waited for an answer still do', () => {
    const waiting = looked([...working('08:00', '08:30'), ['09:00:00', {}], ...working('09:01', '09:02')])
    const started = looked([['09:03:00', {}]], IDLE, resumeWatch(timer, waiting, at('09:03')))
    expect(gapsOf(started)).toEqual(['08:30:00–09:00:00 asleep'])
  })

  it('where the heartbeats were lost, all since the start is asked about', () => {
    const started = looked([['10:00:00', {}]], IDLE, resumeWatch(timer, null, at('10:00')))
    expect(gapsOf(started)).toEqual(['08:00:00–10:00:00 closed'])
  })
})

describe('a timer that takes over', () => {
  const two = looked([
    ...working('08:00', '08:10'),
    ['08:30:00', {}],
    ...working('08:31', '09:00'),
    ['09:30:00', {}],
  ])

  it('has the gaps that lie in its time', () => {
    const next = aTimer({ entryId: 'timer-2', startedAt: '2026-11-24T08:30:00Z' })
    expect(openGaps(beginWatch(next, null, two, at('09:31')), next)).toEqual([
      { from: at('09:00'), to: at('09:30'), why: 'asleep' },
    ])
  })

  it('brought back by Undo is asked about the time that it was stopped', () => {
    const back = beginWatch(timer, looked(working('08:00', '08:30')), null, at('09:00'))
    expect(gapsOf(looked([['09:00:10', { idle: 5 }]], IDLE, back))).toEqual(['08:30:00–09:00:05 stopped'])
  })

  it('those that were work are not asked about again, nor what grew behind one but for the rest', () => {
    const kept = (through: string) => aTimer({ keptThrough: `2026-11-24T${through}:00Z` })
    expect(openGaps(two, kept('08:30'))).toEqual([{ from: at('09:00'), to: at('09:30'), why: 'asleep' }])
    expect(openGaps(two, kept('09:10'))).toEqual([{ from: at('09:10'), to: at('09:30'), why: 'asleep' }])
    expect(openGaps(two, kept('09:30'))).toEqual([])
  })

  it('a start moved into a gap cuts it', () => {
    const moved = aTimer({ startedAt: '2026-11-24T08:20:00Z' })
    expect(openGaps(two, moved)[0]).toEqual({ from: at('08:20'), to: at('08:30'), why: 'asleep' })
  })
})

describe('a timer that runs for long', () => {
  const long = (watch: Watch, now: string) => isLong(watch, timer, at(now), 600)

  it('is told when it has run so long, once, and while somebody is there', () => {
    const there = looked([['17:59:00', {}]], IDLE, { ...begun, seenAt: at('17:58') })
    expect([
      long(there, '17:59:59'),
      long(there, '18:00:00'),
      long({ ...there, warned: true }, '18:00:00'),
    ]).toEqual([false, true, false])
    const away = looked(nobody('17:40', '17:59', '18:00'), IDLE, { ...begun, seenAt: at('17:58') })
    expect(long(away, '18:00:00')).toBe(false)
    expect(long({ ...there, gaps: [{ from: at('09:00'), to: at('10:00'), why: 'idle' }] }, '18:00:00')).toBe(
      false,
    )
  })
})
