import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keepSame } from '../../../shared/capacity/keepSame.ts'
import { week } from '../../../shared/capacity/week.ts'
import { bucketIndex } from '../../../shared/capacity/weekBuckets.ts'
import { execute } from '../../../shared/commands/execute.ts'
import { applyPlanPatches } from '../../../shared/commands/planPatches.ts'
import type { Command } from '../../../shared/commands/registry.ts'
import { addDays } from '../../../shared/time/day.ts'
import { aClient, aDeliverable, anEngagement, aPlan, aSeries, aSession } from '../../support/builders.ts'
import { times } from '../../support/effort.ts'
import { at, MONDAY } from './mockWeek.ts'

interface Thing {
  readonly id: string
  readonly bucket: number
}

const aStep = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  bucket: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
  again: fc.boolean(),
})

describe('an index of buckets', () => {
  test('that follows changes of a map holds what a fresh one holds', () => {
    fc.assert(
      fc.property(fc.array(aStep, { maxLength: 30 }), (steps) => {
        const index = bucketIndex<Thing>(({ bucket }) => bucket)
        let map: Record<string, Thing> = {}
        for (const { id, bucket, again } of steps) {
          const { [id]: before, ...rest } = map
          // A record is put anew at the end, in its place, or taken away.
          if (bucket === null) map = rest
          else if (again) map = { ...rest, [id]: before ?? { id, bucket } }
          else map = { ...map, [id]: { id, bucket } }
          const buckets = index(map, '2026')
          const held = [0, 1, 2, 3].map((number) =>
            buckets
              .in(number)
              .map((thing) => thing.id)
              .sort(),
          )
          const wanted = [0, 1, 2, 3].map((number) =>
            Object.values(map)
              .filter((thing) => thing.bucket === number)
              .map((thing) => thing.id)
              .sort(),
          )
          expect(held).toEqual(wanted)
        }
      }),
      { numRuns: times(200, 5000) },
    )
  })

  test('holds what a fresh one holds of maps made by patches, one from another or many from one', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(aStep, fc.boolean()), { maxLength: 30 }), (steps) => {
        const index = bucketIndex<Thing>(({ bucket }) => bucket)
        let map: Record<string, Thing> = { a: { id: 'a', bucket: 1 } }
        index(map, '2026')
        for (const [{ id, bucket }, isKept] of steps) {
          if (bucket === null && !Object.hasOwn(map, id)) continue
          const patch =
            bucket === null
              ? { op: 'remove' as const, path: ['of', id] }
              : { op: 'add' as const, path: ['of', id], value: { id, bucket } }
          const made = applyPlanPatches({ of: map }, [patch]).of
          const fresh = bucketIndex<Thing>((thing) => thing.bucket)({ ...made }, '2026')
          for (const number of [0, 1, 2, 3]) {
            const idsIn = (buckets: typeof fresh) => buckets.in(number).map((thing) => thing.id)
            expect(idsIn(index(made, '2026')).toSorted()).toEqual(idsIn(fresh).toSorted())
          }
          // A preview is made from the plan, and so is the next one.
          if (isKept) map = made
        }
      }),
      { numRuns: times(200, 5000) },
    )
  })

  test('a map made by patches is indexed without a look at the records that stayed', () => {
    const asked: string[] = []
    const index = bucketIndex<Thing>(({ id, bucket }) => {
      asked.push(id)
      return bucket
    })
    const map = { a: { id: 'a', bucket: 0 }, b: { id: 'b', bucket: 1 } }
    index(map, '2026')
    index({ c: { id: 'c', bucket: 2 } }, '2026')
    asked.length = 0
    const made = applyPlanPatches({ of: map }, [
      { op: 'replace', path: ['of', 'b'], value: { id: 'b', bucket: 2 } },
    ]).of
    expect(index(made, '2026').in(2)).toEqual([{ id: 'b', bucket: 2 }])
    expect(asked).toEqual(['b', 'b'])
  })

  test('keeps the array of a bucket in which nothing changed', () => {
    const index = bucketIndex<Thing>(({ bucket }) => bucket)
    const map = { a: { id: 'a', bucket: 0 }, b: { id: 'b', bucket: 1 } }
    const before = index(map, '2026').in(0)
    expect(index({ ...map, b: { id: 'b', bucket: 2 } }, '2026').in(0)).toBe(before)
  })
})

