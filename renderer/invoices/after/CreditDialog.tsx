import { useMemo, useState } from 'react'
import type { CreditLeft } from '../../../shared/billing/after/credit.ts'
import { creditFigures, leftToCredit, takesAllLeft } from '../../../shared/billing/after/credit.ts'
import {
  type CreditChoice,
  draftCredit,
  quantitiesLeft,
  taxOf,
} from '../../../shared/billing/after/creditDraft.ts'
import type { Issued } from '../../../shared/billing/after/links.ts'
import { aboutFaults } from '../../../shared/billing/issue.ts'
import type { Id } from '../../../shared/plan/fields.ts'
import type { Invoice } from '../../../shared/plan/invoice.ts'
import { paperWordsIn } from '../../../shared/words/words.ts'
import { newId, useToday } from '../../state/clock.ts'
import { go } from '../../state/navigation.ts'
import { execute, usePlan } from '../../state/plan.ts'
import { refusalSentence, useFormat, useWords } from '../../state/words.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import styles from './After.module.css'
import { AmountChoice, LinesChoice } from './CreditChoices.tsx'
import { FormDialog } from './FormDialog.tsx'

export interface CreditDialogProps {
  readonly invoice: Issued
  /** The draft that is chosen anew; without one a draft is made. */
  readonly draft?: Invoice
  readonly onClose: () => void
}

const kinds = ['rest', 'lines', 'amount'] as const

/** Chooses what of an issued invoice is credited, and makes the draft of the credit note. */
export function CreditDialog({ invoice, draft, onClose }: CreditDialogProps) {
  const all = useWords()
  const words = all.money.credit
  const format = useFormat()
  const plan = usePlan((whole) => whole)
  const today = useToday()
  const left = useMemo(() => leftToCredit(plan, invoice), [plan, invoice])
  const form = useForm(invoice, left)
  const [id] = useState(() => draft?.id ?? newId())
  const note = useMemo(() => {
    const { kind } = form
    const made = draftCredit(plan, invoice, { id, today: draft?.createdOn ?? today, choice: form.choice })
    const kept = draft === undefined ? {} : { note: draft.note, reference: draft.reference }
    return { ...made, ...kept, reopens: kind !== 'amount' && form.reopens && takesAllLeft(plan, made) }
  }, [plan, invoice, id, today, draft, form])
  const fault = aboutFaults(plan, note)[0]
  const { gross } = creditFigures(plan, note)
  const money = (minor: number) => format.money(minor, invoice.currency)
  const create = async () => {
    const reply = await execute({ type: 'invoice/draft', invoice: note as never })
    if (!reply.ok) return
    onClose()
    go({ screen: 'invoices', invoiceId: note.id })
  }
  return (
    <FormDialog
      title={words.title(invoice.issued.number)}
      size="normal"
      save={draft === undefined ? words.create : all.money.payment.save}
      isReady={fault === undefined && gross > 0}
      onSave={() => void create()}
      onClose={onClose}
    >
      <p className={styles.hint}>{words.left(money(left.gross))}</p>
      <div className={styles.choice}>
        <Segmented
          label={words.what}
          value={form.kind}
          options={kinds.map((kind) => ({
            id: kind,
            name: kind === 'rest' && !left.isWhole ? words.restLeft : words.choices[kind],
          }))}
          onChange={(kind) => form.set({ kind })}
        />
      </div>
      {form.kind === 'lines' ? (
        <LinesChoice
          invoice={invoice}
          left={quantitiesLeft(plan, invoice)}
          amounts={form.amounts}
          onChange={(amounts) => form.set({ amounts })}
        />
      ) : null}
      {form.kind === 'amount' ? <AmountChoice invoice={invoice} left={left} form={form} /> : null}
      {takesAllLeft(plan, note) && form.kind !== 'amount' ? (
        <Checkbox
          label={words.reopens}
          description={words.reopensHelp}
          isSelected={form.reopens}
          onChange={(reopens) => form.set({ reopens })}
        />
      ) : null}
      {fault === undefined ? null : <p role="alert">{refusalSentence(all, fault)}</p>}
      <p className={styles.sum}>
        <span>{words.comesTo}</span>
        <span>{money(gross)}</span>
      </p>
    </FormDialog>
  )
}

/** What was chosen in each way, so that a look at another loses nothing. */
export interface CreditForm {
  readonly kind: CreditChoice['kind']
  readonly amounts: ReadonlyMap<Id, number>
  readonly amount: number | null
  /** Which of the taxes that are left, by its place. */
  readonly group: number
  readonly text: string
  readonly reopens: boolean
}

export type CreditFormState = CreditForm & {
  readonly choice: CreditChoice
  readonly set: (change: Partial<CreditForm>) => void
}

function useForm(invoice: Issued, left: CreditLeft): CreditFormState {
  const [form, setForm] = useState<CreditForm>(() => ({
    kind: 'rest',
    amounts: new Map(),
    amount: null,
    group: Math.max(
      0,
      left.groups.findIndex(({ net }) => net > 0),
    ),
    text: paperWordsIn(invoice.language).document.credit.partOf(invoice.issued.number),
    reopens: false,
  }))
  return useMemo(() => {
    const { kind, amounts, amount, text } = form
    const group = left.groups[form.group]
    const tax = taxOf(invoice, group ?? { category: 'S', rate: 0 })
    const choice: CreditChoice =
      kind === 'rest'
        ? { kind }
        : kind === 'lines'
          ? { kind, amounts }
          : { kind, amount: amount ?? 0, tax, text }
    return { ...form, choice, set: (change) => setForm((before) => ({ ...before, ...change })) }
  }, [form, invoice, left])
}
