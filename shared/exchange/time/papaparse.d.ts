/** The part of papaparse that is used here: its own types would bring those of Node and the browser into the domain. */
declare module 'papaparse' {
  interface StepResult {
    /** The fields of one record. */
    readonly data: readonly string[]
    readonly errors: readonly { readonly type: string; readonly code: string }[]
    /** Units of the text up to the end of the record. */
    readonly meta: { readonly cursor: number }
  }
  interface Parser {
    abort(): void
  }
  interface StepConfig {
    readonly delimiter: string
    readonly newline: '\n'
    readonly step: (result: StepResult, parser: Parser) => void
  }
  interface WriteConfig {
    readonly delimiter: string
    readonly newline: '\r\n'
  }
  const papa: {
    parse(text: string, config: StepConfig): void
    unparse(rows: readonly (readonly string[])[], config: WriteConfig): string
  }
  export default papa
}
