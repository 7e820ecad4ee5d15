import { describe, expect, test } from 'vitest'
import { fixesOf } from '../../../shared/capacity/fixes/fixes.ts'
import type { Flag } from '../../../shared/capacity/flags/flag.ts'
import { week } from '../../../shared/capacity/week.ts'
import type { Deliverable } from '../../../shared/plan/deliverable.ts'
import type { Terms } from '../../../shared/plan/engagement.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { Session } from '../../../shared/plan/session.ts'
import type { Settings } from '../../../shared/plan/settings.ts'
import { formatIn } from '../../../shared/words/format.ts'
import { wordsIn } from '../../../shared/words/words.ts'
import { aClient, aDeliverable, anEngagement, aPlan, aSession } from '../../support/builders.ts'
import { at, MONDAY } from './mockWeek.ts'

/* Deadlines of other kinds than one deliverable: gaps that are too short, hours of a retainer, what is essential. */

const morning = at('2026-11-23T00:00')

type Read = readonly [title: string, sentence: string]

function read(flag: Flag): { readonly en: Read; readonly de: Read } {
  const inWords = (language: 'en' | 'de', locale: string): Read => {
    const { title, sentence } = wordsIn(language).flags
    const format = formatIn(language, locale)
    return [title(flag, format).replaceAll('\u00a0', ' '), sentence(flag, format).replaceAll('\u00a0', ' ')]
  }
  return { en: inWords('en', 'en-GB'), de: inWords('de', 'de-DE') }
}

function deadlines(plan: Plan, context = morning): Flag[] {
  return week(plan, MONDAY, context).flags.filter(({ code }) => code === 'deadline')
}

const taken = (id: string, start: string, minutes: number): Session =>
  aSession({ id, title: id, start, minutes, kind: 'meeting' })

/** Monday has gaps of 20 minutes and of the given length; all of Tuesday to Friday is taken. */
function busyWeek(gap: number): Session[] {
  return [
    ...['24', '25', '26', '27'].map((day) => taken(`all-${day}`, `2026-11-${day}T09:00`, 540)),
    taken('first', '2026-11-23T09:20', 100),
    taken('second', '2026-11-23T11:20', 100),
    taken('third', `2026-11-23T${14 + Math.floor(gap / 60)}:${String(gap % 60).padStart(2, '0')}`, 240 - gap),
  ]
}

function planWith(
  sessions: readonly Session[],
  deliverables: readonly Deliverable[],
  settings: Partial<Settings> = {},
): Plan {
  return aPlan({
    clients: [aClient({ name: 'Fable' })],
    engagements: [anEngagement()],
    deliverables,
    sessions,
    settings,
  })
}

const work = (minutes: number, given: Partial<Deliverable> = {}) =>
  aDeliverable({ due: '2026-11-27', remainingMinutes: minutes, ...given })

