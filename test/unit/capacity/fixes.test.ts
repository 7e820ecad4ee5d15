import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fixesOf } from '../../../shared/capacity/fixes.ts'
import type { Fix, Flag } from '../../../shared/capacity/flag.ts'
import { holidaysFrom } from '../../../shared/capacity/holidays.ts'
import { week } from '../../../shared/capacity/week.ts'
import { execute } from '../../../shared/commands/execute.ts'
import { Command } from '../../../shared/commands/registry.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { addDays } from '../../../shared/time/day.ts'
import { formatIn } from '../../../shared/words/format.ts'
import { wordsIn } from '../../../shared/words/words.ts'
import { aClient, anEngagement, aPlan, aSession } from '../../support/builders.ts'
import { times } from '../../support/effort.ts'
import { at, MONDAY, mockPlan } from './mockWeek.ts'

const morning = at('2026-11-23T00:00')
const english = formatIn('en', 'en-GB')

function ids(): () => string {
  let made = 0
  return () => `new-${made++}`
}

/** Spaces that never break and thin ones as plain ones, so that expectations can be typed. */
function plain(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ')
}

function labels(plan: Plan, key: string, context = morning): string[] {
  const flag = week(plan, MONDAY, context).flags.find((f) => f.key === key)
  if (flag === undefined) throw new Error(`no flag ${key}`)
  return fixesOf(plan, flag, context, ids()).map((fix) => plain(wordsIn('en').flags.fix(fix, english)))
}

describe('the fixes of the picture’s flags', () => {
  const plan = mockPlan()

  test.each<[string, string[]]>([
    [
      'overlap:board-call|steering-committee',
      [
        'Move Board call to Mon 12:30',
        'Move Steering committee to Tue 09:00',
        'Make Board call tentative',
        'Accept',
      ],
    ],
    ['client-under:northwind:week:2026-11-23', ['Plan 2 h of it', 'Accept']],
    [
      'client-over:lumen:week:2026-11-23',
      [
        'Shorten Security audit 2 to 3 h',
        'Shorten Security audit 1 to 2 h 15',
        'Shorten Risk assessment to 2 h',
        'Accept',
      ],
    ],
    ['outside-hours:milestone-2', ['Move Milestone 2 to Thu 13:00', 'Shorten Milestone 2 to 3 h', 'Accept']],
  ])('%s', (key, expected) => {
    expect(labels(plan, key)).toEqual(expected)
  })

  test('nothing is moved into the past', () => {
    const tuesday = at('2026-11-24T08:00')
    const starts = week(plan, MONDAY, tuesday).flags.flatMap((flag) =>
      fixesOf(plan, flag, tuesday, ids()).flatMap((fix) => (fix.kind === 'move' ? fix.facts.start : [])),
    )
    expect(starts.filter((start) => start < '2026-11-24T08:00')).toEqual([])
  })

  test('the same question gets the same answer object', () => {
    const [flag] = week(plan, MONDAY, morning).flags
    if (flag === undefined) throw new Error('no flag')
    expect(fixesOf(plan, flag, morning, ids())).toBe(fixesOf(plan, flag, morning, ids()))
  })
})

test('planning the rest fills the promise with tentative sessions in free time', () => {
  const plan = aPlan({
    clients: [aClient()],
    engagements: [
      anEngagement({
        commitments: [{ from: '2026-01-01', commitment: { kind: 'hoursPerWeek', minutes: 500 } }],
      }),
    ],
    sessions: [aSession({ start: '2026-11-23T10:00' })],
  })
  const flag = week(plan, MONDAY, morning).flags.find(({ code }) => code === 'client-under') as Flag
  const [fix] = fixesOf(plan, flag, morning, ids())
  const planned = fix?.command.type === 'session/create' ? fix.command.sessions : []
  expect([fix?.solves, planned.map(({ start, minutes, status }) => [start, minutes, status])]).toEqual([
    true,
    [
      ['2026-11-23T14:00', 240, 'tentative'],
      ['2026-11-24T09:00', 200, 'tentative'],
    ],
  ])
})

