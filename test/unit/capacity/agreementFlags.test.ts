import { describe, expect, test } from 'vitest'
import { fixesOf } from '../../../shared/capacity/fixes/fixes.ts'
import { acceptCommand, type Flag } from '../../../shared/capacity/flags/flag.ts'
import { week } from '../../../shared/capacity/week.ts'
import type { CapacityContext } from '../../../shared/capacity/weekView.ts'
import { execute } from '../../../shared/commands/execute.ts'
import type { Agreement } from '../../../shared/plan/agreement.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { addDays, type Day } from '../../../shared/time/day.ts'
import { formatIn } from '../../../shared/words/format.ts'
import { wordsIn } from '../../../shared/words/words.ts'
import {
  aClient,
  anAgreement,
  anEngagement,
  aPlan,
  aSession,
  type PlanParts,
} from '../../support/builders.ts'
import { at, MONDAY } from './mockWeek.ts'

const morning = at('2026-11-23T00:00')
const english = formatIn('en', 'en-GB')
const german = formatIn('de', 'de-DE')

const inWeek = (plan: Plan, monday: Day = MONDAY, context: CapacityContext = morning): Flag[] =>
  week(plan, monday, context).flags.filter((flag) => flag.code === 'contract')

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
const said = (flag: Flag) => [
  plain(wordsIn('en').flags.title(flag, english)),
  plain(wordsIn('en').flags.sentence(flag, english)),
]
const titles = (flags: readonly Flag[]) => flags.map((flag) => said(flag)[0])

function only(flags: readonly Flag[]): Flag {
  const [flag] = flags
  if (flag === undefined || flags.length !== 1) throw new Error(`${flags.length} flags`)
  return flag
}

function fixes(plan: Plan, flag: Flag, context = morning): string[] {
  return fixesOf(plan, flag, context, () => 'new').map((fix) => plain(wordsIn('en').flags.fix(fix, english)))
}

const yearly: Partial<Agreement> = {
  kind: 'work',
  title: 'SOW 3',
  end: '2027-01-13',
  renewalMonths: 12,
  noticeDays: 30,
}
const withAgreement = (...agreements: Partial<Agreement>[]) =>
  aPlan({
    clients: [aClient()],
    agreements: agreements.map((given, i) => anAgreement({ id: `agreement-${i}`, ...given })),
  })