describe('work that fits only in pieces shorter than the shortest block', () => {
  test('is to be known, with what longer gaps hold', () => {
    const [flag, ...others] = deadlines(planWith(busyWeek(60), [work(100)]))
    if (flag?.code !== 'deadline') throw new Error('no flag')
    expect(others).toEqual([])
    expect([flag.key, flag.severity, flag.needed, flag.available, flag.short]).toEqual([
      'deadline-finer:milestone-2',
      'watch',
      100,
      60,
      40,
    ])
    expect(read(flag)).toEqual({
      en: [
        'Milestone 2 fits only in short pieces',
        '1 h 40 of Fable work fit from Mon 23 Nov to Fri 27 Nov only in pieces shorter than 30 min. Gaps of 30 min or more hold 1 h.',
      ],
      de: [
        '„Milestone 2“ passt nur in kurzen Stücken',
        '1 h 40 Arbeit für Fable passen von Mo 23. Nov. bis Fr 27. Nov. nur in Stücken unter 30 min. Lücken ab 30 min fassen 1 h.',
      ],
    })
  })

  test('is told where longer gaps hold enough and do not divide', () => {
    const plan = planWith(busyWeek(50), [work(30), work(30, { id: 'other', title: 'Other' })])
    const [flag] = deadlines(plan)
    if (flag?.code !== 'deadline') throw new Error('no flag')
    expect([flag.key, flag.severity, flag.needed, flag.available, flag.short]).toEqual([
      'deadline-finer:other',
      'watch',
      60,
      50,
      10,
    ])
    const roomy = planWith([...busyWeek(50).slice(1)], [work(30)])
    expect(deadlines(roomy)).toEqual([])
  })

  test('that is possible in blocks raises nothing, whatever small gaps there are', () => {
    expect(deadlines(planWith(busyWeek(120), [work(120)]))).toEqual([])
  })

  test('and work that does not fit at all are two flags with keys of their own', () => {
    const plan = planWith(busyWeek(60), [work(100)])
    const more = planWith(busyWeek(60), [work(140)])
    expect([plan, more].map((one) => deadlines(one).map(({ key, severity }) => [key, severity]))).toEqual([
      [['deadline-finer:milestone-2', 'watch']],
      [['deadline:milestone-2', 'over']],
    ])
  })

  test('has a later day as a way out', () => {
    const plan = planWith(busyWeek(60), [work(100)])
    const [flag] = deadlines(plan)
    if (flag === undefined) throw new Error('no flag')
    expect(fixesOf(plan, flag, morning, () => 'new').map(({ kind, solves }) => [kind, solves])).toEqual([
      ['cut-estimate', true],
      ['extend-due', true],
      ['accept', false],
    ])
  })
})

describe('where only gaps of the shortest block count', () => {
  const blocks = { shortest: 30, longest: 240, usableOnly: true }

  test('work that short gaps would hold is impossible, and the flag says which gaps count', () => {
    const [flag] = deadlines(planWith(busyWeek(60), [work(100)], { blocks }))
    if (flag?.code !== 'deadline') throw new Error('no flag')
    expect([flag.severity, flag.needed, flag.available, flag.short, flag.facts.shortest]).toEqual([
      'over',
      100,
      60,
      40,
      30,
    ])
    expect(read(flag)).toEqual({
      en: [
        'Milestone 2 can’t be met by Fri 27 Nov',
        '1 h 40 of Fable work must fit in the 1 h left free in gaps of 30 min or more from Mon 23 Nov to Fri 27 Nov. 40 min short, whatever the order.',
      ],
      de: [
        '„Milestone 2“ ist bis Fr 27. Nov. nicht zu schaffen',
        '1 h 40 Arbeit für Fable müssen in die 1 h passen, die von Mo 23. Nov. bis Fr 27. Nov. in Lücken ab 30 min frei sind. 40 min fehlen, in jeder Reihenfolge.',
      ],
    })
  })

  test('work that these hold raises nothing', () => {
    expect(deadlines(planWith(busyWeek(60), [work(60)], { blocks }))).toEqual([])
  })
})

test('of the work inside a window those are named without any one of which the others fit', () => {
  const plan = planWith(busyWeek(120), [
    work(150, { id: 'a', title: 'A', due: '2026-11-24' }),
    work(20, { id: 'b', title: 'B' }),
    work(150, { id: 'c', title: 'C' }),
  ])
  const [flag] = deadlines(plan)
  if (flag?.code !== 'deadline') throw new Error('no flag')
  expect([flag.needed, flag.available, flag.facts.items.map(({ id, named }) => [id, named])]).toEqual([
    320,
    160,
    [
      ['a', true],
      ['b', false],
      ['c', true],
    ],
  ])
})