describe('keeping what is the same', () => {
  const aValue = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.integer({ min: 0, max: 2 }),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
    ),
  })).value

  test('changes no value', () => {
    fc.assert(
      fc.property(aValue, aValue, (previous, next) => {
        expect(keepSame(previous, next)).toEqual(next)
      }),
      { numRuns: times(500, 20_000) },
    )
  })

  test('gives the previous reference for an equal value', () => {
    fc.assert(
      fc.property(aValue, (value) => {
        expect(keepSame(value, structuredClone(value))).toBe(value)
      }),
      { numRuns: times(500, 20_000) },
    )
  })
})

const aStart = fc
  .record({ day: fc.integer({ min: -8, max: 15 }), quarter: fc.integer({ min: 0, max: 95 }) })
  .map(({ day, quarter }) => {
    const clock = `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
    return `${addDays(MONDAY, day)}T${clock}`
  })
const aCommand = fc.oneof(
  fc.record({ id: fc.constantFrom('s0', 's1', 's2'), start: aStart }).map(
    ({ id, start }): Command => ({
      type: 'session/move',
      moves: [{ occurrence: { sessionId: id, original: null }, start }],
    }),
  ),
  aStart.map(
    (start): Command => ({
      type: 'session/move',
      moves: [{ occurrence: { sessionId: 'series', original: '2026-11-24T09:00' }, start }],
    }),
  ),
  fc.record({ id: fc.constantFrom('s0', 's1'), minutes: fc.integer({ min: 1, max: 3000 }) }).map(
    ({ id, minutes }): Command => ({
      type: 'session/change',
      id,
      scope: { kind: 'all' },
      change: { minutes },
    }),
  ),
  fc
    .integer({ min: 0, max: 600 })
    .map((reserveMinutes): Command => ({ type: 'settings/change', change: { reserveMinutes } })),
  fc.integer({ min: 0, max: 6000 }).map(
    (remainingMinutes): Command => ({
      type: 'practice/put',
      records: [{ kind: 'deliverable', value: aDeliverable({ remainingMinutes }) }],
    }),
  ),
)

test('after any commands each week is what it would be computed from nothing', () => {
  const morning = at('2026-11-23T06:00')
  fc.assert(
    fc.property(fc.array(aCommand, { minLength: 1, maxLength: 8 }), (commands) => {
      let plan = aPlan({
        clients: [aClient()],
        engagements: [
          anEngagement({
            commitments: [{ from: '2026-01-01', commitment: { kind: 'hoursPerMonth', minutes: 900 } }],
          }),
        ],
        deliverables: [aDeliverable()],
        settings: { changeoverMinutes: 15 },
        sessions: [
          ...['s0', 's1', 's2'].map((id) =>
            aSession({ id, deliverableId: id === 's1' ? 'milestone-2' : null }),
          ),
          aSeries({ id: 'series', start: '2026-11-03T09:00', rule: 'FREQ=WEEKLY;BYDAY=TU' }),
        ],
      })
      for (const command of commands) {
        const result = execute(plan, command)
        if (result.ok) plan = result.plan
        for (const start of [MONDAY, '2026-11-30']) {
          // A copy shares no reference with anything that was seen, so nothing is reused for it.
          const fresh = week(structuredClone(plan), start, morning)
          expect(week(plan, start, morning)).toEqual(fresh)
        }
      }
    }),
    { numRuns: times(30, 2000) },
  )
})
