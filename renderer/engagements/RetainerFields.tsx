import type { Terms } from '../../shared/plan/engagement.ts'
import { useFormat, useWords } from '../state/words.ts'
import { weekdayOptions } from '../ui/choices.ts'
import { DurationField } from '../ui/DurationField.tsx'
import { MoneyField } from '../ui/MoneyField.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { newRollover } from './engagementForm.ts'
import type { TermsOf } from './TermsFields.tsx'

/** A retainer: what is included, when it begins anew, and what becomes of hours that are left or missing. */
export function RetainerFields({ terms, currency, onChange }: TermsOf<Extract<Terms, { kind: 'retainer' }>>) {
  const words = useWords().clients
  const { language } = useFormat()
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
      <OverageField {...{ terms, onChange }} />
      <RolloverFields {...{ terms, onChange }} />
    </>
  )
}

type ChangeProps = Pick<TermsOf<Extract<Terms, { kind: 'retainer' }>>, 'terms' | 'onChange'>

function OverageField({ terms, onChange }: ChangeProps) {
  const words = useWords().engagements
  return (
    <Select
      label={words.overage}
      options={(['billed', 'carried'] as const).map((id) => ({ id, label: words.overages[id] }))}
      value={terms.overage}
      onChange={(id) => onChange({ ...terms, overage: id === 'carried' ? 'carried' : 'billed' })}
      description={words.overageHelp[terms.overage]}
    />
  )
}

function RolloverFields({ terms, onChange }: ChangeProps) {
  const { clients: words, engagements: more } = useWords()
  const { rollover } = terms
  return (
    <>
      <Select
        label={words.rollover}
        options={(['none', 'all', 'capped'] as const).map((id) => ({ id, label: words.rollovers[id] }))}
        value={rollover.kind}
        onChange={(id) => id !== rollover.kind && onChange({ ...terms, rollover: newRollover(id) })}
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
      {rollover.kind === 'none' ? null : (
        <NumberField
          label={more.expiresAfter}
          description={more.expiresHelp}
          value={rollover.expiresAfter}
          minValue={1}
          maxValue={36}
          suffix={more.periods[terms.period]}
          onChange={(expiresAfter) => onChange({ ...terms, rollover: { ...rollover, expiresAfter } })}
        />
      )}
    </>
  )
}