describe('the hours of a retainer', () => {
  const retainer = (minutes: number, given: Partial<Extract<Terms, { kind: 'retainer' }>> = {}): Terms => ({
    kind: 'retainer',
    period: 'month',
    minutes,
    price: 500_000,
    overageRate: 16_500,
    overage: 'billed',
    rollover: { kind: 'none' },
    resetDay: 1,
    ...given,
  })
  function lumen(pays: Terms, parts: Parameters<typeof aPlan>[0] = {}): Plan {
    return aPlan({
      clients: [aClient({ id: 'lumen', name: 'Lumen' }), aClient({ name: 'Fable' })],
      engagements: [
        anEngagement({ id: 'lumen-cto', name: 'Advisory', clientId: 'lumen', pays }),
        anEngagement(),
      ],
      ...parts,
    })
  }

  test('that compete with other work are part of its window', () => {
    // 36 h of this week and 8 h of Monday are free.
    const plan = lumen(retainer(30 * 60), { deliverables: [work(20 * 60, { due: '2026-11-30' })] })
    const [flag, ...others] = deadlines(plan)
    if (flag?.code !== 'deadline') throw new Error('no flag')
    expect(others).toEqual([])
    expect([flag.key, flag.needed, flag.available, flag.short]).toEqual([
      'deadline:retainer:lumen-cto:2026-11-01',
      3000,
      2640,
      360,
    ])
    expect(flag.facts.items[1]).toEqual({
      id: 'retainer:lumen-cto:2026-11-01',
      engagementId: 'lumen-cto',
      title: 'Advisory',
      client: 'Lumen',
      due: '2026-11-30',
      minutes: 1800,
      named: true,
      retainer: { kind: 'month', from: '2026-11-01', to: '2026-11-30' },
    })
    expect(read(flag).en).toEqual([
      '2 deadlines can’t all be met by Mon 30 Nov',
      '50 h of work must fit in the 44 h left free from Mon 23 Nov to Mon 30 Nov. 6 h short, whatever the order.',
    ])
  })

  test.each<[string, Terms, string, string]>([
    [
      'a month',
      retainer(50 * 60),
      'Lumen retainer, November can’t be met by Mon 30 Nov',
      'Retainer Lumen, November ist bis Mo 30. Nov. nicht zu schaffen',
    ],
    [
      'a month with another first day',
      retainer(150 * 60, { resetDay: 10 }),
      'Lumen retainer, 10 Nov – 9 Dec 2026 can’t be met by Wed 9 Dec',
      'Retainer Lumen, 10. Nov. – 9. Dez. 2026 ist bis Mi 9. Dez. nicht zu schaffen',
    ],
    [
      'a week',
      retainer(40 * 60, { period: 'week', resetDay: 2 }),
      'Lumen retainer, week of Tue 17 Nov can’t be met by Mon 23 Nov',
      'Retainer Lumen, Woche ab Di 17. Nov. ist bis Mo 23. Nov. nicht zu schaffen',
    ],
  ])('of %s are named by client and period', (_period, pays, en, de) => {
    // A promise of its own keeps the commitment met, so that only the retainer is short.
    const plan = lumen(pays)
    const engagement = plan.practice.engagements['lumen-cto']
    if (engagement === undefined) throw new Error('no engagement')
    const met = {
      ...plan,
      practice: {
        ...plan.practice,
        engagements: {
          'lumen-cto': {
            ...engagement,
            commitments: [{ from: '2026-01-01', commitment: { kind: 'hoursPerWeek' as const, minutes: 0 } }],
          },
        },
      },
    }
    const [flag] = deadlines(met)
    if (flag === undefined) throw new Error('no flag')
    const told = read(flag)
    expect([told.en[0], told.de[0]]).toEqual([en, de])
  })

  test('whose shortage client-under tells are not told twice', () => {
    const plan = lumen(retainer(50 * 60))
    expect(week(plan, MONDAY, morning).flags.map(({ key }) => key)).toEqual([
      'client-under:lumen:month:2026-11-01',
    ])
    const [under] = week(plan, MONDAY, morning).flags
    expect(under?.code === 'client-under' && under.facts.fits).toBe(false)
  })

  test('that do not fit beside other work are told, as no promise tells that', () => {
    const plan = lumen(retainer(40 * 60), { deliverables: [work(600, { due: '2026-11-30' })] })
    expect(deadlines(plan).map(({ key }) => key)).toEqual(['deadline:retainer:lumen-cto:2026-11-01'])
  })

  test('that may roll over raise nothing', () => {
    expect(deadlines(lumen(retainer(50 * 60, { rollover: { kind: 'all', expiresAfter: null } })))).toEqual([])
    expect(
      deadlines(lumen(retainer(50 * 60, { rollover: { kind: 'capped', minutes: 600, expiresAfter: null } }))),
    ).toEqual([])
  })
})
