import type { CapacityContext } from '../../shared/capacity/weekView.ts'
import { type EarnedRate, earnedRates } from '../../shared/insights/earned.ts'
import { concentration } from '../../shared/insights/hours.ts'
import { type Span, spanBefore } from '../../shared/insights/period.ts'
import { type RevenueMonth, revenueMonths } from '../../shared/insights/revenueMonths.ts'
import { sum, times } from '../../shared/money/amount.ts'
import type { Currency } from '../../shared/money/currency.ts'
import { ratio } from '../../shared/money/exact.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Day } from '../../shared/time/day.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Words } from '../../shared/words/words.ts'
import type { ChartModel, ChartPoint } from './chartModel.ts'
import { minutesUnit, moneyUnit, shareUnit } from './units.ts'

/** What the charts of money are made of. Amounts in other currencies are left out. */
export interface MoneyMaterial {
  readonly plan: Plan
  readonly today: Day
  readonly span: Span
  readonly before: Span
  readonly currency: Currency
  readonly context: CapacityContext
  readonly words: Words['insights']
  readonly format: Format
}

/** Invoiced, unbilled and forecast on each other, month by month. */
export function revenueChart({ plan, span, words, format, ...given }: MoneyMaterial): ChartModel {
  const months = revenueMonths(plan, span, given)
  const were = revenueMonths(plan, spanBefore(span), given)
  const unit = moneyUnit(given.currency, format)
  const total = (key: Exclude<keyof RevenueMonth, 'month'>) => unit.text(sum(months.map((one) => one[key])))
  return {
    id: 'revenue',
    title: words.revenue,
    headline: words.revenueSum(total('invoiced'), total('unbilled'), total('forecast')),
    note: words.revenueNote,
    pointsName: words.columns.month,
    layout: 'columns',
    points: months.map(({ month }): ChartPoint => {
      const first = `${month}-01`
      return { id: month, label: format.monthShort(first), name: format.month(first) }
    }),
    series: [
      {
        id: 'invoiced',
        name: words.series.invoiced,
        look: 'solid',
        colour: '--accent',
        stack: 'money',
        values: months.map((one) => one.invoiced),
      },
      {
        id: 'unbilled',
        name: words.series.unbilled,
        look: 'hatched',
        colour: '--accent',
        stack: 'money',
        values: months.map((one) => one.unbilled),
      },
      {
        id: 'forecast',
        name: words.series.forecast,
        look: 'dotted',
        colour: '--ink-2',
        stack: 'money',
        values: months.map((one) => one.forecast),
      },
      {
        id: 'before',
        name: words.series.before,
        look: 'line',
        colour: '--ink-3',
        values: months.map((_, i) => broughtIn(were[i])),
      },
    ],
    unit,
  }
}

/** All of a month: of one that is over what was invoiced and what is still to be. */
function broughtIn(month: RevenueMonth | undefined): number | null {
  return month === undefined ? null : sum([month.invoiced, month.unbilled, month.forecast])
}

/** What an hour brought, by client and engagement, beside the period before. */
export function ratesChart({
  plan,
  span,
  before,
  today,
  currency,
  words,
  format,
}: MoneyMaterial): ChartModel {
  const of = (days: Span) =>
    earnedRates(plan, days, today).filter(({ client }) => client.currency === currency)
  const rates = of(span)
  const shown = rates.filter((rate) => rate.engagement === null || engagementsOf(rates, rate) > 1)
  const was = new Map(of(before).map((rate) => [idOf(rate), rate.perHour]))
  const clients = rates.filter(({ engagement }) => engagement === null)
  const worked = clients.reduce((all, rate) => all + rate.worked, 0)
  const unit = moneyUnit(currency, format)
  return {
    id: 'rates',
    title: words.rates,
    headline:
      worked === 0
        ? words.nothing
        : words.rate(unit.text(times(ratio(60, worked), sum(clients.map(({ earned }) => earned))))),
    note: words.ratesNote,
    pointsName: words.columns.engagement,
    layout: 'bars',
    points: shown.map((rate): ChartPoint => {
      const { client, engagement } = rate
      const only = rates.find((one) => one.client === client && one.engagement !== null)?.engagement
      const name = engagement ?? (engagementsOf(rates, rate) === 1 ? only : null)
      return {
        id: idOf(rate),
        label: engagement === null ? client.name : engagement.name,
        name: `${client.name} · ${name?.name ?? words.wholeClient}`,
        colour: client.colour,
        isPart: engagement !== null,
      }
    }),
    series: [
      {
        id: 'perHour',
        name: words.series.perHour,
        look: 'solid',
        colour: '--accent',
        values: shown.map((one) => one.perHour),
      },
      {
        id: 'before',
        name: words.series.before,
        look: 'hatched',
        colour: '--ink-3',
        values: shown.map((one) => was.get(idOf(one)) ?? null),
      },
      {
        id: 'earned',
        name: words.series.earned,
        look: 'solid',
        colour: '--ink-3',
        values: shown.map((one) => one.earned),
        unit,
      },
      {
        id: 'worked',
        name: words.series.worked,
        look: 'solid',
        colour: '--ink-3',
        values: shown.map((one) => one.worked),
        unit: minutesUnit(words, format),
      },
    ],
    unit,
  }
}

function idOf({ client, engagement }: EarnedRate): string {
  return engagement === null ? `client:${client.id}` : engagement.id
}

function engagementsOf(rates: readonly EarnedRate[], { client }: EarnedRate): number {
  return rates.filter((rate) => rate.client === client && rate.engagement !== null).length
}

/** How much of what was earned hangs on each client. */
export function concentrationChart({
  plan,
  span,
  before,
  today,
  currency,
  words,
  format,
}: MoneyMaterial): ChartModel {
  const of = (days: Span) =>
    earnedRates(plan, days, today)
      .filter(
        ({ client, engagement, earned }) => client.currency === currency && engagement === null && earned > 0,
      )
      .sort((a, b) => b.earned - a.earned)
  const [now, was] = [of(span), of(before)]
  const share = (rates: readonly EarnedRate[], id: string) => {
    const total = sum(rates.map(({ earned }) => earned))
    const mine = rates.find(({ client }) => client.id === id)?.earned ?? 0
    return total === 0 ? null : mine / total
  }
  const found = concentration(now.map(({ earned }) => earned))
  const largest = now[0]
  return {
    id: 'concentration',
    title: words.concentration,
    headline:
      found === null || largest === undefined
        ? words.nothing
        : words.concentrated(
            largest.client.name,
            format.percent(found.largest),
            format.number(found.equals, 1),
          ),
    note: words.concentrationNote,
    pointsName: words.columns.client,
    layout: 'bars',
    points: now.map(({ client: { id, name, colour } }) => ({ id, label: name, name, colour })),
    series: [
      {
        id: 'share',
        name: words.series.largest,
        look: 'solid',
        colour: '--accent',
        values: now.map(({ client }) => share(now, client.id)),
      },
      {
        id: 'before',
        name: words.series.before,
        look: 'hatched',
        colour: '--ink-3',
        values: now.map(({ client }) => share(was, client.id)),
      },
      {
        id: 'earned',
        name: words.series.earned,
        look: 'solid',
        colour: '--ink-3',
        values: now.map(({ earned }) => earned),
        unit: moneyUnit(currency, format),
      },
    ],
    unit: shareUnit(format),
  }
}
