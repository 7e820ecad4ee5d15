import type { z } from 'zod'

/**
 * What the window noted under a name at an earlier start, in this computer's own memory and not in the plan. Null where
 * nothing was noted or it does not read as what the schema says.
 */
export function recall<S extends z.ZodType>(name: string, schema: S): z.infer<S> | null {
  try {
    const read = schema.safeParse(JSON.parse(localStorage.getItem(name) ?? 'null'))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** Notes something for the next start. */
export function note(name: string, value: unknown): void {
  localStorage.setItem(name, JSON.stringify(value))
}

/** Forgets what was noted; a test begins with it. */
export function forgetNote(name: string): void {
  localStorage.removeItem(name)
}
