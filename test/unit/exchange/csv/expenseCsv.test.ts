import { expect, it } from 'vitest'
import { expenseRows } from '../../../../shared/exchange/csv/expenseCsv.ts'
import { writeCsv } from '../../../../shared/exchange/csv/writeCsv.ts'
import { anExpense } from '../../../support/builders.ts'
import { aBillingPlan } from '../../billing/aBillingPlan.ts'

it('exported expenses say what was paid, which tax is in it, and what the client is charged', () => {
  const plan = aBillingPlan({
    expenses: [
      anExpense({ receipt: '/home/ada/train.pdf' }),
      anExpense({ id: 'b', day: '2026-11-21', clientId: null, billable: false, title: '-Lunch', taxRate: 0 }),
      anExpense({ id: 'c', day: '2026-12-01' }),
    ],
  })
  const range = { clientId: null, from: '2026-11-01', to: '2026-11-30' }
  expect(writeCsv(expenseRows(plan, range), 'sheet').split('\r\n')).toEqual([
    '\uFEFFdate,client,project,title,amount,currency,tax_rate,tax,net,billable,pass_on,charged,invoice,receipt,notes',
    '2026-11-20,Northwind,,Train to Hamburg,89.90,EUR,7,5.88,84.02,true,net,84.02,,/home/ada/train.pdf,',
    "2026-11-21,,,'-Lunch,89.90,EUR,0,0.00,89.90,false,net,,,,",
    '',
  ])
})
