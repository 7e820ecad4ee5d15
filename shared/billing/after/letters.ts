/** Reminder letters: which comes next, from when on, and what it asks for. */
import type { Minor } from '../../money/amount.ts'
import type { Id } from '../../plan/fields.ts'
import type { Invoice, ReminderLetter } from '../../plan/invoice.ts'
import type { Plan } from '../../plan/plan.ts'
import { addDays, type Day, maxDay } from '../../time/day.ts'
import { invoiceStatus } from '../status.ts'

export const letterLevels = [1, 2, 3] as const
export type LetterLevel = (typeof letterLevels)[number]

/** Days that a letter gives to pay, by level: the last gives the longest notice of what comes after. */
const DAYS_TO_PAY: Readonly<Record<LetterLevel, number>> = { 1: 7, 2: 7, 3: 10 }

/** The letter that comes next. */
export interface NextLetter {
  readonly level: LetterLevel
  /** The first day on which it can be sent: after the due date, and after the day that the last letter named. */
  readonly from: Day
}

/** The next letter for an invoice that is owed; null where nothing is. After the third level it is that again. */
export function nextLetter(plan: Pick<Plan, 'years'>, invoice: Invoice, today: Day): NextLetter | null {
  if (invoice.issued === null || invoiceStatus(plan, invoice, today).due <= 0) return null
  const last = invoice.letters.at(-1)
  const { dueOn } = invoice.issued
  return {
    level: levelOf((last?.level ?? 0) + 1),
    from: addDays(last === undefined ? dueOn : maxDay(dueOn, last.payBy), 1),
  }
}

function levelOf(number: number): LetterLevel {
  return number <= 1 ? 1 : number === 2 ? 2 : 3
}

/** A letter of a day as it is proposed. */
export function proposedLetter(
  plan: Pick<Plan, 'years'>,
  invoice: Invoice,
  { id, on, level }: { readonly id: Id; readonly on: Day; readonly level: LetterLevel },
): ReminderLetter {
  const open: Minor = invoiceStatus(plan, invoice, on).due
  return { id, level, on, payBy: addDays(on, DAYS_TO_PAY[level]), open: Math.max(0, open), fee: 0 }
}
