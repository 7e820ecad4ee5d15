import { totalsOf } from '../../shared/billing/totals.ts'
import type { Invoice } from '../../shared/plan/invoice.ts'
import { useFormat, useWords } from '../state/words.ts'
import styles from './InvoicePage.module.css'

/** Net, each tax, and the total. */
export function InvoiceTotals({ invoice }: { readonly invoice: Invoice }) {
  const words = useWords().billing
  const format = useFormat()
  const { net, groups, gross } = totalsOf(invoice.lines)
  const money = (minor: number) => format.money(minor, invoice.currency)
  return (
    <dl className={styles.totals}>
      <Total label={words.editor.net} value={money(net)} />
      {groups.map((group) => (
        <Total
          key={`${group.category} ${group.rate}`}
          label={
            group.category === 'S'
              ? words.editor.taxOn(format.number(group.rate / 10_000, digitsOf(group.rate)), money(group.net))
              : words.editor.untaxedOn(words.taxes[group.category], money(group.net))
          }
          value={money(group.tax)}
        />
      ))}
      <Total label={words.editor.gross} value={money(gross)} isGross />
    </dl>
  )
}

function Total(props: { readonly label: string; readonly value: string; readonly isGross?: boolean }) {
  return (
    <div className={props.isGross ? `${styles.total} ${styles.gross}` : styles.total}>
      <dt>{props.label}</dt>
      <dd>{props.value}</dd>
    </div>
  )
}

/** The decimals that a rate of parts per million has as a percentage. */
function digitsOf(rate: number): number {
  return [0, 1, 2, 3].find((digits) => rate % 10 ** (4 - digits) === 0) ?? 4
}
