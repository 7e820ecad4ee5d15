import { useState } from 'react'
import { splitEvenly } from '../../shared/billing/fixedPrice.ts'
import type { Instalment, Terms } from '../../shared/plan/engagement.ts'
import { addMonths, type Day } from '../../shared/time/day.ts'
import dialog from '../clients/Dialogs.module.css'
import { newId, useToday } from '../state/clock.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { MoneyField } from '../ui/MoneyField.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './InstalmentFields.module.css'
import type { TermsOf } from './TermsFields.tsx'

type Fixed = Extract<Terms, { kind: 'fixed' }>

/** The parts of a fixed price: each with its amount and what makes it due. Without any, it is one bill at the end. */
export function InstalmentFields(props: TermsOf<Fixed>) {
  const { terms, currency, start, onChange } = props
  const words = useWords().engagements
  const format = useFormat()
  const today = useToday()
  const { instalments, price } = terms
  const set = (next: readonly Instalment[]) => onChange({ ...terms, instalments: next })
  const sum = instalments.reduce((all, { amount }) => all + amount, 0)
  const add = () => set([...instalments, newInstalment(Math.max(0, price - sum))])
  const money = (minor: number) => format.money(minor, currency)
  return (
    <section className={`${dialog.wide} ${styles.instalments}`} aria-label={words.instalments}>
      <h3 className={styles.heading}>{words.instalments}</h3>
      {instalments.length === 0 ? (
        <p className={styles.sentence}>{words.oneBill}</p>
      ) : (
        <ol className={styles.list}>
          {instalments.map((instalment, i) => (
            <InstalmentRow
              key={instalment.id}
              {...{ instalment, currency, engagementId: props.engagementId, number: i + 1 }}
              onChange={(changed) => set(instalments.with(i, changed))}
              onRemove={() => set(instalments.toSpliced(i, 1))}
            />
          ))}
        </ol>
      )}
      {instalments.length === 0 ? null : (
        <p className={styles.sentence} data-wrong={sum !== price || undefined} role="status">
          {sum === price
            ? words.sumRight(money(price))
            : sum < price
              ? words.sumShort(money(sum), money(price), money(price - sum))
              : words.sumOver(money(sum), money(price), money(sum - price))}
        </p>
      )}
      <div className={styles.actions}>
        <Button size="small" onPress={add} isDisabled={instalments.length >= 60}>
          {words.addInstalment}
        </Button>
        <SplitEvenly
          count={instalments.length}
          onSplit={(count) => set(spread(terms, count, start ?? today))}
        />
      </div>
    </section>
  )
}

function SplitEvenly({
  count,
  onSplit,
}: {
  readonly count: number
  readonly onSplit: (count: number) => void
}) {
  const words = useWords().engagements
  const [typed, setTyped] = useState<number | null>(null)
  const parts = typed ?? Math.max(2, count)
  return (
    <span className={styles.split}>
      <NumberField
        label={words.splitIn}
        labelHidden
        value={parts}
        minValue={1}
        maxValue={60}
        onChange={setTyped}
        suffix={words.parts}
      />
      <Button size="small" onPress={() => onSplit(parts)}>
        {words.split}
      </Button>
    </span>
  )
}

/** The price in equal parts: those that are there keep title and date, further ones are due month by month, the last at the end. */
function spread({ price, instalments }: Fixed, count: number, from: Day): readonly Instalment[] {
  return splitEvenly(price, count).map((amount, i): Instalment => {
    const known = instalments[i]
    if (known !== undefined) return { ...known, amount }
    const on =
      i === count - 1 ? { kind: 'end' as const } : { kind: 'day' as const, day: addMonths(from, i + 1) }
    return { ...newInstalment(amount), on }
  })
}

function newInstalment(amount: number): Instalment {
  return { id: newId(), title: '', amount, on: { kind: 'end' } }
}

interface RowProps {
  readonly instalment: Instalment
  readonly number: number
  readonly currency: string
  readonly engagementId: string
  readonly onChange: (instalment: Instalment) => void
  readonly onRemove: () => void
}

function InstalmentRow({ instalment, number, currency, engagementId, onChange, onRemove }: RowProps) {
  const words = useWords().engagements
  const deliverables = usePlan((plan) => plan.practice.deliverables)
  const today = useToday()
  const { title, amount, on } = instalment
  const own = Object.values(deliverables)
    .filter((one) => one.engagementId === engagementId)
    .toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'))
  const kinds = (['day', 'deliverable', 'end'] as const).filter(
    (kind) => kind !== 'deliverable' || own.length > 0 || on.kind === kind,
  )
  const choose = (kind: string) => {
    const [first] = own
    if (kind === 'day') onChange({ ...instalment, on: { kind, day: today } })
    else if (kind === 'end') onChange({ ...instalment, on: { kind } })
    else if (kind === 'deliverable' && first !== undefined)
      onChange({ ...instalment, on: { kind, deliverableId: first.id } })
  }
  return (
    <li className={styles.row}>
      <TextField
        label={words.instalmentTitle(number)}
        labelHidden
        placeholder={words.instalmentTitle(number)}
        value={title}
        maxLength={500}
        onChange={(text) => onChange({ ...instalment, title: text })}
      />
      <MoneyField
        label={words.instalmentAmount(number)}
        labelHidden
        minor={amount}
        currency={currency}
        onChange={(minor) => minor !== null && onChange({ ...instalment, amount: minor })}
      />
      <IconButton
        icon="close"
        size="small"
        variant="quiet"
        label={words.removeInstalment(number)}
        onPress={onRemove}
      />
      <Select
        label={words.instalmentOn(number)}
        labelHidden
        options={kinds.map((id) => ({ id, label: words.instalmentKinds[id] }))}
        value={on.kind}
        onChange={choose}
      />
      {on.kind === 'day' ? (
        <DateField
          label={words.instalmentDay(number)}
          labelHidden
          day={on.day}
          onChange={(day) => day !== null && onChange({ ...instalment, on: { kind: 'day', day } })}
        />
      ) : null}
      {on.kind === 'deliverable' ? (
        <Select
          label={words.instalmentDeliverable(number)}
          labelHidden
          options={own.map((one) => ({ id: one.id, label: one.title }))}
          value={on.deliverableId}
          placeholder={words.deliverableGone}
          onChange={(deliverableId) =>
            onChange({ ...instalment, on: { kind: 'deliverable', deliverableId } })
          }
        />
      ) : null}
    </li>
  )
}
