import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyYear, type Plan } from '../../../shared/plan/plan.ts'
import type { Session } from '../../../shared/plan/session.ts'
import { decide, LOOK_BACK } from '../../../shared/reminders/decide.ts'
import { emptyLedger, Ledger, nextAsked, quiet, snooze } from '../../../shared/reminders/ledger.ts'
import { wallOf } from '../../../shared/time/wallClock.ts'
import { aPlan, aSession } from '../../support/builders.ts'

const at = (iso: string) => Date.parse(iso) / 60_000

/** Meetings on 24 November 2026 in UTC, 30 minutes long, reminded ten minutes before. */
const meetings = (...starts: readonly string[]): Plan =>
  aPlan({
    sessions: starts.map((time) =>
      aSession({ id: `m${time}`, kind: 'meeting', start: `2026-11-24T${time}`, minutes: 30, zone: 'UTC' }),
    ),
  })

/** What was shown and digested at each look, by the time of the session. */
function looks(plan: Plan, times: readonly string[], ledger: Ledger = emptyLedger) {
  let kept = ledger
  return times.map((time) => {
    const decision = decide(plan, kept, at(time.includes('T') ? time : `2026-11-24T${time}Z`))
    kept = Ledger.parse(JSON.parse(JSON.stringify(decision.ledger)))
    const names = (list: readonly { readonly occurrence: { readonly id: string } }[]) =>
      list.map(({ occurrence }) => occurrence.id.slice(1)).join(' ')
    return [time, names(decision.show), decision.digest === null ? '' : names(decision.digest)]
  })
}

