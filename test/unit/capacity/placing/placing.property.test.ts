import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workingCalendar } from '../../../../shared/capacity/availability.ts'
import { bookedIn, type Timed } from '../../../../shared/capacity/bookedTime.ts'
import { clientOf } from '../../../../shared/capacity/commitment.ts'
import type { Flag } from '../../../../shared/capacity/flags/flag.ts'
import { allowanceOf } from '../../../../shared/capacity/placing/allowance.ts'
import { lengthIn } from '../../../../shared/capacity/placing/block.ts'
import { gatherDemand } from '../../../../shared/capacity/placing/demand.ts'
import { type FillTask, fill } from '../../../../shared/capacity/placing/fill.ts'
import { placeRest } from '../../../../shared/capacity/placing/placeRest.ts'
import type { Placing } from '../../../../shared/capacity/placing/placing.ts'
import { roomIn } from '../../../../shared/capacity/placing/room.ts'
import { week } from '../../../../shared/capacity/week.ts'
import { quarterAfter } from '../../../../shared/capacity/weekMaterial.ts'
import type { CapacityContext } from '../../../../shared/capacity/weekView.ts'
import { supplyOf, worstWindow } from '../../../../shared/capacity/work/feasibility.ts'
import { freeTime, openWork } from '../../../../shared/capacity/work/openWork.ts'
import { execute } from '../../../../shared/commands/execute.ts'
import { Command } from '../../../../shared/commands/registry.ts'
import type { Plan } from '../../../../shared/plan/plan.ts'
import { addDays, dayNumber } from '../../../../shared/time/day.ts'
import { localAt } from '../../../../shared/time/zone.ts'
import { aPattern } from '../../../support/builders.ts'
import { times } from '../../../support/effort.ts'
import { aCase, type Case } from './randomPractice.ts'

const runs = { numRuns: times(30, 1500) }

function ids(): () => string {
  let made = 0
  return () => `new-${made++}`
}

function planned({ plan, range, context }: Case): Placing {
  return placeRest(plan, range, null, context, ids())
}

/** The plan with the proposal accepted. */
function accepted(plan: Plan, { sessions }: Placing): Plan {
  if (sessions.length === 0) return plan
  const command: Command = { type: 'session/create', sessions: [...sessions] }
  expect(Command.safeParse(command).success).toBe(true)
  const result = execute(plan, command)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.plan
}

function isNew({ key }: Timed): boolean {
  return key.startsWith('new-')
}

/** All flags of the eight weeks around the range, by key. */
function flagsOf(plan: Plan, { range, context }: Case): Map<string, Flag> {
  const flags = new Map<string, Flag>()
  for (let i = -1; i < 7; i++)
    for (const flag of week(plan, addDays(range.from, 7 * i), context).flags) flags.set(flag.key, flag)
  return flags
}

/**
 * The most minutes that a window of deliverables is short of all free time. Ends of gaps and changeovers, which sessions
 * leave however they are placed, count as free here.
 */
function shortOfTime({ practice, years }: Plan, { context }: Case): number {
  const plan = { practice: { ...practice, settings: { ...practice.settings, changeoverMinutes: 0 } }, years }
  const calendar = workingCalendar(plan, context.holidays)
  const now = quarterAfter(context.now)
  const { deliverables, until } = openWork(plan, calendar, now)
  return worstWindow(deliverables, supplyOf(freeTime(plan, calendar, now, until)))?.short ?? 0
}

