import { describe, expect, test } from 'vitest'
import { fixesOf } from '../../../shared/capacity/fixes/fixes.ts'
import type { Flag } from '../../../shared/capacity/flags/flag.ts'
import { holidaysFrom } from '../../../shared/capacity/holidays.ts'
import { week } from '../../../shared/capacity/week.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { formatIn } from '../../../shared/words/format.ts'
import { wordsIn } from '../../../shared/words/words.ts'
import { aClient, aDeliverable, anEngagement, aPlan, aSession } from '../../support/builders.ts'
import { at, MONDAY, mockPlan } from './mockWeek.ts'

const morning = at('2026-11-23T00:00')
const formats = { en: formatIn('en', 'en-GB'), de: formatIn('de', 'de-DE') }

function ids(): () => string {
  let made = 0
  return () => `new-${made++}`
}

/** Spaces that never break and thin ones as plain ones, so that expectations can be typed. */
function plain(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ')
}

/** What the fixes of a flag are called, best first. */
function labels(plan: Plan, key: string, context = morning, language: 'en' | 'de' = 'en'): string[] {
  const flag = week(plan, MONDAY, context).flags.find((f) => f.key === key)
  if (flag === undefined) throw new Error(`no flag ${key}`)
  return fixesOf(plan, flag, context, ids()).map((fix) =>
    plain(wordsIn(language).flags.fix(fix, formats[language])),
  )
}

/** Two clients who want half an hour between them. */
const twoClients = {
  clients: [aClient(), aClient({ id: 'lumen', name: 'Lumen', order: 2 })],
  engagements: [anEngagement(), anEngagement({ id: 'lumen-1', clientId: 'lumen', order: 2 })],
  settings: { changeoverMinutes: 30 },
}

/** A plan of one client whose engagement has the given values, with an hour on Monday at nine. */
function oneClient(engagement: Parameters<typeof anEngagement>[0], minutes = 60): Plan {
  return aPlan({
    clients: [aClient()],
    engagements: [anEngagement(engagement)],
    sessions: [aSession({ minutes })],
  })
}

/** All of the week taken from Tuesday on, ten hours of work due on Friday, two of Monday's nine taken by other work. */
const fullWeek = aPlan({
  clients: [aClient({ name: 'Fable' })],
  engagements: [anEngagement()],
  deliverables: [aDeliverable({ due: '2026-11-27', remainingMinutes: 480 })],
  sessions: [
    ...['24', '25', '26', '27'].map((day) =>
      aSession({ id: day, title: day, start: `2026-11-${day}T09:00`, minutes: 540, kind: 'meeting' }),
    ),
    aSession({ id: 'own', title: 'Reading', minutes: 120, start: '2026-11-23T10:00' }),
  ],
})

