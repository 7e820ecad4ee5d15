/**
 * What a table of worked time says under stated assumptions: plain data that crosses threads and processes. Which
 * engagement each row is for, and what of it is already here, is decided in `workedProposal.ts`.
 */
import { z } from 'zod'
import { ZoneField } from '../../plan/fields.ts'
import type { Day } from '../../time/day.ts'
import type { WallClock } from '../../time/wallClock.ts'
import { textEncodings } from '../textEncoding.ts'
import { type DateOrder, dateOrders } from './clockCell.ts'
import { type Columns, columnRoles, workedSources } from './columns.ts'
import { type DecimalMark, decimalMarks, type LengthUnit, lengthUnits, minuteRules } from './lengthCell.ts'
import { separators } from './separator.ts'
import type { WorkedProblem } from './workedProblem.ts'

/** Who worked, for everybody in the file. */
export const EVERYBODY = '*'

/** What the user decided about reading; null, or a role that is not named, is left to what the file shows. */
export const ReadingChoices = z.strictObject({
  encoding: z.enum(textEncodings).nullable(),
  separator: z.enum(separators).nullable(),
  /** Whether the first line holds the names of the columns. */
  headed: z.boolean().nullable(),
  source: z.enum(workedSources).nullable(),
  /** Columns counted from 0; −1 for none. */
  columns: z.partialRecord(z.enum(columnRoles), z.int().min(-1).max(10_000)),
  dateOrder: z.enum(dateOrders).nullable(),
  decimal: z.enum(decimalMarks).nullable(),
  unit: z.enum(lengthUnits).nullable(),
  minutes: z.enum(minuteRules),
  /** The zone of its clocks; of times in UTC, the zone in which they are kept. */
  zone: ZoneField,
  /** Whose rows are wanted; `*` for everybody's. */
  person: z.string().max(1000).nullable(),
})
export type ReadingChoices = z.infer<typeof ReadingChoices>

/** Nothing decided but the zone, which is the home zone until the user says otherwise. */
export function noReadingChoices(zone: string): ReadingChoices {
  return {
    encoding: null,
    separator: null,
    headed: null,
    source: null,
    columns: {},
    dateOrder: null,
    decimal: null,
    unit: null,
    minutes: 'nearest',
    zone,
    person: null,
  }
}

/** How a value was come by: seen in the file, assumed for want of a sign, chosen by the user, or to be asked before anything is written. */
export type AssumptionHow = 'found' | 'assumed' | 'chosen' | 'ask'
export interface Assumption<T> {
  readonly value: T
  readonly how: AssumptionHow
}

/** All that the rows were read by. */
export interface Assumptions {
  readonly encoding: Assumption<(typeof textEncodings)[number]>
  readonly separator: Assumption<(typeof separators)[number]>
  readonly headed: Assumption<boolean>
  readonly source: Assumption<(typeof workedSources)[number]>
  readonly columns: Columns
  /** Null where the file holds no dates that have an order. */
  readonly dateOrder: Assumption<DateOrder>
  readonly decimal: Assumption<DecimalMark>
  readonly unit: Assumption<LengthUnit>
  readonly person: Assumption<string>
  /** Hours of its clocks: AM and PM, or 24; null without times. */
  readonly clock: 12 | 24 | null
  /** Times with an offset, as in `…Z`, are instants: they are shown in the zone. */
  readonly instants: boolean
  /** In the name of an amount; null where none says. */
  readonly currency: string | null
}

/** One row that can be an entry. */
export interface WorkedRow {
  readonly line: number
  /** Place of its client and project in `groups`. */
  readonly group: number
  readonly task: string
  readonly note: string
  readonly tags: string
  /** Null where the file does not say. */
  readonly billable: boolean | null
  readonly day: Day
  /** Null where the file has no time of the day: none is invented. */
  readonly start: WallClock | null
  readonly minutes: number
  /** Its identity, the same in every export that holds it. */
  readonly key: string
}

/** A client and project as the file names them; either may be empty. */
export interface WorkedGroup {
  readonly client: string
  readonly project: string
}

/** A table, read. */
export interface WorkedRead {
  readonly assumptions: Assumptions
  /** The names of the columns, or `1`, `2`, … where the file has none. */
  readonly header: readonly string[]
  /** The first records, for choosing columns. */
  readonly sample: readonly (readonly string[])[]
  /** Everybody in the file with the number of their rows, the most first. */
  readonly people: readonly { readonly name: string; readonly rows: number }[]
  /** Records that hold something, without the header. */
  readonly records: number
  readonly groups: readonly WorkedGroup[]
  readonly rows: readonly WorkedRow[]
  readonly problems: readonly WorkedProblem[]
  /** Seconds of all rows before they became minutes. */
  readonly seconds: number
}

export type WorkedRefusalCode =
  | 'empty'
  | 'not-a-table'
  | 'broken-quotes'
  | 'too-large'
  | 'too-many-rows'
  | 'too-slow'
  | 'unreadable-file'
  | 'reader-failed'

/** A table, or why there is none. */
export type WorkedReading =
  | { readonly ok: true; readonly read: WorkedRead }
  | {
      readonly ok: false
      readonly code: WorkedRefusalCode
      readonly params: Readonly<Record<string, string | number>>
    }

/** The most rows that are read of one file: what one command of the plan takes in. */
export const MOST_ROWS = 100_000

/** The largest file that is read, in bytes. */
export const LARGEST_TABLE = 60 * 1024 * 1024
