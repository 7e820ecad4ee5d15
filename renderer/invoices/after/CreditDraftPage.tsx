import { useMemo, useState } from 'react'
import { creditedInvoice, creditFigures, takesAllLeft } from '../../../shared/billing/after/credit.ts'
import { invoiceDocument } from '../../../shared/billing/document.ts'
import type { Invoice } from '../../../shared/plan/invoice.ts'
import { own } from '../../../shared/plan/plan.ts'
import { useToday } from '../../state/clock.ts'
import { go } from '../../state/navigation.ts'
import { execute, usePlan } from '../../state/plan.ts'
import { savePdf } from '../../state/savePdf.ts'
import { toastWithUndo } from '../../state/undoToast.ts'
import { useFormat, useWords } from '../../state/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { InvoiceHeading } from '../InvoiceHeading.tsx'
import page from '../InvoicePage.module.css'
import { IssueDialog } from '../IssueDialog.tsx'
import { PaperPreview } from '../PaperPreview.tsx'
import { quantityText } from '../quantity.ts'
import { TypedArea } from '../TypedArea.tsx'
import styles from './After.module.css'
import { CreditDialog } from './CreditDialog.tsx'

/** The draft of a credit note: what it takes back, and beside it the page that it will be. */
export function CreditDraftPage({ invoice }: { readonly invoice: Invoice }) {
  const { billing, money } = useWords()
  const [opened, setOpened] = useState<'issue' | 'choose' | null>(null)
  const plan = usePlan((whole) => whole)
  const today = useToday()
  const original = creditedInvoice(plan, invoice)
  const colour = own(plan.practice.clients, invoice.clientId)?.colour
  const number = original?.issued.number ?? ''
  const document = useMemo(() => invoiceDocument(plan, invoice, today), [plan, invoice, today])
  const remove = async () => {
    const reply = await execute({ type: 'invoice/delete', id: invoice.id })
    if (!reply.ok) return
    go({ screen: 'invoices', invoiceId: invoice.corrects })
    toastWithUndo(money.list.deleted)
  }
  return (
    <Screen
      title={<InvoiceHeading text={money.credit.draftTitle(number)} colour={colour} />}
      body="full"
      actions={
        <>
          <Button onPress={() => void remove()}>{billing.editor.delete}</Button>
          <Button onPress={() => void savePdf(invoice.id)}>{billing.editor.savePdf}</Button>
          <Button variant="primary" onPress={() => setOpened('issue')}>
            {billing.editor.issue}
          </Button>
        </>
      }
    >
      <div className={page.columns}>
        <div>
          <section className={page.part}>
            <p className={styles.hint}>
              {money.credit.takesOff(number)} {money.credit.amounts}
            </p>
          </section>
          <Lines invoice={invoice} onChoose={() => setOpened('choose')} />
          <Details invoice={invoice} />
        </div>
        <aside className={page.paper}>
          <PaperPreview document={document} />
        </aside>
      </div>
      {opened === 'issue' ? (
        <IssueDialog invoice={invoice} onClose={() => setOpened(null)} onShow={() => setOpened('choose')} />
      ) : null}
      {opened === 'choose' && original !== undefined ? (
        <CreditDialog invoice={original} draft={invoice} onClose={() => setOpened(null)} />
      ) : null}
    </Screen>
  )
}

function Lines({ invoice, onChoose }: { readonly invoice: Invoice; readonly onChoose: () => void }) {
  const words = useWords().money.credit
  const format = useFormat()
  const plan = usePlan((whole) => whole)
  const { gross } = creditFigures(plan, invoice)
  const money = (minor: number) => format.money(minor, invoice.currency)
  return (
    <section className={page.part}>
      <div className={page.partHead}>
        <h2>{words.lines}</h2>
        <Button size="small" onPress={onChoose}>
          {words.choose}
        </Button>
      </div>
      <dl className={page.facts}>
        {invoice.lines.map((line) => (
          <div key={line.id} className={page.fact}>
            <dt dir="auto">{line.text.split('\n')[0]}</dt>
            <dd>
              {quantityText(line, format)} × {money(line.price)}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.sum}>
        <span>{words.comesTo}</span>
        <span>{money(gross)}</span>
      </p>
    </section>
  )
}

function Details({ invoice }: { readonly invoice: Invoice }) {
  const words = useWords().money.credit
  const plan = usePlan((whole) => whole)
  const put = (change: Partial<Invoice>) =>
    void execute({ type: 'invoice/draft', invoice: { ...invoice, ...change } as never })
  return (
    <section className={`${page.part} ${styles.form}`}>
      <h2>{words.details}</h2>
      <TypedArea label={words.note} text={invoice.note} onCommit={(note) => put({ note })} />
      {takesAllLeft(plan, invoice) ? (
        <Checkbox
          label={words.reopens}
          description={words.reopensHelp}
          isSelected={invoice.reopens}
          onChange={(reopens) => put({ reopens })}
        />
      ) : null}
    </section>
  )
}
