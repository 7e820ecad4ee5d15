import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { classes } from './classes.ts'
import styles from './Segmented.module.css'

/** A choice between a few views, all of them in sight; it takes effect at once. */
export function Segmented<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly id: T; readonly name: string }[]
  readonly onChange: (value: T) => void
}) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={classes(styles.group)}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find(({ id }) => keys.has(id))
        if (chosen !== undefined) onChange(chosen.id)
      }}
    >
      {options.map(({ id, name }) => (
        <ToggleButton key={id} id={id} className={classes(styles.option)}>
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