describe('an agreement near its date', () => {
  test.each<[string, Partial<Agreement>, (string | undefined)[]]>([
    ['to give notice, 30 days ahead', { noticeDays: 21 }, ['SOW 3: notice until Wed 23 Dec']],
    ['not 31 days ahead', { noticeDays: 20 }, []],
    ['14 days ahead', { noticeDays: 37 }, ['SOW 3: two weeks at most to give notice']],
    ['15 days ahead', { noticeDays: 36 }, ['SOW 3: notice until Tue 8 Dec']],
    ['3 days ahead', { noticeDays: 48 }, ['SOW 3: last days to give notice']],
    ['on the day', { noticeDays: 51 }, ['SOW 3: last days to give notice']],
    ['not after it, since it renews then', { noticeDays: 52 }, []],
    [
      'its end where it does not renew',
      { renewalMonths: null, end: '2026-12-23' },
      ['SOW 3 ends on Wed 23 Dec'],
    ],
    ['its end in two weeks', { renewalMonths: null, end: '2026-12-07' }, ['SOW 3 ends within two weeks']],
    ['its end in three days', { renewalMonths: null, end: '2026-11-26' }, ['SOW 3 ends within three days']],
    ['not after its end', { renewalMonths: null, end: '2026-11-22' }, []],
    ['not one that renews month by month', { renewalMonths: 1, end: '2026-12-23', noticeDays: 14 }, []],
    ['not where its dates contradict each other', { start: '2027-06-01', noticeDays: 37 }, []],
    ['not where it renews without an end', { end: null }, []],
  ])('is told in the present week: %s', (_rule, given, expected) => {
    expect(titles(inWeek(withAgreement({ ...yearly, ...given })))).toEqual(expected)
  })

  test('is told in the week that holds its date, however far away, and in no other', () => {
    const plan = withAgreement({ ...yearly, end: '2027-06-30', noticeDays: 90 })
    const weeks = Array.from({ length: 60 }, (_, i) => addDays(MONDAY, 7 * i))
    expect(weeks.filter((monday) => inWeek(plan, monday).length > 0)).toEqual(['2027-03-29'])
    const flag = only(inWeek(plan, '2027-03-29'))
    expect([flag.days, flag.severity]).toEqual([['2027-04-01'], 'watch'])
  })

  test('is not told of a client in the archive, nor in a week that is past', () => {
    const plan = aPlan({ clients: [aClient({ archived: true })], agreements: [anAgreement(yearly)] })
    expect(inWeek(plan, '2026-12-14')).toEqual([])
    expect(inWeek(withAgreement(yearly), '2026-12-14', at('2026-12-21T00:00'))).toEqual([])
  })

  test('says what happens when, in both languages', () => {
    const renewing = only(inWeek(withAgreement({ ...yearly, noticeDays: 37 })))
    const ending = only(inWeek(withAgreement({ kind: 'nda', title: 'NDA', end: '2026-12-01' })))
    expect([renewing, ending].map((flag) => said(flag)[1])).toEqual([
      'The statement of work with Northwind renews by a year on 14 Jan 2027 unless notice is given by Mon 7 Dec.',
      'The NDA with Northwind ends on 1 Dec 2026 and does not renew.',
    ])
    expect([renewing, ending].map((flag) => plain(wordsIn('de').flags.sentence(flag, german)))).toEqual([
      'Der Leistungsschein mit Northwind verlängert sich am 14. Jan. 2027 um ein Jahr, wenn nicht bis Mo 7. Dez. gekündigt wird.',
      'Die Geheimhaltungsvereinbarung mit Northwind endet am 1. Dez. 2026 und verlängert sich nicht.',
    ])
  })

  test('is settled by going on, or by the notice that was given', () => {
    const plan = withAgreement({ ...yearly, noticeDays: 37 })
    expect(fixes(plan, only(inWeek(plan)))).toEqual([
      'Renew SOW 3 until 13 Jan 2028',
      'Notice given: SOW 3 ends on 13 Jan 2027',
      'Accept',
    ])
    const ending = withAgreement({ title: 'NDA', end: '2026-11-30' })
    expect(fixes(ending, only(inWeek(ending)))).toEqual(['Renew NDA until 30 Nov 2027', 'Accept'])
  })

  test('stays accepted from day to day, and comes back two weeks and three days ahead and with another date', () => {
    const plan = withAgreement({ ...yearly, noticeDays: 21 })
    const accept = acceptCommand(only(inWeek(plan)), 'we go on')
    const result = execute(plan, accept)
    if (!result.ok) throw new Error('refused')
    const isAccepted = (wall: string, monday: Day) =>
      only(inWeek(result.plan, monday, at(wall))).accepted !== null
    expect([
      isAccepted('2026-11-29T12:00', MONDAY),
      isAccepted('2026-12-08T12:00', '2026-12-07'),
      isAccepted('2026-12-09T12:00', '2026-12-07'),
    ]).toEqual([true, true, false])
    const later = execute(result.plan, {
      type: 'practice/put',
      records: [{ kind: 'agreement', value: anAgreement({ ...yearly, id: 'agreement-0', noticeDays: 22 }) }],
    })
    if (!later.ok) throw new Error('refused')
    expect(only(inWeek(later.plan)).accepted).toBeNull()
  })
})

