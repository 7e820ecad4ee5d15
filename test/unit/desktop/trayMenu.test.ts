import { describe, expect, it } from 'vitest'
import {
  type DayLoad,
  type Present,
  pauseEnd,
  presentOf,
  type ReminderState,
  stateOf,
  trayModel,
} from '../../../electron/tray/trayMenu.ts'
import { acceptCommand } from '../../../shared/capacity/flags/flag.ts'
import type { OpenFlags } from '../../../shared/capacity/flags/openFlags.ts'
import { noHolidays } from '../../../shared/capacity/holidays.ts'
import { week } from '../../../shared/capacity/week.ts'
import { execute } from '../../../shared/commands/execute.ts'
import { newReminders } from '../../../shared/plan/reminding.ts'
import type { Session } from '../../../shared/plan/session.ts'
import { formatIn } from '../../../shared/words/format.ts'
import { wordsIn } from '../../../shared/words/words.ts'
import { aClient, anAgreement, anEngagement, aPlan, aSession } from '../../support/builders.ts'

const english = { words: wordsIn('en'), format: formatIn('en', 'en-GB') }
const german = { words: wordsIn('de'), format: formatIn('de', 'de-DE') }

const at = (iso: string) => Date.parse(iso) / 60_000
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

const day = (capacity: number, load: number, reserve = 0): DayLoad => ({
  capacity,
  load,
  headroom: capacity - reserve - load,
})

const NO_FLAGS = { over: 0, watch: 0 }
const present = (load: DayLoad, flags = NO_FLAGS): Present => ({ load, flags })

const session = (id: string, start: string, given: Partial<Session> = {}) =>
  aSession({ id, title: `Session ${id}`, start, minutes: 60, ...given })

const planOf = (...sessions: readonly Session[]) =>
  aPlan({ clients: [aClient()], engagements: [anEngagement()], sessions })

const CALM: ReminderState = { standing: 0, pausedUntil: null }

/** The lines of the menu at 09:00 in Berlin on Tuesday 24 November 2026. */
const linesOf = (plan: ReturnType<typeof planOf>, load = day(480, 390), speech = english, reminders = CALM) =>
  trayModel(plan, present(load), reminders, at('2026-11-24T08:00Z'), speech).lines.map((line) =>
    line.kind === 'separator' ? '—' : plain(line.text),
  )

describe('days that must be thought of', () => {
  it('stand below the sessions, the nearest first, each leading to where it is dealt with', () => {
    const plan = aPlan({
      clients: [aClient({ nextContact: '2026-11-20' })],
      agreements: ['2026-11-27', '2026-11-30', '2026-12-04'].map((end, i) =>
        anAgreement({ id: `a${i}`, title: `Contract ${i + 1}`, end }),
      ),
    })
    expect(linesOf(plan).slice(3, 8)).toEqual([
      '—',
      'Get in touch with Northwind · since 20 Nov 2026',
      'Contract 1 ends on 27 Nov 2026 · Northwind · in 3 days',
      'Contract 2 ends on 30 Nov 2026 · Northwind · in 6 days',
      'and 1 more',
    ])
    const { lines } = trayModel(plan, null, CALM, at('2026-11-24T08:00Z'), english)
    expect(lines.flatMap((line) => (line.kind === 'action' ? [line.action] : [])).slice(0, 2)).toEqual([
      { do: 'matter', place: { to: 'action', id: 'go.pipeline' } },
      { do: 'matter', place: { to: 'client', clientId: 'northwind' } },
    ])
  })
})

