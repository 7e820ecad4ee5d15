import { describe, expect, it } from 'vitest'
import { newReminders } from '../../../shared/plan/reminding.ts'
import { nextDue, remindersDue } from '../../../shared/reminders/due.ts'
import type { EpochMinute } from '../../../shared/time/zone.ts'
import { aPlan, aSeries, aSession } from '../../support/builders.ts'

/** An ISO instant as whole minutes, by JavaScript's own reading. */
const at = (iso: string): EpochMinute => Date.parse(iso) / 60_000

const dueTimes = (plan: Parameters<typeof remindersDue>[0], from: string, to: string) =>
  remindersDue(plan, at(from), at(to)).map(({ key, due }) => [key, new Date(due * 60_000).toISOString()])

describe('due times', () => {
  it('a reminder is due its kind’s lead before the start, and is named by session, occurrence and lead', () => {
    const meeting = aSession({ id: 'call', kind: 'meeting', start: '2026-11-24T10:30' })
    const focus = aSession({ id: 'deep', kind: 'focus', start: '2026-11-24T10:30' })
    const admin = aSession({ id: 'mail', kind: 'admin', start: '2026-11-24T10:30' })
    const weekly = aSeries({ id: 'weekly', kind: 'meeting', start: '2026-11-17T10:30', rule: 'FREQ=WEEKLY' })
    const plan = aPlan({ sessions: [meeting, focus, admin, weekly] })
    expect(dueTimes(plan, '2026-11-24T00:00Z', '2026-11-25T00:00Z')).toEqual([
      ['call|10', '2026-11-24T09:20:00.000Z'],
      ['weekly@2026-11-24T10:30|10', '2026-11-24T09:20:00.000Z'],
      ['deep|0', '2026-11-24T09:30:00.000Z'],
    ])
  })

  it('the way there is added to the lead', () => {
    const onSite = aSession({ id: 'visit', kind: 'meeting', start: '2026-11-24T10:30', travelBefore: 45 })
    const plan = aPlan({ sessions: [onSite] })
    expect(dueTimes(plan, '2026-11-24T00:00Z', '2026-11-25T00:00Z')).toEqual([
      ['visit|55', '2026-11-24T08:35:00.000Z'],
    ])
  })

  it('the stretch asked for excludes its first minute and includes its last', () => {
    const plan = aPlan({ sessions: [aSession({ id: 's', start: '2026-11-24T10:00' })] })
    expect(dueTimes(plan, '2026-11-24T09:00Z', '2026-11-24T09:30Z')).toEqual([])
    expect(dueTimes(plan, '2026-11-24T08:30Z', '2026-11-24T09:00Z')).toHaveLength(1)
    expect(dueTimes(plan, '2026-11-24T09:00Z', '2026-11-24T09:00Z')).toEqual([])
  })

  it('no reminders while they are switched off', () => {
    const reminders = { ...newReminders, enabled: false }
    const plan = aPlan({ sessions: [aSession()], settings: { reminders } })
    expect(dueTimes(plan, '2026-11-23T00:00Z', '2026-11-24T00:00Z')).toEqual([])
  })

  it('the next due time is the soonest one within the horizon', () => {
    const plan = aPlan({ sessions: [aSession({ start: '2026-11-24T10:00' })] })
    expect(nextDue(plan, at('2026-11-24T08:00Z'), 60)).toBe(at('2026-11-24T09:00Z'))
    expect(nextDue(plan, at('2026-11-24T08:00Z'), 59)).toBeNull()
  })

  it('an occurrence moved into the day is reminded there and not at its old time, a deleted one not at all', () => {
    const series = aSeries({ id: 'w', kind: 'meeting', start: '2026-11-02T10:00', rule: 'FREQ=WEEKLY' })
    const changed = { '2026-11-23T10:00': { start: '2026-11-24T15:00' } }
    const recurrence = {
      rule: 'FREQ=WEEKLY',
      extra: [],
      except: ['2026-11-30T10:00'],
      changed,
    }
    const plan = aPlan({ sessions: [{ ...series, recurrence }] })
    expect(dueTimes(plan, '2026-11-22T00:00Z', '2026-12-06T00:00Z')).toEqual([
      ['w@2026-11-23T10:00|10', '2026-11-24T13:50:00.000Z'],
    ])
  })
})

