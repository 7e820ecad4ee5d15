/**
 * Text that a spreadsheet would take for a formula, made harmless (OWASP, "CSV injection"). The rule: a text that begins
 * with = + - @, one of their full-width forms, a tab or a line break, after any number of apostrophes, gets one
 * apostrophe in front. Taking one away again gives back every text exactly. Numbers are no text and stay numbers.
 */
const FORMULA = /^'*[=+\-@＝＋－＠\t\r\n]/

const NEUTRALISED = /^'+[=+\-@＝＋－＠\t\r\n]/

/** A text as it may stand in a cell. */
export function neutralised(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** The text of a cell that {@link neutralised} wrote. */
export function fromNeutralised(cell: string): string {
  return NEUTRALISED.test(cell) ? cell.slice(1) : cell
}
