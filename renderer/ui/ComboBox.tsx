import { useMemo } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox, Input } from 'react-aria-components/ComboBox'
import { Group } from 'react-aria-components/Group'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { useWords } from '../state/words.ts'
import { classes } from './classes.ts'
import fieldStyles from './Field.module.css'
import { ariaField, FieldFrame } from './FieldFrame.tsx'
import { Icon } from './Icon.tsx'
import styles from './List.module.css'
import { optionItems, type SelectProps } from './Select.tsx'

/** A choice of one from a long list, found by typing. */
export function ComboBox(props: SelectProps) {
  const { options, value, onChange, placeholder } = props
  const words = useWords()
  // The same elements for the same options: a list of hundreds is not built anew at each key.
  const items = useMemo(() => optionItems(options), [options])
  return (
    <AriaComboBox
      {...ariaField(props)}
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <FieldFrame {...props}>
        <Group className={classes(fieldStyles.box)}>
          <Input
            className={classes(fieldStyles.bare)}
            {...(placeholder === undefined ? {} : { placeholder })}
          />
          <Button className={classes(fieldStyles.opener)}>
            <Icon name="down" size={14} />
          </Button>
        </Group>
      </FieldFrame>
      <Popover className={classes(styles.popover)} offset={4}>
        <ListBox
          className={classes(styles.list)}
          renderEmptyState={() => <div className={styles.empty}>{words.app.nothingFound}</div>}
        >
          {items}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
