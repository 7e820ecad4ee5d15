import { useState } from 'react'
import { type Issued, linksOf, placesOf } from '../../../shared/billing/after/links.ts'
import type { InvoiceStatus } from '../../../shared/billing/status.ts'
import type { Invoice, Payment } from '../../../shared/plan/invoice.ts'
import { go } from '../../state/navigation.ts'
import { usePlan } from '../../state/plan.ts'
import { useFormat, useWords } from '../../state/words.ts'
import { IconButton } from '../../ui/Button.tsx'
import page from '../InvoicePage.module.css'
import styles from './After.module.css'
import { Letters } from './Letters.tsx'
import { PaymentDialog } from './PaymentDialog.tsx'

interface AfterProps {
  readonly invoice: Issued
  readonly status: InvoiceStatus
}

/** What became of an issued invoice: payments, credit notes, reminders. */
export function AfterSections({ invoice, status }: AfterProps) {
  return (
    <>
      {invoice.kind === 'credit' || status.state === 'replaced' ? null : (
        <Payments invoice={invoice} status={status} />
      )}
      <Letters invoice={invoice} />
    </>
  )
}

interface Fact {
  readonly key: string
  readonly label: React.ReactNode
  readonly value: React.ReactNode
}

function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={page.facts}>
      {facts.map(({ key, label, value }) => (
        <div key={key} className={page.fact}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Payments({ invoice, status }: AfterProps) {
  const { billing, money } = useWords()
  const words = billing.issued
  const format = useFormat()
  const years = usePlan((plan) => plan.years)
  const [changed, setChanged] = useState<Payment | null>(null)
  const links = linksOf({ years })
  const written = (minor: number) => format.money(minor, invoice.currency)
  const textOf = (payment: Payment, of: Invoice) =>
    [
      format.dayMedium(payment.on),
      payment.note,
      of.id === invoice.id ? '' : money.after.paidBefore(of.issued?.number ?? ''),
    ]
      .filter((text) => text !== '')
      .join(' · ')
  const paid = placesOf(links, invoice).flatMap((of) => of.payments.map((payment) => ({ payment, of })))
  const facts: Fact[] = [
    ...(links.credits.get(invoice.id) ?? []).map((note) => ({
      key: note.id,
      label: (
        <>
          {money.kinds.credit} <InvoiceLink invoice={note} />
        </>
      ),
      value: written(-note.issued.gross),
    })),
    ...paid.map(({ payment, of }) => ({
      key: payment.id,
      label: textOf(payment, of),
      value: (
        <span className={styles.entry}>
          {written(payment.amount)}
          {of.id === invoice.id ? (
            <IconButton
              icon="more"
              variant="quiet"
              size="small"
              label={money.after.changePayment(format.dayMedium(payment.on))}
              onPress={() => setChanged(payment)}
            />
          ) : null}
        </span>
      ),
    })),
    ...(status.lost === 0 ? [] : [lostFact()]),
    ...(status.due === 0
      ? []
      : [
          {
            key: 'due',
            label: status.due > 0 ? words.due : money.after.payBack,
            value: written(Math.abs(status.due)),
          },
        ]),
  ]
  function lostFact(): Fact {
    const { on, note } = invoice.writtenOff ?? { on: invoice.issued.on, note: '' }
    const label = [money.after.lost, format.dayMedium(on), note].filter((text) => text !== '').join(' · ')
    return { key: 'lost', label, value: written(status.lost) }
  }
  return (
    <section className={page.part}>
      <div className={page.partHead}>
        <h2>{words.payments}</h2>
      </div>
      {paid.length === 0 ? <p className={page.nothing}>{words.noPayments}</p> : null}
      {facts.length === 0 ? null : <Facts facts={facts} />}
      {changed === null ? null : (
        <PaymentDialog
          invoice={invoice}
          due={status.due + status.lost + changed.amount}
          payment={changed}
          onClose={() => setChanged(null)}
        />
      )}
    </section>
  )
}

/** An invoice's number that opens it. */
export function InvoiceLink({ invoice }: { readonly invoice: Issued }) {
  const words = useWords().money.after
  const { number } = invoice.issued
  return (
    <button
      type="button"
      className={styles.link}
      aria-label={words.openNumber(number)}
      onClick={() => go({ screen: 'invoices', invoiceId: invoice.id })}
    >
      {number}
    </button>
  )
}
