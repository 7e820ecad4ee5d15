import { useMemo, useState } from 'react'
import {
  type ExpenseFilter,
  type ExpenseState,
  expenseList,
  expenseStates,
  expenseTotals,
  type ListedExpense,
} from '../../shared/billing/expenseList.ts'
import { chargeOf } from '../../shared/plan/expense.ts'
import { findExpense, own } from '../../shared/plan/plan.ts'
import { clientOptions } from '../clients/clientOptions.ts'
import { planNow, usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FileDrop } from '../ui/FileDrop.tsx'
import { Select } from '../ui/Select.tsx'
import { Table, type TableColumn } from '../ui/Table.tsx'
import { ExpenseStateChip, RowEnds } from './ExpenseRowEnds.tsx'
import styles from './Expenses.module.css'
import { newExpense, openExpense } from './expenseForm.ts'

/** Rows drawn at once, the newest first: older ones are asked for, or found by the filters. */
const PAGE = 60
const ANY = 'any'
const OWN = 'own'

/** All expenses with filters and what they come to. A receipt that is dropped here begins a new one. */
export function ExpensesView() {
  const words = useWords().expenses
  const plan = usePlan((whole) => whole)
  const [filter, setFilter] = useState<ExpenseFilter>({ client: null, state: null })
  const list = useMemo(() => expenseList(plan, filter), [plan, filter])
  const client = filter.client === OWN || filter.client === null ? null : filter.client
  const given = client === null ? {} : { clientId: client, billable: true }
  const begin = (
    <Button variant="primary" icon="plus" onPress={() => newExpense(given)}>
      {words.new}
    </Button>
  )
  const isFiltered = filter.client !== null || filter.state !== null
  return (
    <FileDrop
      hint={words.dropHere}
      onFile={(receipt, name) => newExpense({ ...given, receipt, title: titleOf(name) })}
    >
      <div className={styles.view}>
        {list.length === 0 && !isFiltered ? (
          <EmptyState icon="invoices" title={words.none} text={words.noneText} actions={begin} />
        ) : (
          <>
            <div className={styles.bar}>
              <Filters filter={filter} onChange={setFilter} />
              {begin}
              <Totals list={list} />
            </div>
            <ExpenseTable key={`${filter.client} ${filter.state}`} list={list} />
          </>
        )}
      </div>
    </FileDrop>
  )
}

/** A first title from the receipt's file: its name without the extension. */
function titleOf(name: string): string {
  return name.replace(/\.[^.]+$/, '').slice(0, 200)
}

interface FiltersProps {
  readonly filter: ExpenseFilter
  readonly onChange: (filter: ExpenseFilter) => void
}

function Filters({ filter, onChange }: FiltersProps) {
  const words = useWords().expenses
  const clients = usePlan((plan) => plan.practice.clients)
  const whoseOptions = [
    { id: ANY, label: words.allClients },
    ...clientOptions(clients),
    { id: OWN, label: words.ownBusiness },
  ]
  const stateOptions = [
    { id: ANY, label: words.all },
    ...expenseStates.map((id) => ({ id, label: words.states[id] })),
  ]
  const stateOf = (id: string): ExpenseState | null => expenseStates.find((known) => known === id) ?? null
  return (
    <>
      <div className={styles.filter}>
        <Select
          label={words.clientFilter}
          options={whoseOptions}
          value={filter.client ?? ANY}
          onChange={(id) => onChange({ ...filter, client: id === ANY ? null : id })}
        />
      </div>
      <div className={styles.filter}>
        <Select
          label={words.stateFilter}
          options={stateOptions}
          value={filter.state ?? ANY}
          onChange={(id) => onChange({ ...filter, state: stateOf(id) })}
        />
      </div>
    </>
  )
}

function Totals({ list }: { readonly list: readonly ListedExpense[] }) {
  const words = useWords().expenses
  const format = useFormat()
  const totals = expenseTotals(list)
  const sums = [
    { label: words.paid, amounts: totals.map(({ currency, paid }) => ({ currency, minor: paid })) },
    { label: words.toBill, amounts: totals.map(({ currency, toBill }) => ({ currency, minor: toBill })) },
  ]
  return (
    <dl className={styles.totals}>
      {sums.map(({ label, amounts }) => {
        const shown = amounts.filter(({ minor }) => minor !== 0)
        return shown.length === 0 ? null : (
          <div key={label}>
            <dt>{label}</dt>
            {shown.map(({ currency, minor }) => (
              <dd key={currency}>{format.money(minor, currency)}</dd>
            ))}
          </div>
        )
      })}
    </dl>
  )
}

function ExpenseTable({ list }: { readonly list: readonly ListedExpense[] }) {
  const words = useWords().expenses
  const columns = useColumns()
  const [shown, setShown] = useState(PAGE)
  const open = (id: string) => {
    const expense = findExpense(planNow(), id)
    if (expense !== undefined) openExpense(expense)
  }
  return (
    <>
      <Table
        label={words.title}
        columns={columns}
        rows={list.slice(0, shown)}
        rowId={({ expense }) => expense.id}
        onRowAction={open}
        empty={<p className={styles.quiet}>{words.noneHere}</p>}
      />
      {list.length <= shown ? null : (
        <Button variant="quiet" onPress={() => setShown(shown + PAGE)}>
          {words.showMore(Math.min(PAGE, list.length - shown), list.length - shown)}
        </Button>
      )}
    </>
  )
}

function useColumns(): readonly TableColumn<ListedExpense>[] {
  const words = useWords().expenses
  const format = useFormat()
  const { columns } = words
  return [
    { id: 'day', label: columns.day, cell: ({ expense }) => format.dayMedium(expense.day) },
    {
      id: 'title',
      label: columns.title,
      isRowHeader: true,
      cell: (row) => <What row={row} />,
    },
    { id: 'client', label: columns.client, cell: (row) => <ClientName row={row} /> },
    { id: 'state', label: columns.state, cell: (row) => <ExpenseStateChip row={row} /> },
    {
      id: 'charged',
      label: columns.charged,
      align: 'end',
      cell: ({ expense }) =>
        expense.billable ? (
          <span className={styles.money}>{format.money(chargeOf(expense), expense.currency)}</span>
        ) : null,
    },
    {
      id: 'amount',
      label: columns.amount,
      align: 'end',
      cell: ({ expense }) => (
        <span className={styles.money}>{format.money(expense.amount, expense.currency)}</span>
      ),
    },
    { id: 'more', label: columns.more, align: 'end', cell: (row) => <RowEnds row={row} /> },
  ]
}

function What({ row: { expense } }: { readonly row: ListedExpense }) {
  const engagement = usePlan((plan) => own(plan.practice.engagements, expense.engagementId ?? ''))
  return (
    <span className={styles.what}>
      {expense.title}
      {engagement === undefined ? null : <small>{engagement.name}</small>}
    </span>
  )
}

function ClientName({ row: { expense } }: { readonly row: ListedExpense }) {
  const words = useWords().expenses
  const client = usePlan((plan) => own(plan.practice.clients, expense.clientId ?? ''))
  if (client === undefined) return <span className={styles.quiet}>{words.ownBusiness}</span>
  return (
    <span className={styles.client}>
      <span className={styles.dot} data-colour={client.colour} />
      {client.name}
    </span>
  )
}
