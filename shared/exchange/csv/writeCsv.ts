import papa from 'papaparse'
import type { CsvCell } from './csvCell.ts'
import { type CsvStyle, csvStyles } from './csvStyle.ts'
import { neutralised } from './formulaText.ts'

/**
 * Rows as CSV (RFC 4180): CRLF after every record, quotes only where they are needed and doubled inside, text that a
 * spreadsheet would take for a formula neutralised, numbers in the decimal mark of the style.
 */
export function writeCsv(rows: readonly (readonly CsvCell[])[], style: CsvStyle): string {
  const { separator, decimal, bom } = csvStyles[style]
  const cell = (value: CsvCell): string => {
    if (value === null) return ''
    return typeof value === 'string' ? neutralised(value) : value.number.replace('.', decimal)
  }
  const text = papa.unparse(
    rows.map((row) => row.map(cell)),
    { delimiter: separator, newline: '\r\n' },
  )
  return `${bom ? '\uFEFF' : ''}${text}\r\n`
}
