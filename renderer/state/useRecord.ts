import { useState } from 'react'
import type { z } from 'zod'
import type { PracticeRecord } from '../../shared/commands/practiceCommands.ts'
import { execute } from './plan.ts'
import { refusalSentence, useWords } from './words.ts'

/** A record of the practice that is edited in place: typed text lives here until it is left, then it is saved. */
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

/** Edits a record in place: valid values are saved as one undoable command, others keep what was typed and say why. */
export function useRecord<R extends { readonly id: string }>(
  kind: PracticeRecord['kind'],
  record: R,
  schema: z.ZodType,
): RecordForm<R> {
  const words = useWords()
  const [typed, setTyped] = useState<Partial<R>>({})
  const value = { ...record, ...typed }
  const issues = Object.keys(typed).length === 0 ? [] : (schema.safeParse(value).error?.issues ?? [])
  const save = (next: R) => {
    if (!schema.safeParse(next).success) return
    setTyped({})
    if (!isSame(record, next))
      void execute({ type: 'practice/put', records: [{ kind, value: next } as unknown as PracticeRecord] })
  }
  return {
    value,
    type: (change) => setTyped((before) => ({ ...before, ...change })),
    leave: () => Object.keys(typed).length > 0 && save(value),
    choose: (change) => {
      setTyped((before) => ({ ...before, ...change }))
      save({ ...value, ...change })
    },
    error: (field) => {
      const issue = issues.find(({ path }) => path[0] === field)
      return issue === undefined
        ? null
        : refusalSentence(words, { path: [], code: issue.message, params: {} })
    },
  }
}

function isSame<R extends object>(a: R, b: R): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
