import type { InvoiceState, InvoiceStatus } from '../../shared/billing/status.ts'
import type { Invoice } from '../../shared/plan/invoice.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Chip, type ChipTone } from '../ui/Chip.tsx'

const tones: Partial<Record<InvoiceState, ChipTone>> = {
  overdue: 'over',
  open: 'accent',
  'part-paid': 'accent',
  paid: 'ok',
  'written-off': 'watch',
}

/** Where an invoice stands, in a few words. */
export function StatusChip({
  invoice,
  status,
}: {
  readonly invoice: Invoice
  readonly status: InvoiceStatus
}) {
  const { billing, money } = useWords()
  const format = useFormat()
  const { state, due, overdueDays } = status
  const text = () => {
    if (state === 'overdue') return billing.overdueBy(overdueDays)
    if ((state === 'paid' || state === 'credited') && due < 0) return money.overpaid
    if (invoice.issued === null || (state !== 'open' && state !== 'part-paid')) return money.states[state]
    const until = billing.dueOn(format.dayMedium(invoice.issued.dueOn))
    return state === 'open' ? until : `${billing.partPaid}, ${until}`
  }
  return <Chip tone={due < 0 ? 'watch' : (tones[state] ?? 'plain')}>{text()}</Chip>
}
