import { hasWhatItTakes } from '../../../shared/exchange/time/columns.ts'
import type { WorkedRead } from '../../../shared/exchange/time/workedFile.ts'

/** What only the user can say of how a file is to be read. */
export type TableQuestion = 'columns' | 'dateOrder' | 'person'

/** The questions that wait for an answer. */
export function unanswered({ assumptions }: WorkedRead): readonly TableQuestion[] {
  const questions: TableQuestion[] = []
  if (!hasWhatItTakes(assumptions.columns)) questions.push('columns')
  if (assumptions.dateOrder.how === 'ask') questions.push('dateOrder')
  if (assumptions.person.how === 'ask') questions.push('person')
  return questions
}
