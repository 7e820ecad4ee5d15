import type { ReactNode } from 'react'
import { Table as AriaTable, Cell, Column, Row, TableBody, TableHeader } from 'react-aria-components/Table'
import { classes } from './classes.ts'
import styles from './Table.module.css'

export interface TableColumn<R> {
  readonly id: string
  readonly label: string
  /** Numbers stand at the end of their column. */
  readonly align?: 'start' | 'end'
  /** The column that names the row for assistive technology; the first by default. */
  readonly isRowHeader?: boolean
  readonly cell: (row: R) => ReactNode
}

export interface TableProps<R> {
  /** Spoken name. */
  readonly label: string
  readonly columns: readonly TableColumn<R>[]
  readonly rows: readonly R[]
  readonly rowId: (row: R) => string
  /** Enter, or a click on the row. */
  readonly onRowAction?: (id: string) => void
  readonly empty?: ReactNode
}

/** Rows and columns that the arrow keys walk through. */
export function Table<R>({ label, columns, rows, rowId, onRowAction, empty }: TableProps<R>) {
  const named = columns.find((column) => column.isRowHeader) ?? columns[0]
  return (
    <AriaTable
      aria-label={label}
      className={classes(styles.table)}
      {...(onRowAction === undefined ? {} : { onRowAction: (key) => onRowAction(String(key)) })}
    >
      <TableHeader>
        {columns.map((column) => (
          <Column
            key={column.id}
            id={column.id}
            isRowHeader={column === named}
            className={classes(styles.column, column.align === 'end' && styles.end)}
          >
            {column.label}
          </Column>
        ))}
      </TableHeader>
      <TableBody renderEmptyState={() => empty ?? null}>
        {rows.map((row) => (
          <Row
            key={rowId(row)}
            id={rowId(row)}
            className={classes(styles.row, onRowAction !== undefined && styles.acts)}
          >
            {columns.map((column) => (
              <Cell key={column.id} className={classes(styles.cell, column.align === 'end' && styles.end)}>
                {column.cell(row)}
              </Cell>
            ))}
          </Row>
        ))}
      </TableBody>
    </AriaTable>
  )
}
