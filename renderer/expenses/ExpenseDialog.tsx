import { useState } from 'react'
import { type ListedExpense, listed, twinOf } from '../../shared/billing/expenseList.ts'
import { type Expense, Expense as ExpenseSchema } from '../../shared/plan/expense.ts'
import { findExpense } from '../../shared/plan/plan.ts'
import { isClosed } from '../../shared/timesheet/lock.ts'
import type { Words } from '../../shared/words/words.ts'
import { execute, usePlan } from '../state/plan.ts'
import { toastWithUndo } from '../state/undoToast.ts'
import { refusalSentence, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FileDrop } from '../ui/FileDrop.tsx'
import { ExpenseFields } from './ExpenseFields.tsx'
import styles from './Expenses.module.css'
import { closeExpense, duplicateExpense, type ExpenseDraft, useAskedExpense } from './expenseForm.ts'

/** The form of the expense that was asked for. */
export function ExpenseDialog() {
  const asked = useAskedExpense()
  return asked === null ? null : (
    <ExpenseForm key={asked.draft.id} first={asked.draft} isKnown={asked.isKnown} />
  )
}

interface ExpenseFormProps {
  readonly first: ExpenseDraft
  readonly isKnown: boolean
}

/** Edits one expense. What is wrong is told as it is typed; nothing is saved before Save. */
function ExpenseForm({ first, isKnown }: ExpenseFormProps) {
  const words = useWords()
  const [draft, setDraft] = useState(first)
  const [typed, setTyped] = useState<ReadonlySet<string>>(new Set())
  const plan = usePlan((whole) => whole)
  const known = usePlan((whole) => findExpense(whole, first.id))
  const set = (change: Partial<ExpenseDraft>) => {
    setDraft((before) => ({ ...before, ...change }))
    setTyped((before) => new Set([...before, ...Object.keys(change)]))
  }
  const checked = ExpenseSchema.safeParse(draft)
  const faults = faultsOf(checked.error?.issues ?? [], draft, words)
  if (isClosed(plan, draft.day)) faults.set('day', words.expenses.closed(plan.practice.closedThrough ?? ''))
  const lock = known === undefined ? null : listed(plan, known)
  const save = async () => {
    if (!checked.success) return
    const reply = await execute({ type: 'expense/put', expenses: [checked.data] })
    if (!reply.ok) return
    closeExpense()
    toastWithUndo(words.expenses.saved(checked.data.title))
  }
  return (
    <Dialog
      title={isKnown ? words.expenses.one : words.expenses.new}
      isOpen
      isDismissable={false}
      onClose={closeExpense}
      footer={
        <Foot
          known={known ?? null}
          lock={lock}
          isValid={checked.success && faults.size === 0}
          onSave={() => void save()}
        />
      }
    >
      <FileDrop hint={words.expenses.dropHere} onFile={(receipt) => set({ receipt })}>
        <LockNote lock={lock} />
        <ExpenseFields
          draft={draft}
          lock={lock?.state === 'draft' || lock?.state === 'billed' ? lock.state : null}
          set={set}
          error={(field) => (isKnown || typed.has(field) ? (faults.get(field) ?? null) : null)}
        />
        {checked.success ? <TwinNote expense={checked.data} /> : null}
      </FileDrop>
    </Dialog>
  )
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string }

/** The sentence for each field that is wrong, the first where there are several. */
function faultsOf(issues: readonly Issue[], draft: ExpenseDraft, words: Words): Map<string, string> {
  const faults = new Map<string, string>()
  for (const { path, message } of issues) {
    const field = String(path[0])
    const code = field === 'amount' && draft.amount === null ? 'expense-nothing' : message
    if (!faults.has(field)) faults.set(field, refusalSentence(words, { path: [], code, params: {} }))
  }
  return faults
}

function LockNote({ lock }: { readonly lock: ListedExpense | null }) {
  const words = useWords().expenses
  if (lock === null) return null
  if (lock.state === 'billed') return <p className={styles.note}>{words.lockedIssued(lock.number ?? '')}</p>
  return lock.state === 'draft' ? <p className={styles.note}>{words.lockedDraft}</p> : null
}

/** Warns, and no more: two coffees may cost the same. */
function TwinNote({ expense }: { readonly expense: Expense }) {
  const words = useWords().expenses
  const twin = usePlan((plan) => twinOf(plan, expense))
  return twin === null ? null : (
    <p className={styles.note} role="status">
      {words.twin(twin.title)}
    </p>
  )
}

interface FootProps {
  readonly known: Expense | null
  readonly lock: ListedExpense | null
  readonly isValid: boolean
  readonly onSave: () => void
}

function Foot({ known, lock, isValid, onSave }: FootProps) {
  const words = useWords()
  const isOnInvoice = lock?.state === 'draft' || lock?.state === 'billed'
  return (
    <>
      {known === null ? null : (
        <span className={styles.left}>
          <Button
            variant="quiet"
            isDisabled={isOnInvoice}
            onPress={() => void deleteExpense(known, words).then((done) => done && closeExpense())}
          >
            {words.app.delete}
          </Button>
          <Button variant="quiet" onPress={() => duplicateExpense(known)}>
            {words.expenses.duplicate}
          </Button>
        </span>
      )}
      <Button onPress={closeExpense}>{words.app.cancel}</Button>
      <Button variant="primary" isDisabled={!isValid || lock?.state === 'billed'} onPress={onSave}>
        {words.app.save}
      </Button>
    </>
  )
}

/** Deletes an expense and offers to take that back; false where it was refused. */
export async function deleteExpense({ id, title }: Expense, words: Words): Promise<boolean> {
  const reply = await execute({ type: 'expense/delete', ids: [id] })
  if (reply.ok) toastWithUndo(words.expenses.deleted(title))
  return reply.ok
}
