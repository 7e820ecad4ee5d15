import { type ReactNode, useDeferredValue, useEffect, useRef } from 'react'
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components/Table'
import { TableLayout, Virtualizer } from 'react-aria-components/Virtualizer'
import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'
import styles from './ListTable.module.css'
import type { ListSort, SortKey } from './sortRows.ts'

export interface ListColumn<R> {
  readonly id: string
  readonly label: string
  /** Pixels, or a share of what the others leave such as `2fr`. */
  readonly width: number | `${number}fr`
  readonly minWidth?: number
  /** Numbers stand at the end of their column. */
  readonly align?: 'end'
  /** What the column sorts by. */
  readonly key: (row: R) => SortKey
  readonly cell: (row: R) => ReactNode
}

export interface ListTableProps<R extends { readonly id: string }> {
  /** Spoken name. */
  readonly label: string
  /** The first names the row, and is what typing a name finds. */
  readonly columns: readonly ListColumn<R>[]
  /** In the order that is shown. */
  readonly rows: readonly R[]
  readonly nameOf: (row: R) => string
  readonly sort: ListSort
  readonly onSort: (sort: ListSort) => void
  /** Enter, or a click on the row. */
  readonly onOpen: (id: string) => void
  /** Delete on a row. */
  readonly onDelete: (id: string) => void
  readonly empty: ReactNode
}

const ROW_HEIGHT = 38
/** Rows that are there from the first frame: more than any window shows. */
const FIRST_ROWS = 150
const HEADING_HEIGHT = 32

/**
 * A long list of records: only the rows in sight are drawn. Arrows, Home, End and Page keys walk, typing finds a name,
 * Enter opens, Delete deletes; a column's head sorts by it.
 */
export function ListTable<R extends { readonly id: string }>(props: ListTableProps<R>) {
  const { label, columns, nameOf, sort, onSort, onOpen, onDelete, empty } = props
  // A collection of thousands takes seconds to make: the first screens of it come at once, the rest in the background.
  const rows = useDeferredValue(props.rows, props.rows.slice(0, FIRST_ROWS))
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = frame.current
    const press = ({ key }: KeyboardEvent) => {
      if (key !== 'Delete') return
      const row = element?.querySelector('[role=row]:focus, [role=row]:focus-within')
      const id = row?.getAttribute('data-key')
      if (id != null) onDelete(id)
    }
    element?.addEventListener('keydown', press)
    return () => element?.removeEventListener('keydown', press)
  }, [onDelete])
  return (
    <div ref={frame} className={styles.frame}>
      <Virtualizer
        layout={TableLayout}
        layoutOptions={{ rowHeight: ROW_HEIGHT, headingHeight: HEADING_HEIGHT }}
      >
        <Table
          aria-label={label}
          className={classes(styles.table)}
          sortDescriptor={sort}
          onSortChange={({ column, direction }) => onSort({ column: String(column), direction })}
          onRowAction={(id) => onOpen(String(id))}
        >
          <TableHeader columns={[...columns]}>
            {(column) => (
              <Column
                id={column.id}
                isRowHeader={column === columns[0]}
                allowsSorting
                width={column.width}
                minWidth={column.minWidth ?? 80}
                className={classes(styles.column, column.align === 'end' && styles.end)}
              >
                {({ sortDirection }) => (
                  <span className={styles.heading}>
                    {column.label}
                    {sortDirection === undefined ? null : (
                      <Icon name={sortDirection === 'ascending' ? 'up' : 'down'} size={12} />
                    )}
                  </span>
                )}
              </Column>
            )}
          </TableHeader>
          <TableBody items={rows} dependencies={[columns]} renderEmptyState={() => empty}>
            {(row) => (
              <Row id={row.id} columns={[...columns]} textValue={nameOf(row)} className={classes(styles.row)}>
                {(column) => (
                  <Cell className={classes(styles.cell, column.align === 'end' && styles.end)}>
                    {column.cell(row)}
                  </Cell>
                )}
              </Row>
            )}
          </TableBody>
        </Table>
      </Virtualizer>
    </div>
  )
}
