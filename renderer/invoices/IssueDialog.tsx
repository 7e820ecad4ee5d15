import { useMemo, useState } from 'react'
import { invoiceDocument } from '../../shared/billing/document.ts'
import { freeze, issueFaults } from '../../shared/billing/issue.ts'
import type { Refusal } from '../../shared/commands/refusal.ts'
import type { Invoice } from '../../shared/plan/invoice.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { type Day, isDay } from '../../shared/time/day.ts'
import { BusinessDialog } from '../business/BusinessDialog.tsx'
import { useToday } from '../state/clock.ts'
import { go } from '../state/navigation.ts'
import { execute, usePlan } from '../state/plan.ts'
import { toast } from '../state/toasts.ts'
import { refusalSentence, useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { placeOf } from './faultPlace.ts'
import page from './InvoicePage.module.css'
import styles from './IssueDialog.module.css'
import { PaperPreview } from './PaperPreview.tsx'

/** Shows the invoice as it will be, what issuing means, and everything that still keeps it from being issued. */
export function IssueDialog({
  invoice,
  onClose,
  onShow,
}: {
  readonly invoice: Invoice
  readonly onClose: () => void
  /** Shows the part of the draft that a fault is about, once this dialog is gone. */
  readonly onShow: (place: string) => void
}) {
  const words = useWords()
  const plan = usePlan((p) => p)
  const today = useToday()
  const [on, setOn] = useState<Day>(today)
  const [isBusiness, setBusiness] = useState(false)
  const { issued, document, faults } = useMemo(() => ahead(plan, invoice, on), [plan, invoice, on])
  const issue = async () => {
    const reply = await execute({ type: 'invoice/issue', id: invoice.id, on })
    if (!reply.ok) return
    onClose()
    focusAfterIssue()
    toast({ text: words.billing.issue.issued(issued.number), tone: 'done' })
  }
  return (
    <Dialog
      title={words.billing.issue.title}
      isOpen
      size="wide"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button variant="primary" isDisabled={faults.length > 0} onPress={() => void issue()}>
            {words.billing.issue.confirm(issued.number)}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <div>
          <DateField
            label={words.billing.issue.on}
            day={on}
            onChange={(day) => day !== null && isDay(day) && setOn(day)}
          />
          <Facts issued={issued} currency={invoice.currency} />
          {faults.length === 0 ? (
            <p className={styles.meaning}>{words.billing.issue.meaning(issued.number)}</p>
          ) : (
            <Faults
              faults={faults}
              invoice={invoice}
              onBusiness={() => setBusiness(true)}
              onShow={(place) => {
                onClose()
                // The dialog gives the focus back in the frame after it is gone.
                requestAnimationFrame(() => requestAnimationFrame(() => onShow(place)))
              }}
            />
          )}
        </div>
        <PaperPreview document={document} />
      </div>
      {isBusiness ? <BusinessDialog onClose={() => setBusiness(false)} /> : null}
    </Dialog>
  )
}

/** The draft is gone, and with it the button that the dialog would give the focus back to. */
function focusAfterIssue(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement === document.body)
        document.querySelector<HTMLElement>('[data-issued] button')?.focus()
    }),
  )
}

function ahead(plan: Plan, invoice: Invoice, on: Day) {
  const issued = freeze(plan, invoice, on)
  const document = invoiceDocument(plan, { ...invoice, issued }, on)
  return { issued, document, faults: issueFaults(plan, invoice, on) }
}

function Facts({
  issued,
  currency,
}: {
  readonly issued: ReturnType<typeof freeze>
  readonly currency: string
}) {
  const words = useWords().billing.issue
  const format = useFormat()
  const facts = [
    [words.number, issued.number],
    [words.due, format.dayMedium(issued.dueOn)],
    [words.total, format.money(issued.gross, currency)],
  ]
  return (
    <dl className={`${page.facts} ${styles.facts}`}>
      {facts.map(([label, value]) => (
        <div key={label} className={page.fact}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

interface FaultsProps {
  readonly faults: readonly Refusal[]
  readonly invoice: Invoice
  readonly onBusiness: () => void
  readonly onShow: (place: string) => void
}

/** What is missing, and the way to where it is entered. */
function Faults({ faults, invoice, onBusiness, onShow }: FaultsProps) {
  const words = useWords()
  const isOf = (part: string) => faults.some(({ path }) => path[0] === part)
  return (
    <div className={styles.faults}>
      <h3>{words.billing.issue.faults}</h3>
      <ul>
        {faults.map((fault) => (
          <Fault key={`${fault.code} ${fault.path.join('.')}`} fault={fault} onShow={onShow} />
        ))}
      </ul>
      <div className={styles.ways}>
        {isOf('seller') ? (
          <Button size="small" onPress={onBusiness}>
            {words.billing.issue.openBusiness}
          </Button>
        ) : null}
        {isOf('buyer') ? (
          <Button size="small" onPress={() => go({ screen: 'clients', clientId: invoice.clientId })}>
            {words.billing.issue.openClient}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

function Fault({ fault, onShow }: { readonly fault: Refusal } & Pick<FaultsProps, 'onShow'>) {
  const words = useWords()
  const place = placeOf(fault)
  const sentence = refusalSentence(words, fault)
  return (
    <li className={styles.fault}>
      <span>{sentence}</span>
      {place === null ? null : (
        <Button
          size="small"
          variant="quiet"
          aria-label={`${words.app.show}: ${sentence}`}
          onPress={() => onShow(place)}
        >
          {words.app.show}
        </Button>
      )}
    </li>
  )
}