describe('what a look at the clock shows', () => {
  const table: readonly {
    readonly rule: string
    readonly sessions: readonly string[]
    /** Time of the look, sessions shown, sessions in the digest. */
    readonly looks: readonly (readonly [string, string, string])[]
  }[] = [
    {
      rule: 'a reminder comes at its time and never again',
      sessions: ['10:00'],
      looks: [
        ['09:49', '', ''],
        ['09:50', '10:00', ''],
        ['09:50', '', ''],
        ['10:00', '', ''],
        ['11:00', '', ''],
      ],
    },
    {
      rule: 'sleep over several that are to come or go on: all at once; those over: one digest',
      sessions: ['10:00', '10:30', '11:10', '11:20', '12:00'],
      looks: [
        ['09:00', '', ''],
        ['11:15', '11:10 11:20', '10:00 10:30'],
        ['11:15', '', ''],
        ['11:50', '12:00', ''],
      ],
    },
    {
      rule: 'resume that is announced twice shows once',
      sessions: ['10:00'],
      looks: [
        ['09:00', '', ''],
        ['10:05', '10:00', ''],
        ['10:05', '', ''],
      ],
    },
    {
      rule: 'a session that ended just now is over',
      sessions: ['10:00'],
      looks: [
        ['09:00', '', ''],
        ['10:30', '', '10:00'],
        ['10:31', '', ''],
      ],
    },
    {
      rule: 'a first start brings up what goes on, and nothing that is over',
      sessions: ['08:00', '09:30', '10:00'],
      looks: [['09:55', '09:30 10:00', '']],
    },
    {
      rule: 'the clock set back an hour repeats nothing',
      sessions: ['10:00', '10:30'],
      looks: [
        ['09:00', '', ''],
        ['09:50', '10:00', ''],
        ['08:50', '', ''],
        ['09:50', '', ''],
        ['10:20', '10:30', ''],
      ],
    },
    {
      rule: 'a clock that ran two hours ahead loses nothing: what it took for over is reminded when it is due',
      sessions: ['10:00', '11:00'],
      looks: [
        ['09:00', '', ''],
        ['11:35', '', '10:00 11:00'],
        ['09:35', '', ''],
        ['09:50', '10:00', ''],
        ['10:50', '11:00', ''],
      ],
    },
    {
      rule: 'midnight is a minute like any other',
      sessions: ['00:05', '23:55'],
      looks: [
        ['2026-11-23T23:54Z', '', ''],
        ['2026-11-23T23:55Z', '00:05', ''],
        ['00:00', '', ''],
        ['23:44', '', ''],
        ['23:45', '23:55', ''],
        ['2026-11-25T00:01Z', '', ''],
      ],
    },
    {
      rule: 'after more than three days away, what is older is left alone',
      sessions: ['10:00', '16:00'],
      looks: [
        ['09:00', '', ''],
        ['2026-11-27T12:00Z', '', '16:00'],
      ],
    },
    {
      rule: 'a clock that was a year ahead is forgotten',
      sessions: ['10:00'],
      looks: [
        ['09:00', '', ''],
        ['2027-11-24T09:00Z', '', ''],
        ['09:50', '10:00', ''],
        ['09:51', '', ''],
      ],
    },
    {
      rule: 'a clock that is found to have run ahead brings up what goes on, and nothing that is over',
      sessions: ['09:00', '10:00'],
      looks: [
        ['08:00', '', ''],
        ['11:35', '', '09:00 10:00'],
        ['09:55', '10:00', ''],
        ['09:56', '', ''],
      ],
    },
    {
      rule: 'a clock adjusted by a minute changes nothing',
      sessions: ['10:00'],
      looks: [
        ['09:50', '10:00', ''],
        ['09:49', '', ''],
        ['09:50', '', ''],
      ],
    },
  ]
  for (const { rule, sessions, looks: expected } of table)
    it(rule, () => {
      expect(
        looks(
          meetings(...sessions),
          expected.map(([time]) => time),
        ),
      ).toEqual(expected)
    })

  it('a clock corrected by a year reminds of all that is due from then on', () => {
    const plan = aPlan({
      sessions: ['2026-11-24T10:00', '2027-11-24T10:00'].map((start, i) =>
        aSession({ id: `m${i}`, kind: 'meeting', start, minutes: 30, zone: 'UTC' }),
      ),
    })
    const times = ['2027-11-24T09:49Z', '2027-11-24T09:50Z', '2026-11-24T09:49Z', '2026-11-24T09:50Z']
    expect(looks(plan, times).map(([, shown]) => shown)).toEqual(['', '1', '', '0'])
    expect(looks(plan, [...times, '2027-11-24T09:49Z', '2027-11-24T09:50Z']).map(([, s]) => s)).toEqual([
      '',
      '1',
      '',
      '0',
      '',
      '1',
    ])
  })

  it('a session moved later after its reminder is reminded again at its new time, moved earlier not', () => {
    const before = meetings('10:00')
    const move = (start: string): Plan => {
      const session = { ...(before.years['2026']?.sessions['m10:00'] as Session), start }
      return {
        ...before,
        years: { '2026': { ...emptyYear, sessions: { [session.id]: session } } },
      }
    }
    const shown = decide(
      before,
      { ...emptyLedger, checkedTo: at('2026-11-24T09:00Z') },
      at('2026-11-24T09:50Z'),
    )
    const later = decide(move('2026-11-24T14:00'), shown.ledger, at('2026-11-24T13:50Z'))
    const earlier = decide(move('2026-11-24T09:55'), shown.ledger, at('2026-11-24T09:51Z'))
    expect([shown.show.length, later.show.length, earlier.show.length]).toEqual([1, 1, 0])
  })

  it('a session made after its due time brings no reminder', () => {
    const empty = meetings()
    const looked = decide(empty, emptyLedger, at('2026-11-24T09:55Z')).ledger
    expect(decide(meetings('10:00'), looked, at('2026-11-24T09:56Z')).show).toEqual([])
  })

  it('a clock adjusted by a minute brings up no session that was made after its due time', () => {
    const looked = decide(meetings(), emptyLedger, at('2026-11-24T09:55Z')).ledger
    expect(decide(meetings('10:00'), looked, at('2026-11-24T09:54Z')).show).toEqual([])
  })

  it('the ledger stays small', () => {
    const daily = Array.from({ length: 200 }, (_, i) =>
      aSession({
        id: `d${i}`,
        kind: 'focus',
        start: wallOf(at('2026-01-01T09:00Z') + i * 1440),
        zone: 'UTC',
      }),
    )
    const plan = aPlan({ sessions: daily })
    let ledger: Ledger = { ...emptyLedger, checkedTo: at('2026-01-01T00:00Z') }
    let shown = 0
    for (let i = 0; i < 200; i += 1) {
      const decision = decide(plan, ledger, at('2026-01-01T09:00Z') + i * 1440)
      ledger = decision.ledger
      shown += decision.show.length
    }
    // Of fourteen days the session and the day's end, of two weeks their planning.
    expect([shown, Object.keys(ledger.handled).length]).toEqual([200, 30])
  })
})

describe('a reminder asked for once more', () => {
  const shownAt = (plan: Plan, ledger: Ledger, times: readonly string[]) => {
    let kept = ledger
    return times.map((time) => {
      const decision = decide(plan, kept, at(`2026-11-24T${time}Z`))
      kept = Ledger.parse(JSON.parse(JSON.stringify(decision.ledger)))
      return decision.show.map(({ key }) => key).join(' ')
    })
  }
  const shown = decide(meetings('10:00'), emptyLedger, at('2026-11-24T09:50Z')).ledger

  it('comes once at the time asked for', () => {
    const ledger = snooze(shown, ['m10:00|10'], at('2026-11-24T09:55Z'))
    expect(nextAsked(ledger, at('2026-11-24T09:51Z'))).toBe(at('2026-11-24T09:55Z'))
    expect(shownAt(meetings('10:00'), ledger, ['09:54', '09:55', '09:56'])).toEqual(['', 'm10:00|10', ''])
  })

  it('comes with what is due at that time, each once', () => {
    const plan = meetings('10:00', '10:05')
    const ledger = snooze(shown, ['m10:00|10'], at('2026-11-24T09:55Z'))
    expect(shownAt(plan, ledger, ['09:55', '09:56'])).toEqual(['m10:00|10 m10:05|10', ''])
  })

  it('comes once when its session was moved so that it is due at the same time', () => {
    const ledger = snooze(shown, ['m10:00|10'], at('2026-11-24T09:55Z'))
    const sessions = [aSession({ id: 'm10:00', kind: 'meeting', start: '2026-11-24T10:05', zone: 'UTC' })]
    expect(shownAt(aPlan({ sessions }), ledger, ['09:55', '09:56'])).toEqual(['m10:00|10', ''])
  })

  it('does not come when its session is over, was deleted or was moved away', () => {
    const ledger = snooze(shown, ['m10:00|10'], at('2026-11-24T09:55Z'))
    expect(shownAt(meetings('10:00'), ledger, ['10:30'])).toEqual([''])
    expect(shownAt(meetings(), ledger, ['09:55'])).toEqual([''])
    expect(shownAt(meetings('16:00'), ledger, ['09:55'])).toEqual([''])
  })
})

