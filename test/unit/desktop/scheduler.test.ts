import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Memory, type MemoryFile } from '../../../electron/reminders/memory.ts'
import { ReminderScheduler } from '../../../electron/reminders/scheduler.ts'
import { noHolidays } from '../../../shared/capacity/holidays.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { Told } from '../../../shared/reminders/decide.ts'
import { emptyLedger } from '../../../shared/reminders/ledger.ts'
import { aPlan, aSession } from '../../support/builders.ts'

const minutes = (iso: string) => Date.parse(iso) / 60_000

/** A meeting in UTC, 30 minutes long, reminded ten minutes before. */
const meeting = (id: string, start: string) =>
  aSession({ id, kind: 'meeting', start, minutes: 30, zone: 'UTC' })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A scheduler over a memory file in a variable, on the faked clock. */
function running(plan: Plan, file: { text: string | null } = { text: null }) {
  const log: string[] = []
  const recorded: Told[] = []
  const memoryFile: MemoryFile = {
    read: () => file.text,
    write: async (text) => {
      file.text = text
      log.push('kept')
    },
  }
  const memory = new Memory(memoryFile, (where, fault) => log.push(`${where}: ${fault}`))
  const current = { plan }
  const scheduler = new ReminderScheduler({
    plan: () => current.plan,
    now: () => Date.now(),
    ledger: () => memory.get().ledger,
    keep: (ledger) => memory.keep({ ledger }),
    show: ({ show, digest }, now) => {
      const names = [
        ...show.map((r) => r.occurrence.id),
        ...(digest ?? []).map((r) => `passed ${r.occurrence.id}`),
      ]
      log.push(`${new Date(now * 60_000).toISOString().slice(11, 16)} ${names.join(', ')}`)
    },
    holidays: () => noHolidays,
    record: (told) => void recorded.push(...told),
    putOff: () => {},
    ticked: () => {},
  })
  return { scheduler, log, current, file, recorded, shown: () => log.filter((line) => line !== 'kept') }
}

