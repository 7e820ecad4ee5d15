import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromNeutralised } from '../../../../shared/exchange/csv/formulaText.ts'
import { readWorked } from '../../../../shared/exchange/time/readWorked.ts'
import { noReadingChoices } from '../../../../shared/exchange/time/workedFile.ts'
import { addDays } from '../../../../shared/time/day.ts'
import { HOME } from '../../../support/builders.ts'
import { times } from '../../../support/effort.ts'

const text = fc
  .oneof(fc.string({ maxLength: 30 }), fc.constantFrom('"', 'a,b;c\td', 'two\nlines', '=1+1', 'Zürich “x”'))
  .map((value) => value.replaceAll('\0', '').trim())
  // [X2] An apostrophe before what looks like a formula is taken for one that keeps a spreadsheet off.
  .filter((value) => fromNeutralised(value) === value)

const row = fc.record({
  day: fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days)),
  client: text,
  project: text,
  task: text,
  note: text,
  tags: text,
  billable: fc.boolean(),
  minutes: fc.integer({ min: 1, max: 10_080 }),
})

const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`

it('what is written as a table is read as it was, whatever the separator and the texts', () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 30 }),
      fc.constantFrom(',', ';', '\t', '|'),
      (rows, separator) => {
        const line = (fields: readonly string[]) => fields.map(quoted).join(separator)
        const lines = [
          line(['Date', 'Client', 'Project', 'Task', 'Description', 'Tags', 'Billable', 'Duration']),
          ...rows.map(({ day, client, project, task, note, tags, billable, minutes }) =>
            line([
              day,
              client,
              project,
              task,
              note,
              tags,
              billable ? 'Yes' : 'No',
              `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`,
            ]),
          ),
        ]
        const known = { value: 'utf-8', how: 'found' } as const
        const result = readWorked(lines.join('\n'), known, noReadingChoices(HOME), () => {})
        const read = result.ok ? result.read : { rows: [], groups: [], problems: [] }
        expect(read.problems).toEqual([])
        expect(
          read.rows.map(({ group, line: _line, key: _key, start: _start, ...rest }) => ({
            ...read.groups[group],
            ...rest,
          })),
        ).toEqual(rows)
        expect(new Set(read.rows.map(({ key }) => key)).size).toBe(rows.length)
      },
    ),
    { numRuns: times(60, 2000) },
  )
})
