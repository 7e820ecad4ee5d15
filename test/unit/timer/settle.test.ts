import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { execute } from '../../../shared/commands/execute.ts'
import { Command } from '../../../shared/commands/registry.ts'
import { type Plan, Plan as PlanSchema } from '../../../shared/plan/plan.ts'
import type { Timer } from '../../../shared/plan/timer.ts'
import { elapsedMinutes } from '../../../shared/timer/entries.ts'
import type { Gap } from '../../../shared/timer/gap.ts'
import { secondOf } from '../../../shared/timer/instant.ts'
import { type AnsweredGap, answerGaps, type GapAnswer, stopTimer } from '../../../shared/timer/settle.ts'
import { aClient, anEngagement, aPlan } from '../../support/builders.ts'
import { times } from '../../support/effort.ts'
import { aTimer, at, ids } from './aTimer.ts'

const planWith = (timer: Timer | null, closedThrough: string | null = null): Plan => {
  const plan = aPlan({
    clients: [aClient(), aClient({ id: 'lumen', name: 'Lumen' })],
    engagements: [anEngagement(), anEngagement({ id: 'lumen-1', clientId: 'lumen' })],
  })
  return { ...plan, practice: { ...plan.practice, timer, closedThrough } }
}

const gap = (from: string, to: string): Gap => ({ from: at(from), to: at(to), why: 'asleep' })
const keep: GapAnswer = { do: 'keep' }
const drop: GapAnswer = { do: 'drop' }
const lumen: GapAnswer = { do: 'elsewhere', engagementId: 'lumen-1', note: 'Call' }
const own: GapAnswer = { do: 'elsewhere', engagementId: null, note: '' }

/** What a settled command leaves: entries as `start minutes engagement`, and the running timer's start. */
function after(timer: Timer, settled: ReturnType<typeof stopTimer>, closedThrough: string | null = null) {
  if (!settled.ok) return settled.code
  if (settled.command === null) return 'nothing'
  const result = execute(planWith(timer, closedThrough), Command.parse(settled.command))
  if (!result.ok) return result.refusal.code
  PlanSchema.parse(result.plan)
  const entries = Object.values(result.plan.years)
    .flatMap((year) => Object.values(year.entries))
    .map((entry) => {
      const when = entry.start ?? `${entry.day}${entry.lateFor === null ? '' : ` for ${entry.lateFor}`}`
      return `${when} ${entry.minutes} ${entry.engagementId ?? 'own'}`
    })
  return { entries, timer: result.plan.practice.timer?.startedAt ?? null }
}

const stop = (
  timer: Timer,
  now: string,
  answered: readonly AnsweredGap[] = [],
  closed: string | null = null,
) => after(timer, stopTimer(planWith(timer, closed), timer, answered, { now: at(now), newId: ids() }), closed)

