import { useCallback, useMemo } from 'react'
import {
  type InvoiceState,
  type InvoiceStatus,
  isOwed,
  listedInvoices,
  totalsByCurrency,
} from '../../../shared/billing/status.ts'
import { negate } from '../../../shared/money/amount.ts'
import type { Client } from '../../../shared/plan/client.ts'
import type { Invoice } from '../../../shared/plan/invoice.ts'
import { findInvoice, own } from '../../../shared/plan/plan.ts'
import { ClientName } from '../../clients/ClientName.tsx'
import { clientOptions } from '../../clients/clientOptions.ts'
import { type ListFilter, RecordList } from '../../clients/RecordList.tsx'
import { useToday } from '../../state/clock.ts'
import { go } from '../../state/navigation.ts'
import { execute, planNow, usePlan } from '../../state/plan.ts'
import { toast } from '../../state/toasts.ts'
import { toastWithUndo } from '../../state/undoToast.ts'
import { useFormat, useWords, wordsNow } from '../../state/words.ts'
import { Button } from '../../ui/Button.tsx'
import type { ListColumn } from '../../ui/ListTable.tsx'
import { StatusChip } from '../StatusChip.tsx'
import styles from './Lists.module.css'
import { saveTable } from './saveTable.ts'

interface InvoiceRow {
  readonly id: string
  readonly invoice: Invoice
  readonly status: InvoiceStatus
  readonly client: Client | undefined
  readonly name: string
}

/** Which states a choice of the list stands for. */
const groups: Readonly<Record<string, readonly InvoiceState[]>> = {
  draft: ['draft'],
  owed: ['open', 'part-paid', 'overdue'],
  overdue: ['overdue'],
  paid: ['paid'],
  lost: ['written-off'],
  closed: ['credited', 'replaced'],
  credit: ['credit-note'],
}

/** All invoices, with search, filters, an order, and what those shown come to. */
export function InvoiceTable() {
  const words = useWords().money.list
  const foot = useCallback((shown: readonly InvoiceRow[]) => <Foot shown={shown} />, [])
  return (
    <RecordList
      name="invoices"
      columns={useColumns()}
      rows={useRows()}
      filters={useFilters()}
      nameOf={nameOf}
      textOf={textOf}
      onOpen={(invoiceId) => go({ screen: 'invoices', invoiceId })}
      onDelete={(id) => void remove(id)}
      none={words.none}
      foot={foot}
    />
  )
}

const nameOf = ({ invoice, name }: InvoiceRow) => invoice.issued?.number ?? name

const textOf = ({ invoice, name }: InvoiceRow) =>
  [invoice.issued?.number ?? '', name, invoice.reference, ...invoice.lines.map(({ text }) => text)].join(' ')

/** Only a draft is deleted; what is issued stays, and says so. */
async function remove(id: string): Promise<void> {
  const { list } = wordsNow().money
  const invoice = findInvoice(planNow(), id)
  if (invoice === undefined) return
  if (invoice.issued !== null) {
    toast({ text: list.issuedStays(invoice.issued.number), tone: 'watch' })
    return
  }
  const reply = await execute({ type: 'invoice/delete', id })
  if (reply.ok) toastWithUndo(list.deleted)
}

function useRows(): readonly InvoiceRow[] {
  const years = usePlan((plan) => plan.years)
  const clients = usePlan((plan) => plan.practice.clients)
  const today = useToday()
  return useMemo(
    () =>
      listedInvoices({ years }, today).map(({ invoice, status }) => {
        const client = own(clients, invoice.clientId)
        const name = client?.name ?? invoice.issued?.buyer.name ?? ''
        return { id: invoice.id, invoice, status, client, name }
      }),
    [years, clients, today],
  )
}

