import type { Terms } from '../../shared/plan/engagement.ts'
import type { Id } from '../../shared/plan/fields.ts'
import type { Day } from '../../shared/time/day.ts'
import { useWords } from '../state/words.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { DurationField } from '../ui/DurationField.tsx'
import { MoneyField } from '../ui/MoneyField.tsx'
import { Select } from '../ui/Select.tsx'
import { newTerms } from './engagementForm.ts'
import { InstalmentFields } from './InstalmentFields.tsx'
import { RetainerFields } from './RetainerFields.tsx'

/** What the fields of terms know of their engagement. */
export interface TermsOf<T extends Terms = Terms> {
  readonly terms: T
  readonly currency: string
  /** Whose deliverables instalments may hang on. */
  readonly engagementId: Id
  readonly start: Day | null
  readonly onChange: (terms: Terms) => void
}

const termKinds = ['hourly', 'daily', 'fixed', 'retainer'] as const

/** How an engagement is paid. */
export function TermsFields(props: TermsOf) {
  const { terms, currency, onChange } = props
  const words = useWords().clients
  return (
    <>
      <Select
        label={words.terms}
        labelHidden
        options={termKinds.map((id) => ({ id, label: words.termKinds[id] }))}
        value={terms.kind}
        onChange={(kind) => kind !== terms.kind && onChange(newTerms(kind as Terms['kind']))}
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
      {terms.kind === 'daily' ? <DailyFields {...props} terms={terms} /> : null}
      {terms.kind === 'fixed' ? (
        <>
          <MoneyField
            label={words.price}
            minor={terms.price}
            currency={currency}
            onChange={(price) => price !== null && onChange({ ...terms, price })}
          />
          <InstalmentFields {...props} terms={terms} />
        </>
      ) : null}
      {terms.kind === 'retainer' ? <RetainerFields {...props} terms={terms} /> : null}
    </>
  )
}

function DailyFields({ terms, currency, onChange }: TermsOf<Extract<Terms, { kind: 'daily' }>>) {
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
      <Checkbox
        label={useWords().engagements.halfDays}
        description={useWords().engagements.halfDaysHelp}
        isSelected={terms.halfDays}
        onChange={(halfDays) => onChange({ ...terms, halfDays })}
      />
    </>
  )
}
