import { isBic, isIban } from '../../shared/billing/iban.ts'
import { Business, Numbering, type Picture } from '../../shared/plan/business.ts'
import type { Plan } from '../../shared/plan/plan.ts'

/** A logo that was chosen and is not in the plan yet. */
export interface ChosenPicture {
  readonly name: string
  readonly picture: Picture
}

/** The business as its form has it, with the patterns of numbers. */
export interface BusinessForm extends Business {
  readonly pattern: string
  /** Null where credit notes are numbered among the invoices. */
  readonly creditPattern: string | null
  readonly chosen: ChosenPicture | null
}

/** A part of the form. */
export interface BusinessPart {
  readonly form: BusinessForm
  readonly set: (change: Partial<BusinessForm>) => void
}

/** The form of a plan's business. */
export function businessForm({ practice }: Plan): BusinessForm {
  return {
    ...practice.business,
    pattern: practice.numbering.pattern,
    creditPattern: practice.creditNumbering?.pattern ?? null,
    chosen: null,
  }
}

/** What the form says about the business itself. */
export function businessOf({
  pattern: _p,
  creditPattern: _c,
  chosen: _l,
  ...business
}: BusinessForm): Business {
  return business
}

/** Whether a text is a pattern of numbers. */
export function isPattern(pattern: string): boolean {
  return Numbering.shape.pattern.safeParse(pattern).success
}

/** Whether it can be saved. A mistyped account can: it is said beside it, and keeps invoices from being issued. */
export function isValid(form: BusinessForm): boolean {
  const { pattern, creditPattern } = form
  const isCredit = creditPattern === null || (isPattern(creditPattern) && creditPattern !== pattern)
  return Business.safeParse(businessOf(form)).success && isPattern(pattern) && isCredit
}

/** Whether an account number that was typed has a mistake. */
export function hasIbanFault(iban: string): boolean {
  return iban.trim() !== '' && !isIban(iban)
}

/** Whether a bank's code that was typed has a mistake. */
export function hasBicFault(bic: string): boolean {
  return bic.trim() !== '' && !isBic(bic)
}
