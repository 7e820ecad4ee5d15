import { Command } from '../../../shared/commands/registry.ts'
import type { Words } from '../../../shared/words/words.ts'
import { refusalSentence } from '../../state/words.ts'
import { type Draft, startOf } from './draft.ts'

/** What is wrong with a draft, by field, in sentences. Empty where it can be saved. */
export type DraftErrors = Partial<
  Record<'title' | 'start' | 'day' | 'minutes' | 'travelBefore' | 'travelAfter' | 'notes' | 'repeat', string>
>

/** Checks a draft by the schema of its command, the one that main checks again. */
export function draftErrors(
  draft: Draft,
  command: Command | null,
  words: Words,
  several: boolean,
): DraftErrors {
  const errors: Record<string, string> = {}
  const sentence = (code: string) => refusalSentence(words, { path: [], code, params: {} })
  if (!several && draft.day === null) errors.day = sentence('day')
  if (!several && draft.minute === null) errors.start = sentence('wall-clock')
  if (draft.minutes === null) errors.minutes = sentence('minutes')
  const checked =
    command === null || (!several && startOf(draft) === null) ? null : Command.safeParse(command)
  for (const issue of checked?.error?.issues ?? []) {
    const field = fieldOf(issue.path)
    errors[field] ??= sentence(issue.message)
  }
  return errors
}

function fieldOf(path: readonly PropertyKey[]): string {
  const known = path.find((part) =>
    ['title', 'start', 'minutes', 'travelBefore', 'travelAfter', 'notes', 'recurrence'].includes(
      String(part),
    ),
  )
  return known === 'recurrence' ? 'repeat' : String(known ?? 'title')
}
