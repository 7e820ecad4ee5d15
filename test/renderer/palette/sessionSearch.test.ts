import { expect, test } from 'vitest'
import { typedWords } from '../../../renderer/palette/rank.ts'
import { searchSessions } from '../../../renderer/palette/sessionSearch.ts'
import { aClient, anEngagement, aPlan, aSeries, aSession } from '../../support/builders.ts'

const TODAY = '2026-11-24'
const single = (id: string, start: string, title: string, engagementId: string | null = 'northwind-cto') =>
  aSession({ id, start, title, engagementId })

const plan = aPlan({
  clients: [aClient(), aClient({ id: 'lumen', name: 'Lümen Health', order: 2 })],
  engagements: [anEngagement(), anEngagement({ id: 'lumen-board', clientId: 'lumen', name: 'Advisory' })],
  sessions: [
    single('far', '2024-11-24T09:00', 'Board call'),
    single('past', '2026-11-20T09:00', 'Board call'),
    single('soon', '2026-11-26T09:00', 'Board call', 'lumen-board'),
    single('new-year', '2027-01-04T09:00', 'Board retreat'),
    single('own', '2026-11-25T09:00', 'Dentist', null),
    aSeries({ id: 'weekly', start: '2026-01-05T09:00', title: 'Board prep', rule: 'FREQ=WEEKLY;BYDAY=MO' }),
    aSeries({
      id: 'over',
      start: '2026-01-05T09:00',
      title: 'Board Q1',
      rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=3',
    }),
  ],
})

const found = (typed: string, most = 10) =>
  searchSessions(plan, typedWords(typed), TODAY, most).map(({ key }) => key)

test.each([
  [
    'the nearest to today first, and of a series the next occurrence, else the last',
    'board',
    ['soon', 'past', 'weekly@2026-11-30T09:00', 'new-year', 'over@2026-01-19T09:00', 'far'],
  ],
  ['by title and client together', 'lumen board', ['soon']],
  ['own business too', 'dent', ['own']],
  ['nothing by a client alone, which would be everything of it', 'northwind', []],
  ['nothing for nothing', '', []],
])('finds %s', (_rule, typed, keys) => {
  expect(found(typed)).toEqual(keys)
})

test('gives no more than was asked for', () => {
  expect(found('board', 2)).toEqual(['soon', 'past'])
})

test('a session that was renamed is found by its new name', () => {
  const renamed = aPlan({ sessions: [single('own', '2026-11-25T09:00', 'Optician', null)] })
  expect(found('dentist')).toEqual(['own'])
  const changed = { ...plan, years: { ...plan.years, ...renamed.years } }
  expect(searchSessions(changed, ['optician'], TODAY, 5).map(({ key }) => key)).toEqual(['own'])
  expect(searchSessions(changed, ['dentist'], TODAY, 5)).toEqual([])
})
