import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import { foldedText, typedWords } from '../palette/rank.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { type ListColumn, ListTable } from '../ui/ListTable.tsx'
import { type Option, Select } from '../ui/Select.tsx'
import { sortRows } from '../ui/sortRows.ts'
import { TextField } from '../ui/TextField.tsx'
import { changeListView, type ListName, useListView } from './listsStore.ts'
import styles from './RecordList.module.css'

/** A way to show a part of the rows. Without a choice, or with one that is gone, it shows all. */
export interface ListFilter<R> {
  readonly id: string
  readonly label: string
  readonly options: readonly Option[]
  readonly has: (row: R, option: string) => boolean
}

interface RecordListProps<R extends { readonly id: string }> {
  readonly name: ListName
  readonly columns: readonly ListColumn<R>[]
  readonly rows: readonly R[]
  readonly filters: readonly ListFilter<R>[]
  readonly nameOf: (row: R) => string
  /** All that search looks at. */
  readonly textOf: (row: R) => string
  readonly onOpen: (id: string) => void
  readonly onDelete: (id: string) => void
  /** What the list says when there is no record at all. */
  readonly none: string
  /** What stands under the list about the rows that it shows. */
  readonly foot?: (shown: readonly R[]) => ReactNode
}

/** A list of the practice's records with search, filters and an order, all of them remembered. */
export function RecordList<R extends { readonly id: string }>(props: RecordListProps<R>) {
  const { name, columns, rows, filters, nameOf, textOf, onOpen, onDelete, none, foot } = props
  const words = useWords().lists
  const { language } = useFormat()
  const view = useListView(name)
  const texts = useMemo(() => new Map(rows.map((row) => [row.id, foldedText(textOf(row))])), [rows, textOf])
  const search = useDeferredValue(view.search)
  const shown = useMemo(() => {
    const wanted = typedWords(search)
    const found = rows.filter(
      (row) =>
        wanted.every((word) => texts.get(row.id)?.includes(word)) &&
        filters.every((filter) => passes(filter, view.filters[filter.id], row)),
    )
    const column = columns.find(({ id }) => id === view.sort.column) ?? columns[0]
    return column === undefined ? found : sortRows(found, column.key, view.sort.direction, language)
  }, [rows, texts, search, filters, view.filters, view.sort, columns, language])
  const showAll = () => changeListView(name, { search: '', filters: {} })
  const empty: ReactNode =
    rows.length === 0 ? (
      <EmptyState title={none} />
    ) : (
      <EmptyState title={words.nothing} actions={<Button onPress={showAll}>{words.showAll}</Button>} />
    )
  return (
    <section className={styles.list} aria-label={words.names[name]}>
      <ListBar name={name} filters={filters} shown={shown.length} all={rows.length} />
      <ListTable
        label={words.names[name]}
        columns={columns}
        rows={shown}
        nameOf={nameOf}
        sort={view.sort}
        onSort={(sort) => changeListView(name, { sort })}
        onOpen={onOpen}
        onDelete={onDelete}
        empty={empty}
      />
      {foot?.(shown)}
    </section>
  )
}

interface OpeningListProps<R extends { readonly id: string }> extends Omit<RecordListProps<R>, 'onOpen'> {
  /** What opens over the list for a row. */
  readonly dialog: (row: R, close: () => void) => ReactNode
}

/** A list whose rows open in a dialog over it. */
export function OpeningList<R extends { readonly id: string }>({ dialog, ...list }: OpeningListProps<R>) {
  const [openId, setOpenId] = useState<string | null>(null)
  const opened = list.rows.find(({ id }) => id === openId)
  return (
    <>
      <RecordList {...list} onOpen={setOpenId} />
      {opened === undefined ? null : dialog(opened, () => setOpenId(null))}
    </>
  )
}

function passes<R>(filter: ListFilter<R>, chosen: string | undefined, row: R): boolean {
  return !filter.options.some(({ id }) => id === chosen) || filter.has(row, chosen ?? '')
}

interface BarProps<R> {
  readonly name: ListName
  readonly filters: readonly ListFilter<R>[]
  readonly shown: number
  readonly all: number
}

function ListBar<R>({ name, filters, shown, all }: BarProps<R>) {
  const words = useWords().lists
  const view = useListView(name)
  const choose = (filter: string, option: string) =>
    changeListView(name, { filters: { ...view.filters, [filter]: option } })
  return (
    <div className={styles.bar}>
      <div className={styles.search}>
        <TextField
          label={words.search}
          labelHidden
          type="search"
          placeholder={words.search}
          value={view.search}
          onChange={(search) => changeListView(name, { search })}
        />
      </div>
      {filters.map(({ id, label, options }) => (
        <div key={id} className={styles.filter}>
          <Select
            label={label}
            labelHidden
            options={[{ id: ALL, label: `${label}: ${words.all}` }, ...options]}
            value={options.some((option) => option.id === view.filters[id]) ? (view.filters[id] ?? ALL) : ALL}
            onChange={(option) => choose(id, option)}
          />
        </div>
      ))}
      <span className={styles.count} role="status">
        {shown === all ? words.count(all) : words.countOf(shown, all)}
      </span>
    </div>
  )
}

const ALL = 'all'
