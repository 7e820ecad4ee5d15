import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaProps } from 'react-aria-components/Button'
import styles from './Button.module.css'
import { classes } from './classes.ts'
import { Icon, type IconName } from './Icon.tsx'
import { Tooltip } from './Tooltip.tsx'

export type ButtonVariant = 'plain' | 'primary' | 'quiet' | 'danger'

export interface ButtonProps extends Omit<AriaProps, 'className' | 'style' | 'children'> {
  readonly variant?: ButtonVariant
  readonly size?: 'normal' | 'small'
  readonly icon?: IconName
  readonly children?: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button with words, `onPress` by mouse, touch or key. */
export function Button({ variant = 'plain', size = 'normal', icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={look(variant, size)}>
      {icon === undefined ? null : <Icon name={icon} size={size === 'small' ? 14 : 16} />}
      {children}
    </AriaButton>
  )
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon'> {
  readonly icon: IconName
  /** What it does: its name for assistive technology, and its tooltip. */
  readonly label: string
  /** The keys shown in the tooltip. */
  readonly keys?: string
}

/** A button that shows only an icon; its name is its tooltip. */
export function IconButton({
  variant = 'plain',
  size = 'normal',
  icon,
  label,
  keys,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} {...(keys === undefined ? {} : { keys })}>
      <AriaButton {...rest} aria-label={label} className={classes(look(variant, size), styles.icon)}>
        <Icon name={icon} size={size === 'small' ? 14 : 16} />
      </AriaButton>
    </Tooltip>
  )
}

function look(variant: ButtonVariant, size: 'normal' | 'small'): string {
  return classes(styles.button, variant !== 'plain' && styles[variant], size === 'small' && styles.small)
}
