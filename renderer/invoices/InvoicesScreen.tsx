import { findInvoice } from '../../shared/plan/plan.ts'
import { go, useNavigation } from '../state/navigation.ts'
import { usePlan } from '../state/plan.ts'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Screen } from '../ui/Screen.tsx'
import { CreditDraftPage } from './after/CreditDraftPage.tsx'
import { DraftPage } from './DraftPage.tsx'
import { InvoiceList } from './InvoiceList.tsx'
import { IssuedPage } from './IssuedPage.tsx'

/** Invoices: the list of all, or the one that was opened. */
export function InvoicesScreen() {
  const words = useWords().billing
  const invoiceId = useNavigation((place) => (place.screen === 'invoices' ? place.invoiceId : null))
  const invoice = usePlan((plan) => (invoiceId === null ? undefined : findInvoice(plan, invoiceId)))
  if (invoiceId === null) return <InvoiceList />
  if (invoice === undefined)
    return (
      <Screen title={words.title}>
        <EmptyState
          icon="invoices"
          title={words.gone}
          actions={<Button onPress={toList}>{words.back}</Button>}
        />
      </Screen>
    )
  if (invoice.issued !== null)
    return <IssuedPage key={invoice.id} invoice={invoice} issued={invoice.issued} />
  return invoice.kind === 'credit' ? (
    <CreditDraftPage key={invoice.id} invoice={invoice} />
  ) : (
    <DraftPage key={invoice.id} invoice={invoice} />
  )
}

/** Back to all invoices. */
export function toList(): void {
  go({ screen: 'invoices', invoiceId: null })
}