describe('stopping the timer', () => {
  it.each<[string, string, string, string]>([
    ['to the minute', '2026-11-24T08:00:00Z', '09:30:00', '2026-11-24T09:00 90'],
    ['both ends as clocks show them', '2026-11-24T08:00:59Z', '09:30:01', '2026-11-24T09:00 90'],
    ['the end without its seconds', '2026-11-24T08:00:01Z', '09:29:59', '2026-11-24T09:00 89'],
    ['at least a minute', '2026-11-24T08:00:10Z', '08:00:40', '2026-11-24T09:00 1'],
    ['in the second of its start', '2026-11-24T08:00:10Z', '08:00:10', '2026-11-24T09:00 1'],
    ['a clock set back before the start', '2026-11-24T08:00:10Z', '07:00:00', '2026-11-24T09:00 1'],
    [
      'over midnight belongs to its first day',
      '2026-11-24T22:30:00Z',
      '2026-11-25T01:00:00Z',
      '2026-11-24T23:30 150',
    ],
    [
      'started after midnight at home, on the day before in UTC',
      '2026-11-24T23:30:00Z',
      '2026-11-25T00:30:00Z',
      '2026-11-25T00:30 60',
    ],
    [
      'over the night of the clocks put forward',
      '2026-03-28T23:30:00Z',
      '2026-03-29T03:30:00Z',
      '2026-03-29T00:30 240',
    ],
    [
      'over the night of the clocks put back',
      '2026-10-24T22:30:00Z',
      '2026-10-25T02:30:00Z',
      '2026-10-25T00:30 240',
    ],
    [
      'started in the hour shown twice, the first time',
      '2026-10-25T00:30:00Z',
      '2026-10-25T02:00:00Z',
      '2026-10-25T02:30 90',
    ],
    [
      'the second time has no wall clock of its own, and none is invented',
      '2026-10-25T01:30:00Z',
      '2026-10-25T02:00:00Z',
      '2026-10-25 30',
    ],
    ['over the turn of a year', '2026-12-31T22:30:00Z', '2027-01-01T00:00:00Z', '2026-12-31T23:30 90'],
    ['seven days', '2026-11-24T08:00:00Z', '2026-12-01T08:00:59Z', '2026-11-24T09:00 10080'],
  ])('%s', (_, startedAt, now, entry) => {
    expect(stop(aTimer({ startedAt }), now)).toEqual({ entries: [`${entry} northwind-cto`], timer: null })
  })

  it('more than seven days in one go are refused, since no entry is as long', () => {
    expect(stop(aTimer(), '2026-12-01T08:01:00Z')).toBe('timer-too-long')
  })

  it('and are not, where a gap that is dropped lies between', () => {
    const weekend = gap('2026-11-25T08:00:00Z', '2026-12-03T08:00:00Z')
    expect(stop(aTimer(), '2026-12-03T09:00:00Z', [{ gap: weekend, answer: drop }])).toEqual({
      entries: ['2026-11-24T09:00 1440 northwind-cto', '2026-12-03T09:00 60 northwind-cto'],
      timer: null,
    })
  })

  it('a timer that began in a closed period is posted to the first open day', () => {
    expect(stop(aTimer(), '09:00', [], '2026-11-24')).toEqual({
      entries: ['2026-11-25 for 2026-11-24 60 northwind-cto'],
      timer: null,
    })
  })

  it.each<[string, readonly [Gap, GapAnswer][], readonly string[]]>([
    ['a gap that is kept is worked', [[gap('09:00', '09:40'), keep]], ['2026-11-24T09:00 120 northwind-cto']],
    [
      'a gap that is dropped is in no entry',
      [[gap('09:00:30', '09:40:30'), drop]],
      ['2026-11-24T09:00 60 northwind-cto', '2026-11-24T10:40 20 northwind-cto'],
    ],
    [
      'a gap for another engagement is its entry',
      [[gap('09:00', '09:40'), lumen]],
      [
        '2026-11-24T09:00 60 northwind-cto',
        '2026-11-24T10:00 40 lumen-1',
        '2026-11-24T10:40 20 northwind-cto',
      ],
    ],
    [
      'or one of own business',
      [[gap('08:00', '09:40'), own]],
      ['2026-11-24T09:00 100 own', '2026-11-24T10:40 20 northwind-cto'],
    ],
    [
      'several gaps, each as it was answered, in any order',
      [
        [gap('09:00', '09:20'), lumen],
        [gap('08:10', '08:30'), drop],
      ],
      [
        '2026-11-24T09:00 10 northwind-cto',
        '2026-11-24T09:30 30 northwind-cto',
        '2026-11-24T10:00 20 lumen-1',
        '2026-11-24T10:20 40 northwind-cto',
      ],
    ],
    [
      'a gap that began before the timer counts from its start',
      [[gap('07:00', '08:30'), drop]],
      ['2026-11-24T09:30 90 northwind-cto'],
    ],
    [
      'a gap that reaches beyond the end counts up to it',
      [[gap('09:30', '11:00'), drop]],
      ['2026-11-24T09:00 90 northwind-cto'],
    ],
    ['where all of it is dropped nothing is written', [[gap('08:00', '10:00'), drop]], []],
  ])('%s', (_, answers, entries) => {
    const answered = answers.map(([one, answer]) => ({ gap: one, answer }))
    expect(stop(aTimer(), '10:00', answered)).toEqual({ entries, timer: null })
  })
})

