import type { CreditLeft } from '../../../shared/billing/after/credit.ts'
import type { Issued } from '../../../shared/billing/after/links.ts'
import type { Id } from '../../../shared/plan/fields.ts'
import type { InvoiceLine } from '../../../shared/plan/invoice.ts'
import { useFormat, useWords } from '../../state/words.ts'
import { DurationField } from '../../ui/DurationField.tsx'
import { MoneyField } from '../../ui/MoneyField.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { FieldRow } from '../../ui/Screen.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { quantityText } from '../quantity.ts'
import styles from './After.module.css'
import type { CreditFormState } from './CreditDialog.tsx'

interface LinesProps {
  readonly invoice: Issued
  readonly left: ReadonlyMap<Id, number>
  readonly amounts: ReadonlyMap<Id, number>
  readonly onChange: (amounts: ReadonlyMap<Id, number>) => void
}

/** How much of each line is credited; nothing of those that are left alone. */
export function LinesChoice({ invoice, left, amounts, onChange }: LinesProps) {
  return (
    <div className={styles.quantities}>
      {invoice.lines
        .filter(({ id }) => (left.get(id) ?? 0) !== 0)
        .map((line) => (
          <LineQuantity
            key={line.id}
            line={line}
            left={left.get(line.id) ?? 0}
            amount={amounts.get(line.id) ?? 0}
            onChange={(amount) => onChange(new Map([...amounts, [line.id, amount]]))}
          />
        ))}
    </div>
  )
}

interface QuantityProps {
  readonly line: InvoiceLine
  readonly left: number
  readonly amount: number
  readonly onChange: (amount: number) => void
}

function LineQuantity({ line, left, amount, onChange }: QuantityProps) {
  const words = useWords().money.credit
  const format = useFormat()
  const text = line.text.split('\n')[0] ?? ''
  const label = words.quantity(text)
  const description = words.of(quantityText({ ...line, amount: left }, format))
  return (
    <div className={styles.quantity}>
      <span className={styles.lineText} dir="auto" title={text}>
        {text}
      </span>
      {line.unit === 'hour' && left > 0 ? (
        <DurationField
          label={label}
          labelHidden
          description={description}
          minutes={amount === 0 ? null : amount}
          onChange={(minutes) => onChange(minutes ?? 0)}
          allowEmpty
        />
      ) : (
        <NumberField
          label={label}
          labelHidden
          description={description}
          value={amount === 0 ? null : amount / line.per}
          digits={2}
          minValue={Math.min(0, left / line.per)}
          maxValue={Math.max(0, left / line.per)}
          onChange={(value) => onChange(Math.round((value ?? 0) * line.per))}
        />
      )}
    </div>
  )
}

interface AmountProps {
  readonly invoice: Issued
  readonly left: CreditLeft
  readonly form: CreditFormState
}

/** An amount of one tax, with the text that it stands under. */
export function AmountChoice({ invoice, left, form }: AmountProps) {
  const all = useWords()
  const words = all.money.credit
  const format = useFormat()
  const name = ({ category, rate }: CreditLeft['groups'][number]) =>
    category === 'S' ? format.percent(rate / 1_000_000) : all.billing.taxes[category]
  return (
    <>
      <FieldRow>
        <MoneyField
          label={invoice.prices === 'gross' ? words.amountGross : words.amountNet}
          minor={form.amount}
          currency={invoice.currency}
          allowEmpty
          onChange={(amount) => form.set({ amount })}
        />
        {left.groups.length < 2 ? null : (
          <Select
            label={words.tax}
            options={left.groups.map((group, i) => ({ id: String(i), label: name(group) }))}
            value={String(form.group)}
            onChange={(group) => form.set({ group: Number(group) })}
          />
        )}
      </FieldRow>
      <TextField
        label={words.text}
        value={form.text}
        maxLength={500}
        onChange={(text) => form.set({ text })}
      />
    </>
  )
}
