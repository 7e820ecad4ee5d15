/** The messages about files that are imported: calendars, tables of worked time. */
import { z } from 'zod'
import type { CalendarHead } from '../exchange/calendarFile.ts'
import { LARGEST_CALENDAR } from '../exchange/largestCalendar.ts'
import { LARGEST_TABLE, ReadingChoices } from '../exchange/time/workedFile.ts'
import { bytesUpTo } from './bytes.ts'

/** A calendar file chosen and read, not yet imported. Its events are asked for in pieces (`calendar/piece`). */
export type CalendarReply =
  | {
      readonly state: 'read'
      readonly name: string
      readonly calendar: CalendarHead
      readonly pieces: number
    }
  | { readonly state: 'cancelled' }
  | {
      readonly state: 'failed'
      readonly code: string
      readonly params: Readonly<Record<string, string | number>>
    }

/** A calendar file that came by itself. The window asks for it by its id; it never names a path. */
export interface OfferedCalendar {
  readonly id: string
  /** The file's name, without its folder. */
  readonly name: string
}

/** The folder that this computer looks for calendars in; null is none. */
export interface CalendarFolder {
  readonly folder: string | null
  readonly readable: boolean
}

/** A table of worked time chosen and read, not yet imported. `read` is a `WorkedRead` as JSON: a text crosses at once. */
export type WorkedReply =
  | { readonly state: 'read'; readonly name: string; readonly read: string }
  | { readonly state: 'cancelled' }
  | {
      readonly state: 'failed'
      readonly code: string
      readonly params: Readonly<Record<string, string | number>>
    }

export const exchangeRequests = {
  'calendar/choose': z.undefined(),
  'calendar/drop': z.strictObject({ name: z.string().max(500), bytes: bytesUpTo(LARGEST_CALENDAR) }),
  /** Reads a file that was offered. */
  'calendar/take': z.strictObject({ id: z.string().max(80) }),
  /** Events of the calendar that was read last. */
  'calendar/piece': z.strictObject({ index: z.int().min(0) }),
  /** Gives up the calendar that is being read, or forgets the one that was. */
  'calendar/stop': z.undefined(),
  'calendar/folder': z.undefined(),
  /** Asks for a folder to look for calendars in. */
  'calendar/watch': z.undefined(),
  'calendar/unwatch': z.undefined(),
  'worked/choose': ReadingChoices,
  'worked/drop': z.strictObject({
    name: z.string().max(500),
    bytes: bytesUpTo(LARGEST_TABLE),
    choices: ReadingChoices,
  }),
  /** The file of last time, read under other choices. */
  'worked/again': ReadingChoices,
  'worked/stop': z.undefined(),
} as const

export interface ExchangeReplies {
  'calendar/choose': CalendarReply
  'calendar/drop': CalendarReply
  'calendar/take': CalendarReply
  /** A list of `CalendarEvent` as JSON; null where there is none, or it was given already. */
  'calendar/piece': string | null
  'calendar/stop': undefined
  'calendar/folder': CalendarFolder
  'calendar/watch': CalendarFolder
  'calendar/unwatch': CalendarFolder
  'worked/choose': WorkedReply
  'worked/drop': WorkedReply
  'worked/again': WorkedReply
  'worked/stop': undefined
}
