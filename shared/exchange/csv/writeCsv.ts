import { neutralised } from './formulaText.ts'

/** For whom a file is written. Spreadsheets know UTF-8 by its byte order mark, and take the marks of their country. */
export const csvStyles = {
  /** Other programs: RFC 4180 to the letter. */
  plain: { separator: ',', decimal: '.', bom: false },
  /** A spreadsheet where numbers have a decimal point. */
  sheet: { separator: ',', decimal: '.', bom: true },
  /** A spreadsheet where they have a decimal comma: it separates cells by semicolons. */
  commaSheet: { separator: ';', decimal: ',', bom: true },
} as const
export type CsvStyle = keyof typeof csvStyles
export const csvStyleNames = ['plain', 'sheet', 'commaSheet'] as const satisfies readonly CsvStyle[]

/** A text, a number in plain decimal writing, or nothing. */
export type CsvCell = string | { readonly number: `${number}` } | null

/** A whole number as a cell. */
export function numberCell(value: number): CsvCell {
  return { number: `${value}` }
}

/**
 * Rows as CSV (RFC 4180): CRLF after every record, quotes only where they are needed and doubled inside, text that a
 * spreadsheet would take for a formula neutralised, numbers in the decimal mark of the style.
 */
export function writeCsv(rows: readonly (readonly CsvCell[])[], style: CsvStyle): string {
  const { separator, decimal, bom } = csvStyles[style]
  const cell = (value: CsvCell): string => {
    if (value === null) return ''
    if (typeof value !== 'string') return value.number.replace('.', decimal)
    return quoted(neutralised(value), separator)
  }
  const lines = rows.map((row) => `${row.map(cell).join(separator)}\r\n`)
  return `${bom ? '\uFEFF' : ''}${lines.join('')}`
}

/** Quotes what would end the cell, and white space at the edges, which some readers trim. */
function quoted(text: string, separator: string): string {
  const needed = text.includes(separator) || /["\r\n]|^\s|\s$/.test(text)
  return needed ? `"${text.replaceAll('"', '""')}"` : text
}
