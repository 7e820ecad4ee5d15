import { useMemo } from 'react'
import { type CurrencyOwed, type Owed, owedByAge } from '../../../shared/billing/after/owed.ts'
import type { Id } from '../../../shared/plan/fields.ts'
import { own } from '../../../shared/plan/plan.ts'
import { ClientName } from '../../clients/ClientName.tsx'
import { useToday } from '../../state/clock.ts'
import { usePlan } from '../../state/plan.ts'
import { useFormat, useWords } from '../../state/words.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { openAccount } from '../after/accountForm.ts'
import styles from '../after/Tables.module.css'
import { TableHead } from './TableHead.tsx'

/** What clients owe, by how long it is overdue, a table for each currency. */
export function OwedView() {
  const words = useWords().money.owed
  const years = usePlan((plan) => plan.years)
  const today = useToday()
  const owed = useMemo(() => owedByAge({ years }, today), [years, today])
  if (owed.length === 0) return <EmptyState icon="invoices" title={words.none} text={words.noneText} />
  return (
    <div className={styles.page}>
      <TableHead title={words.title} table={{ what: 'owed' }} />
      {owed.map((one) => (
        <OwedTable
          key={one.currency}
          owed={one}
          isTold={owed.length > 1}
          onAccount={(clientId) => openAccount({ clientId, currency: one.currency })}
        />
      ))}
    </div>
  )
}

interface TableProps {
  readonly owed: CurrencyOwed
  readonly isTold: boolean
  readonly onAccount: (clientId: Id) => void
}

function OwedTable({ owed, isTold, onAccount }: TableProps) {
  const all = useWords().money
  const words = all.owed
  const clients = usePlan((plan) => plan.practice.clients)
  const name = isTold ? words.inCurrency(owed.currency) : words.title
  return (
    <>
      {isTold ? <h3 className={styles.title}>{name}</h3> : null}
      <ScrollRegion className={styles.scroll} label={name}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.start}>
                {words.client}
              </th>
              <th scope="col">{words.notDue}</th>
              {words.ages.map((age) => (
                <th key={age} scope="col">
                  {age}
                </th>
              ))}
              <th scope="col">{words.total}</th>
              <th scope="col">
                <span className={styles.quiet}>{all.account.title}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {owed.clients.map((row) => {
              const client = own(clients, row.clientId)
              return (
                <tr key={row.clientId}>
                  <th scope="row" className={styles.start}>
                    {client === undefined ? row.clientId : <ClientName client={client} />}
                  </th>
                  <Ages owed={row} currency={owed.currency} />
                  <td>
                    <Button
                      size="small"
                      aria-label={all.account.of(client?.name ?? '')}
                      onPress={() => onAccount(row.clientId)}
                    >
                      {all.account.ofClient}
                    </Button>
                  </td>
                </tr>
              )
            })}
            <tr className={styles.sum}>
              <th scope="row" className={styles.start}>
                {words.all}
              </th>
              <Ages owed={owed} currency={owed.currency} />
              <td />
            </tr>
          </tbody>
        </table>
      </ScrollRegion>
    </>
  )
}

function Ages({
  owed: { notDue, ages, total },
  currency,
}: {
  readonly owed: Owed
  readonly currency: string
}) {
  const format = useFormat()
  return [notDue, ...ages, total].map((minor, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a figure is its column
    <td key={i} className={minor === 0 ? styles.empty : i > 0 && i < 5 ? styles.late : undefined}>
      {minor === 0 ? '–' : format.money(minor, currency)}
    </td>
  ))
}
