// biome-ignore-all lint/a11y/useSemanticElements: a grid of widgets (ARIA grid pattern), its rows are laid out by themselves
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the cells take the focus, not the rows
import { type FocusEvent, type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react'
import type { SheetRow as Row, Sheet } from '../../shared/timesheet/sheet.ts'
import { useFormat, useWords } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import { AnchoredPopover } from '../ui/Popover.tsx'
import { CellEntries } from './CellEntries.tsx'
import { SheetCellView } from './SheetCellView.tsx'
import { SheetFoot } from './SheetFoot.tsx'
import { SheetRowHead, SheetRowTotal } from './SheetRowEnds.tsx'
import { beginsTyping, placeAfter, type SheetPlace } from './sheetKeys.ts'
import styles from './Time.module.css'
import { removeEntries } from './timeActs.ts'

/** What is done in a cell: its time is typed (`typed` begins it), or its entries are listed. */
interface Doing {
  readonly place: SheetPlace
  readonly kind: 'typing' | 'listing'
  readonly typed: string | null
}

/** The timesheet as a grid: arrows walk, a digit or Enter types, Space lists the entries, Delete takes them out. */
export function SheetGrid({ sheet }: { readonly sheet: Sheet }) {
  const words = useWords().time
  const format = useFormat()
  const [place, setPlace] = useState<SheetPlace>({ row: 0, column: 0 })
  const [doing, setDoing] = useState<Doing | null>(null)
  const grid = useRef<HTMLDivElement>(null)
  const focusWanted = useRef(false)
  const anchor = useRef<HTMLElement | null>(null)
  const at = { row: Math.min(place.row, sheet.rows.length - 1), column: place.column }
  const cellElement = (to: SheetPlace) =>
    grid.current?.querySelector<HTMLElement>(`[data-at="${to.row}:${to.column}"]`) ?? null
  const walk = (to: SheetPlace) => {
    setPlace(to)
    setDoing(null)
    focusWanted.current = true
  }
  useEffect(() => {
    if (!focusWanted.current || doing !== null) return
    focusWanted.current = false
    cellElement(at)?.focus()
  })
  const begin = (kind: Doing['kind'], to: SheetPlace, typed: string | null = null) => {
    anchor.current = cellElement(to)
    setPlace(to)
    setDoing({ place: to, kind, typed })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (doing !== null || event.altKey) return
    const mod = event.ctrlKey || event.metaKey
    const next = placeAfter(at, event.key, mod, sheet.rows.length)
    const cell = sheet.rows[at.row]?.cells[at.column]
    if (next !== null) walk(next)
    else if (mod || cell === undefined) return
    else if (event.key === 'Enter' || event.key === 'F2') begin('typing', at)
    else if (event.key === ' ') begin('listing', at)
    else if (event.key === 'Delete' || event.key === 'Backspace') void removeEntries(cell.entries)
    else if (beginsTyping(event.key)) begin('typing', at, event.key)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const clicked = cellOf(event.target)
    if (clicked === null || clicked.element.dataset.typing !== undefined) return
    begin(clicked.element.dataset.opens === 'list' ? 'listing' : 'typing', clicked.place)
  }
  // The focus may come by other ways than the grid's own keys.
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const focused = cellOf(event.target)
    if (focused !== null && doing === null) setPlace(focused.place)
  }
  const listed = doing?.kind === 'listing' ? rowAndCell(sheet, doing.place) : null
  return (
    <>
      <div
        ref={grid}
        role="grid"
        className={styles.grid}
        aria-label={words.sheet(format.dayRange(sheet.from, sheet.days.at(-1)?.day ?? sheet.from))}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={onFocus}
      >
        <div role="row" className={classes(styles.row, styles.head)}>
          <div role="columnheader" className={styles.headCell}>
            {words.engagement}
          </div>
          {sheet.days.map(({ day }) => (
            <div
              key={day}
              role="columnheader"
              className={classes(styles.headCell, styles.number)}
              aria-label={format.dayLong(day)}
            >
              {format.weekdayShort(day)} {format.dayOfMonth(day)}
            </div>
          ))}
          <div role="columnheader" className={classes(styles.headCell, styles.number)}>
            {words.total}
          </div>
        </div>
        {sheet.rows.map((row, r) => (
          <div key={row.engagementId ?? ''} role="row" className={styles.row}>
            <SheetRowHead row={row} />
            {row.cells.map((cell, c) => {
              const here = { row: r, column: c }
              const isHere = at.row === r && at.column === c
              return (
                <SheetCellView
                  key={cell.day}
                  {...{ row, cell, here, isHere }}
                  overlapping={sheet.overlapping}
                  typing={isHere && doing?.kind === 'typing' ? { first: doing.typed } : null}
                  onDone={(way) => {
                    const next = way === 'stay' ? here : placeAfter(here, way, false, sheet.rows.length)
                    walk(next ?? here)
                  }}
                  onList={() => begin('listing', here)}
                />
              )
            })}
            <SheetRowTotal row={row} />
          </div>
        ))}
        <SheetFoot sheet={sheet} />
      </div>
      <AnchoredPopover
        label={
          listed === null
            ? ''
            : words.entriesOf(rowName(listed.row, words.ownBusiness), format.dayLong(listed.cell.day))
        }
        placement="bottom end"
        size="wide"
        anchor={anchor}
        isOpen={listed !== null}
        onClose={() => walk(at)}
      >
        {listed === null ? null : <CellEntries row={listed.row} cell={listed.cell} />}
      </AnchoredPopover>
    </>
  )
}

/** The cell of the grid that an element lies in. */
function cellOf(target: EventTarget): { readonly element: HTMLElement; readonly place: SheetPlace } | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null
  const [row, column] = element?.dataset.at?.split(':').map(Number) ?? []
  return element === null || row === undefined || column === undefined
    ? null
    : { element, place: { row, column } }
}

function rowAndCell(sheet: Sheet, { row, column }: SheetPlace) {
  const found = sheet.rows[row]
  const cell = found?.cells[column]
  return found === undefined || cell === undefined ? null : { row: found, cell }
}

/** What a row is called: client and engagement, or own business. */
export function rowName({ engagement, client }: Row, ownBusiness: string): string {
  if (engagement === null) return ownBusiness
  return client === null ? engagement.name : `${client.name}, ${engagement.name}`
}
