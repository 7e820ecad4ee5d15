import { roundHalfAwayFromZero } from '../../shared/money/exact.ts'
import type { NeededRate, RateWish } from '../../shared/rates/neededRate.ts'
import { useFormat, useWords } from '../state/words.ts'
import styles from './Rates.module.css'

interface RateSumProps {
  readonly wish: RateWish
  readonly needed: NeededRate
  readonly currency: string
}

/** The rates, and the sum that leads to them, line by line. */
export function RateSum({ wish, needed, currency }: RateSumProps) {
  const words = useWords().rates
  const format = useFormat()
  const money = (minor: number) => format.money(minor, currency, 'whole')
  const worked = format.duration(needed.worked)
  const billable = format.duration(Number(roundHalfAwayFromZero(needed.billable)))
  const total = money(needed.needed)
  const lines = [
    words.sumNeeded(money(wish.income), money(wish.costs), total),
    words.sumWorked(format.duration(wish.minutesAWeek), wish.weeksOff, needed.weeks, worked),
    words.sumBillable(worked, format.percent(wish.billablePercent / 100), billable),
    words.sumHourly(total, billable, money(needed.hourly)),
    words.sumDaily(total, billable, format.duration(wish.minutesADay), money(needed.daily)),
    ...(needed.project === null
      ? []
      : [
          words.sumProject(
            total,
            billable,
            format.duration(wish.projectMinutes),
            format.percent(wish.bufferPercent / 100),
            money(needed.project),
          ),
        ]),
  ]
  return (
    <div className={styles.result}>
      <div role="status">
        <dl className={styles.rates}>
          <Rate amount={money(needed.hourly)} name={words.hourly} />
          <Rate amount={money(needed.daily)} name={words.daily} />
          {needed.project === null ? null : <Rate amount={money(needed.project)} name={words.project} />}
        </dl>
      </div>
      <section aria-label={words.sum} className={styles.sum}>
        <h3>{words.sum}</h3>
        <ol>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        <p className={styles.quiet}>{words.sumNote}</p>
      </section>
    </div>
  )
}

function Rate({ amount, name }: { readonly amount: string; readonly name: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{amount}</dd>
    </div>
  )
}
