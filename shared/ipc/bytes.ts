import { z } from 'zod'

/** The bytes of a file that the window has. */
export const bytesUpTo = (most: number) =>
  z.instanceof(Uint8Array).refine((bytes) => bytes.length <= most, { error: 'too-large' })
