import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import { classes } from './classes.ts'
import styles from './Tooltip.module.css'

/** Words that appear beside a control on hover and on keyboard focus, with its keys. The child must be focusable. */
export function Tooltip(props: {
  readonly text: string
  readonly keys?: string
  readonly children: ReactElement
}) {
  return (
    <TooltipTrigger delay={600} closeDelay={60}>
      {props.children}
      <AriaTooltip className={classes(styles.tooltip)} offset={6}>
        {props.text}
        {props.keys === undefined ? null : <kbd className={styles.keys}>{props.keys}</kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
