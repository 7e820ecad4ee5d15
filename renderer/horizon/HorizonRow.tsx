// biome-ignore-all lint/a11y/useSemanticElements: a grid of widgets (ARIA grid pattern) is no table of data, and its rows are laid out by themselves
// biome-ignore-all lint/a11y/useFocusableInteractive: a row of a grid takes no focus, its cells do
import { type CSSProperties, memo, type ReactNode } from 'react'
import type { HorizonClient } from '../../shared/capacity/horizon.ts'
import type { HorizonColumn, Zoom } from '../../shared/horizon/columns.ts'
import type { Id } from '../../shared/plan/fields.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Words } from '../../shared/words/words.ts'
import { hours, share } from './figures.ts'
import { placeOf, spread } from './geometry.ts'
import styles from './Horizon.module.css'
import { MarkSign, type RowMark } from './MarkSign.tsx'
import type { Moved } from './moved.ts'
import type { Shown } from './useShownColumns.ts'

interface RowProps {
  readonly index: number
  readonly name: string
  readonly colour: string
  readonly clientId: Id | null
  readonly columns: readonly HorizonColumn[]
  readonly zoom: Zoom
  readonly shown: Shown
  readonly marks: readonly RowMark[]
  readonly moved: Moved | null
  readonly onMove: (moved: Moved | null) => void
  readonly words: Words['horizon']
  readonly format: Format
}

/** A client's weeks. One element and one text a cell: there are a thousand and a half of them. */
export const HorizonRow = memo(
  function HorizonRow(props: RowProps) {
    const { index, name, colour, clientId, columns, zoom, shown, marks, words, format } = props
    const places = spread(
      marks.map(({ day }) => placeOf(columns, day)),
      zoom,
    )
    const signs = new Map<number, ReactNode[]>()
    for (const [i, mark] of marks.entries()) {
      const place = places[i] ?? 0
      const column = Math.floor(place)
      const sign = (
        <MarkSign key={`${mark.kind} ${mark.id} ${mark.title}`} mark={mark} place={place} {...props} />
      )
      signs.set(column, [...(signs.get(column) ?? []), sign])
    }
    return (
      <div role="row" className={styles.row} data-colour={colour} aria-rowindex={index + 1}>
        <div role="rowheader" className={styles.name} data-at={`${index}:0`} tabIndex={-1}>
          <span>{name}</span>
        </div>
        {columns.slice(shown.from, shown.to).map((column, k) => (
          <Cell
            key={column.from}
            row={index}
            at={shown.from + k + 1}
            column={column}
            client={column.clients.get(clientId) ?? nothing}
            words={words}
            format={format}
          >
            {signs.get(shown.from + k)}
          </Cell>
        ))}
      </div>
    )
  },
  (a, b) =>
    a.columns === b.columns &&
    a.marks === b.marks &&
    a.shown === b.shown &&
    a.index === b.index &&
    a.name === b.name &&
    a.colour === b.colour &&
    a.words === b.words &&
    a.format === b.format &&
    (a.moved === b.moved || !(concerns(a) || concerns(b))),
)

/** Whether what is being moved stands in this row. */
function concerns({ marks, moved }: RowProps): boolean {
  return moved !== null && marks.some(({ kind, id }) => kind === moved.kind && id === moved.id)
}

const nothing: HorizonClient = {
  clientId: null,
  committed: 0,
  planned: 0,
  tentative: 0,
  weighted: 0,
  counted: 0,
  open: 0,
}

interface CellProps {
  readonly row: number
  /** Its column, the names' being 0. */
  readonly at: number
  readonly column: HorizonColumn
  readonly client: HorizonClient
  readonly words: Words['horizon']
  readonly format: Format
  /** The signs of its days. */
  readonly children: ReactNode
}

/**
 * An empty cell is set as the others are: a sign in it that is being dragged must not be made anew. While the grid is
 * scrolled, cells that stay are the same.
 */
const Cell = memo(function Cell({ row, at, column, client, words, format, children }: CellProps) {
  const { planned, committed, counted, tentative } = client
  const isEmpty = planned === 0 && committed === 0
  const there = Math.max(1, column.capacity)
  const fill = isEmpty ? {} : { '--p': share(planned, there), '--c': share(committed, there) }
  return (
    <div
      role="gridcell"
      className={styles.cell}
      aria-colindex={at + 1}
      data-at={`${row}:${at}`}
      data-over={(committed > 0 && counted > committed) || undefined}
      data-tentative={(planned > 0 && tentative === planned) || undefined}
      tabIndex={-1}
      {...(isEmpty
        ? { 'aria-label': words.cellEmpty }
        : { 'aria-description': words.cell(format.duration(planned), promised(committed, format)) })}
      style={{ gridColumn: at + 1, ...fill } as CSSProperties}
    >
      {isEmpty
        ? null
        : committed === 0
          ? hours(planned, format)
          : `${hours(planned, format)}/${hours(committed, format)}`}
      {children}
    </div>
  )
})

function promised(committed: number, format: Format): string | null {
  return committed === 0 ? null : format.duration(committed)
}
