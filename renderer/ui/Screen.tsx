import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Screen.module.css'

export interface ScreenProps {
  readonly title: ReactNode
  /** Buttons at the end of the bar. */
  readonly actions?: ReactNode
  /** `page` is a column of text width; `full` leaves the layout to the screen. */
  readonly body?: 'page' | 'full'
  readonly children: ReactNode
}

/** A screen: a bar with its title and actions, and the body, which scrolls. */
export function Screen({ title, actions, body = 'page', children }: ScreenProps) {
  return (
    <main className={styles.screen}>
      <header className={styles.bar}>
        <h1 className={styles.title}>{title}</h1>
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </header>
      <div className={styles.body}>
        {body === 'page' ? <div className={styles.page}>{children}</div> : children}
      </div>
    </main>
  )
}

/** A titled part of a page. */
export function Section({
  title,
  actions,
  children,
}: {
  readonly title: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h2 className={styles.sectionTitle}>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  )
}

/** Fields side by side, below each other where there is no room. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className={classes(styles.row)}>{children}</div>
}