describe('zones and nights on which the clocks change', () => {
  /** Wall clock, zone, and the instant that the world's time tables give for it, less ten minutes. */
  const table: readonly (readonly [string, string, string, string])[] = [
    ['summer in Berlin', '2026-07-01T10:00', 'Europe/Berlin', '2026-07-01T07:50:00.000Z'],
    ['winter in Berlin', '2026-12-01T10:00', 'Europe/Berlin', '2026-12-01T08:50:00.000Z'],
    [
      '02:30 is skipped in Berlin: 03:30 summer time',
      '2026-03-29T02:30',
      'Europe/Berlin',
      '2026-03-29T01:20:00.000Z',
    ],
    [
      '02:30 comes twice in Berlin: the first',
      '2026-10-25T02:30',
      'Europe/Berlin',
      '2026-10-25T00:20:00.000Z',
    ],
    [
      'New York an hour nearer to Berlin in March',
      '2026-03-10T10:00',
      'America/New_York',
      '2026-03-10T13:50:00.000Z',
    ],
    ['New York as usual in April', '2026-04-07T10:00', 'America/New_York', '2026-04-07T13:50:00.000Z'],
    ['half-hour zone', '2026-11-24T00:05', 'Asia/Kolkata', '2026-11-23T18:25:00.000Z'],
    ['half-hour daylight saving', '2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-03T15:35:00.000Z'],
    ['fourteen hours ahead', '2026-01-01T00:00', 'Pacific/Kiritimati', '2025-12-31T09:50:00.000Z'],
    ['twelve hours behind', '2025-12-31T23:59', 'Etc/GMT+12', '2026-01-01T11:49:00.000Z'],
    ['just after midnight', '2026-11-24T00:00', 'Europe/Berlin', '2026-11-23T22:50:00.000Z'],
  ]
  for (const [name, start, zone, due] of table) {
    it(`${name}: once, at ${due}`, () => {
      const plan = aPlan({ sessions: [aSession({ id: 's', kind: 'meeting', start, zone })] })
      expect(dueTimes(plan, '2025-12-01T00:00Z', '2027-01-01T00:00Z')).toEqual([['s|10', due]])
      expect(remindersDue(plan, at(due) - 1, at(due)).map(({ key }) => key)).toEqual(['s|10'])
    })

    it('the longest lead there is reaches into the day after tomorrow of the farthest zone', () => {
      const reminders = { ...newReminders, lead: { focus: 0, meeting: 1440, travel: 10, admin: null } }
      const start = { start: '2026-11-27T10:00', zone: 'Pacific/Kiritimati', travelBefore: 1440 }
      const plan = aPlan({
        sessions: [aSession({ id: 's', kind: 'meeting', ...start })],
        settings: { reminders },
      })
      expect(dueTimes(plan, '2026-11-24T19:59Z', '2026-11-24T20:00Z')).toEqual([
        ['s|2880', '2026-11-24T20:00:00.000Z'],
      ])
    })
  }

  it('a daily series is due once a day through both nights', () => {
    const daily = aSeries({ id: 'd', kind: 'focus', start: '2026-03-27T02:30', rule: 'FREQ=DAILY' })
    const plan = aPlan({ sessions: [daily] })
    expect(dueTimes(plan, '2026-03-27T12:00Z', '2026-03-31T12:00Z')).toEqual([
      ['d@2026-03-28T02:30|0', '2026-03-28T01:30:00.000Z'],
      ['d@2026-03-29T02:30|0', '2026-03-29T01:30:00.000Z'],
      ['d@2026-03-30T02:30|0', '2026-03-30T00:30:00.000Z'],
      ['d@2026-03-31T02:30|0', '2026-03-31T00:30:00.000Z'],
    ])
    expect(dueTimes(plan, '2026-10-24T12:00Z', '2026-10-27T12:00Z')).toEqual([
      ['d@2026-10-25T02:30|0', '2026-10-25T00:30:00.000Z'],
      ['d@2026-10-26T02:30|0', '2026-10-26T01:30:00.000Z'],
      ['d@2026-10-27T02:30|0', '2026-10-27T01:30:00.000Z'],
    ])
  })

  it('a change of the home zone moves no reminder', () => {
    const sessions = [
      aSession({ id: 's', kind: 'meeting', start: '2026-11-24T10:00', zone: 'Europe/Berlin' }),
    ]
    const home = aPlan({ sessions })
    const away = aPlan({ sessions, settings: { homeZone: 'America/New_York' } })
    const day = ['2026-11-24T00:00Z', '2026-11-25T00:00Z'] as const
    expect(dueTimes(away, ...day)).toEqual(dueTimes(home, ...day))
  })
})