describe('work without an agreement in force', () => {
  const sessions = [
    aSession({ id: 'a', title: 'Roadmap', start: '2026-11-24T09:00', minutes: 90 }),
    aSession({ id: 'b', title: 'Hiring', start: '2026-11-26T09:00' }),
  ]
  const planWith = (agreements: Partial<Agreement>[], more: PlanParts = {}) =>
    aPlan({
      clients: [aClient()],
      engagements: [anEngagement()],
      sessions,
      agreements: agreements.map((given, i) => anAgreement({ id: `agreement-${i}`, ...given })),
      ...more,
    })
  const without = (plan: Plan, context = morning) =>
    inWeek(plan, MONDAY, context).filter((flag) => flag.key.startsWith('contract:no-agreement'))
  const keys = (plan: Plan) => without(plan).map(({ occurrences }) => occurrences)

  test.each<[string, Partial<Agreement>[], (readonly string[])[]]>([
    ['nothing where no agreement is on record', [], []],
    [
      'nothing where only other kinds are',
      [
        { kind: 'nda', end: '2026-01-31' },
        { kind: 'vendor', end: '2026-01-31' },
      ],
      [],
    ],
    ['nothing while one is in force', [{}], []],
    ['the sessions after its end', [{ end: '2026-11-24' }], [['b']]],
    ['both, in one flag', [{ end: '2026-11-20' }], [['a', 'b']]],
    ['the sessions before its start', [{ start: '2026-11-25' }], [['a']]],
    ['nothing where another goes on', [{ end: '2026-11-20' }, { kind: 'work', end: '2026-11-30' }], []],
    ['the day between two', [{ end: '2026-11-23' }, { kind: 'work', start: '2026-11-25' }], [['a']]],
    ['nothing past its end where it renews', [{ end: '2026-01-31', renewalMonths: 6 }], []],
    [
      'both, where its dates contradict each other',
      [{ start: '2026-12-01', end: '2026-01-01' }],
      [['a', 'b']],
    ],
    ['another client’s agreement does not cover', [{ clientId: 'lumen' }], []],
  ])('%s', (_rule, agreements, expected) => {
    expect(keys(planWith(agreements))).toEqual(expected)
  })

  test('never for a prospect, own business or what is past', () => {
    const ended = [{ end: '2026-11-20' }]
    const prospect = planWith(ended, { engagements: [anEngagement({ status: 'prospect', probability: 60 })] })
    const own = planWith(ended, { sessions: [aSession({ engagementId: null })] })
    expect([keys(prospect), keys(own)]).toEqual([[], []])
    const wednesday = without(planWith(ended), at('2026-11-25T08:00'))
    expect(wednesday.map(({ occurrences }) => occurrences)).toEqual([['b']])
  })

  test('lists the sessions, with their minutes, and says what ended', () => {
    const flag = only(without(planWith([{ end: '2026-10-31' }])))
    expect([flag.key, flag.needed, flag.available, flag.short, flag.days]).toEqual([
      'contract:no-agreement:northwind:2026-11-23',
      150,
      0,
      150,
      ['2026-11-24', '2026-11-25', '2026-11-26'],
    ])
    expect(said(flag)).toEqual([
      'Northwind: work without an agreement',
      'No master agreement or statement of work is in force: Roadmap on Tue 24 Nov, Hiring on Thu 26 Nov. Master services agreement ended on 31 Oct 2026.',
    ])
    expect(plain(wordsIn('de').flags.sentence(flag, german))).toBe(
      'Für „Roadmap“ am Di 24. Nov., „Hiring“ am Do 26. Nov. ist kein Rahmenvertrag und kein Leistungsschein in Kraft. „Master services agreement“ endete am 31. Okt. 2026.',
    )
  })

  test('is settled by an agreement that goes on, or begins with the work', () => {
    const ended = planWith([{ start: null, end: '2024-10-31' }])
    expect(fixes(ended, only(without(ended)))).toContain('Renew Master services agreement until 31 Oct 2027')
    const coming = planWith([{ title: 'SOW 1', kind: 'work', start: '2026-12-01' }])
    expect(fixes(coming, only(without(coming)))).toContain('Start SOW 1 on Tue 24 Nov')
  })
})
