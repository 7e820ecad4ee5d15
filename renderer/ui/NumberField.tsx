import { Group } from 'react-aria-components/Group'
import { NumberField as AriaNumberField, Input } from 'react-aria-components/NumberField'
import { classes } from './classes.ts'
import styles from './Field.module.css'
import { ariaField, FieldFrame, type FieldProps } from './FieldFrame.tsx'

export interface NumberFieldProps extends FieldProps {
  /** Null is an empty field. */
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  /** The field was left, after the last change of it was told. */
  readonly onLeave?: () => void
  readonly minValue?: number
  readonly maxValue?: number
  readonly step?: number
  /** Most digits after the decimal mark; none by default. */
  readonly digits?: number
  /** A unit shown after the number. */
  readonly suffix?: string
}

/** A number in the locale's own writing. Committed on blur and Enter; arrow keys step. */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, onLeave, minValue, maxValue, step, digits = 0, suffix } = props
  return (
    <AriaNumberField
      {...ariaField(props)}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      formatOptions={{ maximumFractionDigits: digits }}
      {...(onLeave === undefined ? {} : { onBlur: onLeave })}
      {...(minValue === undefined ? {} : { minValue })}
      {...(maxValue === undefined ? {} : { maxValue })}
      {...(step === undefined ? {} : { step })}
    >
      <FieldFrame {...props}>
        <Group className={classes(styles.box)}>
          <Input className={classes(styles.bare)} />
          {suffix === undefined ? null : <span className={styles.suffix}>{suffix}</span>}
        </Group>
      </FieldFrame>
    </AriaNumberField>
  )
}
