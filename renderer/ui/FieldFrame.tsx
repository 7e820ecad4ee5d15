import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { classes } from './classes.ts'
import styles from './Field.module.css'

/** What every field takes. `error` marks the field invalid and is read with it; null and undefined say it is fine. */
export interface FieldProps {
  readonly label: string
  /** The label is spoken, not shown: for a field in a table or a bar. */
  readonly labelHidden?: boolean
  readonly description?: string | undefined
  readonly error?: string | null | undefined
  readonly isRequired?: boolean
  readonly isDisabled?: boolean
  readonly autoFocus?: boolean
}

/** The frame of a field: label, control, description or error. */
export function FieldFrame({
  label,
  labelHidden = false,
  description,
  error,
  children,
}: FieldProps & { readonly children: ReactNode }) {
  return (
    <>
      <Label className={classes(labelHidden ? styles.hidden : styles.label)}>{label}</Label>
      {children}
      {description === undefined || error != null ? null : (
        <Text slot="description" className={classes(styles.description)}>
          {description}
        </Text>
      )}
      <FieldError className={classes(styles.error)}>{error ?? ''}</FieldError>
    </>
  )
}

/** The part of a field's props that React Aria's own field wants. */
export function ariaField({ error, isRequired, isDisabled, autoFocus }: FieldProps) {
  return {
    className: classes(styles.field),
    isInvalid: error != null,
    isRequired: isRequired ?? false,
    isDisabled: isDisabled ?? false,
    autoFocus: autoFocus ?? false,
    validationBehavior: 'aria' as const,
  }
}
