import type { ReactNode } from 'react'
import type { InvoiceDocument } from '../../shared/billing/document.ts'
import styles from './paper.module.css'

/**
 * One page. The sheet names the paper and ends the page; what is set within is a box of its own size, which printing lays
 * out as one piece (a box that is contained cannot name its paper).
 */
export function Sheet({
  paper,
  withBill = false,
  children,
}: {
  readonly paper: InvoiceDocument['paper']
  /** A payment part takes its foot. */
  readonly withBill?: boolean
  readonly children: ReactNode
}) {
  return (
    <section className={`${styles.sheet} ${paperClass(paper)}`}>
      <div className={`${styles.page} ${withBill ? styles.withBill : ''}`}>{children}</div>
    </section>
  )
}

/** The class that gives a box the paper's measures. */
export function paperClass(paper: InvoiceDocument['paper']): string {
  return (paper === 'A4' ? styles.a4 : styles.letter) ?? ''
}
