import type { ListedExpense } from '../../shared/billing/expenseList.ts'
import { go } from '../state/navigation.ts'
import { useWords } from '../state/words.ts'
import { IconButton } from '../ui/Button.tsx'
import { Chip, type ChipTone } from '../ui/Chip.tsx'
import { Menu, type MenuLine } from '../ui/Menu.tsx'
import { deleteExpense } from './ExpenseDialog.tsx'
import styles from './Expenses.module.css'
import { duplicateExpense, openExpense } from './expenseForm.ts'
import { openReceipt } from './receipt.ts'

const tones: Readonly<Record<ListedExpense['state'], ChipTone>> = {
  open: 'accent',
  draft: 'plain',
  billed: 'ok',
  'not-billable': 'plain',
  own: 'plain',
}

/** Where an expense stands, in a few words. */
export function ExpenseStateChip({ row: { state, number } }: { readonly row: ListedExpense }) {
  const words = useWords().expenses
  return <Chip tone={tones[state]}>{number === null ? words.states[state] : words.billedOn(number)}</Chip>
}

/** The receipt of a row, and what else can be done with it. */
export function RowEnds({ row }: { readonly row: ListedExpense }) {
  const all = useWords()
  const words = all.expenses
  const { expense, state, invoiceId } = row
  const lines: MenuLine[] = [
    { id: 'open', label: words.edit, run: () => openExpense(expense) },
    { id: 'duplicate', label: words.duplicate, icon: 'copy', run: () => duplicateExpense(expense) },
    ...(invoiceId === null
      ? []
      : [
          {
            id: 'invoice',
            label: words.states[state],
            icon: 'invoices' as const,
            run: () => go({ screen: 'invoices', invoiceId }),
          },
        ]),
    'separator',
    {
      id: 'delete',
      label: all.app.delete,
      icon: 'trash',
      isDanger: true,
      isDisabled: invoiceId !== null,
      run: () => void deleteExpense(expense, all),
    },
  ]
  return (
    <span className={styles.ends}>
      {expense.receipt === '' ? null : (
        <IconButton
          icon="file"
          size="small"
          variant="quiet"
          label={words.openReceipt}
          onPress={() => void openReceipt(expense.id)}
        />
      )}
      <Menu
        label={words.more(expense.title)}
        button={<IconButton icon="more" size="small" variant="quiet" label={words.more(expense.title)} />}
        lines={lines}
      />
    </span>
  )
}
