import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { addDays, addMonths, type Day, weekdayOf } from '../../../shared/time/day.ts'
import { parseRule } from '../../../shared/time/ruleText.ts'
import { weekStart } from '../../../shared/time/week.ts'
import { ruleWords } from '../../../shared/words/ruleWords.ts'
import { usePlan } from '../../state/plan.ts'
import { useFormat, useWords } from '../../state/words.ts'
import { classes } from '../../ui/classes.ts'
import { DateField } from '../../ui/DateField.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Select } from '../../ui/Select.tsx'
import { nthOfMonth, plainRepeat, type Repeat, type RepeatEnd, repeatKinds, ruleOf } from './repeat.ts'
import styles from './SessionEditor.module.css'

interface RepeatFieldsProps {
  readonly repeat: Repeat
  readonly day: Day
  readonly error: string | undefined
  readonly onType: (repeat: Repeat) => void
  readonly onChoose: (repeat: Repeat) => void
  readonly onLeave: () => void
}

/** How a session repeats: never, or every so many days, weeks or months until a day. */
export function RepeatFields(props: RepeatFieldsProps) {
  const { repeat, day, error, onChoose } = props
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
          if (kind !== undefined && kind !== repeat.kind) onChoose(plainRepeat(kind, day))
        }}
      />
      {repeat.kind === 'never' || repeat.kind === 'custom' ? null : (
        <RepeatDetails {...props} repeat={repeat} />
      )}
      <RuleInWords repeat={repeat} day={day} />
    </>
  )
}

type Regular = Exclude<Repeat, { kind: 'never' } | { kind: 'custom' }>

function RepeatDetails(props: RepeatFieldsProps & { readonly repeat: Regular }) {
  const { repeat, day, onType, onChoose, onLeave } = props
  const words = useWords().session
  const unit = {
    daily: words.everyDays,
    weekly: words.everyWeeks,
    monthly: words.everyMonths,
    yearly: words.everyYears,
  }[repeat.kind]
  return (
    <div className={styles.repeat}>
      {repeat.kind === 'weekly' ? <Weekdays repeat={repeat} day={day} onChange={onChoose} /> : null}
      {repeat.kind === 'monthly' ? <MonthBy repeat={repeat} day={day} onChange={onChoose} /> : null}
      <div className={styles.two}>
        <NumberField
          label={words.every}
          value={repeat.interval}
          minValue={1}
          maxValue={99}
          suffix={unit}
          onChange={(interval) => onType({ ...repeat, interval: Math.max(1, interval ?? 1) })}
          onLeave={onLeave}
        />
        <Select
          label={words.repeatEnds}
          options={endKinds.map((kind) => ({ id: kind, label: words.endKinds[kind] }))}
          value={repeat.ends.kind}
          onChange={(id) => onChoose({ ...repeat, ends: endOf(id, day) })}
        />
      </div>
      <EndField
        ends={repeat.ends}
        day={day}
        onType={(ends) => onType({ ...repeat, ends })}
        onChoose={(ends) => onChoose({ ...repeat, ends })}
        onLeave={onLeave}
      />
    </div>
  )
}

const endKinds = ['never', 'until', 'count'] as const

/** An end of a kind with the value one begins with: a quarter of a year on, or ten times. */
function endOf(kind: string, day: Day): RepeatEnd {
  if (kind === 'until') return { kind, day: addMonths(day, 3) }
  return kind === 'count' ? { kind, count: 10 } : { kind: 'never' }
}

function EndField(props: {
  readonly ends: RepeatEnd
  readonly day: Day
  readonly onType: (ends: RepeatEnd) => void
  readonly onChoose: (ends: RepeatEnd) => void
  readonly onLeave: () => void
}) {
  const { ends, day, onType, onChoose, onLeave } = props
  const words = useWords().session
  if (ends.kind === 'never') return null
  if (ends.kind === 'until')
    return (
      <DateField
        label={words.until}
        day={ends.day}
        minDay={day}
        onChange={(until) => until !== null && onType({ kind: 'until', day: until })}
        onPick={(until) => onChoose({ kind: 'until', day: until })}
        onLeave={onLeave}
      />
    )
  return (
    <NumberField
      label={words.count}
      value={ends.count}
      minValue={1}
      maxValue={999}
      suffix={words.countUnit}
      onChange={(count) => count !== null && onType({ kind: 'count', count })}
      onLeave={onLeave}
    />
  )
}

/** The rule as one would say it: the only way to read one that the fields do not offer. */
function RuleInWords({ repeat, day }: { readonly repeat: Repeat; readonly day: Day }) {
  const words = useWords().rule
  const format = useFormat()
  const text = ruleOf(repeat, day)
  const parsed = text === null ? null : parseRule(text)
  if (parsed === null || !parsed.ok) return null
  const line = ruleWords(parsed.rule, words, format)
  return <p className={styles.rule}>{line.charAt(0).toUpperCase() + line.slice(1)}</p>
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
          className={classes(styles.weekday)}
        >
          <span aria-hidden="true">{format.weekdayShort(one).slice(0, 2)}</span>
          <span className="spoken-only">{format.weekdayLong(one)}</span>
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
