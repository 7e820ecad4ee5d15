import type { ReactNode } from 'react'
import styles from './Business.module.css'

/** A part of the form under its heading, in six columns. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <div className={styles.row}>{children}</div>
    </section>
  )
}