describe('answering for a gap of a timer that goes on', () => {
  const answer = (timer: Timer, answered: readonly AnsweredGap[]) =>
    after(timer, answerGaps(planWith(timer), timer, answered, { now: at('12:00'), newId: ids() }))

  it('keeping it notes up to when it was work, once', () => {
    const kept = [{ gap: gap('09:00', '09:40'), answer: keep }]
    const context = { now: at('12:00'), newId: ids() }
    expect(answerGaps(planWith(aTimer()), aTimer(), kept, context)).toEqual({
      ok: true,
      command: {
        type: 'timer/change',
        entryId: 'timer-1',
        change: { keptThrough: '2026-11-24T09:40:00Z' },
      },
    })
    expect(answer(aTimer({ keptThrough: '2026-11-24T09:40:00Z' }), kept)).toBe('nothing')
  })

  it('dropping it logs what lies before and starts the timer anew at its end, to the second', () => {
    expect(answer(aTimer(), [{ gap: gap('09:00:07', '09:40:31'), answer: drop }])).toEqual({
      entries: ['2026-11-24T09:00 60 northwind-cto'],
      timer: '2026-11-24T09:40:31Z',
    })
  })

  it('giving it to another engagement logs that, too', () => {
    expect(answer(aTimer(), [{ gap: gap('09:00:07', '09:40:31'), answer: lumen }])).toEqual({
      entries: ['2026-11-24T09:00 60 northwind-cto', '2026-11-24T10:00 40 lumen-1'],
      timer: '2026-11-24T09:40:31Z',
    })
  })

  it('a gap since the start leaves no entry of its own work', () => {
    expect(answer(aTimer(), [{ gap: gap('08:00', '09:40'), answer: drop }])).toEqual({
      entries: [],
      timer: '2026-11-24T09:40:00Z',
    })
  })

  it('is one step: undone, the timer runs as before', () => {
    const timer = aTimer()
    const settled = answerGaps(planWith(timer), timer, [{ gap: gap('09:00', '09:40'), answer: lumen }], {
      now: at('12:00'),
      newId: ids(),
    })
    if (!settled.ok || settled.command === null) throw new Error('nothing to do')
    const result = execute(planWith(timer), settled.command)
    expect(result.ok && [result.undoable, result.subject]).toEqual([true, 'Platform roadmap'])
  })
})

describe('the sums', () => {
  it('whatever the gaps and answers, entries and dropped time add up to the elapsed minutes, and meet without overlap', () => {
    const anAnswer = fc.constantFrom<GapAnswer>(keep, drop, lumen, own)
    const aGap = fc.record({
      pause: fc.integer({ min: 0, max: 9000 }),
      length: fc.integer({ min: 1, max: 9000 }),
      answer: anAnswer,
    })
    const start = at('2026-10-24T20:00:00Z')
    const property = fc.property(
      fc.integer({ min: 0, max: 59 }),
      fc.array(aGap, { maxLength: 6 }),
      fc.integer({ min: 60, max: 9000 }),
      (second, given, rest) => {
        let now = start + second
        const answered = given.map(({ pause, length, answer }) => {
          const from = now + pause
          now = from + length
          return { gap: { from, to: now, why: 'idle' as const }, answer }
        })
        now += rest
        const timer = aTimer({
          startedAt: new Date((start + second) * 1000).toISOString().replace('.000', ''),
        })
        const settled = stopTimer(planWith(timer), timer, answered, { now, newId: ids() })
        if (!settled.ok || settled.command?.type !== 'timer/stop') throw new Error('not stopped')
        const logged = settled.command.entries.reduce((sum, { minutes }) => sum + minutes, 0)
        const dropped = answered
          .filter(({ answer }) => answer.do === 'drop')
          .reduce((sum, { gap: { from, to } }) => sum + Math.floor(to / 60) - Math.floor(from / 60), 0)
        expect(logged + dropped).toBe(elapsedMinutes(timer, now))
        expect(secondOf(timer.startedAt)).toBe(start + second)
      },
    )
    fc.assert(property, { numRuns: times(200, 5000) })
  })
})
