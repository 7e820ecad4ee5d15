// biome-ignore-all lint/a11y/useSemanticElements: a grid of widgets (ARIA grid pattern), its rows are laid out by themselves
// biome-ignore-all lint/a11y/useFocusableInteractive: a cell that is typed into gives the focus to its field
import { type KeyboardEvent, useRef, useState } from 'react'
import type { Id } from '../../shared/plan/fields.ts'
import { isClosed, lockOf } from '../../shared/timesheet/lock.ts'
import type { SheetCell, SheetRow } from '../../shared/timesheet/sheet.ts'
import { announce } from '../state/announce.ts'
import { planNow } from '../state/plan.ts'
import { toast } from '../state/toasts.ts'
import { useFormat, useWords, wordsNow } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import { Icon } from '../ui/Icon.tsx'
import type { SheetPlace } from './sheetKeys.ts'
import styles from './Time.module.css'
import { typeInto } from './timeActs.ts'
import { parseTypedTime } from './typedTime.ts'

/** Where the focus goes after typing: it stays, or walks as an arrow key would. */
export type WayOn = 'stay' | 'ArrowDown' | 'ArrowRight' | 'ArrowLeft'

interface CellProps {
  readonly row: SheetRow
  readonly cell: SheetCell
  readonly here: SheetPlace
  readonly isHere: boolean
  readonly overlapping: ReadonlySet<Id>
  /** It is typed into; `first` is the key that began it. */
  readonly typing: { readonly first: string | null } | null
  readonly onDone: (way: WayOn) => void
  readonly onList: () => void
}

/** One engagement on one day: its time, with marks for what overlaps, is locked, late or has a note. */
export function SheetCellView(props: CellProps) {
  const { cell, here, isHere, typing } = props
  const words = useWords().time
  const format = useFormat()
  const marks = marksOf(props)
  const names = [
    cell.exact > 0 ? words.worked(format.duration(cell.exact)) : words.emptyCell,
    cell.planned > 0 ? words.planned(format.duration(cell.planned)) : '',
    cell.entries.length > 1 ? words.severalEntries(cell.entries.length) : '',
    marks.overlaps ? words.overlaps : '',
    marks.locked ? words.locked : '',
    ...marks.late.map((day) => words.late(format.dayMedium(day))),
  ]
  if (typing !== null)
    return (
      <div
        role="gridcell"
        className={classes(styles.cell, styles.typing)}
        data-at={`${here.row}:${here.column}`}
        data-typing="true"
      >
        <TypedCell {...props} first={typing.first} />
      </div>
    )
  return (
    <div
      role="gridcell"
      data-at={`${here.row}:${here.column}`}
      data-opens={cell.entries.length > 1 || (marks.locked && cell.entries.length > 0) ? 'list' : 'field'}
      tabIndex={isHere ? 0 : -1}
      aria-label={names.filter((name) => name !== '').join(', ')}
      className={classes(
        styles.cell,
        marks.overlaps && styles.overlaps,
        marks.locked && styles.lockedCell,
        cell.exact === 0 && styles.empty,
      )}
    >
      <span className={styles.length}>
        {cell.exact > 0
          ? format.duration(cell.exact)
          : cell.planned > 0
            ? format.duration(cell.planned)
            : '·'}
      </span>
      <span className={styles.marks} aria-hidden="true">
        {cell.entries.length > 1 ? <i>{cell.entries.length}</i> : null}
        {marks.locked ? <Icon name="lock" size={12} /> : null}
      </span>
    </div>
  )
}

function marksOf({ cell, overlapping }: Pick<CellProps, 'cell' | 'overlapping'>) {
  const plan = planNow()
  return {
    overlaps: cell.entries.some(({ id }) => overlapping.has(id)),
    locked:
      cell.entries.length > 0
        ? cell.entries.every((entry) => lockOf(plan, entry) !== null)
        : isClosed(plan, cell.day),
    late: cell.entries.flatMap(({ lateFor }) => (lateFor === null ? [] : [lateFor])),
  }
}

/** The field in a cell. Enter and Tab write and walk on, Escape leaves the cell as it was. */
function TypedCell({ row, cell, first, onDone, onList }: CellProps & { readonly first: string | null }) {
  const words = useWords().time
  const format = useFormat()
  const before = cell.entries.length === 1 ? format.clockDuration(cell.exact) : ''
  const [text, setText] = useState(first ?? before)
  const [isBad, setBad] = useState(false)
  const isLeaving = useRef(false)
  const commit = async (way: WayOn) => {
    if (isLeaving.current) return
    const plain = text.trim()
    if (plain === '' || (first === null && plain === before)) return leave(way)
    const typed = parseTypedTime(plain)
    if (typed === null) {
      setBad(true)
      announce(words.badTime)
      return
    }
    isLeaving.current = true
    const done = await typeInto(row, cell, typed)
    if (done === 'several') {
      toast({ text: wordsNow().time.several, tone: 'plain' })
      onList()
    } else onDone(way)
  }
  const leave = (way: WayOn) => {
    isLeaving.current = true
    onDone(way)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape') leave('stay')
    else if (event.key === 'Enter') void commit('ArrowDown')
    else if (event.key === 'Tab') void commit(event.shiftKey ? 'ArrowLeft' : 'ArrowRight')
    else return
    event.preventDefault()
  }
  return (
    <input
      className={classes(styles.input, isBad && styles.bad)}
      value={text}
      ref={focusOnce}
      aria-label={words.length}
      aria-invalid={isBad}
      title={isBad ? words.badTime : ''}
      onChange={(event) => {
        setText(event.target.value)
        setBad(false)
      }}
      onBlur={() => void (parseTypedTime(text) === null ? leaveQuietly() : commit('stay'))}
      onKeyDown={onKeyDown}
    />
  )

  function leaveQuietly() {
    if (!isLeaving.current) leave('stay')
  }
}

/** Puts the focus into a field when it appears, at the end of what stands there. */
function focusOnce(input: HTMLInputElement | null): void {
  if (input === null || input === document.activeElement) return
  input.focus()
  input.setSelectionRange(input.value.length, input.value.length)
}
