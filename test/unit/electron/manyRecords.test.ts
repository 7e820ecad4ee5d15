import { expect, it } from 'vitest'
import { areMany } from '../../../electron/ipc/manyRecords.ts'
import type { PlanPatch } from '../../../shared/ipc/contract.ts'
import { anEntry } from '../../support/builders.ts'

const entry = (i: number): PlanPatch => ({
  op: 'add',
  path: ['years', '2026', 'entries', `e${i}`],
  value: anEntry({ id: `e${i}` }),
})

it('a change of thousands of records is known as one, whether they come one by one or as a year', () => {
  const few = Array.from({ length: 20 }, (_, i) => entry(i))
  const many = Array.from({ length: 1500 }, (_, i) => entry(i))
  const yearOf = (patches: readonly PlanPatch[]): PlanPatch => ({
    op: 'add',
    path: ['years', '2026'],
    value: {
      sessions: {},
      entries: Object.fromEntries(patches.map(({ path, value }) => [path.at(-1), value])),
      expenses: {},
      invoices: {},
    },
  })
  expect([few, many, [yearOf(few)], [yearOf(many)]].map(areMany)).toEqual([false, true, false, true])
  expect(areMany([{ op: 'remove', path: ['years', '2026'] }])).toBe(false)
})
