import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { knownFlags } from '../../../shared/capacity/flags/knownFlags.ts'
import { flagsOfKind } from '../../../shared/capacity/flags/orderedFlags.ts'
import { gapsAmong } from '../../../shared/capacity/flags/riskFlags.ts'
import { outsideAmong, overlapsAmong } from '../../../shared/capacity/flags/sessionFlags.ts'
import { sessionFlags } from '../../../shared/capacity/flags/sessionIslands.ts'
import { rankOf } from '../../../shared/capacity/flags/weekFlags.ts'
import { preview, week } from '../../../shared/capacity/week.ts'
import { weekMaterial } from '../../../shared/capacity/weekMaterial.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { addDays } from '../../../shared/time/day.ts'
import { aClient, anEngagement, aPlan, aSession } from '../../support/builders.ts'
import { times } from '../../support/effort.ts'
import { at, MONDAY } from './mockWeek.ts'

const context = at('2026-11-23T00:00')

const aWall = fc
  .record({ day: fc.integer({ min: -1, max: 7 }), quarter: fc.integer({ min: 0, max: 95 }) })
  .map(({ day, quarter }) => {
    const [hour, minute] = [Math.floor(quarter / 4), (quarter % 4) * 15]
    return `${addDays(MONDAY, day)}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  })
const travel = fc.constantFrom(0, 0, 0, 15, 90)

const anyPlan = fc
  .record({
    changeoverMinutes: fc.constantFrom(0, 15, 120),
    sessions: fc.array(
      fc.record({
        start: aWall,
        minutes: fc.constantFrom(15, 60, 240, 600),
        engagementId: fc.constantFrom('e0', 'e1', null),
        status: fc.constantFrom('confirmed' as const, 'confirmed' as const, 'tentative' as const),
        travelBefore: travel,
        travelAfter: travel,
      }),
      { minLength: 1, maxLength: 24 },
    ),
  })
  .map(({ changeoverMinutes, sessions }) =>
    aPlan({
      clients: ['c0', 'c1'].map((id) => aClient({ id, name: id })),
      engagements: ['0', '1'].map((i) => anEngagement({ id: `e${i}`, clientId: `c${i}` })),
      settings: { changeoverMinutes },
      sessions: sessions.map((session, i) => aSession({ ...session, id: `s${i}` })),
    }),
  )

/** The keys of a kind of flags where all sessions are looked at together. */
function together(plan: Plan) {
  const material = weekMaterial(plan, MONDAY, context)
  const of = (raise: typeof gapsAmong) =>
    raise(material, material.booked).toSorted(
      (a, b) => rankOf(a) - rankOf(b) || a.interval.from - b.interval.from,
    )
  return { overlap: of(overlapsAmong), gap: of(gapsAmong), outside: of(outsideAmong) }
}

/** Kept here, not in the property: that the questions are worth asking. */
const met = { flags: 0, moved: 0 }

describe('flags of sessions, made island by island', () => {
  test('are those of all sessions looked at together, in the same order', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const made = sessionFlags(weekMaterial(plan, MONDAY, context))
        const wanted = together(plan)
        for (const code of ['overlap', 'gap', 'outside'] as const) {
          const keys = [...made[code].over, ...made[code].watch].map(({ key }) => key)
          expect(keys).toEqual(wanted[code].map(({ key }) => key))
          met.flags += keys.length
        }
      }),
      { numRuns: times(150, 5000) },
    )
    expect(met.flags).toBeGreaterThan(300)
  })

  test('stay so while sessions move, and a week has them by rank and time', () => {
    fc.assert(
      fc.property(anyPlan, fc.array(fc.tuple(fc.nat(), aWall), { maxLength: 6 }), (first, moves) => {
        let plan = first
        for (const [which, start] of moves) {
          const id = `s${which % Object.keys(first.years['2026']?.sessions ?? {}).length}`
          const change = { id, scope: { kind: 'all' as const }, change: { start } }
          const after = preview(plan, { type: 'session/change', ...change }, MONDAY, context)
          if (!after.ok) throw new Error(`refused: ${JSON.stringify(after.refusal)}`)
          plan = after.plan
          const wanted = together(plan)
          const ofSessions = after.view.flags.filter(({ code }) =>
            ['overlap', 'no-gap', 'outside-hours'].includes(code),
          )
          const all = [...wanted.overlap, ...wanted.gap, ...wanted.outside].toSorted(
            (a, b) => rankOf(a) - rankOf(b),
          )
          expect(ofSessions.map(({ key }) => key)).toEqual(all.map(({ key }) => key))
          const places = after.view.flags.map((flag) => [rankOf(flag), flag.interval.from] as const)
          expect(places).toEqual(places.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]))
          for (const code of ['overlap', 'no-gap', 'deadline'] as const)
            for (const severity of ['over', 'watch'] as const)
              expect(flagsOfKind(after.view.flags, code, severity)).toEqual(
                after.view.flags.filter((flag) => flag.code === code && flag.severity === severity),
              )
          met.moved++
        }
      }),
      { numRuns: times(100, 3000) },
    )
    expect(met.moved).toBeGreaterThan(100)
  })

  test('are the same objects on the days that a move does not touch', () => {
    const days = [0, 1, 2].map((day) => addDays(MONDAY, day))
    const sessions = days.flatMap((day, i) =>
      ['05', '06'].map((hour) => aSession({ id: `${i}-${hour}`, start: `${day}T${hour}:00`, minutes: 90 })),
    )
    const plan = aPlan({ clients: [aClient()], engagements: [anEngagement()], sessions })
    const before = sessionFlags(weekMaterial(plan, MONDAY, context))
    expect(before.overlap.over).toHaveLength(3)
    const move = { id: '0-05', scope: { kind: 'all' as const }, change: { start: `${days[0]}T20:00` } }
    const after = preview(plan, { type: 'session/change', ...move }, MONDAY, context)
    if (!after.ok) throw new Error('refused')
    const flags = sessionFlags(weekMaterial(after.plan, MONDAY, context))
    expect(flags.overlap.over).toHaveLength(2)
    for (const [i, flag] of flags.overlap.over.entries()) expect(flag).toBe(before.overlap.over[i + 1])
    expect(week(plan, MONDAY, context).flags).toContain(before.overlap.over[0])
    expect(knownFlags(weekMaterial(plan, MONDAY, context))).toBe(
      knownFlags(weekMaterial(after.plan, MONDAY, context)),
    )
  })
})
