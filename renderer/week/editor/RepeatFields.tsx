import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { addDays, type Day, weekdayOf } from '../../../shared/time/day.ts'
import { weekStart } from '../../../shared/time/week.ts'
import { usePlan } from '../../state/plan.ts'
import { useFormat, useWords } from '../../state/words.ts'
import { classes } from '../../ui/classes.ts'
import { DateField } from '../../ui/DateField.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Select } from '../../ui/Select.tsx'
import { nthOfMonth, plainRepeat, type Repeat, repeatKinds } from './repeat.ts'
import styles from './SessionEditor.module.css'

interface RepeatFieldsProps {
  readonly repeat: Repeat
  readonly day: Day
  readonly error: string | undefined
  readonly onChange: (repeat: Repeat) => void
}

/** How a session repeats: never, or every so many days, weeks or months until a day. */
export function RepeatFields({ repeat, day, error, onChange }: RepeatFieldsProps) {
  const words = useWords().session
  const kinds = repeat.kind === 'custom' ? [...repeatKinds, 'custom' as const] : repeatKinds
  return (
    <>
      <Select
        label={words.repeat}
        options={kinds.map((kind) => ({ id: kind, label: words.repeats[kind] }))}
        value={repeat.kind}
        error={error}
        onChange={(id) => {
          const kind = repeatKinds.find((other) => other === id)
          if (kind !== undefined && kind !== repeat.kind) onChange(plainRepeat(kind, day))
        }}
      />
      {repeat.kind === 'never' || repeat.kind === 'custom' ? null : (
        <RepeatDetails repeat={repeat} day={day} onChange={onChange} />
      )}
    </>
  )
}

type Regular = Exclude<Repeat, { kind: 'never' } | { kind: 'custom' }>

function RepeatDetails({
  repeat,
  day,
  onChange,
}: {
  readonly repeat: Regular
  readonly day: Day
  readonly onChange: (repeat: Repeat) => void
}) {
  const words = useWords().session
  const unit = { daily: words.everyDays, weekly: words.everyWeeks, monthly: words.everyMonths }[repeat.kind]
  return (
    <div className={styles.repeat}>
      {repeat.kind === 'weekly' ? <Weekdays repeat={repeat} day={day} onChange={onChange} /> : null}
      {repeat.kind === 'monthly' ? <MonthBy repeat={repeat} day={day} onChange={onChange} /> : null}
      <div className={styles.two}>
        <NumberField
          label={words.every}
          value={repeat.interval}
          minValue={1}
          maxValue={99}
          suffix={unit}
          onChange={(interval) => onChange({ ...repeat, interval: Math.max(1, interval ?? 1) })}
        />
        <DateField
          label={words.until}
          description={words.untilEmpty}
          day={repeat.until}
          minDay={day}
          onChange={(until) => onChange({ ...repeat, until })}
        />
      </div>
    </div>
  )
}

function Weekdays(props: {
  readonly repeat: Extract<Repeat, { kind: 'weekly' }>
  readonly day: Day
  readonly onChange: (repeat: Repeat) => void
}) {
  const { repeat, day, onChange } = props
  const words = useWords().session
  const format = useFormat()
  const firstWeekday = usePlan((plan) => plan.practice.settings.firstWeekday)
  const first = weekStart(day, firstWeekday)
  const own = weekdayOf(day)
  return (
    <ToggleButtonGroup
      aria-label={words.onWeekdays}
      selectionMode="multiple"
      className={classes(styles.weekdays)}
      selectedKeys={[...new Set([...repeat.weekdays, own])].map(String)}
      onSelectionChange={(keys) =>
        onChange({ ...repeat, weekdays: [...keys].map(Number).sort((a, b) => a - b) })
      }
    >
      {Array.from({ length: 7 }, (_, i) => addDays(first, i)).map((one) => (
        <ToggleButton
          key={one}
          id={String(weekdayOf(one))}
          isDisabled={weekdayOf(one) === own}
          aria-label={format.weekdayLong(one)}
          className={classes(styles.weekday)}
        >
          {format.weekdayShort(one).slice(0, 2)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}

function MonthBy(props: {
  readonly repeat: Extract<Repeat, { kind: 'monthly' }>
  readonly day: Day
  readonly onChange: (repeat: Repeat) => void
}) {
  const { repeat, day, onChange } = props
  const words = useWords().session
  const format = useFormat()
  const nth = nthOfMonth(day)
  const name = words.nth[nth === -1 ? 4 : nth - 1] ?? ''
  return (
    <Select
      label={words.monthBy}
      options={[
        { id: 'day', label: words.monthDay(Number(day.slice(8))) },
        { id: 'weekday', label: words.monthWeekday(name, format.weekdayLong(day)) },
      ]}
      value={repeat.by}
      onChange={(by) => onChange({ ...repeat, by: by === 'weekday' ? 'weekday' : 'day' })}
    />
  )
}