describe('a pause', () => {
  it('shows nothing, then what is still of use and what has passed, as after sleep', () => {
    const before = decide(meetings(), emptyLedger, at('2026-11-24T09:00Z')).ledger
    const paused = quiet(before, at('2026-11-24T11:00Z'))
    const plan = meetings('09:30', '10:50', '12:00')
    expect(nextAsked(paused, at('2026-11-24T09:00Z'))).toBe(at('2026-11-24T11:00Z'))
    expect(looks(plan, ['09:20', '10:40', '10:59', '11:00', '11:50'], paused)).toEqual([
      ['09:20', '', ''],
      ['10:40', '', ''],
      ['10:59', '', ''],
      ['11:00', '10:50', '09:30'],
      ['11:50', '12:00', ''],
    ])
  })

  it('ends when it is resumed', () => {
    const paused = quiet({ ...emptyLedger, checkedTo: at('2026-11-24T09:00Z') }, at('2026-11-24T23:00Z'))
    expect(looks(meetings('10:00'), ['09:50', '09:51'], quiet(paused, null))).toEqual([
      ['09:50', '10:00', ''],
      ['09:51', '', ''],
    ])
  })

  it('of more than two days comes from a wrong clock and is none', () => {
    const paused = quiet({ ...emptyLedger, checkedTo: at('2026-11-24T09:00Z') }, at('2027-11-24T23:00Z'))
    expect(looks(meetings('10:00'), ['09:50'], paused)).toEqual([['09:50', '10:00', '']])
  })
})

describe('for any sessions and any pattern of sleep', () => {
  it('no reminder is shown twice, however the clock is set within a day', () => {
    const START = at('2026-10-25T00:00Z')
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1439 }), { minLength: 1, maxLength: 15 }),
        fc.array(fc.integer({ min: 0, max: 1439 }), { minLength: 1, maxLength: 60 }),
        (starts, moments) => {
          const plan = aPlan({
            sessions: starts.map((start, i) =>
              aSession({ id: `s${i}`, kind: 'meeting', start: wallOf(START + start), zone: 'UTC' }),
            ),
          })
          let ledger = emptyLedger
          const shown = moments.flatMap((moment) => {
            const decision = decide(plan, ledger, START + moment)
            ledger = decision.ledger
            return decision.show.map(({ key }) => key)
          })
          expect(shown).toEqual([...new Set(shown)])
        },
      ),
      { numRuns: 300 },
    )
  })

  it('each reminder comes exactly once, at the first look after its due time, shown if its session is not over', () => {
    const START = at('2026-03-27T00:00Z')
    const session = fc.record({
      start: fc.integer({ min: 0, max: 6 * 1440 }),
      minutes: fc.integer({ min: 1, max: 600 }),
    })
    const gap = fc.oneof(
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: 900 }),
      fc.integer({ min: 0, max: LOOK_BACK }),
    )
    fc.assert(
      fc.property(
        fc.array(session, { maxLength: 20 }),
        fc.array(gap, { minLength: 1, maxLength: 40 }),
        (given, gaps) => {
          const plan = aPlan({
            sessions: given.map(({ start, minutes }, i) =>
              aSession({ id: `s${i}`, kind: 'meeting', start: wallOf(START + start), minutes, zone: 'UTC' }),
            ),
          })
          const moments = [START]
          for (const length of gaps) moments.push((moments.at(-1) ?? START) + length)
          let ledger: Ledger = { ...emptyLedger, checkedTo: START }
          const seen: string[] = []
          for (const now of moments) {
            const decision = decide(plan, ledger, now)
            ledger = decision.ledger
            for (const { occurrence } of decision.show) seen.push(`${occurrence.id} shown ${now}`)
            for (const { occurrence } of decision.digest ?? []) seen.push(`${occurrence.id} passed ${now}`)
          }
          const expected = given.flatMap(({ start, minutes }, i) => {
            const due = START + start - 10
            const look = moments.find((now) => due <= now)
            if (due <= START || look === undefined) return []
            return [`s${i} ${look < START + start + minutes ? 'shown' : 'passed'} ${look}`]
          })
          expect(seen.sort()).toEqual(expected.sort())
        },
      ),
      { numRuns: 300 },
    )
  })
})
