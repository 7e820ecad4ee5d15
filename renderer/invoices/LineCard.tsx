import { useState } from 'react'
import { lineAmount } from '../../shared/billing/totals.ts'
import { type Invoice, type InvoiceLine, type LineUnit, lineUnits } from '../../shared/plan/invoice.ts'
import type { LineTax } from '../../shared/plan/lineTax.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { DurationField } from '../ui/DurationField.tsx'
import { MoneyField } from '../ui/MoneyField.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { DiscountFields } from './DiscountFields.tsx'
import styles from './LineCard.module.css'
import { LineExplanation } from './LineExplanation.tsx'
import { inUnit, quantityOf } from './quantity.ts'
import { TaxFields } from './TaxFields.tsx'
import { TypedArea } from './TypedArea.tsx'

export interface LineCardProps {
  readonly line: InvoiceLine
  readonly invoice: Invoice
  readonly position: number
  readonly onChange: (line: InvoiceLine) => void
  readonly onRemove: () => void
  readonly onMove: (by: -1 | 1) => void
  readonly onTaxForAll: () => void
}

/** A line to edit: text, quantity, price and tax; what it is made of opens below. */
export function LineCard(props: LineCardProps) {
  const { line, invoice, position, onChange, onRemove, onMove } = props
  const words = useWords().billing
  const [isOpen, setOpen] = useState(false)
  const name = words.editor.line(position)
  const place = `lines.${position - 1}`
  return (
    <li className={styles.card} aria-label={name} data-place-of={place}>
      <div className={styles.head}>
        <span className={styles.position}>{name}</span>
        <Button size="small" variant="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {words.editor.explain}
        </Button>
        <IconButton
          icon="up"
          size="small"
          variant="quiet"
          label={words.editor.up}
          isDisabled={position === 1}
          onPress={() => onMove(-1)}
        />
        <IconButton
          icon="down"
          size="small"
          variant="quiet"
          label={words.editor.down}
          isDisabled={position === invoice.lines.length}
          onPress={() => onMove(1)}
        />
        <IconButton
          icon="trash"
          size="small"
          variant="quiet"
          label={words.editor.remove}
          onPress={onRemove}
        />
      </div>
      <div data-place-of={`${place}.text`}>
        <TypedArea
          label={words.editor.text}
          labelHidden
          text={line.text}
          rows={2}
          onCommit={(text) => onChange({ ...line, text })}
        />
      </div>
      <Figures line={line} currency={invoice.currency} onChange={onChange} />
      <Tax {...props} />
      <div className={styles.discount} data-place-of={`${place}.discount`}>
        <DiscountFields
          label={words.editor.discount}
          discount={line.discount}
          currency={invoice.currency}
          onChange={(discount) => onChange({ ...line, discount })}
        />
      </div>
      {isOpen ? <LineExplanation line={line} currency={invoice.currency} /> : null}
    </li>
  )
}

interface FiguresProps {
  readonly line: InvoiceLine
  readonly currency: string
  readonly onChange: (line: InvoiceLine) => void
}

function Figures({ line, currency, onChange }: FiguresProps) {
  const words = useWords().billing
  const format = useFormat()
  const chooseUnit = (id: string) => {
    const unit: LineUnit | undefined = lineUnits.find((known) => known === id)
    if (unit !== undefined) onChange({ ...line, ...inUnit(line, unit), unit })
  }
  return (
    <div className={styles.figures}>
      <Quantity line={line} onChange={onChange} />
      <Select
        label={words.editor.unit}
        options={lineUnits.map((id) => ({ id, label: words.units[id] }))}
        value={line.unit}
        onChange={chooseUnit}
      />
      <MoneyField
        label={words.editor.price}
        minor={line.price}
        currency={currency}
        suffix={words.perUnit[line.unit]}
        onChange={(price) => price !== null && onChange({ ...line, price })}
      />
      <output className={styles.amount} aria-label={words.editor.amount}>
        {format.money(lineAmount(line), currency)}
      </output>
    </div>
  )
}

function Quantity({ line, onChange }: Omit<FiguresProps, 'currency'>) {
  const words = useWords().billing.editor
  if (line.unit === 'hour')
    return (
      <DurationField
        label={words.quantity}
        minutes={line.amount}
        onChange={(minutes) => minutes !== null && onChange({ ...line, amount: minutes, per: 60 })}
      />
    )
  const change = (value: number | null) => {
    const quantity = value === null ? null : quantityOf(value)
    if (quantity !== null) onChange({ ...line, ...quantity })
  }
  return (
    <NumberField
      label={words.quantity}
      value={line.amount / line.per}
      digits={2}
      step={0.5}
      onChange={change}
      minValue={-1e6}
      maxValue={1e6}
    />
  )
}

function Tax({ line, invoice, position, onChange, onTaxForAll }: LineCardProps) {
  const words = useWords().billing.editor
  const [typed, setTyped] = useState<LineTax | null>(null)
  const tax = typed ?? line.tax
  const change = (next: LineTax) => {
    const isChoice = next.category !== tax.category || next.rate !== tax.rate
    setTyped(isChoice ? null : next)
    if (isChoice) onChange({ ...line, tax: next })
  }
  const leave = () => {
    setTyped(null)
    if (typed !== null && typed.reason !== line.tax.reason) onChange({ ...line, tax: typed })
  }
  const differs = invoice.lines.some((other) => JSON.stringify(other.tax) !== JSON.stringify(line.tax))
  return (
    <div className={styles.tax} data-place-of={`lines.${position - 1}.tax`}>
      <TaxFields
        label={words.tax}
        tax={tax}
        language={invoice.language}
        onChange={change}
        onLeave={leave}
        classNames={{ category: undefined, rate: undefined, reason: styles.reason }}
      />
      {differs ? (
        <Button size="small" variant="quiet" onPress={onTaxForAll}>
          {words.taxForAll}
        </Button>
      ) : null}
    </div>
  )
}
