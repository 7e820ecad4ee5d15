import { useMemo, useState } from 'react'
import { draftInvoice, type Grouping, groupings, type Proposal } from '../../shared/billing/draft.ts'
import { totalsOf } from '../../shared/billing/totals.ts'
import type { Id } from '../../shared/plan/fields.ts'
import type { Invoice } from '../../shared/plan/invoice.ts'
import type { Day } from '../../shared/time/day.ts'
import { clientOptions } from '../clients/clientOptions.ts'
import { newId, useToday } from '../state/clock.ts'
import { go } from '../state/navigation.ts'
import { execute, usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { LeftOutExpenseSentence } from './DraftExpenses.tsx'
import { LeftOutSentence } from './DraftNotes.tsx'
import styles from './NewInvoiceDialog.module.css'
import { PeriodFields } from './PeriodFields.tsx'
import { type Span, usualMonth } from './periods.ts'
import { quantityText } from './quantity.ts'

/** Chooses a client and a period, shows what would be billed and what not, and makes the draft. */
export function NewInvoiceDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords()
  const { proposal: own } = words.billing
  const plan = usePlan((p) => p)
  const today = useToday()
  const clients = useMemo(() => clientOptions(plan.practice.clients, ({ archived }) => !archived), [plan])
  const [clientId, setClientId] = useState<Id | null>(clients[0]?.id ?? null)
  const [span, setSpan] = useState<Span>(() => usualMonth(today))
  const [id] = useState(newId)
  const [grouping, setGrouping] = useState<Grouping>('engagement')
  const proposal = useMemo(
    () =>
      clientId === null || span.from > span.to
        ? null
        : draftInvoice(plan, { clientId, ...span, id, lineId: (n) => `${id}.${n}`, today, grouping }),
    [plan, clientId, span, id, today, grouping],
  )
  const create = async () => {
    if (proposal === null) return
    const reply = await execute({ type: 'invoice/draft', invoice: proposal.invoice as never })
    if (!reply.ok) return
    onClose()
    go({ screen: 'invoices', invoiceId: id })
  }
  return (
    <Dialog
      title={own.title}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button variant="primary" isDisabled={proposal === null} onPress={() => void create()}>
            {proposal?.invoice.lines.length === 0 ? own.createEmpty : own.create}
          </Button>
        </>
      }
    >
      {clients.length === 0 ? (
        <p className={styles.nothing}>{own.noClients}</p>
      ) : (
        <>
          <div className={styles.fields}>
            <Select label={own.client} options={clients} value={clientId} onChange={setClientId} autoFocus />
            <PeriodFields span={span} onChange={setSpan} />
            <Select
              label={own.grouping}
              options={groupings.map((one) => ({ id: one, label: own.groupings[one] }))}
              value={grouping}
              onChange={(one) => setGrouping(groupings.find((known) => known === one) ?? grouping)}
            />
          </div>
          {proposal === null ? null : (
            <Proposed proposal={proposal} onInclude={(from) => setSpan({ ...span, from })} />
          )}
        </>
      )}
    </Dialog>
  )
}

interface ProposedProps {
  readonly proposal: Proposal
  /** Begin the period on this day. */
  readonly onInclude: (from: Day) => void
}

function Proposed({ proposal: { invoice, leftOut, expensesLeftOut }, onInclude }: ProposedProps) {
  const words = useWords().billing.proposal
  return (
    <>
      {invoice.lines.length === 0 ? (
        <p className={styles.nothing}>{words.nothing}</p>
      ) : (
        <ProposedLines invoice={invoice} />
      )}
      {leftOut.length + expensesLeftOut.length === 0 ? null : (
        <section className={styles.leftOut}>
          <h3>{words.leftOut}</h3>
          <ul>
            {leftOut.map((left) => (
              <li key={`${left.engagementId} ${left.code} ${left.day}`}>
                <LeftOutSentence left={left} />
                {left.code === 'earlier' && left.day !== null ? (
                  <Button size="small" onPress={() => onInclude(left.day ?? invoice.supply.from)}>
                    {words.include}
                  </Button>
                ) : null}
              </li>
            ))}
            {expensesLeftOut.map(({ expense, code }) => (
              <li key={expense.id}>
                <LeftOutExpenseSentence expense={expense} code={code} />
                {code === 'earlier' ? (
                  <Button size="small" onPress={() => onInclude(expense.day)}>
                    {words.include}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function ProposedLines({ invoice }: { readonly invoice: Invoice }) {
  const words = useWords().billing
  const format = useFormat()
  const { lines, net } = totalsOf(invoice)
  return (
    <ul className={styles.lines}>
      {invoice.lines.map((line, i) => (
        <li key={line.id} className={styles.line}>
          <span className={styles.text}>{line.text}</span>
          <span className={styles.amount}>
            <b>{format.money(lines[i] ?? 0, invoice.currency)}</b>
            <span className={styles.quantity}>
              {words.explain.times(
                quantityText(line, format),
                `${format.money(line.price, invoice.currency, 'whole')} ${words.perUnit[line.unit]}`.trim(),
              )}
            </span>
          </span>
        </li>
      ))}
      <li className={styles.net}>
        <span>{words.proposal.net}</span>
        <span>{format.money(net, invoice.currency)}</span>
      </li>
    </ul>
  )
}
