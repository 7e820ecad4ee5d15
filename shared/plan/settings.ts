import { z } from 'zod'
import { DayInterval } from './availability.ts'
import { DayField, Language, MinuteTotal, Weekday, ZoneField } from './fields.ts'
import type { Frozen } from './frozen.ts'
import { newReminders, ReminderSettings } from './reminding.ts'

/**
 * Lengths of the blocks that work is planned in, in minutes. With `usableOnly`, gaps shorter than the shortest block
 * count as no free time.
 */
export const Blocks = z
  .strictObject({
    shortest: z.int().min(5).max(480),
    longest: z.int().min(5).max(1440),
    usableOnly: z.boolean(),
  })
  .refine((blocks) => blocks.shortest <= blocks.longest, {
    path: ['longest'],
    error: 'longest-below-shortest',
  })
export type Blocks = Frozen<z.infer<typeof Blocks>>

/** What the planner decided about the plan itself; it travels with the plan. */
export const Settings = z.strictObject({
  homeZone: ZoneField,
  firstWeekday: Weekday,
  /** `system` follows the desktop. */
  language: z.union([Language, z.literal('system')]),
  theme: z.enum(['system', 'light', 'dark']),
  /** Minutes a week kept free for what nobody planned. */
  reserveMinutes: MinuteTotal.max(10_080),
  /** Minutes wanted between sessions of different clients. */
  changeoverMinutes: MinuteTotal.max(480),
  /** How open work is cut when it is planned. */
  blocks: Blocks,
  /** The part of a working day that is best for focus work, filled first; null where none is. */
  focusHours: DayInterval.nullable(),
  /** Region of public holidays as the library `date-holidays` names it, e.g. `{country:'DE', state:'BY'}`. */
  holidays: z
    .strictObject({ country: z.string().regex(/^[A-Z]{2}$/), state: z.string().max(10).nullable() })
    .nullable(),
  /** Public holidays on which the planner works all the same. */
  workedHolidays: z.array(DayField).max(2000),
  reminders: ReminderSettings,
  /** Minutes without a key or the mouse after which the timer asks, and minutes after which it warns that it still runs. */
  timer: z.strictObject({ idle: z.int().min(1).max(240).nullable(), long: z.int().min(30).max(1440) }),
  /** Whether closing the window leaves the app in the tray. */
  keepInTray: z.boolean(),
})
export type Settings = Frozen<z.infer<typeof Settings>>

/** The settings of a new plan in the given zone. */
export function newSettings(homeZone: string): Settings {
  return {
    homeZone,
    firstWeekday: 1,
    language: 'system',
    theme: 'system',
    reserveMinutes: 0,
    changeoverMinutes: 0,
    blocks: { shortest: 30, longest: 240, usableOnly: false },
    focusHours: null,
    holidays: null,
    workedHolidays: [],
    reminders: newReminders,
    timer: { idle: 10, long: 600 },
    keepInTray: true,
  }
}
