import type { z } from 'zod'
import { PracticeRecord } from '../../shared/commands/practiceCommands.ts'
import type { Words } from '../../shared/words/words.ts'
import { useKeptChange } from './keptForm.ts'
import { execute } from './plan.ts'
import { toastWithUndo } from './undoToast.ts'
import { refusalSentence, useWords, wordsNow } from './words.ts'

/** A record that is edited: what is typed is shown, and saved when it is left or with its form. */
export interface RecordForm<R> {
  readonly value: R
  /** Shows a value without saving it yet: for text while it is typed. */
  readonly type: (change: Partial<R>) => void
  /** Saves what was typed, if it is valid. */
  readonly leave: () => void
  /** Shows and saves at once: for choices. */
  readonly choose: (change: Partial<R>) => void
  /** The sentence for what is wrong with a field, null where nothing is. */
  readonly error: (field: keyof R & string) => string | null
}

/**
 * Edits a record in place: valid values are saved as one undoable command, others keep what was typed, also when the
 * screen is left meanwhile, and say why.
 */
export function useRecord<R extends { readonly id: string }>(
  kind: PracticeRecord['kind'],
  record: R,
  schema: z.ZodType,
): RecordForm<R> {
  const words = useWords()
  const [typed, setTyped] = useKeptChange<R>(`${kind} ${record.id} in place`)
  const value = { ...record, ...typed }
  const save = (next: R) => {
    const checked = PracticeRecord.safeParse({ kind, value: next })
    if (!checked.success) return
    setTyped({})
    if (!isSame(record, next)) void saveRecord(checked.data)
  }
  return {
    value,
    type: (change) => setTyped({ ...typed, ...change }),
    leave: () => Object.keys(typed).length > 0 && save(value),
    choose: (change) => {
      setTyped({ ...typed, ...change })
      save({ ...value, ...change })
    },
    error: errorsOf(words, schema, value, typed),
  }
}

/** The sentences for what is wrong with the fields that were changed. */
export function errorsOf<R extends object>(
  words: Words,
  schema: z.ZodType,
  value: R,
  changed: Partial<R>,
): RecordForm<R>['error'] {
  const issues = Object.keys(changed).length === 0 ? [] : (schema.safeParse(value).error?.issues ?? [])
  return (field) => {
    const issue = issues.find(({ path }) => path[0] === field)
    if (issue === undefined || !(field in changed)) return null
    return refusalSentence(words, { path: [], code: issue.message, params: {} })
  }
}

/** Saves a record of the practice as one step, tells so, and offers to take it back. Whether it was saved. */
export async function saveRecord(record: PracticeRecord): Promise<boolean> {
  const reply = await execute({ type: 'practice/put', records: [record] })
  if (reply.ok) toastWithUndo(wordsNow().clientPage.saved(nameOf(record)))
  return reply.ok
}

/** Deletes a record of the practice as one step, tells so, and offers to take it back. Whether it was deleted. */
export async function deleteRecord(kind: PracticeRecord['kind'], id: string, name: string): Promise<boolean> {
  const reply = await execute({ type: 'practice/delete', kind, id })
  if (reply.ok) toastWithUndo(wordsNow().clientPage.deleted(name))
  return reply.ok
}

function nameOf({ value }: PracticeRecord): string {
  return 'name' in value ? value.name : 'title' in value ? value.title : ''
}

function isSame<R extends object>(a: R, b: R): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
