/** The messages about a picture of the screen for the next start. */
import { z } from 'zod'
import { DayField } from '../plan/fields.ts'

/**
 * A node of a picture as the page sends it: a text, or an element's name, attributes, own style (name and value by turns)
 * and children.
 */
export type PictureNode =
  | string
  | readonly [
      name: string,
      attributes: Readonly<Record<string, string>>,
      style: readonly string[],
      children: readonly PictureNode[],
    ]

/** The most UTF-16 units of a picture; a full week has some 300,000. */
export const LARGEST_PICTURE = 4_000_000

export const frameRequests = {
  /**
   * The week that begins at `start`, as drawn of revision `rev` of the plan. `picture` is a
   * {@link PictureNode} as JSON, never markup.
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
