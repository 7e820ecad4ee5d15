import { expect, test } from 'vitest'
import { fixesOf } from '../../shared/capacity/fixes/fixes.ts'
import { noHolidays } from '../../shared/capacity/holidays.ts'
import { horizon } from '../../shared/capacity/horizon.ts'
import { placeRest } from '../../shared/capacity/placing/placeRest.ts'
import { preview, week } from '../../shared/capacity/week.ts'
import { takeApart, type Work } from '../../shared/capacity/work/feasibility.ts'
import { feasibility } from '../../shared/capacity/work/schedule.ts'
import { execute } from '../../shared/commands/execute.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Interval } from '../../shared/time/interval.ts'
import { toEpochMinute } from '../../shared/time/zone.ts'
import { HOME } from '../support/builders.ts'
import { measure, report, summaryOf, within } from '../support/measure.ts'
import { numbers, practiceOf } from './capacityPlans.ts'

const MONDAY = '2026-11-23'
const context = { holidays: noHolidays, now: toEpochMinute('2026-11-23T08:00', HOME) }

/** The plan with one session of this week moved, to another place at each run. */
function afterMove(plan: Plan, run: number): Plan {
  const start = `2026-11-${24 + (((run % 4) + 4) % 4)}T${10 + (((run % 7) + 7) % 7)}:00`
  const result = execute(plan, {
    type: 'session/move',
    moves: [{ occurrence: { sessionId: 's2026-11-24-1', original: null }, start }],
  })
  if (!result.ok) throw new Error(result.refusal.code)
  return result.plan
}

/** What the engine adds to a command: the week after each of many moves of one session, `execute` left out. */
function afterMoves(begun: Plan, runs: number): { readonly plan: Plan; readonly times: readonly number[] } {
  let plan = begun
  week(plan, MONDAY, context)
  const times: number[] = []
  for (let run = -20; run < runs; run++) {
    plan = afterMove(plan, run)
    const begin = performance.now()
    week(plan, MONDAY, context)
    if (run >= 0) times.push(performance.now() - begin)
  }
  return { plan, times }
}

test('the week after one session moved', () => {
  const plans = { one: practiceOf(1), ten: practiceOf(10) }
  const times: Record<keyof typeof plans, number[]> = { one: [], ten: [] }
  // In turns, so that neither is measured on a colder engine or a busier machine than the other.
  for (let turn = -1; turn < 4; turn++)
    for (const years of ['one', 'ten'] as const) {
      const made = afterMoves(plans[years], 100)
      plans[years] = made.plan
      if (turn >= 0) times[years].push(...made.times)
    }
  const one = summaryOf('1 year of history', times.one)
  const ten = summaryOf('10 years of history', times.ten)
  report('week after a move (ms)', [one, within(ten, { most: 2 }, { most: 1.2, of: one })])
  expect(times.ten.length).toBe(400)
})

test('the week before the drop, and the ways out of its flags', async () => {
  const plan = practiceOf(10)
  const flags = week(plan, MONDAY, context).flags
  let at = 0
  const lines = [
    await measure('preview of a hovered target, execute included', 200, () => {
      at = (at + 1) % 7
      return preview(
        plan,
        {
          type: 'session/move',
          moves: [
            { occurrence: { sessionId: 's2026-11-24-1', original: null }, start: `2026-11-26T${10 + at}:00` },
          ],
        },
        MONDAY,
        context,
      )
    }),
  ]
  const firstLooks: number[] = []
  for (let run = 0; run < 5; run++) {
    const fresh = practiceOf(10)
    const begin = performance.now()
    week(fresh, MONDAY, context)
    firstLooks.push(performance.now() - begin)
  }
  lines.push(summaryOf('the first week of a plan just opened', firstLooks))
  const times: number[] = []
  for (const flag of flags) {
    const begin = performance.now()
    fixesOf(plan, flag, context, () => `n${times.length}`)
    times.push(performance.now() - begin)
  }
  report('preview and fixes (ms)', [...lines, summaryOf('fixes of one flag', times)])
})

/** Copies share no reference with anything that was computed before: each is a plan just opened. */
function opened(plan: Plan): Plan {
  return structuredClone(plan)
}

test('the horizon of 104 weeks', async () => {
  const plan = practiceOf(10)
  const fresh: number[] = []
  for (let run = -1; run < 15; run++) {
    const copy = opened(plan)
    const begin = performance.now()
    horizon(copy, MONDAY, 104, context)
    if (run >= 0) fresh.push(performance.now() - begin)
  }
  let moved: Plan = plan
  horizon(moved, MONDAY, 104, context)
  const times: number[] = []
  for (let run = 0; run < 60; run++) {
    moved = afterMove(moved, run)
    const begin = performance.now()
    horizon(moved, MONDAY, 104, context)
    times.push(performance.now() - begin)
  }
  report('horizon (ms)', [
    within(summaryOf('104 weeks from scratch: 10 years just opened, 12 clients', fresh), { most: 30 }),
    summaryOf('104 weeks after one session moved', times),
    await measure('104 weeks, nothing changed since the last look', 30, () =>
      horizon(plan, MONDAY, 104, context),
    ),
  ])
})

test('planning the rest, 12 clients and 200 deliverables', async () => {
  const plan = practiceOf(1)
  const until = (to: string) => () => {
    let made = 0
    return placeRest(plan, { from: MONDAY, to }, null, context, () => `n${made++}`)
  }
  report('planning the rest (ms)', [
    await measure('one week', 50, until('2026-11-29')),
    await measure('four weeks', 20, until('2026-12-20')),
    await measure('26 weeks', 10, until('2027-05-23')),
  ])
})

/** 26 weeks of half-day gaps, and work spread over them that nearly fills them. */
function aHalfYear(count: number, load: number): { readonly work: Work[]; readonly free: Interval[] } {
  const random = numbers(11)
  const free: Interval[] = []
  for (let day = 0; day < 182; day++) {
    if (day % 7 > 4) continue
    free.push(
      { from: day * 1440 + 540, to: day * 1440 + 780 },
      { from: day * 1440 + 840, to: day * 1440 + 1080 },
    )
  }
  const total = free.reduce((sum, { from, to }) => sum + to - from, 0)
  const mean = (total * load) / count
  const work = Array.from({ length: count }, (_, i): Work => {
    const release = Math.floor(random() * 120) * 1440
    const due = release + (30 + Math.floor(random() * 32)) * 1440
    return { id: `w${i}`, release, due, minutes: Math.ceil(mean * (0.5 + random())) }
  })
  return { work, free }
}

test('feasibility of 500 open items over 26 weeks from scratch', async () => {
  const fits = aHalfYear(500, 0.6)
  const tight = aHalfYear(500, 1.1)
  report('feasibility of 500 items (ms)', [
    within(await measure('verdict with witness, it fits', 50, () => feasibility(fits.work, fits.free, 30)), {
      most: 16,
    }),
    within(
      await measure('verdict with proof, it does not', 50, () => feasibility(tight.work, tight.free, 30)),
      { most: 16 },
    ),
    await measure('all short windows, it does not', 50, () => takeApart(tight.work, tight.free, 5)),
  ])
})
