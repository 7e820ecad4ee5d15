import { useMemo, useState } from 'react'
import {
  type Revenue,
  type RevenueIn,
  revenueCurrencies,
  revenueOf,
  revenueYears,
  type YearOfMonths,
} from '../../../shared/billing/after/revenue.ts'
import { minorDigits } from '../../../shared/money/currency.ts'
import { own } from '../../../shared/plan/plan.ts'
import { ClientName } from '../../clients/ClientName.tsx'
import { useToday } from '../../state/clock.ts'
import { usePlan } from '../../state/plan.ts'
import { useFormat, useWords } from '../../state/words.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from '../after/Tables.module.css'
import { TableHead } from './TableHead.tsx'

/** What was billed before tax, by client and month of a year. */
export function RevenueView() {
  const words = useWords().money.revenue
  const plan = usePlan((whole) => whole)
  const today = useToday()
  const years = useMemo(() => revenueYears(plan), [plan])
  const currencies = useMemo(() => revenueCurrencies(plan), [plan])
  const home = plan.practice.business.currency
  const [chosenYear, setYear] = useState<string | null>(null)
  const [chosenIn, setIn] = useState<RevenueIn>('home')
  const year = chosenYear ?? years[0] ?? today.slice(0, 4)
  const told = currencies.includes(chosenIn) ? chosenIn : 'home'
  const revenue = useMemo(() => revenueOf(plan, year, told), [plan, year, told])
  if (years.length === 0) return <EmptyState icon="invoices" title={words.none} />
  return (
    <div className={styles.page}>
      <TableHead title={words.title(year)} table={{ what: 'revenue', year, told }}>
        <Select
          label={words.year}
          options={years.map((id) => ({ id, label: id }))}
          value={year}
          onChange={setYear}
        />
        {currencies.length === 1 && currencies[0] === home ? null : (
          <Select
            label={words.in}
            options={[
              { id: 'home', label: words.home(home) },
              ...currencies.map((id) => ({ id, label: id })),
            ]}
            value={told}
            onChange={setIn}
          />
        )}
      </TableHead>
      <p className={styles.quiet}>
        {words.about} {isWhole(revenue) ? null : words.rounded}
      </p>
      {revenue.clients.length === 0 ? (
        <EmptyState icon="invoices" title={words.none} />
      ) : (
        <RevenueTable revenue={revenue} year={year} />
      )}
      {revenue.missing.length === 0 ? null : (
        <p className={styles.quiet}>
          {words.missing(revenue.missing.map(({ issued }) => issued.number).join(', '))}
        </p>
      )}
    </div>
  )
}

interface TableProps {
  readonly revenue: Revenue
  readonly year: string
}

function RevenueTable({ revenue, year }: TableProps) {
  const words = useWords().money.revenue
  const format = useFormat()
  const clients = usePlan((plan) => plan.practice.clients)
  const { currency, months, total } = revenue
  return (
    <ScrollRegion className={styles.scroll} label={words.title(year)}>
      <table className={`${styles.table} ${styles.dense}`}>
        <thead>
          <tr>
            <th scope="col" className={styles.start}>
              {words.client} ({currency})
            </th>
            {months.map((_, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a month is its place
              <th key={i} scope="col">
                {format.monthShort(`2000-${String(i + 1).padStart(2, '0')}-01`)}
              </th>
            ))}
            <th scope="col">{words.total}</th>
          </tr>
        </thead>
        <tbody>
          {revenue.clients.map((row) => {
            const client = own(clients, row.clientId)
            return (
              <tr key={row.clientId}>
                <th scope="row" className={styles.start}>
                  {client === undefined ? row.clientId : <ClientName client={client} />}
                </th>
                <Months of={row} currency={currency} />
              </tr>
            )
          })}
          <tr className={styles.sum}>
            <th scope="row" className={styles.start}>
              {words.all}
            </th>
            <Months of={{ months, total }} currency={currency} />
          </tr>
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** Whether every figure of the table is shown to the last cent. */
function isWhole({ clients, currency }: Revenue): boolean {
  const unit = 10 ** minorDigits(currency)
  return clients.every(({ months }) => months.every((minor) => minor % unit === 0))
}

/** Whole units: cents are for the table that is saved. The exact amount is what hovering shows and readers hear. */
function Months({ of, currency }: { readonly of: YearOfMonths; readonly currency: string }) {
  const format = useFormat()
  const unit = 10 ** minorDigits(currency)
  return [...of.months, of.total].map((minor, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a month is its place
    <td key={i} className={minor === 0 ? styles.empty : undefined} title={format.money(minor, currency)}>
      {minor === 0 ? '–' : format.number(Math.round(minor / unit), 0)}
    </td>
  ))
}
