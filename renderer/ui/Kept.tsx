import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Kept.module.css'

/**
 * Fills its place, and keeps what is in it laid out while it is out of sight: then it cannot be seen, reached or heard,
 * and comes back at the cost of its painting. (`inert` would have each of its elements styled anew.)
 */
export function Kept(props: {
  readonly isShown: boolean
  readonly className?: string | undefined
  readonly name?: string | undefined
  readonly children: ReactNode
}) {
  return (
    <div
      className={classes(styles.kept, props.className)}
      aria-hidden={props.isShown ? undefined : true}
      data-kept={props.name ?? ''}
    >
      {props.children}
    </div>
  )
}
