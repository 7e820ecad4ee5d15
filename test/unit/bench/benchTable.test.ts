import { expect, test } from 'vitest'
import { tableText } from '../../support/benchTable.ts'
import { summaryOf, sumOf, within } from '../../support/measure.ts'

test('tables are one text: ratios to the first line of each, and whether its bars are kept', () => {
  const limit = summaryOf('the limit', [2, 4, 3])
  const text = tableText([
    {
      name: 'a change (ms)',
      lines: [
        limit,
        within(summaryOf('ours', [4.4, 4.6]), { most: 1.5, of: limit }, { most: 4 }),
        within(summaryOf('a whole file', [1234.5]), { most: 1.2, of: limit }),
      ],
    },
    { name: 'a rule (ms)', lines: [within(summaryOf('by arithmetic', [0.0002]), { most: 1 })] },
  ])
  expect(text.split('\n')).toEqual([
    '                   median     ratio     least      most  runs  bar',
    'a change (ms)',
    '  the limit          3.00      1.00      2.00      4.00     3',
    '  ours               4.50      1.50      4.40      4.60     2  ✓ ≤ 1.5 × the limit  ✗ ≤ 4',
    '  a whole file       1235       412      1235      1235     1  ✗ ≤ 1.2 × the limit',
    'a rule (ms)',
    '  by arithmetic    2.0e-4      1.00    2.0e-4    2.0e-4     1  ✓ ≤ 1',
  ])
})

test('parts add up', () => {
  expect(sumOf('all', [summaryOf('a', [1, 2, 3]), summaryOf('b', [10, 30])])).toEqual({
    what: 'all',
    median: 22,
    least: 11,
    most: 33,
    runs: 2,
  })
})
