/**
 * The kinds of value that records are made of. Every record's schema is built from these, so a bound is stated once
 * and a border (IPC, disk, import, form) refuses with the same code.
 */
import { z } from 'zod'
import { isCurrency } from '../money/currency.ts'
import { isDay } from '../time/day.ts'
import { isWallClock } from '../time/wallClock.ts'
import { isZone } from '../time/zone.ts'
import type { Frozen } from './frozen.ts'
import { isId } from './id.ts'

/**
 * A record's identity, made by whoever creates the record (a UUID, or a name of a built-in record). One check and not
 * four: a plan of ten years has a hundred thousand of them, and is read before anything can be shown.
 */
export const Id = z.string().refine(isId, { error: 'id' })
export type Id = z.infer<typeof Id>

/** One line of text that a person typed: kept as typed, 1 to 500 UTF-16 units, never only white space. */
export const Title = z
  .string()
  .refine((text) => text.trim() !== '', { error: 'empty' })
  .max(500, { error: 'too-long' })

/** One line of text that may be empty, up to 500 UTF-16 units. */
export const Line = z.string().max(500, { error: 'too-long' })

/** Text of several lines, up to 20,000 UTF-16 units. */
export const Note = z.string().max(20_000, { error: 'too-long' })

/** A calendar day `YYYY-MM-DD` that exists. */
export const DayField = z.string().refine(isDay, { error: 'day' })

/** A wall-clock time `YYYY-MM-DDTHH:mm`; its zone stands beside it in the record. */
export const WallClockField = z.string().refine(isWallClock, { error: 'wall-clock' })

/** An IANA time zone known to the runtime. */
export const ZoneField = z.string().refine((name) => name.length <= 80 && isZone(name), { error: 'zone' })

/** The longest session or entry: seven days, in minutes. */
export const LONGEST_MINUTES = 7 * 24 * 60

/** A length of work in whole minutes, at least one. */
export const Minutes = z
  .int({ error: 'minutes' })
  .min(1, { error: 'minutes-positive' })
  .max(LONGEST_MINUTES, { error: 'minutes-too-long' })

/** An amount of time in whole minutes, zero allowed, bounded by 100,000 hours (budgets, reserves, estimates). */
export const MinuteTotal = z.int({ error: 'minutes' }).min(0, { error: 'minutes-negative' }).max(6_000_000, {
  error: 'minutes-too-long',
})

/** Minute of a civil day, 0 to 1440 (1440 is the end of the day). */
export const MinuteOfDay = z.int().min(0).max(1440)

/** Money in the currency's minor unit; at most 10¹³ so that sums of a thousand lines stay exact. */
export const Minor = z
  .int({ error: 'money' })
  .min(-1e13, { error: 'money-range' })
  .max(1e13, { error: 'money-range' })

/** Money that may not be negative. */
export const MinorPositive = Minor.min(0, { error: 'money-negative' })

/** A rate in parts per million: 19 % is 190,000. */
export const PartsPerMillion = z.int().min(0).max(1_000_000)

/** ISO 4217 code. */
export const CurrencyField = z.string().refine(isCurrency, { error: 'currency' })

/** ISO weekday, Monday 1 to Sunday 7. */
export const Weekday = z.int().min(1).max(7)

/** A client's colour: one of the palette's names, which the theme draws apart for colour-blind eyes. */
export const colourNames = [
  'blue',
  'teal',
  'plum',
  'amber',
  'slate',
  'green',
  'rust',
  'indigo',
  'rose',
  'olive',
  'sky',
  'brown',
  'violet',
  'moss',
] as const
export const Colour = z.enum(colourNames)
export type Colour = z.infer<typeof Colour>

/** The languages that screens and documents exist in. */
export const languages = ['en', 'de'] as const
export const Language = z.enum(languages)
export type Language = z.infer<typeof Language>

/** The languages of the papers that a client gets. */
export const paperLanguages = ['en', 'de', 'fr'] as const
export const PaperLanguage = z.enum(paperLanguages)
export type PaperLanguage = z.infer<typeof PaperLanguage>

/** Postal address in parts, as EN 16931 (BG-5, BG-8) and the Swiss QR bill ask; a single free text would be a dead end. */
export const Address = z.strictObject({
  street: Line,
  number: z.string().max(40),
  postcode: z.string().max(40),
  town: Line,
  country: z.string().regex(/^([A-Z]{2})?$/, { error: 'country' }),
})
export type Address = Frozen<z.infer<typeof Address>>

/** An address with nothing in it. */
export const emptyAddress: Address = { street: '', number: '', postcode: '', town: '', country: '' }

/** The fields of a record, each of which may be left out (but not be `undefined`): the shape of a change. */
export function anyOf<S extends Readonly<Record<string, z.ZodType>>>(
  fields: S,
): { [K in keyof S]: z.ZodExactOptional<S[K]> } {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, z.exactOptional(field)]),
  ) as {
    [K in keyof S]: z.ZodExactOptional<S[K]>
  }
}
