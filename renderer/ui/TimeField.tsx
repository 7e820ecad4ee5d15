import { Time } from '@internationalized/date'
import { TimeField as AriaTimeField, DateInput, DateSegment } from 'react-aria-components/TimeField'
import { classes } from './classes.ts'
import styles from './Field.module.css'
import { ariaField, FieldFrame, type FieldProps } from './FieldFrame.tsx'

export interface TimeFieldProps extends FieldProps {
  /** Minute of the day, 0 to 1439; null is an empty field. */
  readonly minute: number | null
  readonly onChange: (minute: number | null) => void
  /** The whole field was left. */
  readonly onLeave?: () => void
}

/** A time of day in the locale's own writing. */
export function TimeField(props: TimeFieldProps) {
  const { minute, onChange, onLeave } = props
  return (
    <AriaTimeField
      {...ariaField(props)}
      value={minute === null ? null : new Time(Math.floor(minute / 60), minute % 60)}
      onChange={(time) => onChange(time === null ? null : time.hour * 60 + time.minute)}
      granularity="minute"
      shouldForceLeadingZeros
      {...(onLeave === undefined ? {} : { onBlur: onLeave })}
    >
      <FieldFrame {...props}>
        <DateInput className={classes(styles.box, styles.segments)}>
          {(segment) => <DateSegment segment={segment} className={classes(styles.segment)} />}
        </DateInput>
      </FieldFrame>
    </AriaTimeField>
  )
}
