import type { ReactNode } from 'react'
import styles from './Chip.module.css'

export type ChipTone = 'plain' | 'ok' | 'watch' | 'over' | 'accent'

/** A few words that tell a state. */
export function Chip({
  tone = 'plain',
  children,
}: {
  readonly tone?: ChipTone
  readonly children: ReactNode
}) {
  return <span className={tone === 'plain' ? styles.chip : `${styles.chip} ${styles[tone]}`}>{children}</span>
}