function useColumns(): readonly ListColumn<InvoiceRow>[] {
  const all = useWords()
  const words = all.money.list
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'number',
        label: words.number,
        width: 130,
        key: ({ invoice }) => invoice.issued?.number ?? null,
        cell: ({ invoice }) =>
          invoice.issued?.number ?? <span className={styles.quiet}>{all.money.states.draft}</span>,
      },
      {
        id: 'client',
        label: words.client,
        width: '2fr',
        minWidth: 150,
        key: ({ name }) => name,
        cell: ({ client, name }) => (client === undefined ? name : <ClientName client={client} />),
      },
      {
        id: 'date',
        label: words.date,
        width: 120,
        key: ({ invoice }) => `${invoice.issued?.on ?? invoice.createdOn} ${invoice.issued?.number ?? ''}`,
        cell: ({ invoice }) => format.dayMedium(invoice.issued?.on ?? invoice.createdOn),
      },
      {
        id: 'due',
        label: words.due,
        width: 120,
        key: ({ invoice }) => invoice.issued?.dueOn ?? null,
        cell: ({ invoice }) =>
          invoice.issued === null || invoice.kind === 'credit' ? '' : format.dayMedium(invoice.issued.dueOn),
      },
      {
        id: 'state',
        label: words.state,
        width: '1fr',
        minWidth: 190,
        key: ({ status }) => all.money.states[status.state],
        cell: ({ invoice, status }) => <StatusChip invoice={invoice} status={status} />,
      },
      {
        id: 'amount',
        label: words.amount,
        width: 160,
        align: 'end',
        key: grossOf,
        cell: (row) => format.money(grossOf(row), row.invoice.currency),
      },
      {
        id: 'open',
        label: words.open,
        width: 160,
        align: 'end',
        key: openOf,
        cell: (row) => (openOf(row) === 0 ? '' : format.money(openOf(row), row.invoice.currency)),
      },
    ],
    [all, words, format],
  )
}

function grossOf({ invoice, status }: InvoiceRow): number {
  return invoice.kind === 'credit' ? negate(status.gross) : status.gross
}

function openOf({ invoice, status }: InvoiceRow): number {
  return invoice.issued === null ? 0 : status.due
}

function useFilters(): readonly ListFilter<InvoiceRow>[] {
  const words = useWords().money.list
  const clients = usePlan((plan) => plan.practice.clients)
  const years = usePlan((plan) => plan.years)
  return useMemo(() => {
    const all = Object.values(years).flatMap((year) => Object.values(year.invoices))
    const billed = new Set(all.map(({ clientId }) => clientId))
    const currencies = [...new Set(all.map(({ currency }) => currency))].sort()
    return [
      {
        id: 'state',
        label: words.state,
        options: Object.entries(words.groups).map(([id, label]) => ({ id, label })),
        has: ({ status }, option) => groups[option]?.includes(status.state) ?? false,
      },
      {
        id: 'client',
        label: words.client,
        options: clientOptions(clients, ({ id }) => billed.has(id)),
        has: ({ invoice }, option) => invoice.clientId === option,
      },
      ...(currencies.length < 2
        ? []
        : [
            {
              id: 'currency',
              label: words.currency,
              options: currencies.map((id) => ({ id, label: id })),
              has: ({ invoice }: InvoiceRow, option: string) => invoice.currency === option,
            },
          ]),
    ]
  }, [words, clients, years])
}

/** What the rows in sight come to, by currency, and the way to have them as a table. */
function Foot({ shown }: { readonly shown: readonly InvoiceRow[] }) {
  const words = useWords().money.list
  const format = useFormat()
  const totals = totalsByCurrency(
    shown.map((row) => ({ ...row, status: { ...row.status, state: summed(row) } })),
  )
  const open = new Map(
    totalsByCurrency(shown.filter(({ status }) => isOwed(status.state))).map((one) => [
      one.currency,
      one.amount,
    ]),
  )
  return (
    <div className={styles.foot}>
      <dl aria-label={words.totals} className={styles.totals}>
        {totals.map(({ currency, amount }) => (
          <div key={currency} className={styles.total}>
            <dt>{currency}</dt>
            <dd>{format.money(amount, currency)}</dd>
            {open.has(currency) ? (
              <dd className={styles.quiet}>
                {words.openOf(format.money(open.get(currency) ?? 0, currency))}
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
      <Button
        icon="file"
        isDisabled={shown.length === 0}
        onPress={() => saveTable({ what: 'invoices', ids: shown.map(({ id }) => id) })}
      >
        {words.csv}
      </Button>
    </div>
  )
}

/** The sum is of what the column shows: all of an invoice, also where a part of it is paid. */
function summed({ status }: InvoiceRow): InvoiceState {
  return isOwed(status.state) ? 'paid' : status.state
}
