/** The messages about the app itself. */
import { z } from 'zod'

/** A part of the app that others made: a package or a font, with the text of its licence. */
export const Licence = z.object({
  name: z.string(),
  /** Empty where it has none. */
  version: z.string(),
  /** As its maker names it, an SPDX expression. */
  licence: z.string(),
  text: z.string(),
})
export type Licence = Readonly<z.infer<typeof Licence>>

/** What is shipped with the app; `chromium` where the file with the licences of Chromium's many parts lies beside it. */
export interface Licences {
  readonly parts: readonly Licence[]
  readonly chromium: boolean
}

export const aboutRequests = {
  'about/licences': z.undefined(),
  /** Opens the file with Chromium's licences. */
  'about/chromium': z.undefined(),
} as const

export interface AboutReplies {
  'about/licences': Licences
  /** Whether it was opened. */
  'about/chromium': boolean
}
