import { useMemo } from 'react'
import { draftInvoice, freeLine, type LeftOut } from '../../shared/billing/draft.ts'
import { openInstalments, placeOf, pricesBilled } from '../../shared/billing/fixedPrice.ts'
import { lineBase } from '../../shared/billing/totals.ts'
import { sum } from '../../shared/money/amount.ts'
import { termsOn } from '../../shared/plan/engagement.ts'
import type { Id } from '../../shared/plan/fields.ts'
import type { Invoice, InvoiceLine } from '../../shared/plan/invoice.ts'
import { own, type Plan } from '../../shared/plan/plan.ts'
import { paperWordsIn } from '../../shared/words/words.ts'
import { newId } from '../state/clock.ts'
import { planNow, usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import styles from './InvoicePage.module.css'

export interface DraftNotesProps {
  readonly invoice: Invoice
  readonly onAdd: (line: InvoiceLine) => void
}

/** What of the period is not on the draft, and why. A fixed price can be billed in part. */
export function DraftNotes({ invoice, onAdd }: DraftNotesProps) {
  const words = useWords().billing
  const plan = usePlan((p) => p)
  const leftOut = useMemo(() => leftOutOf(plan, invoice), [plan, invoice])
  if (leftOut.length === 0) return null
  return (
    <section className={styles.notes}>
      <h3 className={styles.quiet}>{words.proposal.leftOut}</h3>
      <ul>
        {leftOut.map((left) => (
          <li key={`${left.engagementId} ${left.code} ${left.day}`}>
            <LeftOutSentence left={left} />
            {left.code === 'fixed-open' ? (
              <Button size="small" onPress={() => onAdd(instalment(planNow(), invoice, left.engagementId))}>
                {words.editor.instalment}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Why some work is not billed, in a sentence that names the engagement. */
export function LeftOutSentence({ left }: { readonly left: LeftOut }) {
  const words = useWords().billing
  const format = useFormat()
  const engagement = usePlan((plan) => own(plan.practice.engagements, left.engagementId))
  const day = left.day === null ? '' : format.dayMedium(left.day)
  return (
    <span>
      <b>{engagement?.name}</b> {words.leftOut[left.code]?.(format.duration(left.minutes), day)}
    </span>
  )
}

function leftOutOf(plan: Plan, { clientId, supply, id, createdOn }: Invoice): readonly LeftOut[] {
  if (own(plan.practice.clients, clientId) === undefined) return []
  return draftInvoice(plan, { clientId, ...supply, id, lineId: String, today: createdOn }).leftOut
}

/** A line with the next instalment of a fixed price, due or not; or with what is still open of it, to be lowered to a part. */
function instalment(plan: Plan, invoice: Invoice, engagementId: Id): InvoiceLine {
  const engagement = own(plan.practice.engagements, engagementId)
  const line = freeLine(plan, invoice.clientId, newId(), invoice.language)
  if (engagement === undefined) return line
  const terms = termsOn(engagement, invoice.supply.to)
  const here = invoice.lines.filter(
    ({ basis }) => basis?.kind === 'price' && basis.engagementId === engagementId,
  )
  const billed = pricesBilled(plan, invoice.id, engagementId) + sum(here.map(lineBase))
  const texts = paperWordsIn(invoice.language).document.lines
  const rest = terms.kind === 'fixed' ? Math.max(0, terms.price - billed) : 0
  const onDraft = new Set(here.map(({ basis }) => (basis?.kind === 'price' ? basis.instalmentId : null)))
  const next =
    terms.kind === 'fixed'
      ? openInstalments(plan, invoice.id, engagement, terms).find(({ id }) => !onDraft.has(id))
      : undefined
  if (terms.kind === 'fixed' && next !== undefined)
    return {
      ...line,
      text: texts.instalmentOf(engagement.name, next.title.trim(), ...placeOf(terms, next)),
      price: Math.min(next.amount, rest),
      basis: { kind: 'price', engagementId, instalmentId: next.id },
    }
  return {
    ...line,
    text: texts.instalment(engagement.name),
    price: rest,
    basis: { kind: 'price', engagementId, instalmentId: null },
  }
}
