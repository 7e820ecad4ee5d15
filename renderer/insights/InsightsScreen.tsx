import { useDeferredValue, useMemo, useState } from 'react'
import { quarterAfter } from '../../shared/capacity/weekMaterial.ts'
import { budgetBurns } from '../../shared/insights/burnDown.ts'
import { comparedSpan, periodNames, type Span } from '../../shared/insights/period.ts'
import { earningCurrencies } from '../../shared/insights/revenueMonths.ts'
import type { Currency } from '../../shared/money/currency.ts'
import { addDays, maxDay } from '../../shared/time/day.ts'
import { compare } from '../../shared/timesheet/compare.ts'
import { useToday } from '../state/clock.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { DateField } from '../ui/DateField.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Select } from '../ui/Select.tsx'
import { useCapacityContext } from '../week/capacityNow.ts'
import { BurnDownCard } from './BurnDownCard.tsx'
import { budgetsChart } from './budgetCharts.ts'
import { ChartCard } from './ChartCard.tsx'
import styles from './Insights.module.css'
import { type Chosen, chosenLast, chosenSpan, isLookable, keepChosen } from './insightsStore.ts'
import { concentrationChart, type MoneyMaterial, ratesChart, revenueChart } from './moneyCharts.ts'
import {
  areaHoursChart,
  clientHoursChart,
  comparedChart,
  estimatesChart,
  type TimeMaterial,
  utilisationChart,
} from './timeCharts.ts'

/** What a period says about time and money, beside the one before. */
export function InsightsScreen() {
  const words = useWords().insights
  const today = useToday()
  const [chosen, setChosen] = useState<Chosen>(chosenLast)
  const currencies = usePlan(earningCurrencyText).split(' ')
  const [wanted, setCurrency] = useState<Currency | null>(null)
  const currency = currencies.find((one) => one === wanted) ?? currencies[0] ?? ''
  const span = chosenSpan(chosen, today)
  const choose = (next: Chosen) => {
    keepChosen(next)
    setChosen(next)
  }
  return (
    <Screen
      title={words.title}
      body="full"
      actions={
        <>
          <PeriodChoice chosen={chosen} span={span} onChange={choose} />
          {currencies.length < 2 ? null : (
            <div className={styles.currency}>
              <Select
                label={words.currency}
                labelHidden
                options={currencies.map((id) => ({ id, label: id }))}
                value={currency}
                onChange={setCurrency}
              />
            </div>
          )}
        </>
      }
    >
      {isLookable(span) ? (
        <Charts span={span} currency={currency} />
      ) : (
        <p className={styles.fault} role="alert">
          {words.badPeriod}
        </p>
      )}
    </Screen>
  )
}

/** As a text, since a text that is the same draws nothing anew. */
function earningCurrencyText(plan: Parameters<typeof earningCurrencies>[0]): string {
  return earningCurrencies(plan).join(' ')
}

interface PeriodChoiceProps {
  readonly chosen: Chosen
  readonly span: Span
  readonly onChange: (chosen: Chosen) => void
}

function PeriodChoice({ chosen, span, onChange }: PeriodChoiceProps) {
  const words = useWords().insights
  const custom = (change: Partial<Span>) => onChange({ period: 'custom', span: { ...span, ...change } })
  return (
    <>
      {chosen.period === 'custom' ? (
        <>
          <DateField
            label={words.from}
            labelHidden
            day={span.from}
            onChange={(from) => from !== null && custom({ from })}
          />
          <DateField
            label={words.to}
            labelHidden
            day={span.to}
            onChange={(to) => to !== null && custom({ to })}
          />
        </>
      ) : null}
      <div className={styles.period}>
        <Select
          label={words.period}
          labelHidden
          options={[...periodNames, 'custom' as const].map((id) => ({ id, label: words.periods[id] }))}
          value={chosen.period}
          onChange={(id) => {
            const period = periodNames.find((name) => name === id)
            onChange(period === undefined ? { period: 'custom', span } : { period })
          }}
        />
      </div>
    </>
  )
}

function Charts({ span: asked, currency }: { readonly span: Span; readonly currency: Currency }) {
  const { insights: words } = useWords()
  const format = useFormat()
  const today = useToday()
  const wholePlan = usePlan((whole) => whole)
  // What is typed stays quick: the charts follow when there is time.
  const plan = useDeferredValue(wholePlan)
  const { from, to } = useDeferredValue(asked)
  const span = useMemo(() => ({ from, to }), [from, to])
  const before = useMemo(() => comparedSpan(span, today), [span, today])
  const { holidays, now: minute } = useCapacityContext(before.from, addDays(maxDay(to, today), 31))
  // The engine looks at quarters of an hour: charts are not computed anew for each minute.
  const now = quarterAfter(minute)
  const context = useMemo(() => ({ holidays, now }), [holidays, now])
  const days = format.dayRange(from, to)
  const time = useMemo((): readonly ReturnType<typeof utilisationChart>[] => {
    const material: TimeMaterial = {
      plan,
      today,
      now: compare(plan, span.from, span.to),
      before: compare(plan, before.from, before.to),
      holidays,
      words,
      format,
    }
    return [utilisationChart, clientHoursChart, areaHoursChart, comparedChart, estimatesChart].map((make) =>
      make(material),
    )
  }, [plan, today, span, before, holidays, words, format])
  const money = useMemo(() => {
    const material: MoneyMaterial = { plan, today, span, before, currency, context, words, format }
    return [revenueChart, ratesChart, concentrationChart].map((make) => make(material))
  }, [plan, today, span, before, currency, context, words, format])
  const burns = useMemo(
    () =>
      budgetBurns(plan, now, before.from).filter(
        ({ measure }) => measure.kind === 'hours' || measure.currency === currency,
      ),
    [plan, now, before, currency],
  )
  const budgets = useMemo(
    () => budgetsChart({ burns, span, before, words, format }),
    [burns, span, before, words, format],
  )
  const [utilised, clients, areas, compared, estimates] = time
  const [revenue, rates, concentrated] = money
  const order = [utilised, revenue, clients, areas, rates, compared, concentrated, estimates, budgets]
  return (
    <div className={styles.page}>
      <p className={styles.days}>
        <b>{days}</b> {words.comparedWith(format.dayRange(before.from, before.to))}
      </p>
      <div className={styles.grid}>
        {order.map((model) =>
          model === undefined ? null : <ChartCard key={model.id} model={model} days={days} />,
        )}
        <BurnDownCard burns={burns} days={days} />
      </div>
    </div>
  )
}
