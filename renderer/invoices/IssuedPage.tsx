import { useMemo, useState } from 'react'
import { invoiceDocument } from '../../shared/billing/document.ts'
import { type InvoiceStatus, invoiceStatus } from '../../shared/billing/status.ts'
import type { Invoice, IssuedInvoice } from '../../shared/plan/invoice.ts'
import { own } from '../../shared/plan/plan.ts'
import { useToday } from '../state/clock.ts'
import { planNow, usePlan } from '../state/plan.ts'
import { savePdf } from '../state/savePdf.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Screen } from '../ui/Screen.tsx'
import { InvoiceHeading } from './InvoiceHeading.tsx'
import { StatusChip } from './InvoiceList.tsx'
import styles from './InvoicePage.module.css'
import { PaperPreview } from './PaperPreview.tsx'
import { PaymentDialog } from './PaymentDialog.tsx'
import { StoredPdf } from './StoredPdf.tsx'
import { TimesheetButton } from './TimesheetButton.tsx'

/** An issued invoice: what was frozen, what was paid, and its page. */
export function IssuedPage({
  invoice,
  issued,
}: {
  readonly invoice: Invoice
  readonly issued: IssuedInvoice
}) {
  const words = useWords().billing
  const today = useToday()
  const [isPaying, setPaying] = useState(false)
  const colour = usePlan((plan) => own(plan.practice.clients, invoice.clientId)?.colour)
  const document = useMemo(() => invoiceDocument(planNow(), invoice, issued.on), [invoice, issued])
  const years = usePlan((plan) => plan.years)
  const status = invoiceStatus({ years }, invoice, today)
  return (
    <Screen
      title={<InvoiceHeading text={issued.number} colour={colour} />}
      body="full"
      actions={
        <>
          {status.due > 0 ? <Button onPress={() => setPaying(true)}>{words.issued.record}</Button> : null}
          <TimesheetButton invoice={invoice} />
          <Button variant="primary" onPress={() => void savePdf(invoice.id)}>
            {words.editor.savePdf}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <div>
          <Facts invoice={invoice} issued={issued} status={status} />
          <Payments invoice={invoice} status={status} />
          <StoredPdf invoice={invoice} />
        </div>
        <aside className={styles.paper}>
          <PaperPreview document={document} />
        </aside>
      </div>
      {isPaying ? (
        <PaymentDialog invoice={invoice} due={status.due} onClose={() => setPaying(false)} />
      ) : null}
    </Screen>
  )
}

interface FactsProps {
  readonly invoice: Invoice
  readonly issued: IssuedInvoice
  readonly status: InvoiceStatus
}

function Facts({ invoice, issued, status }: FactsProps) {
  const words = useWords().billing
  const format = useFormat()
  const facts = [
    [words.issued.client, issued.buyer.name],
    [words.issued.date, format.dayMedium(issued.on)],
    [words.issued.supply, format.dayRange(invoice.supply.from, invoice.supply.to)],
    [words.issued.dueOn, format.dayMedium(issued.dueOn)],
    [words.issued.total, format.money(issued.gross, invoice.currency)],
  ]
  return (
    <section className={styles.part}>
      <div className={styles.partHead}>
        <h2>{words.issued.details}</h2>
        <StatusChip invoice={invoice} status={status} />
      </div>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Payments({ invoice, status }: Omit<FactsProps, 'issued'>) {
  const words = useWords().billing.issued
  const format = useFormat()
  const money = (minor: number) => format.money(minor, invoice.currency)
  return (
    <section className={styles.part}>
      <div className={styles.partHead}>
        <h2>{words.payments}</h2>
      </div>
      {invoice.payments.length === 0 ? <p className={styles.nothing}>{words.noPayments}</p> : null}
      <dl className={styles.facts}>
        {invoice.payments.map((payment) => (
          <div key={payment.id} className={styles.fact}>
            <dt>{[format.dayMedium(payment.on), payment.note].filter((text) => text !== '').join(' · ')}</dt>
            <dd>{money(payment.amount)}</dd>
          </div>
        ))}
        {status.due === 0 ? null : (
          <div className={styles.fact}>
            <dt>{status.due > 0 ? words.due : words.overpaid}</dt>
            <dd>{money(Math.abs(status.due))}</dd>
          </div>
        )}
      </dl>
    </section>
  )
}
