import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { classes } from './classes.ts'
import styles from './Toggle.module.css'

export interface SegmentedProps<T extends string> {
  /** Spoken name of the group. */
  readonly label: string
  readonly options: readonly { readonly id: T; readonly label: string; readonly isDisabled?: boolean }[]
  readonly value: T
  readonly onChange: (id: T) => void
}

/** A choice of one from two to five that are all shown. */
export function Segmented<T extends string>({ label, options, value, onChange }: SegmentedProps<T>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={classes(styles.group)}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const next = options.find((option) => keys.has(option.id))
        if (next !== undefined) onChange(next.id)
      }}
    >
      {options.map((option) => (
        <ToggleButton
          key={option.id}
          id={option.id}
          isDisabled={option.isDisabled ?? false}
          className={classes(styles.segment)}
        >
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
