import { useMemo, useState } from 'react'
import { invoiceDocument } from '../../shared/billing/document.ts'
import { freeLine } from '../../shared/billing/draft.ts'
import type { Invoice, InvoiceLine } from '../../shared/plan/invoice.ts'
import { own } from '../../shared/plan/plan.ts'
import { newId, useToday } from '../state/clock.ts'
import { execute, planNow, usePlan } from '../state/plan.ts'
import { savePdf } from '../state/savePdf.ts'
import { toastWithUndo } from '../state/undoToast.ts'
import { useWords, wordsNow } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Screen } from '../ui/Screen.tsx'
import { CorrectedBanner } from './after/CorrectedBanner.tsx'
import { DiscountFields } from './DiscountFields.tsx'
import { DraftDetails } from './DraftDetails.tsx'
import { DraftExpenses } from './DraftExpenses.tsx'
import { DraftNotes } from './DraftNotes.tsx'
import { focusPlace } from './faultPlace.ts'
import { InvoiceHeading } from './InvoiceHeading.tsx'
import styles from './InvoicePage.module.css'
import { toList } from './InvoicesScreen.tsx'
import { InvoiceTotals } from './InvoiceTotals.tsx'
import { IssueDialog } from './IssueDialog.tsx'
import { LineCard } from './LineCard.tsx'
import { PaperPreview } from './PaperPreview.tsx'
import { TimesheetButton } from './TimesheetButton.tsx'
import { TypedArea } from './TypedArea.tsx'

/** A draft: its lines to edit, and beside them the page that it will be. Every edit is a command that undo takes back. */
export function DraftPage({ invoice }: { readonly invoice: Invoice }) {
  const words = useWords().billing
  const [isIssuing, setIssuing] = useState(false)
  const practice = usePlan((plan) => plan.practice)
  const today = useToday()
  const client = own(practice.clients, invoice.clientId)
  // The business and the client are printed too, so a change of either draws the page anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what of the plan is printed stands in the practice
  const document = useMemo(() => invoiceDocument(planNow(), invoice, today), [practice, invoice, today])
  const remove = async () => {
    const reply = await execute({ type: 'invoice/delete', id: invoice.id })
    if (!reply.ok) return
    toList()
    toastWithUndo(wordsNow().clientPage.deleted(words.draftFor(client?.name ?? '')))
  }
  return (
    <Screen
      title={<InvoiceHeading text={words.draftFor(client?.name ?? '')} colour={client?.colour} />}
      body="full"
      actions={
        <>
          <Button onPress={() => void remove()}>{words.editor.delete}</Button>
          <TimesheetButton invoice={invoice} />
          <Button onPress={() => void savePdf(invoice.id)}>{words.editor.savePdf}</Button>
          <Button variant="primary" onPress={() => setIssuing(true)}>
            {words.editor.issue}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <div>
          <CorrectedBanner invoice={invoice} />
          <DraftDetails invoice={invoice} onChange={(change) => put(invoice, change)} />
          <Lines invoice={invoice} />
        </div>
        <aside className={styles.paper}>
          <PaperPreview document={document} />
        </aside>
      </div>
      {isIssuing ? (
        <IssueDialog invoice={invoice} onClose={() => setIssuing(false)} onShow={focusPlace} />
      ) : null}
    </Screen>
  )
}

/** Writes a draft with a change. */
function put(invoice: Invoice, change: Partial<Invoice>): void {
  void execute({ type: 'invoice/draft', invoice: { ...invoice, ...change } as never })
}

function Lines({ invoice }: { readonly invoice: Invoice }) {
  const words = useWords().billing
  const { lines } = invoice
  const setLines = (next: readonly InvoiceLine[]) => put(invoice, { lines: next })
  const move = (at: number, by: number) => {
    const next = [...lines]
    next.splice(at + by, 0, ...next.splice(at, 1))
    setLines(next)
  }
  return (
    <section className={styles.part}>
      <div className={styles.partHead}>
        <h2>{words.editor.lines}</h2>
      </div>
      <div data-place-of="lines">
        <ol className={styles.lines}>
          {lines.map((line, i) => (
            <LineCard
              key={line.id}
              line={line}
              invoice={invoice}
              position={i + 1}
              onChange={(next) => setLines(lines.map((other) => (other.id === line.id ? next : other)))}
              onRemove={() => setLines(lines.filter((other) => other.id !== line.id))}
              onMove={(by) => move(i, by)}
              onTaxForAll={() => setLines(lines.map((other) => ({ ...other, tax: line.tax })))}
            />
          ))}
        </ol>
        <Button
          size="small"
          icon="plus"
          onPress={() =>
            setLines([...lines, freeLine(planNow(), invoice.clientId, newId(), invoice.language)])
          }
        >
          {words.editor.add}
        </Button>
      </div>
      <div className={styles.whole}>
        <div data-place-of="discount">
          <DiscountFields
            label={words.editor.wholeDiscount}
            discount={invoice.discount}
            currency={invoice.currency}
            onChange={(discount) => put(invoice, { discount })}
          />
        </div>
        <InvoiceTotals invoice={invoice} />
      </div>
      <DraftNotes invoice={invoice} onAdd={(line) => setLines([...lines, line])} />
      <DraftExpenses invoice={invoice} onAdd={(line) => setLines([...lines, line])} />
      <div className={styles.note}>
        <TypedArea
          label={words.editor.note}
          description={words.editor.noteHelp}
          text={invoice.note}
          rows={2}
          onCommit={(note) => put(invoice, { note })}
        />
      </div>
    </section>
  )
}