test('a session on a public holiday can declare it worked', () => {
  const context = { ...morning, holidays: holidaysFrom({ '2026-11-24': 'Feast' }) }
  const plan = aPlan({
    clients: [aClient()],
    engagements: [anEngagement()],
    sessions: [aSession({ start: '2026-11-24T09:00' })],
  })
  expect(labels(plan, 'outside-hours:session-1', context)).toEqual([
    'Move Platform roadmap to Mon 14:00',
    'Work on Feast',
    'Accept',
  ])
})

test('a moved session keeps the changeover to other clients', () => {
  const plan = aPlan({
    clients: [aClient(), aClient({ id: 'lumen', name: 'Lumen', order: 2 })],
    engagements: [anEngagement(), anEngagement({ id: 'lumen-1', clientId: 'lumen', order: 2 })],
    settings: { changeoverMinutes: 30 },
    sessions: [
      aSession({ id: 'a', title: 'A', minutes: 120, kind: 'meeting' }),
      aSession({ id: 'b', title: 'B', engagementId: 'lumen-1', start: '2026-11-23T10:30', minutes: 45 }),
    ],
  })
  expect(labels(plan, 'overlap:a|b')[0]).toBe('Move B to Mon 11:30')
})

const aBusyWeek = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 4 }),
      quarter: fc.integer({ min: 32, max: 72 }),
      length: fc.integer({ min: 1, max: 14 }),
      engagementId: fc.constantFrom('northwind-cto', 'lumen-1', null),
      kind: fc.constantFrom('focus' as const, 'meeting' as const),
      status: fc.constantFrom('confirmed' as const, 'confirmed' as const, 'tentative' as const),
    }),
    { minLength: 3, maxLength: 14 },
  )
  .map((list) =>
    aPlan({
      clients: [aClient(), aClient({ id: 'lumen', name: 'Lumen', order: 2 })],
      engagements: [
        anEngagement({
          commitments: [{ from: '2026-01-01', commitment: { kind: 'hoursPerWeek', minutes: 600 } }],
        }),
        anEngagement({ id: 'lumen-1', clientId: 'lumen', order: 2 }),
      ],
      settings: { reserveMinutes: 120 },
      sessions: list.map(({ day, quarter, length, ...rest }, i) =>
        aSession({
          id: `s${i}`,
          title: `Session ${i}`,
          start: `${addDays(MONDAY, day)}T${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
          minutes: length * 15,
          ...rest,
        }),
      ),
    }),
  )

/** All flags of the flag's week and the two after it, into which a fix may move. */
function shorts(plan: Plan): Map<string, Flag> {
  const flags = [0, 7, 14].flatMap((days) => week(plan, addDays(MONDAY, days), morning).flags)
  return new Map(flags.map((flag) => [flag.key, flag]))
}

test('every fix is a valid command that makes its flag go and raises none as bad', () => {
  fc.assert(
    fc.property(aBusyWeek, (plan) => {
      const before = shorts(plan)
      for (const flag of week(plan, MONDAY, morning).flags)
        for (const fix of fixesOf(plan, flag, morning, ids()))
          expect(verdict(plan, before, flag, fix)).toBe('good')
    }),
    { numRuns: times(15, 500) },
  )
})

function verdict(plan: Plan, before: ReadonlyMap<string, Flag>, flag: Flag, fix: Fix): string {
  if (!Command.safeParse(fix.command).success) return 'not a valid command'
  const result = execute(plan, fix.command)
  if (!result.ok) return `refused: ${result.refusal.code}`
  const after = shorts(result.plan)
  if (fix.kind === 'accept') return after.get(flag.key)?.accepted === null ? 'not accepted' : 'good'
  if (fix.solves && after.has(flag.key)) return `${flag.key} still there after ${fix.id}`
  if (!fix.solves && (after.get(flag.key)?.short ?? 0) >= flag.short) return `${fix.id} does not help`
  const isWorse = (other: Flag) => {
    const growth = other.short - (before.get(other.key)?.short ?? 0)
    if (other.key === flag.key || growth <= 0) return false
    if (fix.kind === 'plan-rest') return other.severity === 'over' && !before.has(other.key)
    return other.severity === flag.severity ? growth >= flag.short : other.severity === 'over'
  }
  const worse = [...after.values()].find(isWorse)
  return worse === undefined ? 'good' : `${fix.id} raises ${worse.key}`
}
