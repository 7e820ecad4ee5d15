/** A text, a number in plain decimal writing, or nothing. */
export type CsvCell = string | { readonly number: `${number}` } | null

/** A whole number as a cell. */
export function numberCell(value: number): CsvCell {
  return { number: `${value}` }
}
