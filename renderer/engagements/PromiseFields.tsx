import type { Budget, Commitment, Rounding, Terms } from '../../shared/plan/engagement.ts'
import dialog from '../clients/Dialogs.module.css'
import { useWords } from '../state/words.ts'
import { DurationField } from '../ui/DurationField.tsx'
import { MoneyField } from '../ui/MoneyField.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { newBudget, newCommitment } from './engagementForm.ts'

interface CommitmentProps {
  readonly commitment: Commitment | null
  readonly onChange: (commitment: Commitment | null) => void
}

const commitmentKinds = ['none', 'hoursPerWeek', 'daysPerWeek', 'hoursPerMonth'] as const

/** The share of the week that is promised. */
export function CommitmentFields({ commitment, onChange }: CommitmentProps) {
  const words = useWords().clients
  return (
    <>
      <Select
        label={words.commitment}
        labelHidden
        options={commitmentKinds.map((id) => ({ id, label: words.commitments[id] }))}
        value={commitment?.kind ?? 'none'}
        onChange={(id) => onChange(id === 'none' ? null : newCommitment(id as Commitment['kind']))}
      />
      {commitment === null ? null : commitment.kind === 'daysPerWeek' ? (
        <NumberField
          label={words.amount}
          value={commitment.halfDays / 2}
          minValue={0}
          maxValue={7}
          step={0.5}
          digits={1}
          onChange={(days) => days !== null && onChange({ ...commitment, halfDays: Math.round(days * 2) })}
        />
      ) : (
        <DurationField
          label={words.amount}
          minutes={commitment.minutes}
          step={60}
          onChange={(minutes) => minutes !== null && onChange({ ...commitment, minutes })}
        />
      )}
    </>
  )
}

interface BudgetProps {
  /** A fixed price is what it brings, whatever the time: no budget of money beside it. */
  readonly terms: Terms['kind']
  readonly budget: Budget | null
  readonly currency: string
  readonly error: string | null
  readonly onChange: (budget: Budget | null) => void
}

const budgetKinds = ['none', 'hours', 'money'] as const

/** What the work may take in all. */
export function BudgetFields({ terms, budget, currency, error, onChange }: BudgetProps) {
  const words = useWords().clients
  const kinds = budgetKinds.filter((kind) => kind !== 'money' || terms !== 'fixed' || budget?.kind === kind)
  return (
    <fieldset className={dialog.group}>
      <legend>{words.budget}</legend>
      <Select
        label={words.budget}
        labelHidden
        options={kinds.map((id) => ({ id, label: words.budgets[id] }))}
        value={budget?.kind ?? 'none'}
        onChange={(id) => onChange(newBudget(id))}
      />
      {budget === null ? null : budget.kind === 'hours' ? (
        <DurationField
          label={words.budgetAmount}
          minutes={budget.minutes}
          step={60}
          error={error}
          onChange={(minutes) => minutes !== null && onChange({ ...budget, minutes })}
        />
      ) : (
        <MoneyField
          label={words.budgetAmount}
          minor={budget.amount}
          currency={currency}
          error={error}
          onChange={(amount) => amount !== null && onChange({ ...budget, amount })}
        />
      )}
    </fieldset>
  )
}

interface RoundingProps {
  readonly rounding: Rounding
  readonly onChange: (rounding: Rounding) => void
}

const modes = ['none', 'up', 'nearest', 'down'] as const
const increments = [1, 3, 5, 6, 10, 15, 30, 60] as const
const scopes = ['entry', 'day', 'invoice'] as const

/** How exact minutes become billed minutes. */
export function RoundingFields({ rounding, onChange }: RoundingProps) {
  const words = useWords().clients
  return (
    <fieldset className={dialog.group}>
      <legend>{words.rounding}</legend>
      <Select
        label={words.rounding}
        labelHidden
        options={modes.map((id) => ({ id, label: words.roundings[id] }))}
        value={rounding.mode}
        onChange={(id) => onChange({ ...rounding, mode: modes.find((mode) => mode === id) ?? 'none' })}
      />
      {rounding.mode === 'none' ? null : (
        <>
          <Select
            label={words.increment}
            options={increments.map((minutes) => ({ id: String(minutes), label: `${minutes} min` }))}
            value={String(rounding.increment)}
            onChange={(id) =>
              onChange({ ...rounding, increment: increments.find((minutes) => String(minutes) === id) ?? 15 })
            }
          />
          <Select
            label={words.scope}
            options={scopes.map((id) => ({ id, label: words.scopes[id] }))}
            value={rounding.scope}
            onChange={(id) =>
              onChange({ ...rounding, scope: scopes.find((scope) => scope === id) ?? 'entry' })
            }
          />
        </>
      )}
    </fieldset>
  )
}
