import type { Discount } from '../../shared/plan/invoice.ts'
import { useWords } from '../state/words.ts'
import { MoneyField } from '../ui/MoneyField.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import styles from './DiscountFields.module.css'

const kinds = ['none', 'share', 'amount'] as const

export interface DiscountFieldsProps {
  readonly label: string
  readonly discount: Discount | null
  readonly currency: string
  readonly onChange: (discount: Discount | null) => void
}

/** What is taken off: nothing, a share, or an amount. */
export function DiscountFields({ label, discount, currency, onChange }: DiscountFieldsProps) {
  const words = useWords().billing.editor
  const choose = (id: string) => {
    if (id === (discount?.kind ?? 'none')) return
    if (id === 'share') onChange({ kind: 'share', rate: 100_000 })
    else onChange(id === 'amount' ? { kind: 'amount', amount: 0 } : null)
  }
  return (
    <div className={styles.fields}>
      <Select
        label={label}
        options={kinds.map((id) => ({ id, label: words.discounts[id] }))}
        value={discount?.kind ?? 'none'}
        onChange={choose}
      />
      {discount?.kind === 'share' ? (
        <NumberField
          label={words.discountShare}
          value={discount.rate / 10_000}
          minValue={0}
          maxValue={100}
          digits={4}
          suffix="%"
          onChange={(percent) => onChange({ kind: 'share', rate: Math.round((percent ?? 0) * 10_000) })}
        />
      ) : null}
      {discount?.kind === 'amount' ? (
        <MoneyField
          label={words.discountAmount}
          minor={discount.amount}
          currency={currency}
          onChange={(amount) => amount !== null && onChange({ kind: 'amount', amount: Math.abs(amount) })}
        />
      ) : null}
    </div>
  )
}
