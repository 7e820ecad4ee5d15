import { useMemo, useState } from 'react'
import { type InvoiceStatus, invoiceLists, type InvoiceList as List } from '../../shared/billing/status.ts'
import type { Invoice } from '../../shared/plan/invoice.ts'
import { own } from '../../shared/plan/plan.ts'
import { BusinessDialog } from '../business/BusinessDialog.tsx'
import { useToday } from '../state/clock.ts'
import { go } from '../state/navigation.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Screen, Section } from '../ui/Screen.tsx'
import { Table, type TableColumn } from '../ui/Table.tsx'
import styles from './InvoiceList.module.css'
import { NewInvoiceDialog } from './NewInvoiceDialog.tsx'

type Listed = List['invoices'][number]

/** All invoices by state, with what each state comes to in each currency. */
export function InvoiceList() {
  const words = useWords().billing
  const [open, setOpen] = useState<'new' | 'business' | null>(null)
  const years = usePlan((plan) => plan.years)
  const today = useToday()
  const lists = useMemo(
    () => invoiceLists({ years }, today).filter((list) => list.invoices.length > 0),
    [years, today],
  )
  const newInvoice = (
    <Button variant="primary" onPress={() => setOpen('new')}>
      {words.new}
    </Button>
  )
  return (
    <Screen
      title={words.title}
      actions={
        <>
          <Button onPress={() => setOpen('business')}>{words.business}</Button>
          {newInvoice}
        </>
      }
    >
      {lists.length === 0 ? (
        <EmptyState icon="invoices" title={words.none} text={words.noneText} actions={newInvoice} />
      ) : (
        lists.map((list) => <StateSection key={list.state} list={list} />)
      )}
      {open === 'new' ? <NewInvoiceDialog onClose={() => setOpen(null)} /> : null}
      {open === 'business' ? <BusinessDialog onClose={() => setOpen(null)} /> : null}
    </Screen>
  )
}

function StateSection({ list }: { readonly list: List }) {
  const { states, list: words } = useWords().money
  const name = list.state === 'draft' ? words.groups.draft : states[list.state]
  const format = useFormat()
  const columns = useColumns()
  const totals = (
    <span className={styles.totals}>
      {list.totals.map(({ currency, amount }) => (
        <span key={currency}>{format.money(amount, currency)}</span>
      ))}
    </span>
  )
  return (
    <Section title={name} actions={totals}>
      <Table
        label={name}
        columns={columns}
        rows={list.invoices}
        rowId={({ invoice }) => invoice.id}
        onRowAction={(invoiceId) => go({ screen: 'invoices', invoiceId })}
      />
    </Section>
  )
}

function useColumns(): readonly TableColumn<Listed>[] {
  const words = useWords().billing
  const format = useFormat()
  return [
    {
      id: 'number',
      label: words.columns.number,
      isRowHeader: true,
      cell: ({ invoice }) =>
        invoice.issued?.number ?? <span className={styles.quiet}>{words.states.draft}</span>,
    },
    { id: 'client', label: words.columns.client, cell: ({ invoice }) => <ClientName invoice={invoice} /> },
    {
      id: 'date',
      label: words.columns.date,
      cell: ({ invoice }) => format.dayMedium(invoice.issued?.on ?? invoice.createdOn),
    },
    {
      id: 'state',
      label: words.columns.state,
      cell: ({ invoice, status }) => <StatusChip invoice={invoice} status={status} />,
    },
    {
      id: 'amount',
      label: words.columns.amount,
      align: 'end',
      cell: ({ invoice, status }) => (
        <span className={styles.amount}>{format.money(status.gross, invoice.currency)}</span>
      ),
    },
  ]
}

function ClientName({ invoice }: { readonly invoice: Invoice }) {
  const client = usePlan((plan) => own(plan.practice.clients, invoice.clientId))
  return (
    <span className={styles.client}>
      <span className={styles.dot} data-colour={client?.colour} />
      {client?.name ?? invoice.issued?.buyer.name ?? ''}
    </span>
  )
}

/** Where an invoice stands, in a few words. */
export function StatusChip({
  invoice,
  status,
}: {
  readonly invoice: Invoice
  readonly status: InvoiceStatus
}) {
  const words = useWords().billing
  const format = useFormat()
  if (status.state === 'overdue') return <Chip tone="over">{words.overdueBy(status.overdueDays)}</Chip>
  if (status.state === 'paid') return <Chip tone="ok">{words.states.paid}</Chip>
  if (status.state === 'draft' || invoice.issued === null) return <Chip>{words.states.draft}</Chip>
  const due = words.dueOn(format.dayMedium(invoice.issued.dueOn))
  return <Chip tone="accent">{status.paid > 0 ? `${words.partPaid}, ${due}` : due}</Chip>
}