/** What is wrong with where the sessions stand, looked at one by one. */
function wrongPlaces(plan: Plan, after: Plan, context: CapacityContext, changeover: number): string[] {
  const calendar = workingCalendar(plan, context.holidays)
  const all = bookedIn(after, context.now - 20_000, context.now + 100_000)
  return all.filter(isNew).flatMap((item) => {
    const wrong: string[] = []
    if (item.start < context.now) wrong.push(`${item.key} begins before now`)
    const local = localAt(item.start, calendar.zone)
    if (local.minute % 15 !== 0) wrong.push(`${item.key} does not begin at a quarter`)
    const { working } = calendar.day(local.dayNumber)
    if (!working.some(({ from, to }) => from <= item.start && item.end <= to))
      wrong.push(`${item.key} outside working hours`)
    const mine = clientOf(after, item.occurrence.engagementId)
    for (const other of all) {
      if (other.key === item.key) continue
      const theirs = clientOf(after, other.occurrence.engagementId)
      const apart = mine !== null && theirs !== null && mine !== theirs ? changeover : 0
      if (other.from < item.to + apart && item.from - apart < other.to)
        wrong.push(`${item.key} too near to ${other.key}`)
    }
    return wrong
  })
}

describe('planning the rest of a random practice', () => {
  test('keeps to working time from now on, clear of every session, travel and changeover', () => {
    fc.assert(
      fc.property(aCase, (one) => {
        const after = accepted(one.plan, planned(one))
        const { changeoverMinutes } = one.plan.practice.settings
        expect(wrongPlaces(one.plan, after, one.context, changeoverMinutes)).toEqual([])
      }),
      runs,
    )
  })

  test('takes no day beyond capacity − reserve, and makes no week over', () => {
    fc.assert(
      fc.property(aCase, (one) => {
        const placing = planned(one)
        const after = accepted(one.plan, placing)
        for (let day = one.range.from; day <= one.range.to; day = addDays(day, 7)) {
          const before = week(one.plan, day, one.context)
          const view = week(after, day, one.context)
          for (const [i, { load, capacity, reserve }] of view.days.entries())
            if (load > (before.days[i]?.load ?? 0)) expect(load).toBeLessThanOrEqual(capacity - reserve)
          if (!before.totals.over) expect(view.totals.over).toBe(false)
        }
      }),
      runs,
    )
  })

  test('accounts for every minute: placed and not fitted are what was wanted', () => {
    fc.assert(
      fc.property(aCase, (one) => {
        const { sessions, notFitted, demand, quality } = planned(one)
        const placed = sessions.reduce((sum, { minutes }) => sum + minutes, 0)
        const missing = notFitted.reduce((sum, { minutes }) => sum + minutes, 0)
        expect(placed + missing).toBe(demand)
        expect(quality.minutes).toBe(placed)
      }),
      runs,
    )
  })

  test('raises no flag that must be solved, passes no promise and makes no deadline harder', () => {
    fc.assert(
      fc.property(aCase, (one) => {
        const before = flagsOf(one.plan, one)
        const plan = accepted(one.plan, planned(one))
        const after = flagsOf(plan, one)
        const raised = [...after.values()].filter(
          ({ key, code, severity }) =>
            !before.has(key) && code !== 'deadline' && (severity === 'over' || code === 'client-over'),
        )
        expect(raised.map(({ key }) => key)).toEqual([])
        expect(shortOfTime(plan, one)).toBeLessThanOrEqual(shortOfTime(one.plan, one))
        for (const { key, code, short } of after.values())
          if (code === 'client-over') expect(short).toBe(before.get(key)?.short)
      }),
      runs,
    )
  })

  test('plans no deliverable beyond what remains of it and is not planned yet', () => {
    fc.assert(
      fc.property(aCase, (one) => {
        const calendar = workingCalendar(one.plan, one.context.holidays)
        const { deliverables, past } = openWork(one.plan, calendar, quarterAfter(one.context.now))
        const remaining = new Map([...deliverables, ...past].map(({ id, minutes }) => [id, minutes]))
        for (const { deliverableId, minutes } of planned(one).sessions)
          if (deliverableId !== null)
            remaining.set(deliverableId, (remaining.get(deliverableId) ?? 0) - minutes)
        expect([...remaining.values()].filter((minutes) => minutes < 0)).toEqual([])
      }),
      runs,
    )
  })

  test('is the same every time', () => {
    fc.assert(
      fc.property(aCase, (one) => {
        expect(planned(one)).toEqual(planned({ ...one, plan: structuredClone(one.plan) }))
      }),
      runs,
    )
  })
})

