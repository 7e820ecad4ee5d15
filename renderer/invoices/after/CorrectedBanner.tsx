import { creditedInvoice } from '../../../shared/billing/after/credit.ts'
import type { Invoice } from '../../../shared/plan/invoice.ts'
import { usePlan } from '../../state/plan.ts'
import { useFormat, useWords } from '../../state/words.ts'
import styles from './After.module.css'

/** Says in whose place a draft stands, and what issuing it means; nothing on any other draft. */
export function CorrectedBanner({ invoice }: { readonly invoice: Invoice }) {
  const words = useWords().money.corrected
  const format = useFormat()
  const about = usePlan((plan) => creditedInvoice(plan, invoice))
  if (invoice.kind !== 'corrected' || about === undefined) return null
  const { number, on } = about.issued
  return (
    <p className={styles.banner}>
      <b>{words.banner(number, format.dayMedium(on))}</b>
      <span>{words.meaning}</span>
    </p>
  )
}
