/** The messages about a picture of the screen for the next start. */
import { z } from 'zod'
import { DayField } from '../plan/fields.ts'

/** The most UTF-16 units of a picture; a full week has some 300,000. */
export const LARGEST_PICTURE = 4_000_000

export const frameRequests = {
  /**
   * The week that begins at `start`, as drawn of revision `rev` of the plan. `picture` is JSON of nested arrays
   * (electron/frame/frameMarkup.ts), never markup.
   */
  'frame/keep': z.strictObject({
    rev: z.int().min(0),
    start: DayField,
    picture: z.string().max(LARGEST_PICTURE),
  }),
  /** There is nothing that a start could show. */
  'frame/forget': z.undefined(),
} as const

export interface FrameReplies {
  'frame/keep': undefined
  'frame/forget': undefined
}
