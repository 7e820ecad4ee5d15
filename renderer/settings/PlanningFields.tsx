import { DayInterval } from '../../shared/plan/availability.ts'
import { Blocks, type Settings } from '../../shared/plan/settings.ts'
import { useWords } from '../state/words.ts'
import { Switch } from '../ui/Checkbox.tsx'
import { DurationField } from '../ui/DurationField.tsx'
import { FieldRow } from '../ui/Screen.tsx'
import { TimeField } from '../ui/TimeField.tsx'
import styles from './Settings.module.css'
import { useDraft } from './useDraft.ts'

/** The focus hours that are offered first: the morning. */
const MORNING: DayInterval = { from: 540, to: 720 }

export interface PlanningFieldsProps {
  readonly blocks: Blocks
  readonly focusHours: DayInterval | null
  readonly onChange: (settings: Partial<Settings>) => void
}

/** How open work is planned: the lengths of its blocks, what gaps count, and the hours that are filled first. */
export function PlanningFields({ blocks, focusHours, onChange }: PlanningFieldsProps) {
  const words = useWords().settings
  const lengths = useDraft(blocks, Blocks, (value) => onChange({ blocks: value }))
  const { shortest, longest, usableOnly } = lengths.value
  return (
    <div className={styles.stack}>
      <FieldRow>
        <DurationField
          label={words.shortestBlock}
          description={words.shortestBlockHelp}
          minutes={shortest}
          error={lengths.errorAt('shortest')}
          onChange={(minutes) =>
            minutes !== null && lengths.set({ ...lengths.value, shortest: between(5, minutes, 480) })
          }
        />
        <DurationField
          label={words.longestBlock}
          description={words.longestBlockHelp}
          minutes={longest}
          error={lengths.errorAt('longest')}
          onChange={(minutes) =>
            minutes !== null && lengths.set({ ...lengths.value, longest: between(5, minutes, 1440) })
          }
        />
      </FieldRow>
      <Switch
        label={words.usableOnly}
        description={words.usableOnlyHelp}
        isSelected={usableOnly}
        onChange={(is) => onChange({ blocks: { ...blocks, usableOnly: is } })}
      />
      <Switch
        label={words.focusHours}
        description={words.focusHoursHelp}
        isSelected={focusHours !== null}
        onChange={(is) => onChange({ focusHours: is ? MORNING : null })}
      />
      {focusHours === null ? null : (
        <FocusHours hours={focusHours} onChange={(hours) => onChange({ focusHours: hours })} />
      )}
    </div>
  )
}

function between(least: number, minutes: number, most: number): number {
  return Math.min(Math.max(minutes, least), most)
}

function FocusHours(props: { readonly hours: DayInterval; readonly onChange: (hours: DayInterval) => void }) {
  const words = useWords().settings
  const { value, set, errorAt } = useDraft(props.hours, DayInterval, props.onChange)
  return (
    <FieldRow>
      <TimeField
        label={words.focusFrom}
        minute={value.from}
        error={errorAt('from')}
        onChange={(from) => from !== null && set({ ...value, from })}
      />
      <TimeField
        label={words.focusTo}
        minute={value.to}
        error={errorAt('to')}
        onChange={(to) => to !== null && set({ ...value, to })}
      />
    </FieldRow>
  )
}
