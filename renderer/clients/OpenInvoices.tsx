import { useMemo } from 'react'
import { accountCurrencies } from '../../shared/billing/after/account.ts'
import { type InvoiceStatus, invoiceLists, totalsByCurrency } from '../../shared/billing/status.ts'
import type { Client } from '../../shared/plan/client.ts'
import type { Id } from '../../shared/plan/fields.ts'
import type { Invoice } from '../../shared/plan/invoice.ts'
import { openAccount } from '../invoices/after/accountForm.ts'
import { StatusChip } from '../invoices/StatusChip.tsx'
import { useToday } from '../state/clock.ts'
import { go } from '../state/navigation.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import styles from './ClientFigures.module.css'
import page from './ClientPage.module.css'

interface Listed {
  readonly invoice: Invoice
  readonly status: InvoiceStatus
}

/** A client's invoices that ask for something: overdue first, then drafts, then what is open; and their sums due. */
export function useClientInvoices(clientId: Id) {
  const years = usePlan((plan) => plan.years)
  const today = useToday()
  return useMemo(() => {
    const lists = invoiceLists({ years }, today)
    const of = (...states: readonly InvoiceStatus['state'][]): Listed[] =>
      lists
        .filter(({ state }) => states.includes(state))
        .flatMap(({ invoices }) => invoices)
        .filter(({ invoice }) => invoice.clientId === clientId)
    const open = of('overdue', 'part-paid', 'open')
    return {
      listed: of('overdue', 'draft', 'part-paid', 'open'),
      open,
      totals: totalsByCurrency(open),
      overdue: totalsByCurrency(of('overdue')),
    }
  }, [years, today, clientId])
}

/** The client's drafts, and what it has not paid. */
export function OpenInvoices({ client }: { readonly client: Client }) {
  const words = useWords()
  const format = useFormat()
  const { listed } = useClientInvoices(client.id)
  const isBilled = usePlan((plan) => accountCurrencies(plan, client.id).length > 0)
  return (
    <section aria-labelledby="client-invoices" className={page.section}>
      <div className={page.sectionHead}>
        <h3 id="client-invoices">{words.clientPage.openInvoices}</h3>
        {isBilled ? (
          <Button size="small" onPress={() => openAccount({ clientId: client.id })}>
            {words.money.account.title}
          </Button>
        ) : null}
      </div>
      {listed.length === 0 ? (
        <p className={page.quiet}>{words.clientPage.noInvoice}</p>
      ) : (
        <ul className={styles.rows}>
          {listed.map(({ invoice, status }) => (
            <li key={invoice.id}>
              <button
                type="button"
                className={styles.row}
                onClick={() => go({ screen: 'invoices', invoiceId: invoice.id })}
              >
                <span className={styles.what}>
                  <b>{invoice.issued?.number ?? words.billing.states.draft}</b>
                  <span>
                    <StatusChip invoice={invoice} status={status} />
                  </span>
                </span>
                <span className={styles.amount}>
                  {format.money(status.state === 'draft' ? status.gross : status.due, invoice.currency)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