describe('today’s load', () => {
  const table: readonly (readonly [string, DayLoad, string, string, string])[] = [
    [
      'room',
      day(480, 390),
      'room',
      'Today 6 h 30 of 8 h · 1 h 30 free',
      'Heute 6 h 30 von 8 h · 1 h 30 frei',
    ],
    [
      'little room',
      day(480, 466),
      'full',
      'Today 7 h 46 of 8 h · 14 min free',
      'Heute 7 h 46 von 8 h · 14 min frei',
    ],
    [
      'just enough',
      day(480, 465),
      'room',
      'Today 7 h 45 of 8 h · 15 min free',
      'Heute 7 h 45 von 8 h · 15 min frei',
    ],
    ['full', day(480, 480), 'full', 'Today 8 h of 8 h · full', 'Heute 8 h von 8 h · voll'],
    [
      'over',
      day(480, 585),
      'over',
      'Today 9 h 45 of 8 h · 1 h 45 over',
      'Heute 9 h 45 von 8 h · 1 h 45 zu viel',
    ],
    [
      'into the reserve',
      day(480, 450, 60),
      'over',
      'Today 7 h 30 of 8 h · 30 min over',
      'Heute 7 h 30 von 8 h · 30 min zu viel',
    ],
    ['nothing planned', day(480, 0), 'room', 'Today 0 h of 8 h · 8 h free', 'Heute 0 h von 8 h · 8 h frei'],
    ['a day off', day(0, 0), 'room', 'Today is a day off', 'Heute ist frei'],
    [
      'work on a day off',
      day(0, 90),
      'over',
      'Today is a day off · 1 h 30 planned',
      'Heute ist frei · 1 h 30 geplant',
    ],
  ]
  for (const [name, load, state, inEnglish, inGerman] of table)
    it(`${name}: ${inEnglish}`, () => {
      const model = trayModel(planOf(), present(load), CALM, at('2026-11-24T08:00Z'), english)
      expect([stateOf(load), model.state, plain(model.tooltip)]).toEqual([
        state,
        state,
        `Headroom\n${inEnglish}`,
      ])
      expect([linesOf(planOf(), load)[0], linesOf(planOf(), load, german)[0]]).toEqual([inEnglish, inGerman])
    })

  it('comes from the capacity of the day in the home zone', () => {
    const plan = planOf(session('a', '2026-11-24T09:00', { minutes: 390 }), session('b', '2026-11-25T09:00'))
    expect(presentOf(plan, at('2026-11-24T08:00Z'), noHolidays).load).toMatchObject(day(480, 390))
    expect(presentOf(plan, at('2026-11-24T23:30Z'), noHolidays).load).toMatchObject(day(480, 60))
    expect(presentOf(plan, at('2026-11-24T08:00Z'), () => 'A holiday').load).toMatchObject(day(0, 390))
  })

  it('is found in the week whatever its first day', () => {
    for (const firstWeekday of [1, 2, 3, 4, 5, 6, 7]) {
      const plan = aPlan({ sessions: [session('a', '2026-11-24T09:00')], settings: { firstWeekday } })
      expect(presentOf(plan, at('2026-11-24T08:00Z'), noHolidays).load).toMatchObject(day(480, 60))
    }
  })
})

describe('the menu', () => {
  it('shows today, the next three sessions with their client and time left, and what can be done', () => {
    const plan = planOf(
      session('running', '2026-11-24T08:30'),
      session('next', '2026-11-24T09:20'),
      session('own', '2026-11-24T16:00', { engagementId: null }),
      session('fourth', '2026-11-24T17:00'),
      session('over', '2026-11-24T07:00'),
    )
    expect(linesOf(plan)).toEqual([
      'Today 6 h 30 of 8 h · 1 h 30 free',
      '—',
      '08:30 Session running · Northwind · now, until 09:30',
      '09:20 Session next · Northwind · in 20 min',
      '16:00 Session own · Own business · in 7 h',
      '—',
      'Start timer',
      '—',
      'Open Headroom',
      'Quick add…',
      '—',
      'Pause reminders',
      '—',
      'Quit Headroom',
    ])
  })

  it('names the day of sessions that are not today, in the home zone and language', () => {
    const plan = planOf(
      session('abroad', '2026-11-24T19:00', { zone: 'America/New_York' }),
      session('later', '2026-12-01T10:00'),
    )
    expect(linesOf(plan).slice(2, 4)).toEqual([
      'Tomorrow 01:00 Session abroad · Northwind',
      'Tue 1 Dec 10:00 Session later · Northwind',
    ])
    expect(linesOf(plan, day(480, 0), german).slice(2, 4)).toEqual([
      'Morgen 01:00 Session abroad · Northwind',
      'Di 1. Dez. 10:00 Session later · Northwind',
    ])
  })

  it('tells the time left across midnight when it is short', () => {
    const plan = planOf(session('night', '2026-11-25T00:10'))
    const { lines } = trayModel(plan, present(day(480, 0)), CALM, at('2026-11-24T22:50Z'), english)
    expect(lines.map((line) => (line.kind === 'session' ? plain(line.text) : ''))[2]).toBe(
      'Tomorrow 00:10 Session night · Northwind · in 20 min',
    )
  })

  it('says so when nothing is planned in the next two weeks', () => {
    expect(linesOf(planOf(session('far', '2026-12-09T10:00')))[2]).toBe('No session in the next two weeks')
  })

  it('goes without the load where it could not be computed', () => {
    const model = trayModel(planOf(), null, CALM, at('2026-11-24T08:00Z'), english)
    expect([model.state, model.tooltip, model.lines[0]]).toEqual([
      'room',
      'Headroom',
      { kind: 'fact', text: 'No session in the next two weeks' },
    ])
  })

  it('a session’s line knows its occurrence and day', () => {
    const plan = planOf(session('next', '2026-11-25T09:20'))
    const line = trayModel(plan, present(day(480, 0)), CALM, at('2026-11-24T08:00Z'), english).lines[2]
    expect(line).toMatchObject({ kind: 'session', day: '2026-11-25', occurrence: 'next' })
  })
})

