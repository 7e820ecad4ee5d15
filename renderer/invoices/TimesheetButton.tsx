import type { Invoice } from '../../shared/plan/invoice.ts'
import { openExport } from '../exports/exportForm.ts'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'

/** The timesheet that goes with an invoice: of its client and its days. */
export function TimesheetButton({ invoice: { clientId, supply } }: { readonly invoice: Invoice }) {
  const words = useWords().exports
  return (
    <Button onPress={() => openExport({ kind: 'sheet', clientId, span: supply })}>{words.sheetButton}</Button>
  )
}
