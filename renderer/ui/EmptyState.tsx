import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'
import { Icon, type IconName } from './Icon.tsx'

/** What a screen shows when it has nothing: what would be here, and the way to get it. */
export function EmptyState(props: {
  readonly icon?: IconName
  readonly title: string
  readonly text?: string
  readonly actions?: ReactNode
  /** It is the whole page, so its title is the page's. */
  readonly isPage?: boolean
}) {
  const Title = props.isPage === true ? 'h1' : 'p'
  return (
    <div className={styles.empty}>
      {props.icon === undefined ? null : (
        <span className={styles.icon}>
          <Icon name={props.icon} size={20} />
        </span>
      )}
      <Title className={styles.title}>{props.title}</Title>
      {props.text === undefined ? null : <p className={styles.text}>{props.text}</p>}
      {props.actions === undefined ? null : <div className={styles.actions}>{props.actions}</div>}
    </div>
  )
}
