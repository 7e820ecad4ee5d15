import { useState } from 'react'
import type { ZodType } from 'zod'
import { refusalSentence, useWords } from '../state/words.ts'

/** A value that is shown as it was typed, saved as soon as it is right, and until then told what is wrong with it. */
export function useDraft<V>(saved: V, schema: ZodType<V>, save: (value: V) => void) {
  const all = useWords()
  const [draft, setDraft] = useState<{ readonly of: string; readonly value: V } | null>(null)
  // By value: what was just saved comes back from the main process as another object.
  const savedText = JSON.stringify(saved)
  const value = draft !== null && draft.of === savedText ? draft.value : saved
  const issues = schema.safeParse(value).error?.issues ?? []
  return {
    value,
    set: (next: V) => {
      const isRight = schema.safeParse(next).success
      setDraft(isRight ? null : { of: savedText, value: next })
      if (isRight) save(next)
    },
    errorAt: (field: keyof V) => {
      const issue = issues.find(({ path }) => path[0] === field)
      return issue === undefined ? null : refusalSentence(all, { path: [], code: issue.message, params: {} })
    },
  }
}
