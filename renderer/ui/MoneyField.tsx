import { useState } from 'react'
import { Group } from 'react-aria-components/Group'
import { TextField as AriaTextField, Input } from 'react-aria-components/TextField'
import { minorDigits } from '../../shared/money/currency.ts'
import { useFormat, useWords } from '../state/words.ts'
import { classes } from './classes.ts'
import styles from './Field.module.css'
import { ariaField, FieldFrame, type FieldProps } from './FieldFrame.tsx'
import { onEnterKey } from './onEnterKey.ts'
import { parseMoney } from './parseMoney.ts'

export interface MoneyFieldProps extends FieldProps {
  /** The amount in the currency's minor unit; null is an empty field. */
  readonly minor: number | null
  readonly currency: string
  readonly onChange: (minor: number | null) => void
  readonly allowEmpty?: boolean
  /** What follows the currency, such as “/ h”. */
  readonly suffix?: string
}

/** An amount of money, kept in minor units from the first key on: no float in between. Committed on blur and Enter. */
export function MoneyField(props: MoneyFieldProps) {
  const { minor, currency, onChange, allowEmpty = false, suffix } = props
  const format = useFormat()
  const words = useWords()
  const [typed, setTyped] = useState<string | null>(null)
  const [bad, setBad] = useState(false)
  const digits = minorDigits(currency)
  const commit = () => {
    if (typed === null) return
    const parsed = parseMoney(typed, digits)
    if (parsed === null && !(allowEmpty && typed.trim() === '')) return setBad(true)
    setBad(false)
    setTyped(null)
    if (parsed !== minor) onChange(parsed)
  }
  const error = bad ? words.app.moneyHelp : props.error
  const shown = minor === null ? '' : format.number(minor / 10 ** digits, digits)
  return (
    <AriaTextField
      {...ariaField({ ...props, error })}
      value={typed ?? shown}
      inputMode="decimal"
      onChange={(text) => {
        setTyped(text)
        setBad(false)
      }}
      onBlur={commit}
      onKeyDown={onEnterKey(commit)}
    >
      <FieldFrame {...props} error={error}>
        <Group className={classes(styles.box)}>
          <Input className={classes(styles.bare)} />
          <span className={styles.suffix}>{suffix === undefined ? currency : `${currency} ${suffix}`}</span>
        </Group>
      </FieldFrame>
    </AriaTextField>
  )
}
