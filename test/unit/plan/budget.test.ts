import { expect, test } from 'vitest'
import { Budget, type Budget as BudgetValue } from '../../../shared/plan/engagement.ts'

test.each<[BudgetValue, string[]]>([
  [{ kind: 'hours', minutes: 0 }, ['budget-nothing']],
  [{ kind: 'money', amount: 0 }, ['budget-nothing']],
  [{ kind: 'money', amount: -1 }, ['money-negative', 'budget-nothing']],
  [{ kind: 'hours', minutes: 1 }, []],
  [{ kind: 'money', amount: 1 }, []],
])('a budget is more than nothing: %j', (budget, codes) => {
  expect(Budget.safeParse(budget).error?.issues.map(({ message }) => message) ?? []).toEqual(codes)
})
