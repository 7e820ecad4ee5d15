import { useMemo, useState } from 'react'
import { clientMonth } from '../../shared/clientMonth/clientMonth.ts'
import { clientMonthReport } from '../../shared/documents/clientMonthReport.ts'
import type { Id } from '../../shared/plan/fields.ts'
import { clientOptions } from '../clients/clientOptions.ts'
import { PagesPreview } from '../documents/PagesPreview.tsx'
import { ReportPages } from '../documents/ReportPages.tsx'
import { recentMonths, usualMonth } from '../invoices/periods.ts'
import { closeOverlay } from '../shell/overlays.ts'
import { bridge } from '../state/bridge.ts'
import { useToday } from '../state/clock.ts'
import { usePlan } from '../state/plan.ts'
import { savePdfOf } from '../state/savePdf.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import styles from './ReportDialog.module.css'
import { useAskedReport } from './reportForm.ts'

/** The report of a client's month: whose and of which month, and its pages as the PDF will have them. */
export function ReportDialog() {
  const words = useWords().exports.report
  const format = useFormat()
  const plan = usePlan((whole) => whole)
  const today = useToday()
  const clients = clientOptions(plan.practice.clients)
  const asked = useAskedReport()
  const [clientId, setClientId] = useState<Id | null>(asked ?? clients[0]?.id ?? null)
  const [month, setMonth] = useState(() => usualMonth(today).from)
  const [unbilled, setUnbilled] = useState(false)
  const report = useMemo(() => {
    const told = clientId === null ? null : clientMonth(plan, { clientId, month, unbilled }, today)
    return told === null ? null : clientMonthReport(plan, told, today)
  }, [plan, clientId, month, unbilled, today])
  const save = () => {
    if (clientId !== null)
      void savePdfOf(() => bridge.request('monthReport/pdf', { clientId, month, unbilled }))
  }
  return (
    <Dialog
      title={words.title}
      isOpen
      size="wide"
      onClose={closeOverlay}
      footer={
        <Button variant="primary" isDisabled={report === null} onPress={save}>
          {words.save}
        </Button>
      }
    >
      <div className={styles.fields}>
        <Select
          label={words.client}
          options={clients}
          value={clientId ?? ''}
          autoFocus={asked === null}
          onChange={setClientId}
        />
        <Select
          label={words.month}
          options={recentMonths(today).map(({ from }) => ({ id: from, label: format.month(from) }))}
          value={month}
          autoFocus={asked !== null}
          onChange={setMonth}
        />
        <Checkbox label={words.unbilled} isSelected={unbilled} onChange={setUnbilled} />
      </div>
      {report === null ? (
        <p className={styles.none}>{words.noClients}</p>
      ) : (
        <PagesPreview isScrolled>
          {(onPages) => <ReportPages report={report} onPages={onPages} />}
        </PagesPreview>
      )}
    </Dialog>
  )
}
