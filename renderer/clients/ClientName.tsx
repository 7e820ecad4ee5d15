import { useMemo } from 'react'
import type { Client } from '../../shared/plan/client.ts'
import { usePlan } from '../state/plan.ts'
import { useWords } from '../state/words.ts'
import styles from './RecordList.module.css'
import type { ListFilter } from './RecordList.tsx'

/** A client's name with its colour, in a cell. */
export function ClientName({ client }: { readonly client: Client | undefined }) {
  return (
    <span className={styles.client}>
      <span className={styles.dot} data-colour={client?.colour} />
      <span className={styles.text}>{client?.name ?? ''}</span>
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

/** Shows the rows of one client. */
export function useClientFilter<R>(clientOf: (row: R) => Client | undefined): ListFilter<R> {
  const words = useWords().lists
  const clients = usePlan((plan) => plan.practice.clients)
  return useMemo(
    () => ({
      id: 'client',
      label: words.client,
      options: Object.values(clients)
        .toSorted((a, b) => a.order - b.order)
        .map(({ id, name, colour }) => ({ id, label: name, colour })),
      has: (row, option) => clientOf(row)?.id === option,
    }),
    [words, clients, clientOf],
  )
}
