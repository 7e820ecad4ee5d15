/** Where the focus of the timesheet is: rows and columns from 0, the row's total beyond the last day. */
export interface SheetPlace {
  readonly row: number
  readonly column: number
}

const DAYS = 7

/** Where a key leads from a place; null where it leads nowhere. `mod` is Control, or Command on a Mac. */
export function placeAfter(
  { row, column }: SheetPlace,
  key: string,
  mod: boolean,
  rows: number,
): SheetPlace | null {
  const last = rows - 1
  const to = (nextRow: number, nextColumn: number): SheetPlace => ({
    row: Math.max(0, Math.min(last, nextRow)),
    column: Math.max(0, Math.min(DAYS - 1, nextColumn)),
  })
  switch (key) {
    case 'ArrowLeft':
      return to(row, column - 1)
    case 'ArrowRight':
      return to(row, column + 1)
    case 'ArrowUp':
      return to(row - 1, column)
    case 'ArrowDown':
      return to(row + 1, column)
    case 'Home':
      return to(mod ? 0 : row, 0)
    case 'End':
      return to(mod ? last : row, DAYS - 1)
    default:
      return null
  }
}

/** Whether a key begins to type into a cell. */
export function beginsTyping(key: string): boolean {
  return /^[0-9+.,]$/.test(key)
}
