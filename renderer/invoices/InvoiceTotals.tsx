import { homeAmounts } from '../../shared/billing/home.ts'
import { totalsOf } from '../../shared/billing/totals.ts'
import type { Invoice } from '../../shared/plan/invoice.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import styles from './InvoicePage.module.css'

/** Net, each tax, and the total. */
export function InvoiceTotals({ invoice }: { readonly invoice: Invoice }) {
  const words = useWords().billing
  const format = useFormat()
  const { sum, discount, net, groups, gross } = totalsOf(invoice)
  const money = (minor: number) => format.money(minor, invoice.currency)
  return (
    <dl className={styles.totals}>
      {invoice.discount === null ? null : (
        <>
          <Total label={words.editor.sum} value={money(sum)} />
          <Total label={words.editor.wholeDiscount} value={money(-discount)} />
        </>
      )}
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
      <Home invoice={invoice} />
    </dl>
  )
}

/** The total in one's own currency, where the invoice is in another one and its rate is set. */
function Home({ invoice }: { readonly invoice: Invoice }) {
  const words = useWords().billing.editor
  const format = useFormat()
  const currency = usePlan((plan) => plan.practice.business.currency)
  const home = invoice.issued?.home ?? homeAmounts(invoice, totalsOf(invoice), currency)
  if (home === null) return null
  return <Total label={words.home(home.currency)} value={format.money(home.gross, home.currency)} />
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
