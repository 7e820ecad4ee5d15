import type { ReadingChoices } from '../../shared/exchange/time/workedFile.ts'

/** A calendar to read: a file, or the bytes of one that was dropped on the window. */
export type CalendarTask = { readonly path: string } | { readonly bytes: Uint8Array }

/** A table of worked time to read under the user's choices: a file, or the bytes of one that was dropped. */
export interface TableTask {
  readonly table: { readonly path: string } | { readonly bytes: Uint8Array }
  readonly choices: ReadingChoices
}

/** What the reading thread is started with. */
export type ReadingTask = CalendarTask | TableTask

/** Whether a value that crossed to the thread is a task. */
export function isReadingTask(value: unknown): value is ReadingTask {
  if (typeof value !== 'object' || value === null) return false
  if ('table' in value) return 'choices' in value
  return (
    ('path' in value && typeof value.path === 'string') ||
    ('bytes' in value && value.bytes instanceof Uint8Array)
  )
}
