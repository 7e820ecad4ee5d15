import { type ReactNode, useMemo } from 'react'
import { type EffectiveRate, effectiveRates } from '../../shared/rates/effectiveRates.ts'
import type { Day } from '../../shared/time/day.ts'
import { useToday } from '../state/clock.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Chip } from '../ui/Chip.tsx'
import { Table, type TableColumn } from '../ui/Table.tsx'
import styles from './Rates.module.css'

interface EffectiveRatesProps {
  /** The hourly rate that carries the year, in `currency`; null where it is not known. */
  readonly needed: number | null
  readonly currency: string
}

/** What an hour of each engagement has brought, held against what it must cost. */
export function EffectiveRates({ needed, currency }: EffectiveRatesProps) {
  const words = useWords().rates
  const plan = usePlan((whole) => whole)
  const today = useToday()
  const rows = useMemo(() => effectiveRates(plan, today), [plan, today])
  const columns = useColumns(needed, currency, today)
  return (
    <section aria-label={words.soFar} className={styles.soFar}>
      <h3>{words.soFar}</h3>
      <p className={styles.quiet}>{rows.length === 0 ? words.none : words.soFarHelp}</p>
      {rows.length === 0 ? null : (
        <Table label={words.soFar} columns={columns} rows={rows} rowId={({ engagement }) => engagement.id} />
      )}
    </section>
  )
}

function useColumns(
  needed: number | null,
  currency: string,
  today: Day,
): readonly TableColumn<EffectiveRate>[] {
  const words = useWords().rates
  const format = useFormat()
  const money = ({ client }: EffectiveRate, minor: number) => format.money(minor, client.currency)
  return [
    {
      id: 'engagement',
      label: words.engagement,
      cell: ({ engagement, client, kind }) => (
        <span className={styles.named}>
          <span className={styles.dot} data-colour={client.colour} />
          <span className={styles.two}>
            <span>{client.name}</span>
            <small>{`${engagement.name} · ${words.kinds[kind]}`}</small>
          </span>
        </span>
      ),
    },
    {
      id: 'worked',
      label: words.worked,
      align: 'end',
      cell: ({ worked, billable, until }) => (
        <Two
          main={format.duration(worked)}
          more={
            until < today ? words.until(format.dayMedium(until)) : words.ofWorked(format.duration(billable))
          }
        />
      ),
    },
    {
      id: 'earned',
      label: words.earned,
      align: 'end',
      cell: (row) => money(row, row.worth),
    },
    {
      id: 'billed',
      label: words.billed,
      align: 'end',
      cell: (row) => money(row, row.billed),
    },
    {
      id: 'hour',
      label: words.perHour,
      align: 'end',
      cell: (row) => (
        <Two
          main={<b>{money(row, row.perHour)}</b>}
          more={row.whenDone === null ? '' : words.whenDone(money(row, row.whenDone))}
        />
      ),
    },
    ...(needed === null
      ? []
      : [
          {
            id: 'carries',
            label: words.against,
            align: 'end' as const,
            cell: (row: EffectiveRate) => <Against row={row} needed={needed} currency={currency} />,
          },
        ]),
  ]
}

/** A fact, and what should be known of it below. */
function Two({ main, more }: { readonly main: ReactNode; readonly more: string }) {
  return (
    <span className={styles.two}>
      <span>{main}</span>
      {more === '' ? null : <small>{more}</small>}
    </span>
  )
}

/** Whether an hour carries the year; of another currency nothing can be said. */
function Against({
  row,
  needed,
  currency,
}: { readonly row: EffectiveRate } & { readonly needed: number; readonly currency: string }) {
  const words = useWords().rates
  const format = useFormat()
  if (row.client.currency !== currency) return null
  const rate = row.whenDone ?? row.perHour
  if (rate >= needed) return <Chip tone="ok">{words.above}</Chip>
  return <Chip tone="watch">{words.below(format.money(needed - rate, currency))}</Chip>
}