describe('the open flags of this week', () => {
  const table: readonly (readonly [OpenFlags, string, string])[] = [
    [{ over: 1, watch: 0 }, '1 flag this week, it must be solved', '1 Hinweis diese Woche, 1 zu lösen'],
    [{ over: 0, watch: 1 }, '1 flag this week', '1 Hinweis diese Woche'],
    [{ over: 2, watch: 3 }, '5 flags this week, 2 must be solved', '5 Hinweise diese Woche, 2 zu lösen'],
    [{ over: 2, watch: 0 }, '2 flags this week, all must be solved', '2 Hinweise diese Woche, alle zu lösen'],
  ]
  it.each(table)(
    '%o stand below the load and in the tooltip, and lead to them',
    (flags, inEnglish, inGerman) => {
      const [first, second] = [english, german].map((speech) =>
        trayModel(planOf(), present(day(480, 390), flags), CALM, at('2026-11-24T08:00Z'), speech),
      )
      expect([first?.lines[1], second?.lines[1]]).toEqual([
        { kind: 'action', action: { do: 'attention' }, text: inEnglish },
        { kind: 'action', action: { do: 'attention' }, text: inGerman },
      ])
      expect(plain(first?.tooltip ?? '')).toBe(`Headroom\nToday 6 h 30 of 8 h · 1 h 30 free\n${inEnglish}`)
    },
  )

  it('are those of the week that holds today, without the accepted ones', () => {
    const clashing = (start: string) => [session(`${start} a`, start), session(`${start} b`, start)]
    const plan = planOf(...clashing('2026-11-26T10:00'), ...clashing('2026-12-02T10:00'))
    const now = at('2026-11-24T08:00Z')
    const { flags } = presentOf(plan, now, noHolidays)
    const [flag] = week(plan, '2026-11-23', { holidays: noHolidays, now }).flags
    if (flag === undefined) throw new Error('no flag')
    const accepted = execute(plan, acceptCommand(flag, ''))
    if (!accepted.ok) throw new Error('refused')
    expect([flags, presentOf(accepted.plan, now, noHolidays).flags]).toEqual([
      { over: 1, watch: 0 },
      { over: 0, watch: 0 },
    ])
  })

  it('are computed once for a plan within a quarter of an hour', () => {
    const plan = planOf(session('a', '2026-11-24T09:00'))
    const days = [1, 7, 14].map(
      (minute) => presentOf(plan, at('2026-11-24T08:00Z') + minute, noHolidays).load,
    )
    expect(days.every((load) => load === days[0])).toBe(true)
  })
})

describe('reminders in the menu', () => {
  const now = at('2026-11-24T08:00Z')
  const reminderLines = (reminders: ReminderState, plan = planOf()) =>
    trayModel(plan, present(day(480, 0)), reminders, now, english)
      .lines.slice(8)
      .map((line) => {
        if (line.kind === 'separator') return '—'
        if (line.kind !== 'choices') return plain(line.text)
        return [
          plain(line.text),
          ...line.lines.map((choice) => (choice.kind === 'action' ? choice.action : null)),
        ]
      })
  const pause = ['Pause reminders', { do: 'pause', until: 'hour' }, { do: 'pause', until: 'tomorrow' }]

  it('those that wait for an answer can be asked for once more', () => {
    const again = ['Remind me again', ...[5, 10, 15].map((minutes) => ({ do: 'snooze', minutes }))]
    expect(reminderLines({ standing: 2, pausedUntil: null })).toEqual([
      '—',
      again,
      pause,
      '—',
      'Quit Headroom',
    ])
    expect(reminderLines(CALM)).toEqual(['—', pause, '—', 'Quit Headroom'])
  })

  it('a pause says until when, and can be ended', () => {
    const paused = (pausedUntil: number) => reminderLines({ standing: 0, pausedUntil }).slice(1, 3)
    expect(paused(now + 60)).toEqual(['Reminders are paused until 10:00', 'Resume reminders'])
    expect(paused(at('2026-11-24T23:00Z'))).toEqual([
      'Reminders are paused until tomorrow',
      'Resume reminders',
    ])
  })

  it('nothing of it while reminders are switched off', () => {
    const reminders = { ...newReminders, enabled: false }
    const plan = aPlan({ settings: { reminders } })
    expect(reminderLines({ standing: 1, pausedUntil: null }, plan)).toEqual(['—', 'Quit Headroom'])
  })

  it('a pause until tomorrow ends with the day of the home zone, however long it is', () => {
    const ends = (iso: string) => new Date(pauseEnd(planOf(), at(iso), 'tomorrow') * 60_000).toISOString()
    expect([ends('2026-11-24T08:00Z'), ends('2026-03-29T00:30Z'), ends('2026-10-24T22:30Z')]).toEqual([
      '2026-11-24T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
    ])
    expect(pauseEnd(planOf(), now, 'hour')).toBe(now + 60)
  })
})
