import type { Budget, Commitment, Rounding, Terms } from '../../shared/plan/engagement.ts'
import { useFormat, useWords } from '../state/words.ts'
import { weekdayOptions } from '../ui/choices.ts'
import { DurationField } from '../ui/DurationField.tsx'
import { MoneyField } from '../ui/MoneyField.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import styles from './Dialogs.module.css'
import { newBudget, newCommitment, newRollover, newTerms } from './engagementForm.ts'

interface TermsProps<T extends Terms = Terms> {
  readonly terms: T
  readonly currency: string
  readonly onChange: (terms: Terms) => void
}

const termKinds = ['hourly', 'daily', 'fixed', 'retainer'] as const

/** How an engagement is paid. */
export function TermsFields({ terms, currency, onChange }: TermsProps) {
  const words = useWords().clients
  return (
    <fieldset className={styles.group}>
      <legend>{words.terms}</legend>
      <Select
        label={words.terms}
        labelHidden
        options={termKinds.map((id) => ({ id, label: words.termKinds[id] }))}
        value={terms.kind}
        onChange={(kind) => onChange(newTerms(kind as Terms['kind']))}
      />
      {terms.kind === 'hourly' ? (
        <MoneyField
          label={words.rate}
          minor={terms.rate}
          currency={currency}
          suffix={words.perHour}
          onChange={(rate) => rate !== null && onChange({ ...terms, rate })}
        />
      ) : null}
      {terms.kind === 'daily' ? <DailyFields {...{ terms, currency, onChange }} /> : null}
      {terms.kind === 'fixed' ? (
        <MoneyField
          label={words.price}
          minor={terms.price}
          currency={currency}
          onChange={(price) => price !== null && onChange({ ...terms, price })}
        />
      ) : null}
      {terms.kind === 'retainer' ? <RetainerFields {...{ terms, currency, onChange }} /> : null}
    </fieldset>
  )
}

function DailyFields({ terms, currency, onChange }: TermsProps<Extract<Terms, { kind: 'daily' }>>) {
  const words = useWords().clients
  return (
    <>
      <MoneyField
        label={words.rate}
        minor={terms.rate}
        currency={currency}
        suffix={words.perDay}
        onChange={(rate) => rate !== null && onChange({ ...terms, rate })}
      />
      <DurationField
        label={words.hoursPerDay}
        minutes={terms.minutesPerDay}
        step={30}
        onChange={(minutes) =>
          minutes !== null && minutes >= 60 && onChange({ ...terms, minutesPerDay: Math.min(minutes, 1440) })
        }
      />
    </>
  )
}

function RetainerFields({ terms, currency, onChange }: TermsProps<Extract<Terms, { kind: 'retainer' }>>) {
  const words = useWords().clients
  const { language } = useFormat()
  const { rollover } = terms
  return (
    <>
      <MoneyField
        label={words.price}
        minor={terms.price}
        currency={currency}
        onChange={(price) => price !== null && onChange({ ...terms, price })}
      />
      <Select
        label={words.period}
        options={(['week', 'month'] as const).map((id) => ({ id, label: words.periods[id] }))}
        value={terms.period}
        onChange={(id) => onChange({ ...terms, period: id === 'week' ? 'week' : 'month', resetDay: 1 })}
      />
      <DurationField
        label={words.included}
        minutes={terms.minutes}
        step={60}
        onChange={(minutes) => minutes !== null && onChange({ ...terms, minutes })}
      />
      <MoneyField
        label={words.overage}
        minor={terms.overageRate}
        currency={currency}
        suffix={words.perHour}
        onChange={(overageRate) => overageRate !== null && onChange({ ...terms, overageRate })}
      />
      {terms.period === 'month' ? (
        <NumberField
          label={words.resetDayMonth}
          value={terms.resetDay}
          minValue={1}
          maxValue={31}
          onChange={(resetDay) => resetDay !== null && onChange({ ...terms, resetDay })}
        />
      ) : (
        <Select
          label={words.resetDayWeek}
          options={weekdayOptions(language)}
          value={String(terms.resetDay)}
          onChange={(id) => onChange({ ...terms, resetDay: Number(id) })}
        />
      )}
      <Select
        label={words.rollover}
        options={(['none', 'all', 'capped'] as const).map((id) => ({ id, label: words.rollovers[id] }))}
        value={rollover.kind}
        onChange={(id) =>
          onChange({
            ...terms,
            rollover: newRollover(id),
          })
        }
      />
      {rollover.kind === 'capped' ? (
        <DurationField
          label={words.rolloverCap}
          minutes={rollover.minutes}
          step={60}
          onChange={(minutes) =>
            minutes !== null && onChange({ ...terms, rollover: { ...rollover, minutes } })
          }
        />
      ) : null}
    </>
  )
}

interface CommitmentProps {
  readonly commitment: Commitment | null
  readonly onChange: (commitment: Commitment | null) => void
}

const commitmentKinds = ['none', 'hoursPerWeek', 'daysPerWeek', 'hoursPerMonth'] as const

/** The share of the week that is promised. */
export function CommitmentFields({ commitment, onChange }: CommitmentProps) {
  const words = useWords().clients
  return (
    <fieldset className={styles.group}>
      <legend>{words.commitment}</legend>
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
    </fieldset>
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
    <fieldset className={styles.group}>
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
    <fieldset className={styles.group}>
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
