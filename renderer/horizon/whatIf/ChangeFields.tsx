import { own } from '../../../shared/plan/plan.ts'
import { daysAWeek } from '../../../shared/scenario/workdays.ts'
import { clientOptions } from '../../clients/clientOptions.ts'
import dialog from '../../clients/Dialogs.module.css'
import { usePlan } from '../../state/plan.ts'
import { refusalSentence, useFormat, useWords } from '../../state/words.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { DurationField } from '../../ui/DurationField.tsx'
import { Select } from '../../ui/Select.tsx'
import { weekdayName } from './changeText.ts'
import { type ChangeForm, prospectsOf } from './scenarioForm.ts'
import styles from './WhatIf.module.css'

interface Issue {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

interface ChangeProps {
  readonly number: number
  readonly change: ChangeForm
  /** What its schema found wrong with it. */
  readonly issues: readonly Issue[]
  /** It is what the dialog begins with, so the focus goes there. */
  readonly isFirst: boolean
  readonly onChange: (change: Partial<ChangeForm>) => void
  /** Null for the only one there is. */
  readonly onRemove: (() => void) | null
}

type FieldsProps = Pick<ChangeProps, 'change' | 'onChange' | 'isFirst'> & {
  readonly error: (field: string) => string | null
}

/** One thing that would be otherwise. */
export function ChangeFields({ number, change, issues, isFirst, onChange, onRemove }: ChangeProps) {
  const all = useWords()
  const words = all.whatIf
  const error = (field: string) => {
    const issue = issues.find(({ path }) => path[2] === field)
    if (issue === undefined) return null
    if (field === 'engagementId' || field === 'clientId') return null
    if (change[field as 'from' | 'to'] === null) return words.form.day
    return refusalSentence(all, { path: [], code: issue.message, params: {} })
  }
  return (
    <fieldset className={dialog.group}>
      <legend className={styles.legend}>
        {words.kinds[change.kind]}
        {onRemove === null ? null : (
          <IconButton
            icon="close"
            size="small"
            variant="quiet"
            label={words.form.remove(number)}
            onPress={onRemove}
          />
        )}
      </legend>
      <KindFields {...{ change, onChange, isFirst, error }} />
    </fieldset>
  )
}

function KindFields(props: FieldsProps) {
  const words = useWords().whatIf.form
  const { change, onChange, error } = props
  switch (change.kind) {
    case 'take':
      return <TakeFields {...props} />
    case 'drop':
      return (
        <>
          <ClientField {...props} />
          <DateField
            label={words.from}
            day={change.from}
            error={error('from')}
            onChange={(from) => onChange({ from })}
          />
        </>
      )
    case 'shorter':
      return (
        <>
          <FreeDays {...props} />
          <Span {...props} />
        </>
      )
    case 'off':
      return <Span {...props} />
  }
}

function TakeFields({ change, onChange, isFirst, error }: FieldsProps) {
  const words = useWords().whatIf.form
  const plan = usePlan((whole) => whole)
  const { clients, engagements } = plan.practice
  const prospects = prospectsOf(plan)
  const chosen = own(engagements, change.engagementId ?? '')
  const listed = chosen === undefined || prospects.includes(chosen) ? prospects : [...prospects, chosen]
  if (listed.length === 0) return <p className={dialog.wide}>{words.noProspects}</p>
  const options = listed.map(({ id, name, clientId }) => {
    const client = own(clients, clientId)
    return {
      id,
      label: client === undefined ? name : `${client.name}, ${name}`,
      ...(client === undefined ? {} : { colour: client.colour }),
    }
  })
  return (
    <>
      <div className={dialog.wide}>
        <Select
          label={words.prospect}
          placeholder={words.choose}
          options={options}
          autoFocus={isFirst}
          value={change.engagementId}
          onChange={(engagementId) =>
            onChange({ engagementId, from: own(engagements, engagementId)?.start ?? change.from })
          }
        />
      </div>
      <div className={styles.pair}>
        <DurationField
          label={words.hours}
          description={words.hoursHelp}
          minutes={change.minutes}
          step={60}
          allowEmpty
          inHours
          isLive
          error={error('minutes')}
          onChange={(minutes) => onChange({ minutes })}
        />
        <DateField
          label={words.from}
          day={change.from}
          error={error('from')}
          onChange={(from) => onChange({ from })}
        />
      </div>
    </>
  )
}

function ClientField({ change, onChange, isFirst }: FieldsProps) {
  const words = useWords().whatIf.form
  const clients = usePlan((plan) => plan.practice.clients)
  const options = clientOptions(clients, ({ archived, id }) => !archived || id === change.clientId)
  return (
    <Select
      label={words.client}
      placeholder={words.choose}
      options={options}
      autoFocus={isFirst}
      value={change.clientId}
      onChange={(clientId) => onChange({ clientId })}
    />
  )
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

function FreeDays({ change, onChange, error }: FieldsProps) {
  const words = useWords().whatIf.form
  const format = useFormat()
  const plan = usePlan((whole) => whole)
  const { freeDays, from } = change
  const wrong = error('freeDays')
  return (
    <fieldset className={styles.weekdays}>
      <legend>{words.freeDays}</legend>
      <div>
        {weekdays.map((weekday) => (
          <Checkbox
            key={weekday}
            label={weekdayName(weekday, format)}
            isSelected={freeDays.includes(weekday)}
            onChange={(isFree) =>
              onChange({
                freeDays: weekdays.filter((day) => (day === weekday ? isFree : freeDays.includes(day))),
              })
            }
          />
        ))}
      </div>
      <p role={wrong === null ? undefined : 'alert'} data-wrong={wrong !== null || undefined}>
        {wrong ?? (from === null ? '' : words.leaves(daysAWeek(plan, { from, freeDays })))}
      </p>
    </fieldset>
  )
}

function Span({ change, onChange, error }: FieldsProps) {
  const words = useWords().whatIf.form
  return (
    <>
      <DateField
        label={words.from}
        day={change.from}
        error={error('from')}
        onChange={(from) => onChange({ from })}
      />
      <DateField label={words.to} day={change.to} error={error('to')} onChange={(to) => onChange({ to })} />
    </>
  )
}
