import type { CsvStyle } from '../../../shared/exchange/csv/csvStyle.ts'
import type { RequestPayload } from '../../../shared/ipc/contract.ts'
import { bridge } from '../../state/bridge.ts'
import { savePdfOf } from '../../state/savePdf.ts'
import { formatNow } from '../../state/words.ts'

type StyledTable = Extract<RequestPayload<'money/save'>, { readonly style: CsvStyle }>
type Unstyled<T> = T extends unknown ? Omit<T, 'style'> : never
/** A list over all invoices, and what of it is shown. */
export type MoneyTable = Unstyled<StyledTable>

/** Asks where, and saves a list as CSV as a spreadsheet of the planner's own country reads it. */
export function saveTable(table: MoneyTable): void {
  const style: CsvStyle = formatNow().number(0.5, 1).includes(',') ? 'commaSheet' : 'sheet'
  void savePdfOf(() => bridge.request('money/save', { ...table, style } as StyledTable))
}
