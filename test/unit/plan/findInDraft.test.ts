import { produce } from 'immer'
import { expect, test } from 'vitest'
import { findSession, type PlanDraft, putSession, removeSession } from '../../../shared/plan/plan.ts'
import { aPlan, aSession } from '../../support/builders.ts'

const plan = aPlan({
  sessions: [
    aSession({ id: 'a', start: '2025-03-03T09:00' }),
    aSession({ id: 'b', start: '2026-03-03T09:00' }),
    aSession({ id: 'c', start: '2027-03-03T09:00' }),
  ],
})

/** In which years a recipe leaves sessions, each once. */
function yearsAfter(recipe: (draft: PlanDraft) => void): Record<string, string[]> {
  const after = produce(plan, (draft) => recipe(draft as PlanDraft))
  return Object.fromEntries(
    Object.entries(after.years).map(([year, { sessions }]) => [year, Object.keys(sessions)]),
  )
}

test('a session that a recipe moved to another year before is found there, and stands there only', () => {
  const seen: (string | undefined)[] = []
  const years = yearsAfter((draft) => {
    putSession(draft, aSession({ id: 'a', start: '2027-03-03T09:00' }))
    seen.push(findSession(draft, 'a')?.start)
    putSession(draft, aSession({ id: 'a', start: '2026-04-04T09:00' }))
    seen.push(findSession(draft, 'a')?.start)
  })
  expect([seen, years]).toEqual([
    ['2027-03-03T09:00', '2026-04-04T09:00'],
    { '2025': [], '2026': ['b', 'a'], '2027': ['c'] },
  ])
})

test('a session that a recipe made or took away is found, or not, as it stands in the draft', () => {
  const seen: (string | undefined)[] = []
  const years = yearsAfter((draft) => {
    removeSession(draft, 'b')
    putSession(draft, aSession({ id: 'd', start: '2028-03-03T09:00' }))
    seen.push(findSession(draft, 'b')?.id, findSession(draft, 'd')?.id, findSession(draft, 'none')?.id)
  })
  expect([seen, years]).toEqual([
    [undefined, 'd', undefined],
    { '2025': ['a'], '2026': [], '2027': ['c'], '2028': ['d'] },
  ])
})
