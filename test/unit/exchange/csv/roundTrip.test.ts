import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { execute } from '../../../../shared/commands/execute.ts'
import { Command } from '../../../../shared/commands/registry.ts'
import { type CsvStyle, csvStyleNames, csvStyles } from '../../../../shared/exchange/csv/csvStyle.ts'
import { timeRows } from '../../../../shared/exchange/csv/timeCsv.ts'
import { writeCsv } from '../../../../shared/exchange/csv/writeCsv.ts'
import { readWorked } from '../../../../shared/exchange/time/readWorked.ts'
import { noReadingChoices, type WorkedRead } from '../../../../shared/exchange/time/workedFile.ts'
import { noWorkedChoices, proposeWorked } from '../../../../shared/exchange/time/workedProposal.ts'
import { importCommand } from '../../../../shared/exchange/time/workedWrites.ts'
import type { Plan } from '../../../../shared/plan/plan.ts'
import type { TimeEntry } from '../../../../shared/plan/timeEntry.ts'
import { addDays } from '../../../../shared/time/day.ts'
import { wallClock } from '../../../../shared/time/wallClock.ts'
import { aClient, anEngagement, anEntry, HOME, type PlanParts } from '../../../support/builders.ts'
import { times } from '../../../support/effort.ts'
import { aBillingPlan, aPayingClient } from '../../billing/aBillingPlan.ts'

const YEAR = { clientId: null, from: '2026-01-01', to: '2026-12-31' }

const practice: PlanParts = {
  clients: [aPayingClient(), aClient({ id: 'lumen', name: 'Lumen', order: 2 })],
  engagements: [
    anEngagement(),
    anEngagement({ id: 'lumen-1', clientId: 'lumen', name: '=Security, "audit"', order: 2 }),
  ],
}

/** A file as main writes it and the import decodes it. */
function readAgain(plan: Plan, style: CsvStyle): WorkedRead {
  const text = writeCsv(timeRows(plan, YEAR), style).replace('\uFEFF', '')
  const reading = readWorked(text, { value: 'utf-8', how: 'found' }, noReadingChoices(HOME), () => {})
  if (!reading.ok) throw new Error(reading.code)
  return reading.read
}

/** The entries of a plan after a file was taken into the practice without its own. */
function takenIn(read: WorkedRead): readonly TimeEntry[] {
  const empty = aBillingPlan(practice)
  const choices = { ...noWorkedChoices, task: false, tags: false }
  const command = importCommand(empty, read, proposeWorked(empty, read, choices, {}), choices, {
    newId: () => 'none',
    language: 'en',
    source: 'time.csv',
    zone: HOME,
    today: '2026-11-25',
  })
  if (command === null) return []
  const result = execute(empty, Command.parse(command))
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return Object.values(result.plan.years).flatMap(({ entries }) => Object.values(entries))
}

/** What of an entry is in the file, in an order of its own. */
const told = (entries: readonly TimeEntry[]) =>
  entries
    .map(({ engagementId, day, start, minutes, note, billable }) =>
      JSON.stringify({ engagementId, day, start, minutes, note, billable }),
    )
    .sort()

describe('our own time, exported and imported again', () => {
  it.each(csvStyleNames)('is known as ours, whole, and asks nothing: %s', (style) => {
    const plan = aBillingPlan({
      ...practice,
      entries: [
        anEntry(),
        anEntry({ id: 'b', engagementId: 'lumen-1', start: null, minutes: 20, note: '\'=1+1; "so"' }),
        anEntry({
          id: 'c',
          engagementId: null,
          billable: false,
          day: '2026-10-25',
          start: '2026-10-25T02:30',
          minutes: 100,
        }),
      ],
    })
    const read = readAgain(plan, style)
    expect(read.problems).toEqual([])
    expect(read.assumptions).toMatchObject({
      source: { value: 'headroom' },
      separator: { value: csvStyles[style].separator, how: 'found' },
      decimal: { value: csvStyles[style].decimal, how: 'found' },
      dateOrder: { how: 'found' },
      instants: true,
    })
    const entries = Object.values(plan.years['2026']?.entries ?? {})
    expect(told(takenIn(read))).toEqual(told(entries))
    // Taken into the plan that it came from, it adds nothing: each row is known by the entry's id.
    const here = proposeWorked(plan, read, noWorkedChoices, {})
    expect(here).toMatchObject({ rows: 0, there: entries.length })
  })

  it('adds to a plan only what is not there any more', () => {
    const plan = aBillingPlan({ ...practice, entries: [anEntry(), anEntry({ id: 'b', start: null })] })
    const read = readAgain(plan, 'plain')
    const fewer = aBillingPlan({ ...practice, entries: [anEntry()] })
    expect(proposeWorked(fewer, read, noWorkedChoices, {})).toMatchObject({ rows: 1, there: 1 })
    const again = takenIn(read)
    const restored = aBillingPlan({ ...practice, entries: again })
    expect(proposeWorked(restored, read, noWorkedChoices, {})).toMatchObject({ rows: 0, there: 2 })
  })

  it('is the same whatever was worked', () => {
    const entry = fc.record({
      engagementId: fc.constantFrom('northwind-cto', 'lumen-1'),
      offset: fc.integer({ min: 0, max: 364 }),
      minute: fc.option(fc.integer({ min: 0, max: 1439 })),
      minutes: fc.integer({ min: 1, max: 3000 }),
      note: fc.string({
        unit: fc.constantFrom("'", '=', '-', '"', ',', ';', '\n', ' ', 'ü', '漢', '1'),
        maxLength: 12,
      }),
      billable: fc.boolean(),
    })
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...csvStyleNames),
        (given, style) => {
          const entries = given.map(({ offset, minute, note, ...rest }, i) => {
            const day = addDays('2026-01-01', offset)
            // A clock that was shown twice or skipped names one instant; it comes back as the clock of that instant.
            const isOdd = day === '2026-03-29' || day === '2026-10-25'
            const start = minute === null || isOdd ? null : wallClock(day, minute)
            return anEntry({ ...rest, id: `e-${i}`, day, start, note: note.trim() })
          })
          const plan = aBillingPlan({ ...practice, entries })
          const read = readAgain(plan, style)
          expect(read.problems).toEqual([])
          expect(told(takenIn(read))).toEqual(told(entries))
        },
      ),
      { numRuns: times(60, 600) },
    )
  })
})
