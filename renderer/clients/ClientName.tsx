import { useMemo } from 'react'
import type { Client } from '../../shared/plan/client.ts'
import { usePlan } from '../state/plan.ts'
import { useWords } from '../state/words.ts'
import type { ListColumn } from '../ui/ListTable.tsx'
import { clientOptions } from './clientOptions.ts'
import styles from './RecordList.module.css'
import type { ListFilter } from './RecordList.tsx'

/** A client's name with its colour, in a cell. */
export function ClientName({ client }: { readonly client: Client | undefined }) {
  return (
    <span className={styles.client}>
      <span className={styles.dot} data-colour={client?.colour} />
      <CellText text={client?.name ?? ''} />
    </span>
  )
}

/** A text in a cell, cut where there is no room; the whole of it is its tooltip. */
export function CellText({ text, quiet = false }: { readonly text: string; readonly quiet?: boolean }) {
  return (
    <span className={quiet ? `${styles.text} ${styles.quiet}` : styles.text} title={text}>
      {text}
    </span>
  )
}

/** The column that names a record. */
export function nameColumn<R>(id: string, label: string, nameOf: (row: R) => string): ListColumn<R> {
  return {
    id,
    label,
    width: '2fr',
    minWidth: 150,
    key: nameOf,
    cell: (row) => <CellText text={nameOf(row)} />,
  }
}

/** The column that says whose a record is. */
export function clientColumn<R>(label: string, clientOf: (row: R) => Client | undefined): ListColumn<R> {
  return {
    id: 'client',
    label,
    width: '1fr',
    minWidth: 120,
    key: (row) => clientOf(row)?.name ?? null,
    cell: (row) => <ClientName client={clientOf(row)} />,
  }
}

/** Shows the rows of one client. */
export function useClientFilter<R>(clientOf: (row: R) => Client | undefined): ListFilter<R> {
  const words = useWords().lists
  const clients = usePlan((plan) => plan.practice.clients)
  return useMemo(
    () => ({
      id: 'client',
      label: words.client,
      options: clientOptions(clients),
      has: (row, option) => clientOf(row)?.id === option,
    }),
    [words, clients, clientOf],
  )
}