describe('the fixes of each code, in both languages', () => {
  const plan = mockPlan()

  test.each<[string, Plan, string[], string[]]>([
    [
      'overlap:board-call|steering-committee',
      plan,
      [
        'Move Steering committee to Tue 09:00',
        'Move Board call to Mon 13:15',
        'Shorten Steering committee to 1 h',
      ],
      [
        '„Steering committee“ auf Di 09:00 verschieben',
        '„Board call“ auf Mo 13:15 verschieben',
        '„Steering committee“ auf 1 h kürzen',
      ],
    ],
    [
      'day-over:2026-11-24',
      plan,
      [
        'Move Vendor review: Oracle to Mon 30 Nov 09:00',
        'Move Risk assessment to Mon 30 Nov 09:00',
        'Drop Vendor review: Oracle',
      ],
      [
        '„Vendor review: Oracle“ auf Mo 30. Nov. 09:00 verschieben',
        '„Risk assessment“ auf Mo 30. Nov. 09:00 verschieben',
        '„Vendor review: Oracle“ streichen',
      ],
    ],
    [
      'week-over:2026-11-23',
      plan,
      [
        'Move Scoping workshop to Mon 30 Nov 09:00',
        'Shorten Build pipeline to 1 h 15',
        'Shorten Milestone 2 to 2 h 15',
      ],
      [
        '„Scoping workshop“ auf Mo 30. Nov. 09:00 verschieben',
        '„Build pipeline“ auf 1 h 15 kürzen',
        '„Milestone 2“ auf 2 h 15 kürzen',
      ],
    ],
    [
      'outside-hours:scoping-workshop',
      plan,
      [
        'Shorten Scoping workshop to 1 h',
        'Move Scoping workshop to Mon 30 Nov 09:00',
        'Decline Scoping workshop',
      ],
      [
        '„Scoping workshop“ auf 1 h kürzen',
        '„Scoping workshop“ auf Mo 30. Nov. 09:00 verschieben',
        '„Scoping workshop“ absagen',
      ],
    ],
    [
      'client-over:lumen:week:2026-11-23',
      plan,
      [
        'Shorten Risk assessment to 2 h',
        'Shorten Security audit 1 to 2 h 15',
        'Shorten Security audit 2 to 3 h',
      ],
      [
        '„Risk assessment“ auf 2 h kürzen',
        '„Security audit 1“ auf 2 h 15 kürzen',
        '„Security audit 2“ auf 3 h kürzen',
      ],
    ],
    ['client-under:northwind:week:2026-11-23', plan, ['Plan 2 h of it'], ['2 h davon einplanen']],
    [
      'deadline:milestone-2',
      fullWeek,
      ['Move Reading to Mon 30 Nov 09:00', 'Extend Milestone 2 to Mon 30 Nov', 'Cut Milestone 2 to 6 h'],
      [
        '„Reading“ auf Mo 30. Nov. 09:00 verschieben',
        '„Milestone 2“ bis Mo 30. Nov. verlängern',
        '„Milestone 2“ auf 6 h kürzen',
      ],
    ],
    [
      'no-gap:a|b',
      aPlan({
        ...twoClients,
        sessions: [
          aSession({ id: 'a', title: 'A' }),
          aSession({ id: 'b', title: 'B', engagementId: 'lumen-1', start: '2026-11-23T10:15' }),
        ],
      }),
      ['Move B to Mon 10:30', 'Shorten A to 45 min', 'Move A to Mon 11:45'],
      ['„B“ auf Mo 10:30 verschieben', '„A“ auf 45 min kürzen', '„A“ auf Mo 11:45 verschieben'],
    ],
    [
      'contract:session-1',
      oneClient({ start: '2026-11-24' }),
      ['Move Platform roadmap to Tue 09:00', 'Start Fractional CTO on Mon 23 Nov', 'Drop Platform roadmap'],
      [
        '„Platform roadmap“ auf Di 09:00 verschieben',
        'Fractional CTO am Mo 23. Nov. beginnen',
        '„Platform roadmap“ streichen',
      ],
    ],
    [
      'contract:session-1',
      oneClient({ end: '2026-11-22' }),
      ['Extend Fractional CTO to Mon 23 Nov', 'Drop Platform roadmap'],
      ['Fractional CTO bis Mo 23. Nov. verlängern', '„Platform roadmap“ streichen'],
    ],
    [
      'budget:northwind-cto',
      oneClient({ budget: { kind: 'hours', minutes: 90 } }, 120),
      [
        'Shorten Platform roadmap to 1 h 30',
        'Raise the budget of Fractional CTO to 2 h',
        'Drop Platform roadmap',
      ],
      [
        '„Platform roadmap“ auf 1 h 30 kürzen',
        'Budget von Fractional CTO auf 2 h anheben',
        '„Platform roadmap“ streichen',
      ],
    ],
  ])('%s', (key, of, english, german) => {
    expect([labels(of, key), labels(of, key, morning, 'de')]).toEqual([
      [...english, 'Accept'],
      [...german, 'Hinnehmen'],
    ])
  })

  test('nothing is moved into the past', () => {
    const tuesday = at('2026-11-24T08:00')
    const starts = week(plan, MONDAY, tuesday).flags.flatMap((flag) =>
      fixesOf(plan, flag, tuesday, ids()).flatMap((fix) => (fix.kind === 'move' ? fix.facts.start : [])),
    )
    expect(starts.filter((start) => start < '2026-11-24T08:00')).toEqual([])
  })

  test('the same question gets the same answer object', () => {
    const [flag] = week(plan, MONDAY, morning).flags
    if (flag === undefined) throw new Error('no flag')
    expect(fixesOf(plan, flag, morning, ids())).toBe(fixesOf(plan, flag, morning, ids()))
  })
})

test('planning the rest fills the promise with tentative sessions in free time', () => {
  const plan = aPlan({
    clients: [aClient()],
    engagements: [
      anEngagement({
        commitments: [{ from: '2026-01-01', commitment: { kind: 'hoursPerWeek', minutes: 500 } }],
      }),
    ],
    sessions: [aSession({ start: '2026-11-23T10:00' })],
  })
  const flag = week(plan, MONDAY, morning).flags.find(({ code }) => code === 'client-under') as Flag
  const [fix] = fixesOf(plan, flag, morning, ids())
  const planned = fix?.command.type === 'session/create' ? fix.command.sessions : []
  expect([fix?.solves, planned.map(({ start, minutes, status }) => [start, minutes, status])]).toEqual([
    true,
    [
      ['2026-11-23T14:00', 240, 'tentative'],
      ['2026-11-24T09:00', 200, 'tentative'],
    ],
  ])
})

test('a session on a public holiday can declare it worked', () => {
  const context = { ...morning, holidays: holidaysFrom({ '2026-11-24': 'Feast' }) }
  const plan = aPlan({
    clients: [aClient()],
    engagements: [anEngagement()],
    sessions: [aSession({ start: '2026-11-24T09:00' })],
  })
  expect(labels(plan, 'outside-hours:session-1', context)).toEqual([
    'Move Platform roadmap to Mon 17:00',
    'Work on Feast',
    'Drop Platform roadmap',
    'Accept',
  ])
})

test('a moved session keeps the changeover to other clients', () => {
  const plan = aPlan({
    ...twoClients,
    sessions: [
      aSession({ id: 'a', title: 'A', minutes: 120, kind: 'meeting' }),
      aSession({ id: 'b', title: 'B', engagementId: 'lumen-1', start: '2026-11-23T10:30', minutes: 45 }),
    ],
  })
  expect(labels(plan, 'overlap:a|b')[0]).toBe('Move B to Mon 11:30')
})
