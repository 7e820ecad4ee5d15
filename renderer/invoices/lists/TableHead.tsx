import type { ReactNode } from 'react'
import { useWords } from '../../state/words.ts'
import { Button } from '../../ui/Button.tsx'
import styles from '../after/Tables.module.css'
import { type MoneyTable, saveTable } from './saveTable.ts'

interface TableHeadProps {
  readonly title: string
  /** What is saved as CSV. */
  readonly table: MoneyTable
  /** Fields that choose what the table shows. */
  readonly children?: ReactNode
}

/** What stands above a list over all invoices: its name, what it shows, and the way to take it along. */
export function TableHead({ title, table, children }: TableHeadProps) {
  const words = useWords().money.list
  return (
    <div className={styles.head}>
      <h2>{title}</h2>
      <span className={styles.end} />
      {children}
      <Button icon="file" onPress={() => saveTable(table)}>
        {words.csv}
      </Button>
    </div>
  )
}
