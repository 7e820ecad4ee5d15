import { useState } from 'react'
import { TextField as AriaTextField, Input } from 'react-aria-components/TextField'
import { useFormat, useWords } from '../state/words.ts'
import { classes } from './classes.ts'
import styles from './Field.module.css'
import { ariaField, FieldFrame, type FieldProps } from './FieldFrame.tsx'
import { parseDuration, parseHours } from './parseDuration.ts'

export interface DurationFieldProps extends FieldProps {
  /** Whole minutes; null is an empty field. */
  readonly minutes: number | null
  readonly onChange: (minutes: number | null) => void
  /** The field was left, or Enter pressed in it: what it holds now is meant. */
  readonly onLeave?: () => void
  /** Minutes that the arrow keys add or take. */
  readonly step?: number
  readonly allowEmpty?: boolean
  /** A bare number is hours, not minutes: for what a week takes. */
  readonly inHours?: boolean
  /** Each length is told as soon as it is typed, not when the field is left. */
  readonly isLive?: boolean
}

/** A length of time, typed as people write it (`1h30`, `90`, `1:30`). Committed on blur and Enter. */
export function DurationField(props: DurationFieldProps) {
  const { minutes, onChange, onLeave, step = 15, allowEmpty = false, inHours = false, isLive = false } = props
  const parse = inHours ? parseHours : parseDuration
  const format = useFormat()
  const words = useWords()
  const [typed, setTyped] = useState<string | null>(null)
  const [bad, setBad] = useState(false)
  const commit = () => {
    if (typed === null) return
    const parsed = parse(typed)
    if (parsed === null && !(allowEmpty && typed.trim() === '')) return setBad(true)
    setBad(false)
    setTyped(null)
    if (parsed !== minutes) onChange(parsed)
  }
  const leave = () => {
    commit()
    onLeave?.()
  }
  const stepBy = (by: number) => {
    setTyped(null)
    setBad(false)
    onChange(Math.max(0, (minutes ?? 0) + by))
  }
  const error = bad ? words.app.durationHelp : props.error
  return (
    <AriaTextField
      {...ariaField({ ...props, error })}
      value={typed ?? (minutes === null ? '' : format.duration(minutes))}
      onChange={(text) => {
        setTyped(text)
        setBad(false)
        const parsed = isLive ? parse(text) : null
        if (parsed !== null && parsed !== minutes) onChange(parsed)
      }}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave()
        // React Aria keeps every key to the field unless told otherwise: Escape belongs to the dialog around it.
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return event.continuePropagation()
        event.preventDefault()
        stepBy(event.key === 'ArrowUp' ? step : -step)
      }}
    >
      <FieldFrame {...props} error={error}>
        <Input className={classes(styles.input)} />
      </FieldFrame>
    </AriaTextField>
  )
}
