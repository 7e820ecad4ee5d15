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
