import { describe, expect, test } from 'vitest'
import type { Given } from '../../../shared/capacity/sayYes/room/concession.ts'
import { roomChanges as german } from '../../../shared/words/de/roomChanges.ts'
import { roomChanges as english } from '../../../shared/words/en/roomChanges.ts'
import { formatIn } from '../../../shared/words/format.ts'
import { HOME } from '../../support/builders.ts'

const hours = (count: number) => ({ kind: 'hoursPerWeek', minutes: count * 60 }) as const
const meeting = { weekday: 2, minute: 600, minutes: 60, zone: HOME, everyWeeks: 1 }
const lower = { kind: 'lower', engagementId: 'lumen-1' } as const
const retainer = {
  from: '2027-02-01',
  per: 'month',
  before: { minutes: 2880, price: 720_000 },
  after: { minutes: 1920, price: 480_000 },
  currency: 'EUR',
} as const
const session = (title: string) => ({ title, start: '2026-12-01T09:00' })

const told: readonly (readonly [string, Given, string, string])[] = [
  [
    'hours a week for a time',
    {
      ...lower,
      commitments: [{ from: '2027-01-04', before: hours(8), after: { kind: 'hoursPerWeek', minutes: 390 } }],
      retainers: [],
      until: '2027-01-31',
    },
    'Lumen: 8 h → 6 h 30 a week from Mon 4 Jan to Sun 31 Jan',
    'Lumen: 8 h → 6 h 30 je Woche ab Mo 4. Jan. bis So 31. Jan.',
  ],
  [
    'days a week, and the hours of the retainer with them',
    {
      ...lower,
      commitments: [
        {
          from: '2027-01-04',
          before: { kind: 'daysPerWeek', halfDays: 4 },
          after: { kind: 'daysPerWeek', halfDays: 3 },
        },
      ],
      retainers: [retainer],
      until: null,
    },
    'Lumen: 2 → 1.5 days a week from Mon 4 Jan; its retainer 48 h → 32 h a month from Mon 1 Feb, €7,200 → €4,800',
    'Lumen: 2 → 1,5 Tage je Woche ab Mo 4. Jan.; Retainer 48 h → 32 h je Monat ab Mo 1. Feb., 7.200 € → 4.800 €',
  ],
  [
    'a retainer alone',
    { ...lower, commitments: [], retainers: [{ ...retainer, per: 'week' }], until: '2027-02-28' },
    'Lumen: its retainer 48 h → 32 h a week from Mon 1 Feb, €7,200 → €4,800',
    'Lumen: Retainer 48 h → 32 h je Woche ab Mo 1. Feb., 7.200 € → 4.800 €',
  ],
  [
    'an end with nothing planned behind it',
    { kind: 'end', engagementId: 'lumen-1', last: '2026-11-29', sessions: 0 },
    'Lumen ends on Sun 29 Nov',
    'Lumen endet am So 29. Nov.',
  ],
  [
    'an end with sessions behind it',
    { kind: 'end', engagementId: 'lumen-1', last: '2026-11-29', sessions: 13 },
    'Lumen ends on Sun 29 Nov, and 13 sessions planned later go',
    'Lumen endet am So 29. Nov.; 13 später geplante Termine entfallen',
  ],
  [
    'the reserve',
    { kind: 'reserve', before: 240, after: 135 },
    'Reserve: 4 h → 2 h 15 a week',
    'Reserve: 4 h → 2 h 15 je Woche',
  ],
  [
    'a tentative session',
    { kind: 'tentative', engagementId: 'lumen-1', sessions: [session('Talk')], minutes: 180 },
    'Lumen: without the tentative session Talk from Tue 1 Dec',
    'Lumen: ohne den vorläufigen Termin „Talk“ ab Di 1. Dez.',
  ],
  [
    'several tentative sessions',
    { kind: 'tentative', engagementId: 'lumen-1', sessions: [session('A'), session('B')], minutes: 60 },
    'Lumen: without 2 tentative sessions',
    'Lumen: ohne 2 vorläufige Termine',
  ],
  [
    'a later deadline',
    {
      kind: 'due',
      deliverableId: 'm',
      engagementId: 'lumen-1',
      title: 'Audit',
      before: '2026-12-04',
      after: '2026-12-07',
    },
    'Audit (Lumen): due Mon 7 Dec instead of Fri 4 Dec',
    '„Audit“ (Lumen): fällig am Mo 7. Dez. statt am Fr 4. Dez.',
  ],
  [
    'a meeting at another time',
    { kind: 'meeting', meeting: 0, before: meeting, after: { ...meeting, weekday: 7, minute: 570 } },
    'The meeting on Sun 09:30 instead of Tue 10:00',
    'Das Treffen So 09:30 statt Di 10:00',
  ],
  [
    'no meeting',
    { kind: 'meeting', meeting: 0, before: meeting, after: null },
    'Without the meeting on Tue 10:00',
    'Ohne das Treffen Di 10:00',
  ],
  [
    'an earlier end',
    { kind: 'until', before: '2026-12-27', after: '2026-12-13' },
    'An end on Sun 13 Dec instead of Sun 27 Dec',
    'Ein Ende am So 13. Dez. statt am So 27. Dez.',
  ],
  [
    'an end of what was open',
    { kind: 'until', before: null, after: '2026-12-13' },
    'An end on Sun 13 Dec',
    'Ein Ende am So 13. Dez.',
  ],
]

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('what is given up is told in a sentence', () => {
  test.each(told)('%s', (_what, given, en, de) => {
    expect(plain(english.given(given, 'Lumen', formatIn('en', 'en-GB')))).toBe(en)
    expect(plain(german.given(given, 'Lumen', formatIn('de', 'de-DE')))).toBe(de)
  })

  test('a sentence that ends with a short month has one full stop', () => {
    expect(german.done(['Lumen endet am So 29. Nov.'])).toBe('Geändert: Lumen endet am So 29. Nov.')
    expect(german.done(['Reserve: 4 h'])).toBe('Geändert: Reserve: 4 h.')
  })
})
