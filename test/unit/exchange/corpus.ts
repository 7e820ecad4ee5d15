/** The shared collection of calendar files, where the machine has it. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { encodedCalendar } from '../../../shared/exchange/calendarBytes.ts'

const folder = fileURLToPath(new URL('../../../../shared/corpora/', import.meta.url))
const expectations = `${folder}icalendar-python/expected-occurrences.json`

export interface ExpectedOccurrence {
  readonly start: string
  readonly end: string
  readonly summary: string
  readonly uid: string
}

export interface Expected {
  readonly agreement: string
  readonly window?: readonly [string, string]
  readonly count?: number
  readonly occurrences?: readonly ExpectedOccurrence[]
  readonly truncated?: boolean
}

/** Why the tests that need the collection are passed over; empty where it is there. */
export const corpusMissing = existsSync(expectations) ? '' : `no collection of calendar files at ${folder}`

/** Each file of the collection with what engines agree on. */
export function corpusFiles(): readonly (readonly [string, Expected])[] {
  if (corpusMissing !== '') return []
  return Object.entries(JSON.parse(readFileSync(expectations, 'utf8')) as Record<string, Expected>)
}

/** The text of a file of the collection, decoded as the app does. */
export function corpusText(file: string): string {
  const { bytes, encoding } = encodedCalendar(readFileSync(`${folder}${file}`))
  return new TextDecoder(encoding).decode(bytes)
}