describe('the scheduler', () => {
  it('shows at the second it is due, after the ledger is on disk', async () => {
    vi.setSystemTime('2026-11-24T09:49:13.250Z')
    const { scheduler, log, file } = running(aPlan({ sessions: [meeting('a', '2026-11-24T10:00')] }))
    scheduler.check()
    await vi.advanceTimersByTimeAsync(46_749)
    expect(log).toEqual(['kept'])
    await vi.advanceTimersByTimeAsync(1)
    expect(log).toEqual(['kept', 'kept', '09:50 a'])
    expect(JSON.parse(file.text ?? '')).toEqual({
      version: 1,
      ledger: {
        checkedTo: minutes('2026-11-24T09:50Z'),
        handled: { 'a|10': { due: minutes('2026-11-24T09:50Z'), how: 'shown' } },
        held: {},
        snoozed: {},
        quietUntil: null,
      },
      told: { tray: false, minimised: false },
    })
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(log.filter((line) => line.endsWith(' a'))).toHaveLength(1)
  })

  it('looks at the clock every 30 seconds at least, so a clock set forward is seen', async () => {
    vi.setSystemTime('2026-11-24T08:00:00Z')
    const { scheduler, shown } = running(aPlan({ sessions: [meeting('a', '2026-11-24T10:00')] }))
    scheduler.check()
    await vi.advanceTimersByTimeAsync(1000)
    vi.setSystemTime('2026-11-24T09:55:00Z')
    await vi.advanceTimersByTimeAsync(30_000)
    expect(shown()).toEqual(['09:55 a'])
  })

  it('resume and unlock may announce themselves any number of times', async () => {
    vi.setSystemTime('2026-11-24T08:00:00Z')
    const { scheduler, shown } = running(aPlan({ sessions: [meeting('a', '2026-11-24T10:00')] }))
    scheduler.check()
    vi.setSystemTime('2026-11-24T09:55:00Z')
    scheduler.check()
    scheduler.check()
    await vi.advanceTimersByTimeAsync(0)
    scheduler.check()
    await vi.advanceTimersByTimeAsync(0)
    expect(shown()).toEqual(['09:55 a'])
  })

  it('a start after a crash shows what came due meanwhile, and nothing again', async () => {
    const plan = aPlan({
      sessions: [
        meeting('a', '2026-11-24T10:00'),
        meeting('b', '2026-11-24T11:00'),
        meeting('c', '2026-11-24T11:20'),
      ],
    })
    vi.setSystemTime('2026-11-24T09:49:00Z')
    const first = running(plan)
    first.scheduler.check()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(first.shown()).toEqual(['09:50 a'])
    vi.clearAllTimers()
    vi.setSystemTime('2026-11-24T11:40:00Z')
    const second = running(plan, first.file)
    second.scheduler.check()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(second.shown()).toEqual(['11:40 c, passed b'])
  })

  it('follows the plan: a session that came nearer is looked for anew', async () => {
    vi.setSystemTime('2026-11-24T08:00:00Z')
    const { scheduler, shown, current } = running(aPlan())
    scheduler.check()
    current.plan = aPlan({ sessions: [meeting('a', '2026-11-24T08:11')] })
    scheduler.check()
    await vi.advanceTimersByTimeAsync(59_999)
    expect(shown()).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(shown()).toEqual(['08:01 a'])
  })

  it('a disk that refuses keeps no reminder back, nor brings it twice', async () => {
    vi.setSystemTime('2026-11-24T09:50:00Z')
    const faults: string[] = []
    const file: MemoryFile = {
      read: () =>
        '{"version":1,"ledger":{"checkedTo":29663000,"handled":{},"snoozed":{},"quietUntil":null},"told":{"tray":true,"minimised":false}}',
      write: () => Promise.reject(new Error('ENOSPC')),
    }
    const memory = new Memory(file, (where, fault) => faults.push(`${where}: ${fault}`))
    const shown: string[] = []
    const scheduler = new ReminderScheduler({
      plan: () => aPlan({ sessions: [meeting('a', '2026-11-24T10:00')] }),
      now: () => Date.now(),
      ledger: () => memory.get().ledger,
      keep: (ledger) => memory.keep({ ledger }),
      show: ({ show }) => shown.push(...show.map((r) => r.key)),
      holidays: () => noHolidays,
      record: () => {},
      putOff: () => {},
      ticked: () => {},
    })
    scheduler.check()
    await vi.advanceTimersByTimeAsync(120_000)
    expect([shown, faults[0], memory.get().told]).toEqual([
      ['a|10'],
      'reminders: keep: Error: ENOSPC',
      { tray: true, minimised: false },
    ])
  })

  it('goes on looking after a look that failed', async () => {
    vi.setSystemTime('2026-11-24T09:49:00Z')
    const { scheduler, shown, current } = running(aPlan())
    const whole = aPlan({ sessions: [meeting('a', '2026-11-24T10:00')] })
    current.plan = { ...whole, practice: { ...whole.practice, settings: null as never } }
    expect(() => scheduler.check()).toThrow(TypeError)
    current.plan = whole
    await vi.advanceTimersByTimeAsync(60_000)
    expect(shown()).toEqual(['09:50 a'])
  })

  it('a snooze and a pause hold over a restart, and end at their second', async () => {
    const plan = aPlan({ sessions: [meeting('a', '2026-11-24T10:00'), meeting('b', '2026-11-24T10:10')] })
    vi.setSystemTime('2026-11-24T09:49:00Z')
    const first = running(plan)
    first.scheduler.check()
    await vi.advanceTimersByTimeAsync(60_000)
    first.scheduler.snooze(['a|10'], 5)
    first.scheduler.quiet(minutes('2026-11-24T10:02Z'))
    await vi.advanceTimersByTimeAsync(0)
    vi.clearAllTimers()
    vi.setSystemTime('2026-11-24T09:54:00Z')
    const second = running(plan, first.file)
    second.scheduler.check()
    await vi.advanceTimersByTimeAsync(479_999)
    expect(second.shown()).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(second.shown()).toEqual(['10:02 a, b'])
    await vi.advanceTimersByTimeAsync(600_000)
    expect(second.shown()).toHaveLength(1)
  })

  it('a long snooze is no long timer: the clock is looked at all the same', async () => {
    vi.setSystemTime('2026-11-24T09:50:00Z')
    const { scheduler, shown } = running(
      aPlan({ sessions: [{ ...meeting('a', '2026-11-24T10:00'), minutes: 300 }] }),
    )
    scheduler.check()
    await vi.advanceTimersByTimeAsync(0)
    scheduler.snooze(['a|10'], 60)
    await vi.advanceTimersByTimeAsync(1000)
    vi.setSystemTime('2026-11-24T10:50:00Z')
    await vi.advanceTimersByTimeAsync(30_000)
    expect(shown()).toEqual(['09:50 a', '10:50 a'])
  })

  it('stop ends the looks and keeps the ledger', async () => {
    vi.setSystemTime('2026-11-24T09:40:00Z')
    const { scheduler, log, file } = running(aPlan({ sessions: [meeting('a', '2026-11-24T10:00')] }))
    scheduler.check()
    await vi.advanceTimersByTimeAsync(120_000)
    await scheduler.stop()
    expect([vi.getTimerCount(), JSON.parse(file.text ?? '').ledger.checkedTo]).toEqual([
      0,
      minutes('2026-11-24T09:42Z'),
    ])
    expect(log).toEqual(['kept', 'kept'])
  })
})

describe('a memory that cannot be read', () => {
  const damaged = [
    '',
    '{',
    'null',
    '[]',
    '{"version":2}',
    '{"version":1,"ledger":{"checkedTo":"x","handled":{}}}',
  ]
  for (const text of damaged)
    it(`${JSON.stringify(text)} counts as lost, is reported, and is replaced by what is kept next`, async () => {
      const faults: string[] = []
      const file = { text }
      const memory = new Memory(
        {
          read: () => file.text,
          write: async (next) => {
            file.text = next
          },
        },
        (where) => faults.push(where),
      )
      expect([memory.get().ledger, faults]).toEqual([emptyLedger, ['reminders: read']])
      await memory.keep({ told: { tray: true, minimised: false } })
      expect(JSON.parse(file.text).told.tray).toBe(true)
    })
})
