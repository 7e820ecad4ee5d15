/** What of a table cannot be taken in, or is taken in otherwise than it stands there. */

/** Rows that cannot be read, rows that hold no time that was worked, and remarks on rows that are taken in. */
const weights = {
  'quote-broken': 'bad',
  'cut-off': 'bad',
  'fields-missing': 'bad',
  'fields-extra': 'bad',
  'day-missing': 'bad',
  'day-unreadable': 'bad',
  'time-unreadable': 'bad',
  'length-missing': 'bad',
  'length-unreadable': 'bad',
  'billable-unreadable': 'bad',
  'text-too-long': 'bad',
  'beyond-range': 'bad',
  negative: 'bad',
  'too-long': 'bad',
  running: 'out',
  'zero-length': 'out',
  'under-a-minute': 'out',
  break: 'out',
  'other-person': 'out',
  'length-differs': 'remark',
  'start-skipped': 'remark',
  'start-repeated': 'remark',
} as const
export type WorkedProblemCode = keyof typeof weights

/** `line` counts from 1 as an editor does. */
export interface WorkedProblem {
  readonly line: number
  readonly code: WorkedProblemCode
  readonly params: Readonly<Record<string, string | number>>
}

/** Whether a row is bad, left out because it holds no work, or only remarked on. */
export function weightOf({ code }: Pick<WorkedProblem, 'code'>): 'bad' | 'out' | 'remark' {
  return weights[code]
}

/** Why a record is no row, given back instead of one. */
export type Left = Omit<WorkedProblem, 'line'>

export function left(code: WorkedProblemCode, params: WorkedProblem['params'] = {}): Left {
  return { code, params }
}

/** What of a cell is shown in a problem. */
const EXCERPT = 60

/** The beginning of a cell, for a sentence about it. */
export function excerpt(text: string): string {
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text
}
