import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { noHolidays } from '../../shared/capacity/holidays.ts'
import { horizon } from '../../shared/capacity/horizon.ts'
import { week } from '../../shared/capacity/week.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { addDays } from '../../shared/time/day.ts'
import { toEpochMinute } from '../../shared/time/zone.ts'
import { HOME } from '../support/builders.ts'
import { report, summaryOf, within } from '../support/measure.ts'
import { practiceOf } from './capacityPlans.ts'

const MONDAY = '2026-11-23'
const context = { holidays: noHolidays, now: toEpochMinute('2026-11-23T08:00', HOME) }

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Megabytes of the heap that are in use after everything unreachable was collected. */
function heapInUse(): number {
  collect()
  collect()
  return process.memoryUsage().heapUsed / 1e6
}

test('ten years of a practice with all that the engine remembers of them take less than 60 MB', () => {
  // As text, so that no string is shared between records, as after reading it from disk.
  const text = JSON.stringify(practiceOf(10))
  // What code and caches of the runtime take is there before the first measurement.
  const other = practiceOf(1)
  week(other, MONDAY, context)
  horizon(other, MONDAY, 104, context)
  const before = heapInUse()
  const plan = JSON.parse(text) as Plan
  const withPlan = heapInUse()
  week(plan, MONDAY, context)
  horizon(plan, MONDAY, 104, context)
  const ahead = heapInUse()
  for (let weeks = 1; weeks <= 520; weeks++) week(plan, addDays(MONDAY, -7 * weeks), context)
  const looked = heapInUse()
  report('memory of ten years (MB)', [
    summaryOf('the plan', [withPlan - before]),
    summaryOf('with this week and 104 weeks ahead', [ahead - before]),
    within(summaryOf('with each of 520 weeks of the past looked at', [looked - before]), { most: 60 }),
  ])
  expect(looked - before).toBeLessThan(60)
  // Plan and text are in use until here, so neither is collected between two measurements.
  expect([Object.keys(plan.years).length, text.length > 5e6]).toEqual([11, true])
})
