import { QuietHours, quietTimes, type ReminderSettings } from '../../shared/plan/reminding.ts'
import { useDraft } from '../settings/useDraft.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Switch } from '../ui/Checkbox.tsx'
import { weekdayOptions } from '../ui/choices.ts'
import { FieldRow } from '../ui/Screen.tsx'
import { Select } from '../ui/Select.tsx'
import { TimeField } from '../ui/TimeField.tsx'
import { LeadSelect, leadKinds } from './LeadSelect.tsx'
import styles from './Reminders.module.css'

export interface ReminderFieldsProps {
  readonly reminders: ReminderSettings
  readonly onChange: (reminders: ReminderSettings) => void
}

/** What to remind of, how long before, and when not. */
export function ReminderFields({ reminders, onChange }: ReminderFieldsProps) {
  const words = useWords().reminders
  const set = (change: Partial<ReminderSettings>) => onChange({ ...reminders, ...change })
  return (
    <div className={styles.stack}>
      <Switch label={words.on} isSelected={reminders.enabled} onChange={(enabled) => set({ enabled })} />
      {reminders.enabled ? (
        <>
          <Leads reminders={reminders} set={set} />
          <h3 className={styles.title}>{words.also}</h3>
          <Also reminders={reminders} set={set} />
          <h3 className={styles.title}>{words.quiet}</h3>
          <Quiet reminders={reminders} set={set} />
        </>
      ) : null}
    </div>
  )
}

interface PartProps {
  readonly reminders: ReminderSettings
  readonly set: (change: Partial<ReminderSettings>) => void
}

function Leads({ reminders: { lead }, set }: PartProps) {
  const words = useWords().reminders
  return (
    <div>
      <div className={styles.leads}>
        {leadKinds.map((kind) => (
          <LeadSelect
            key={kind}
            label={words.lead[kind]}
            lead={lead[kind]}
            onChange={(next) => next !== 'usual' && set({ lead: { ...lead, [kind]: next } })}
          />
        ))}
      </div>
      <p className={styles.help}>{words.leadHelp}</p>
    </div>
  )
}

const others = ['dates', 'deliverables', 'dayEnd'] as const

/** The time that is offered first: Friday afternoon. */
const FRIDAY = { weekday: 5, at: 900 }
const NEVER = 'never'

function Also({ reminders, set }: PartProps) {
  const words = useWords().reminders
  const { language } = useFormat()
  const { planning } = reminders
  const choose = (id: string) =>
    set({ planning: id === NEVER ? null : { ...(planning ?? FRIDAY), weekday: Number(id) } })
  return (
    <>
      {others.map((name) => (
        <Switch
          key={name}
          label={words[name]}
          description={words[`${name}Help`]}
          isSelected={reminders[name]}
          onChange={(is) => set({ [name]: is })}
        />
      ))}
      <FieldRow>
        <Select
          label={words.planning}
          options={[{ id: NEVER, label: words.never }, ...weekdayOptions(language)]}
          value={planning === null ? NEVER : String(planning.weekday)}
          onChange={choose}
        />
        {planning === null ? null : (
          <TimeField
            label={words.planningAt}
            minute={planning.at}
            onChange={(at) => at !== null && set({ planning: { ...planning, at } })}
          />
        )}
      </FieldRow>
    </>
  )
}

/** The hours that are offered first: the night. */
const NIGHT: QuietHours = { from: 1260, to: 420 }

function Quiet({ reminders, set }: PartProps) {
  const words = useWords().reminders
  const { quietTime, quietHours } = reminders
  return (
    <>
      <div className={styles.one}>
        <Select
          label={words.quietTime}
          description={words.quietTimeHelp}
          options={quietTimes.map((id) => ({ id, label: words.quietTimes[id] }))}
          value={quietTime}
          onChange={(id) => set({ quietTime: quietTimes.find((known) => known === id) ?? quietTime })}
        />
      </div>
      <Switch
        label={words.quietHours}
        description={words.quietHoursHelp}
        isSelected={quietHours !== null}
        onChange={(is) => set({ quietHours: is ? NIGHT : null })}
      />
      {quietHours === null ? null : (
        <Hours hours={quietHours} onChange={(hours) => set({ quietHours: hours })} />
      )}
    </>
  )
}

function Hours(props: { readonly hours: QuietHours; readonly onChange: (hours: QuietHours) => void }) {
  const words = useWords().reminders
  const { value, set, errorAt } = useDraft(props.hours, QuietHours, props.onChange)
  return (
    <FieldRow>
      <TimeField
        label={words.quietFrom}
        minute={value.from}
        error={errorAt('from')}
        onChange={(from) => from !== null && set({ ...value, from })}
      />
      <TimeField
        label={words.quietTo}
        minute={value.to}
        error={errorAt('to')}
        onChange={(to) => to !== null && set({ ...value, to })}
      />
    </FieldRow>
  )
}
