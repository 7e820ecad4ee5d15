/// <reference path="../../shared/exchange/time/papaparse.d.ts" />
import papa from 'papaparse'
import { test } from 'vitest'
import { execute } from '../../shared/commands/execute.ts'
import { readWorked } from '../../shared/exchange/time/readWorked.ts'
import { noReadingChoices } from '../../shared/exchange/time/workedFile.ts'
import { noWorkedChoices, proposeWorked, type Target } from '../../shared/exchange/time/workedProposal.ts'
import { importCommand } from '../../shared/exchange/time/workedWrites.ts'
import { aPlan, HOME } from '../support/builders.ts'
import { measure, report, sumOf, within } from '../support/measure.ts'
import { aTable } from './importFiles.ts'

const ROWS = 100_000

test('reading, judging and taking in a table of worked time, beside plain papaparse', async () => {
  const text = aTable(ROWS)
  const plan = aPlan()
  const encoding = { value: 'utf-8', how: 'found' } as const
  const read = () => {
    const reading = readWorked(text, encoding, noReadingChoices(HOME), () => {})
    if (!reading.ok) throw new Error(reading.code)
    return reading.read
  }
  const rows = read()
  const create: Target = { kind: 'create' }
  const targets = Object.fromEntries(
    proposeWorked(plan, rows, noWorkedChoices, {}).groups.map(({ name }) => [name, create]),
  )
  const choices = { ...noWorkedChoices, targets }
  const context = {
    newId: () => crypto.randomUUID(),
    language: 'en',
    source: 'toggl.csv',
    zone: HOME,
    today: '2026-11-24',
  } as const
  const proposal = proposeWorked(plan, rows, choices, {})
  const command = importCommand(plan, rows, proposal, choices, context)
  if (command === null) throw new Error('nothing to import')
  const parsed = await measure('parsed by papaparse', 3, () =>
    papa.parse(text, { delimiter: ',', newline: '\n', step: () => {} }),
  )
  const parts = [
    await measure('read', 3, read),
    await measure('compared with the plan', 3, () => proposeWorked(plan, rows, choices, {})),
    await measure('made entries', 3, () => importCommand(plan, rows, proposal, choices, context)),
    await measure('taken in', 3, () => execute(plan, command)),
  ]
  report(`${ROWS} rows of worked time (ms)`, [parsed, ...parts, within(sumOf('all', parts), { most: 5000 })])
})
