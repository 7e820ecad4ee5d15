import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { execute } from '../../shared/commands/execute.ts'
import { importCommand, proposeImport } from '../../shared/exchange/importProposal.ts'
import { noChoices } from '../../shared/exchange/importShape.ts'
import { readCalendar } from '../../shared/exchange/readCalendar.ts'
import { addDays } from '../../shared/time/day.ts'
import { occurrences } from '../../shared/time/recurrence.ts'
import { aClient, anEngagement, aPlan, HOME } from '../support/builders.ts'
import { measure, report, sumOf, within } from '../support/measure.ts'
import { aCalendar } from './importFiles.ts'

const RULES = 400
const WEEK = { from: '2026-11-23', to: '2026-11-29' }

/** Weekly rules that began about ten years before the week. */
const old = Array.from({ length: RULES }, (_, i) => ({
  start: `${addDays('2016-11-28', i % 5)}T${String(8 + (i % 9)).padStart(2, '0')}:00`,
  rule: `FREQ=WEEKLY;INTERVAL=${1 + (i % 2)}`,
}))

/** What a library does: it walks from the first occurrence. */
function walked({ start, rule }: (typeof old)[number]): number {
  const walk = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateTimeString(`${start}:00`))
  let found = 0
  for (let time = walk.next(); time !== null; time = walk.next()) {
    const day = time.toString().slice(0, 10)
    if (day > WEEK.to) return found
    if (day >= WEEK.from) found++
  }
  return found
}

test('a week of old rules, beside ical.js', async () => {
  const recurrences = old.map(({ start, rule }) => ({ start, recurrence: { rule, except: [], extra: [] } }))
  let [ours, theirs] = [0, 0]
  const walking = await measure('ical.js from the first occurrence', 3, () => {
    theirs = old.reduce((sum, one) => sum + walked(one), 0)
  })
  const jumping = await measure(`${RULES} rules by arithmetic`, 200, () => {
    ours = recurrences.reduce(
      (sum, { start, recurrence }) => sum + occurrences(start, HOME, recurrence, WEEK).starts.length,
      0,
    )
  })
  report('a week of old rules (ms)', [walking, within(jumping, { most: 1 })])
  expect(ours).toBe(theirs)
})

test.each([20_000, 100_000])(
  'reading, judging and taking in %i events, beside parsing by ical.js',
  async (count) => {
    const text = aCalendar(count)
    const plan = aPlan({ clients: [aClient()], engagements: [anEngagement()] })
    const context = {
      homeZone: HOME,
      today: '2026-11-24',
      newId: () => crypto.randomUUID(),
      fileName: 'work',
      untitled: 'Untitled',
    }
    const runs = count > 50_000 ? 2 : 5
    const parsing = await measure('parsed by ical.js', runs, () => ICAL.parse(text))
    const reading = readCalendar(text)
    if (!reading.ok) throw new Error(reading.code)
    const read = await measure('read', runs, () => readCalendar(text))
    const proposal = proposeImport(plan, reading.calendar, noChoices, context)
    const judged = await measure('compared with the plan', runs, () =>
      proposeImport(plan, reading.calendar, noChoices, context),
    )
    const command = importCommand(proposal)
    if (command === null) throw new Error('nothing to import')
    const taken = await measure('taken in', runs, () => execute(plan, command))
    const all = sumOf('all', [read, judged, taken])
    report(`${count} events of calendars (ms)`, [
      parsing,
      read,
      judged,
      taken,
      count === 20_000 ? within(all, { most: 10_000 }) : all,
    ])
  },
)
