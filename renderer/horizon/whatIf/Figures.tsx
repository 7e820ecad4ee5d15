import type { ReactNode } from 'react'
import type { Minor } from '../../../shared/money/amount.ts'
import { type Currency, minorUnits } from '../../../shared/money/currency.ts'
import type { Outlook } from '../../../shared/scenario/outlook.ts'
import { usePlan } from '../../state/plan.ts'
import { useFormat, useWords } from '../../state/words.ts'
import styles from './WhatIf.module.css'

/** Titles that are named before the rest is a number. */
const MOST_NAMED = 2

interface FiguresProps {
  readonly outlook: Outlook
  /** What it is held against; null for the plan itself. */
  readonly against: Outlook | null
}

/** What a line comes to, a cell a figure, each with what it differs by. */
export function Figures({ outlook, against }: FiguresProps) {
  const all = useWords()
  const words = all.whatIf
  const format = useFormat()
  const { freeAWeek, tightest, weeksOver } = outlook
  return (
    <>
      <Figure by={against === null ? 0 : freeAWeek - against.freeAWeek} write={format.duration} isGoodUp>
        {format.duration(freeAWeek)}
      </Figure>
      <td className={styles.figure} data-over={(tightest?.free ?? 0) < 0 || undefined}>
        {tightest === null ? (
          words.nothing
        ) : (
          <>
            {format.duration(tightest.free)}
            <small>{format.dayMedium(tightest.start)}</small>
          </>
        )}
      </td>
      <Figure
        by={against === null ? 0 : weeksOver - against.weeksOver}
        write={format.number}
        isOver={weeksOver > 0}
      >
        {format.number(weeksOver)}
      </Figure>
      <Impossible outlook={outlook} against={against} />
      <Revenue outlook={outlook} against={against} />
    </>
  )
}

function Figure(props: {
  readonly by: number
  readonly write: (value: number) => string
  readonly isGoodUp?: boolean
  readonly isOver?: boolean
  readonly children: ReactNode
}) {
  const { by, write, isGoodUp = false, isOver = false, children } = props
  return (
    <td className={styles.figure} data-over={isOver || undefined}>
      {children}
      <Change by={by} text={signed(by, write)} isGood={by > 0 === isGoodUp} />
    </td>
  )
}

/** What a figure differs by from the plan's; nothing where it does not. */
function Change({
  by,
  text,
  isGood,
}: {
  readonly by: number
  readonly text: string
  readonly isGood: boolean
}) {
  const words = useWords().whatIf
  if (by === 0) return null
  return (
    <small data-tone={isGood ? 'ok' : 'over'} title={words.against(text)}>
      {text}
    </small>
  )
}

function signed(by: number, write: (value: number) => string): string {
  return by > 0 ? `+${write(by)}` : write(by).replace('-', '−')
}

/** The deliverables that cannot be met. Those that could be in the plan are the scenario's doing. */
function Impossible({ outlook, against }: FiguresProps) {
  const words = useWords().whatIf
  const deliverables = usePlan((plan) => plan.practice.deliverables)
  const known = new Set(against?.impossible ?? outlook.impossible)
  const titles = [...outlook.impossible]
    .sort((a, b) => Number(known.has(a)) - Number(known.has(b)))
    .map((id) => deliverables[id]?.title ?? '')
  const named = titles.slice(0, MOST_NAMED).join(', ')
  const more = titles.length - MOST_NAMED
  const isWorse = outlook.impossible.some((id) => !known.has(id))
  if (titles.length === 0) return <td className={styles.quiet}>{words.nothing}</td>
  return (
    <td className={styles.titles} data-over={isWorse || undefined} title={titles.join(', ')}>
      {more > 0 ? words.andMore(named, more) : named}
    </td>
  )
}

/** Sums by currency, never added across them. */
function Revenue({ outlook, against }: FiguresProps) {
  const words = useWords().whatIf
  const format = useFormat()
  const currencies = [...new Set([...(against?.revenue.keys() ?? []), ...outlook.revenue.keys()])].sort()
  if (currencies.length === 0) return <td className={styles.quiet}>{words.nothing}</td>
  return (
    <td className={styles.figure}>
      {currencies.map((currency) => {
        const amount = whole(outlook.revenue.get(currency) ?? 0, currency)
        const by = against === null ? 0 : amount - whole(against.revenue.get(currency) ?? 0, currency)
        const write = (value: number) => format.money(value, currency, 'whole')
        return (
          <span key={currency} className={styles.amount}>
            {write(amount)}
            <Change by={by} text={signed(by, write)} isGood={by > 0} />
          </span>
        )
      })}
    </td>
  )
}

/** An estimate is told without cents; differences are those of what is shown. */
function whole(minor: Minor, currency: Currency): Minor {
  const unit = minorUnits(currency)
  return Math.round(minor / unit) * unit
}
