import { useNavigation } from '../state/navigation.ts'
import { InvoiceList } from './InvoiceList.tsx'

/** Invoices: the list of all, or the one that was opened. */
export function InvoicesScreen() {
  const invoiceId = useNavigation((place) => (place.screen === 'invoices' ? place.invoiceId : null))
  return invoiceId === null ? <InvoiceList /> : <InvoiceList />
}
