import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noHolidays } from '../../../shared/capacity/holidays.ts'
import { Session } from '../../../shared/plan/session.ts'
import { planLine } from '../../../shared/quickAdd/planLine.ts'
import { toEpochMinute } from '../../../shared/time/zone.ts'
import { times } from '../../support/effort.ts'
import { context, plan, read } from './readings.ts'

/** The Big List of Naughty Strings (MIT), kept beside the project. */
const naughtyFile = fileURLToPath(
  new URL('../../../../shared/corpora/naughty-strings/blns.json', import.meta.url),
)

/** Reads and plans a line, and holds what comes of it against what must hold for any line. */
function hold(line: string): void {
  const reading = read(line)
  const { parts } = reading
  for (const [i, { from, to }] of parts.entries()) {
    expect(from).toBeLessThan(to)
    expect(from).toBeGreaterThanOrEqual(parts[i - 1]?.to ?? 0)
  }
  const covered = (at: number) => parts.some(({ from, to }) => from <= at && at < to)
  for (const { index } of line.slice(0, 1000).matchAll(/[a-z0-9]/giu))
    expect([index, covered(index)]).toEqual([index, true])
  let count = 0
  const planned = planLine(reading, {
    plan,
    context: { holidays: noHolidays, now: toEpochMinute(context.now, 'Europe/Berlin') },
    engagementId: reading.forWhom.kind === 'named' ? reading.forWhom.id : null,
    usualTitle: 'Untitled',
    newId: () => `new-${++count}`,
  })
  if (planned.ok)
    for (const session of planned.sessions) expect(Session.safeParse(session).error).toBeUndefined()
  else expect(planned.problem.code).toBeTruthy()
}

describe('any line', () => {
  test.skipIf(!existsSync(naughtyFile))(
    'of the naughty strings (skipped where the list is not beside the project) is read without a fault, and what it plans is valid',
    () => {
      const lines: string[] = JSON.parse(readFileSync(naughtyFile, 'utf8'))
      expect(lines.length).toBeGreaterThan(500)
      for (const line of lines) for (const given of [line, `lumen ${line} tue 10:30 45m`]) hold(given)
    },
  )

  const word = fc.constantFrom(
    ...'lumen acme globex own nw call focus review tue fri next week this every other 2 weeks daily weekly monthly until from'.split(
      ' ',
    ),
    ...'9-12 10:30 at 3pm 45m 1h30 1.5h 7 dec 2026-12-01 31 feb 2026-W53 KW 50 29.2. 12/13 tentative #risk ? new york'.split(
      ' ',
    ),
    ...'Europe/London PT1H 2026-12-01T10:00Z 6 times for in 99999 hours morgen bis nächsten Montag last friday of the month'.split(
      ' ',
    ),
    ...['"', '–', '24:00', '00:00', '2199-12-31', '1970-01-01', '9999-12-31', '0m', '\u200b', 'İ', 'ß', '🙂'],
  )
  test('of known words in any order is read without a fault, and what it plans is valid', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => hold(words.join(' '))),
      { numRuns: times(300, 6000) },
    )
  })

  test('of any signs is read without a fault, and what it plans is valid', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), hold), {
      numRuns: times(150, 6000),
    })
  })
})
