import { useMemo, useState } from 'react'
import { clientMonth } from '../../shared/clientMonth/clientMonth.ts'
import { clientMonthReport } from '../../shared/documents/clientMonthReport.ts'
import type { Id } from '../../shared/plan/fields.ts'
import { ReportPages } from '../documents/ReportPages.tsx'
import paper from '../invoices/PaperPreview.module.css'
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
import { clientOptions } from './clientOptions.ts'
import styles from './ReportDialog.module.css'
import { useAskedReport } from './reportForm.ts'

/** The report of a client's month: whose and of which month, and its pages as the PDF will have them. */
export function ReportDialog() {
  const words = useWords().exports.report
  const format = useFormat()
  const plan = usePlan((whole) => whole)
  const today = useToday()
  const clients = clientOptions(plan)
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
      {report === null ? <p className={styles.none}>{words.noClients}</p> : <Preview report={report} />}
    </Dialog>
  )
}

/** The pages, smaller. A reader of screens hears how many there are: the PDF itself can be read. */
function Preview({ report }: { readonly report: ReturnType<typeof clientMonthReport> }) {
  const words = useWords().exports.report
  const [pages, setPages] = useState(0)
  return (
    <figure className={`${paper.figure} ${styles.preview}`} aria-label={words.preview}>
      <figcaption className={paper.caption}>
        <span>{words.preview}</span>
        <span role="status">{pages === 0 ? '' : words.pages(pages)}</span>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard */}
      <section className={styles.pages} tabIndex={0} aria-label={words.preview}>
        <div className={paper.preview} aria-hidden="true">
          <ReportPages report={report} onPages={setPages} />
        </div>
      </section>
    </figure>
  )
}
