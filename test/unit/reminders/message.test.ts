import { describe, expect, it } from 'vitest'
import type { Session } from '../../../shared/plan/session.ts'
import { decide } from '../../../shared/reminders/decide.ts'
import { oneLine, type Speech } from '../../../shared/reminders/describe.ts'
import { emptyLedger, type Ledger } from '../../../shared/reminders/ledger.ts'
import { messageOf } from '../../../shared/reminders/message.ts'
import { upcoming } from '../../../shared/reminders/upcoming.ts'
import { formatIn } from '../../../shared/words/format.ts'
import { wordsIn } from '../../../shared/words/words.ts'
import { aClient, anEngagement, aPlan, aSession } from '../../support/builders.ts'

const english: Speech = { words: wordsIn('en'), format: formatIn('en', 'en-GB') }
const german: Speech = { words: wordsIn('de'), format: formatIn('de', 'de-DE') }

const at = (iso: string) => Date.parse(iso) / 60_000
const NIGHT: Ledger = { ...emptyLedger, checkedTo: at('2026-11-24T00:00Z') }

const meeting = (id: string, time: string, given: Partial<Session> = {}) =>
  aSession({
    id,
    title: `Board call ${id}`,
    kind: 'meeting',
    start: `2026-11-24T${time}`,
    minutes: 45,
    ...given,
  })

/** The message at a moment (UTC) of 24 November 2026 after a night without looks. Spaces are made plain to read. */
function messageAt(sessions: readonly Session[], time: string, speech = english) {
  const plan = aPlan({ clients: [aClient()], engagements: [anEngagement()], sessions })
  const now = at(`2026-11-24T${time}Z`)
  const message = messageOf(plan, decide(plan, NIGHT, now), now, speech)
  return (
    message &&
    [message.title, message.body, message.about?.occurrence, message.about?.day].map((t) =>
      t?.replace(/[\u00a0\u202f]/g, ' '),
    )
  )
}

describe('the text of a reminder', () => {
  const table = [
    {
      rule: 'before the start it says how soon, with whom, and when on the home clock',
      sessions: [meeting('a', '10:30')],
      time: '09:20',
      text: ['Board call a in 10 min', 'Northwind · 10:30 – 11:15', 'a', '2026-11-24'],
    },
    {
      rule: 'at the start',
      sessions: [meeting('a', '10:30')],
      time: '09:30',
      text: ['Board call a starts now', 'Northwind · 10:30 – 11:15', 'a', '2026-11-24'],
    },
    {
      rule: 'after the start it says since when',
      sessions: [meeting('a', '10:30')],
      time: '09:50',
      text: ['Board call a started at 10:30', 'Northwind · 10:30 – 11:15', 'a', '2026-11-24'],
    },
    {
      rule: 'a session in another zone is shown on the home clock, with the way there',
      sessions: [meeting('a', '04:30', { zone: 'America/New_York', travelBefore: 30 })],
      time: '08:55',
      text: ['Board call a in 35 min', 'Northwind · 10:30 – 11:15 · 30 min on the way', 'a', '2026-11-24'],
    },
    {
      rule: 'own business is named so',
      sessions: [meeting('a', '10:30', { engagementId: null })],
      time: '09:20',
      text: ['Board call a in 10 min', 'Own business · 10:30 – 11:15', 'a', '2026-11-24'],
    },
    {
      rule: 'several come as one list in order of their starts',
      sessions: [meeting('b', '10:40', { travelBefore: 30 }), meeting('a', '10:30')],
      time: '09:25',
      text: [
        '2 sessions',
        '10:30 Board call a · Northwind\n10:40 Board call b · Northwind',
        'b',
        '2026-11-24',
      ],
    },
    {
      rule: 'more than four are counted',
      sessions: ['a', 'b', 'c', 'd', 'e'].map((id, i) => meeting(id, `10:3${i}`)),
      time: '09:30',
      text: [
        '5 sessions',
        '10:30 Board call a · Northwind\n10:31 Board call b · Northwind\n10:32 Board call c · Northwind\nand 2 more',
        'a',
        '2026-11-24',
      ],
    },
    {
      rule: 'what has passed is one line of the same notification',
      sessions: [meeting('a', '06:00'), meeting('b', '07:00'), meeting('c', '10:30')],
      time: '09:25',
      text: [
        'Board call c in 5 min',
        'Northwind · 10:30 – 11:15\nBoard call a (06:00 – 06:45) and 1 more have passed',
        'c',
        '2026-11-24',
      ],
    },
    {
      rule: 'only passed sessions',
      sessions: [meeting('a', '06:00')],
      time: '09:00',
      text: ['While Headroom was away', 'Board call a (06:00 – 06:45) has passed', 'a', '2026-11-24'],
    },
  ] as const
  for (const { rule, sessions, time, text } of table)
    it(rule, () => expect(messageAt(sessions, time)).toEqual(text))

  it('in German', () => {
    expect(messageAt([meeting('a', '06:00'), meeting('b', '10:30')], '09:20', german)).toEqual([
      'Board call b in 10 min',
      'Northwind · 10:30 – 11:15\nBoard call a (06:00 – 06:45) ist vorbei',
      'b',
      '2026-11-24',
    ])
  })

  it('nothing due is no message', () => {
    expect(messageAt([meeting('a', '10:30')], '09:00')).toBeNull()
  })

  it('a title is one line of at most 80 characters, cut between characters', () => {
    expect(oneLine('a\r\n\tb\u2028c\u0000d')).toBe('a b c d')
    expect([...oneLine('😀'.repeat(100))]).toEqual([...'😀'.repeat(79), '…'])
  })
})

describe('the next sessions', () => {
  it('are those that go on and those to come, earliest first, over zones and series', () => {
    const plan = aPlan({
      sessions: [
        meeting('over', '08:00'),
        meeting('long', '07:00', { minutes: 300 }),
        meeting('abroad', '05:00', { zone: 'America/New_York' }),
        meeting('soon', '10:15'),
        meeting('later', '18:00'),
      ],
    })
    const next = upcoming(plan, at('2026-11-24T09:00Z'), 3)
    expect(next.map(({ occurrence, start }) => [occurrence.id, start - at('2026-11-24T09:00Z')])).toEqual([
      ['long', -180],
      ['soon', 15],
      ['abroad', 60],
    ])
  })
})
