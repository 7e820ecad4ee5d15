import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'
import { Switch as AriaSwitch } from 'react-aria-components/Switch'
import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'
import styles from './Toggle.module.css'

export interface ToggleProps {
  readonly label: string
  readonly description?: string
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly isDisabled?: boolean
  readonly isIndeterminate?: boolean
}

/** A box to tick: a fact that is saved with its form. */
export function Checkbox({
  label,
  description,
  isSelected,
  onChange,
  isDisabled = false,
  isIndeterminate = false,
}: ToggleProps) {
  return (
    <AriaCheckbox
      {...{ isSelected, onChange, isDisabled, isIndeterminate }}
      className={classes(styles.checkbox)}
    >
      <span className={styles.box}>
        <Icon name={isIndeterminate ? 'minus' : 'check'} size={12} />
      </span>
      <ToggleWords label={label} description={description} />
    </AriaCheckbox>
  )
}

/** A switch: takes effect at once. */
export function Switch({
  label,
  description,
  isSelected,
  onChange,
  isDisabled = false,
}: Omit<ToggleProps, 'isIndeterminate'>) {
  return (
    <AriaSwitch {...{ isSelected, onChange, isDisabled }} className={classes(styles.switch)}>
      <span className={styles.track} />
      <ToggleWords label={label} description={description} />
    </AriaSwitch>
  )
}

function ToggleWords({
  label,
  description,
}: {
  readonly label: string
  readonly description: string | undefined
}) {
  return (
    <span className={styles.words}>
      {label}
      {description === undefined ? null : <span className={styles.description}>{description}</span>}
    </span>
  )
}