test.each<FillTask['way']>(['prefer', 'firm-first', 'firm-early'])(
  'filled by %s, a block is between shortest and longest, and shorter only as the last of its work',
  (way) => {
    fc.assert(
      fc.property(aCase, ({ plan, range, context }) => {
        const calendar = workingCalendar(plan, context.holidays)
        const now = quarterAfter(context.now)
        const { items, promises, within } = gatherDemand({ plan, calendar, now, range, only: null })
        const { blocks, changeoverMinutes: changeover, homeZone: zone } = plan.practice.settings
        const days = roomIn(plan, range, within, context)
        const rules = { blocks, changeover, zone }
        const { placed, held, left } = fill(items, { days, allowance: allowanceOf(promises), rules, way })
        const rest = new Map(items.map((item) => [item, item.minutes]))
        for (const { item, from, to } of [...placed, ...held]) {
          const minutes = to - from
          const before = rest.get(item) ?? 0
          rest.set(item, before - minutes)
          expect(minutes).toBeLessThanOrEqual(blocks.longest)
          expect(minutes).toBeGreaterThanOrEqual(Math.min(blocks.shortest, before))
        }
        for (const [item, minutes] of rest) expect(minutes).toBe(left.get(item) ?? 0)
      }),
      runs,
    )
  },
)

test('a block leaves no remainder shorter than the shortest where another length avoids it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 5, max: 120 }),
      fc.integer({ min: 0, max: 240 }),
      fc.integer({ min: 0, max: 600 }),
      fc.integer({ min: 1, max: 600 }),
      (shortest, more, space, left) => {
        const blocks = { shortest, longest: shortest + more, usableOnly: false }
        const minutes = lengthIn(space, left, blocks)
        const most = Math.min(space, blocks.longest)
        expect(minutes).toBeLessThanOrEqual(most)
        if (minutes === 0) expect(most).toBeLessThan(Math.min(shortest, left))
        else if (minutes < left) {
          expect(minutes).toBeGreaterThanOrEqual(shortest)
          if (left >= 2 * shortest) expect(left - minutes).toBeGreaterThanOrEqual(shortest)
        }
      },
    ),
    { numRuns: times(500, 20_000) },
  )
})

test('where there is ample room, all that is wanted is placed', () => {
  const roomy = aCase.map(({ plan, context, range }): Case => {
    const { practice } = plan
    const deliverables = Object.fromEntries(
      Object.entries(practice.deliverables).map(([id, one]) => [
        id,
        { ...one, release: null, due: range.to, remainingMinutes: Math.ceil(one.remainingMinutes / 12) },
      ]),
    )
    const engagements = Object.fromEntries(
      Object.entries(practice.engagements).map(([id, one]) => [
        id,
        {
          ...one,
          start: null,
          end: null,
          terms: [{ from: '2026-01-01', terms: { kind: 'hourly', rate: 1 } as const }],
          commitments: [],
        },
      ]),
    )
    const settings = {
      ...practice.settings,
      reserveMinutes: 0,
      blocks: { shortest: 30, longest: 120, usableOnly: false },
    }
    const patterns = { day: aPattern({ from: '2020-01-01' }) }
    const empty = { ...practice, deliverables, engagements, patterns, settings, timeOff: {} }
    return {
      plan: { practice: empty, years: {} },
      context: { ...context, now: (dayNumber(range.from) - 1) * 1440 },
      range: { from: range.from, to: range.to },
    }
  })
  fc.assert(
    fc.property(roomy, (one) => {
      expect(planned(one).notFitted).toEqual([])
    }),
    runs,
  )
})
