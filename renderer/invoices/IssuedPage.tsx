import { useMemo } from 'react'
import { creditedInvoice } from '../../shared/billing/after/credit.ts'
import { linksOf } from '../../shared/billing/after/links.ts'
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
import { AfterSections, InvoiceLink } from './after/AfterSections.tsx'
import { IssuedActions } from './after/IssuedActions.tsx'
import { InvoiceHeading } from './InvoiceHeading.tsx'
import styles from './InvoicePage.module.css'
import { PaperPreview } from './PaperPreview.tsx'
import { StatusChip } from './StatusChip.tsx'
import { StoredPdf } from './StoredPdf.tsx'
import { TimesheetButton } from './TimesheetButton.tsx'

interface IssuedProps {
  readonly invoice: Invoice
  readonly issued: IssuedInvoice
}

/** An issued invoice: what was frozen, what became of it, and its page. */
export function IssuedPage({ invoice: given, issued }: IssuedProps) {
  const words = useWords().billing
  const today = useToday()
  const invoice = useMemo(() => ({ ...given, issued }), [given, issued])
  const years = usePlan((plan) => plan.years)
  const colour = usePlan((plan) => own(plan.practice.clients, invoice.clientId)?.colour)
  const document = useMemo(() => invoiceDocument(planNow(), invoice, issued.on), [invoice, issued])
  const status = invoiceStatus({ years }, invoice, today)
  return (
    <Screen
      title={<InvoiceHeading text={issued.number} colour={colour} />}
      body="full"
      actions={
        <>
          <IssuedActions invoice={invoice} status={status} />
          {invoice.kind === 'credit' ? null : <TimesheetButton invoice={invoice} />}
          <span data-issued="">
            <Button variant="primary" onPress={() => void savePdf(invoice.id)}>
              {words.editor.savePdf}
            </Button>
          </span>
        </>
      }
    >
      <div className={styles.columns}>
        <div>
          <Facts invoice={invoice} issued={issued} status={status} />
          <AfterSections invoice={invoice} status={status} />
          <StoredPdf invoice={invoice} />
        </div>
        <aside className={styles.paper}>
          <PaperPreview document={document} />
        </aside>
      </div>
    </Screen>
  )
}

type FactList = readonly (readonly [label: string, value: React.ReactNode])[]

function Facts({ invoice, issued, status }: IssuedProps & { readonly status: InvoiceStatus }) {
  const { billing, money } = useWords()
  const words = billing.issued
  const format = useFormat()
  const { home } = issued
  const facts: FactList = [
    ...useAbout(invoice),
    [words.client, issued.buyer.name],
    [words.date, format.dayMedium(issued.on)],
    [words.supply, format.dayRange(invoice.supply.from, invoice.supply.to)],
    ...(invoice.kind === 'credit' ? [] : [[words.dueOn, format.dayMedium(issued.dueOn)] as const]),
    [
      money.after.sent,
      invoice.sent === null
        ? money.after.notSent
        : money.after.sentHow(format.dayMedium(invoice.sent.on), invoice.sent.how),
    ],
    [words.total, format.money(issued.gross, invoice.currency)],
    ...(home === null ? [] : [[home.currency, format.money(home.gross, home.currency)] as const]),
  ]
  return (
    <section className={styles.part}>
      <div className={styles.partHead}>
        <h2>{money.kinds[invoice.kind]}</h2>
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

/** The invoice that this one is about, and the one that stands in its place. */
function useAbout(invoice: Invoice): FactList {
  const words = useWords().money.after
  const plan = usePlan((whole) => whole)
  const about = creditedInvoice(plan, invoice)
  const replacedBy = linksOf(plan).replacedBy.get(invoice.id)
  return [
    ...(about === undefined || invoice.kind === 'invoice'
      ? []
      : [[words.about[invoice.kind], <InvoiceLink key="about" invoice={about} />] as const]),
    ...(replacedBy === undefined
      ? []
      : [[words.replacedBy, <InvoiceLink key="replaced" invoice={replacedBy} />] as const]),
  ]
}
