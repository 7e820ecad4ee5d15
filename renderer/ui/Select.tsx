import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Header } from 'react-aria-components/Header'
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import type { Colour } from '../../shared/plan/fields.ts'
import { classes } from './classes.ts'
import fieldStyles from './Field.module.css'
import { ariaField, FieldFrame, type FieldProps } from './FieldFrame.tsx'
import { Icon } from './Icon.tsx'
import styles from './List.module.css'

/** One thing to choose. `section` groups options under a heading; a colour draws a client's dot. */
export interface Option {
  readonly id: string
  readonly label: string
  readonly description?: string
  readonly colour?: Colour
  readonly section?: string
}

export interface SelectProps extends FieldProps {
  readonly options: readonly Option[]
  /** The id chosen; null is none. */
  readonly value: string | null
  readonly onChange: (id: string) => void
  readonly placeholder?: string
}

/** A choice of one from a short list. Give "none" an option of its own where nothing is a choice. */
export function Select(props: SelectProps) {
  const { options, value, onChange, placeholder } = props
  const chosen = options.find((option) => option.id === value)
  // A list is made of its options when somebody comes to it: a table may have a hundred selects of as many options.
  const [isUsed, setUsed] = useState(false)
  const use = () => setUsed(true)
  const listed = isUsed || chosen === undefined ? options : [chosen]
  return (
    <AriaSelect
      {...ariaField(props)}
      value={value}
      onOpenChange={use}
      onChange={(key) => key !== null && onChange(String(key))}
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      <FieldFrame {...props}>
        <Button className={classes(fieldStyles.box, fieldStyles.trigger)} onHoverStart={use} onFocus={use}>
          {chosen?.colour === undefined ? null : (
            <span className={fieldStyles.dot} data-colour={chosen.colour} />
          )}
          <SelectValue className={classes(fieldStyles.value)}>
            {({ isPlaceholder, defaultChildren }) => (isPlaceholder ? defaultChildren : chosen?.label)}
          </SelectValue>
          <Icon name="down" size={14} />
        </Button>
      </FieldFrame>
      <Popover className={classes(styles.popover)} offset={4}>
        <ListBox className={classes(styles.list)}>{optionItems(listed)}</ListBox>
      </Popover>
    </AriaSelect>
  )
}

/** The options as list items, those of a section under its heading. */
export function optionItems(options: readonly Option[]) {
  const sections = [...new Set(options.map((option) => option.section))]
  return sections.map((section) => {
    const items = options
      .filter((option) => option.section === section)
      .map((option) => <OptionItem key={option.id} {...option} />)
    if (section === undefined) return items
    return (
      <ListBoxSection key={section} id={`section ${section}`}>
        <Header className={styles.header}>{section}</Header>
        {items}
      </ListBoxSection>
    )
  })
}

function OptionItem({ id, label, description, colour }: Option) {
  return (
    <ListBoxItem id={id} textValue={label} className={classes(styles.item)}>
      {colour === undefined ? null : <span className={fieldStyles.dot} data-colour={colour} />}
      <span className={styles.words}>
        <span className={styles.label}>{label}</span>
        {description === undefined ? null : <span className={styles.description}>{description}</span>}
      </span>
      <span className={styles.tick}>
        <Icon name="check" size={14} />
      </span>
    </ListBoxItem>
  )
}
