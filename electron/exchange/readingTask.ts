/** What the calendar thread is started with: a file to read, or a text that was dropped on the window. */
export type ReadingTask = { readonly path: string } | { readonly text: string }

/** Whether a value that crossed to the thread is a task. */
export function isReadingTask(value: unknown): value is ReadingTask {
  if (typeof value !== 'object' || value === null) return false
  return (
    ('path' in value && typeof value.path === 'string') || ('text' in value && typeof value.text === 'string')
  )
}
