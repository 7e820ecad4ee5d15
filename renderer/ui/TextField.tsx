import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField, Input } from 'react-aria-components/TextField'
import { classes } from './classes.ts'
import styles from './Field.module.css'
import { ariaField, FieldFrame, type FieldProps } from './FieldFrame.tsx'
import { onEnterKey } from './onEnterKey.ts'

export interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  /** Enter was pressed. */
  readonly onEnter?: () => void
  readonly placeholder?: string
  readonly maxLength?: number
  readonly type?: 'text' | 'email' | 'tel' | 'search' | 'password'
}

/** A field of one line. */
export function TextField(props: TextFieldProps) {
  const { value, onChange, onBlur, onEnter, placeholder, maxLength, type = 'text' } = props
  return (
    <AriaTextField
      {...ariaField(props)}
      value={value}
      onChange={onChange}
      type={type}
      spellCheck="false"
      {...(onBlur === undefined ? {} : { onBlur })}
      {...(maxLength === undefined ? {} : { maxLength })}
      {...(onEnter === undefined ? {} : { onKeyDown: onEnterKey(onEnter) })}
    >
      <FieldFrame {...props}>
        <Input className={classes(styles.input)} {...(placeholder === undefined ? {} : { placeholder })} />
      </FieldFrame>
    </AriaTextField>
  )
}

export interface TextAreaProps extends Omit<TextFieldProps, 'type' | 'onEnter'> {
  readonly rows?: number
}

/** A field of several lines. */
export function TextArea(props: TextAreaProps) {
  const { value, onChange, onBlur, placeholder, maxLength, rows = 3 } = props
  return (
    <AriaTextField
      {...ariaField(props)}
      value={value}
      onChange={onChange}
      spellCheck="false"
      {...(onBlur === undefined ? {} : { onBlur })}
      {...(maxLength === undefined ? {} : { maxLength })}
    >
      <FieldFrame {...props}>
        <AriaTextArea
          rows={rows}
          className={classes(styles.input, styles.area)}
          {...(placeholder === undefined ? {} : { placeholder })}
        />
      </FieldFrame>
    </AriaTextField>
  )
}
