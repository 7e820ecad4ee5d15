import { burnDays } from '../../shared/insights/burnDays.ts'
import { type BudgetBurn, outOf } from '../../shared/insights/burnDown.ts'
import type { Span } from '../../shared/insights/period.ts'
import { type Day, dayNumber, daysBetween, minDay } from '../../shared/time/day.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Words } from '../../shared/words/words.ts'
import type { ChartModel, ChartPoint, ChartSeries, ChartUnit } from './chartModel.ts'
import { dayUnit, minutesUnit, moneyUnit, shareUnit } from './units.ts'

/** What the charts of budgets are made of. */
export interface BudgetMaterial {
  /** Those of money are all of one currency. */
  readonly burns: readonly BudgetBurn[]
  readonly span: Span
  readonly before: Span
  readonly words: Words['insights']
  readonly format: Format
}

/** What was used of each budget by the end of the period, beside the end of the one before, and when it runs out. */
export function budgetsChart({ burns, span, before, words, format }: BudgetMaterial): ChartModel {
  const used = (day: Day) => burns.map((burn) => burn.usedBy(minDay(day, burn.today)))
  const shares = (amounts: readonly number[]) => amounts.map((amount, i) => amount / (burns[i]?.budget ?? 1))
  const now = used(span.to)
  const left = (kind: 'hours' | 'money') =>
    burns.map(({ measure, budget }, i) => (measure.kind === kind ? budget - (now[i] ?? 0) : null))
  const days = (of: (burn: BudgetBurn) => Day | null) =>
    burns.map((burn) => {
      const day = of(burn)
      return day === null ? null : dayNumber(day)
    })
  const told = (id: string, name: string, values: ChartSeries['values'], unit: ChartUnit): ChartSeries => ({
    id,
    name,
    look: 'solid',
    colour: '--ink-3',
    values,
    unit,
  })
  const inMoney = burns.find(({ measure }) => measure.kind === 'money')
  const inHours = burns.some(({ measure }) => measure.kind === 'hours')
  const { series, budgets } = words
  const day = dayUnit(format)
  return {
    id: 'budgets',
    title: budgets.title,
    headline: firstOut(burns, words, format),
    note: budgets.note,
    whenEmpty: budgets.none,
    pointsName: words.columns.engagement,
    layout: 'bars',
    points: burns.map((burn): ChartPoint => {
      const { client, engagement } = burn
      const others = burns.filter((one) => one.client === client).length
      return {
        id: engagement.id,
        label: others === 1 ? client.name : engagement.name,
        name: nameOf(burn),
        colour: client.colour,
      }
    }),
    series: [
      { id: 'used', name: series.used, look: 'solid', colour: '--accent', values: shares(now) },
      {
        id: 'before',
        name: series.before,
        look: 'hatched',
        colour: '--ink-3',
        values: shares(used(before.to)),
      },
      ...(inHours ? [told('hours', budgets.hoursLeft, left('hours'), minutesUnit(words, format))] : []),
      ...(inMoney === undefined
        ? []
        : [told('money', budgets.moneyLeft, left('money'), moneyUnit(inMoney.client.currency, format))]),
      told(
        'byPlan',
        budgets.outByPlan,
        days((burn) => burn.outSince ?? burn.outByPlan),
        day,
      ),
      told(
        'byPace',
        budgets.outByPace,
        days((burn) => burn.outSince ?? burn.outByPace),
        day,
      ),
      told(
        'end',
        budgets.ends,
        days(({ engagement }) => engagement.end),
        day,
      ),
    ],
    unit: shareUnit(format),
    // The whole budget.
    reach: 1,
  }
}

/** The budget's name among others. */
export function nameOf({ client, engagement }: BudgetBurn): string {
  return `${client.name} · ${engagement.name}`
}

function firstOut(burns: readonly BudgetBurn[], { budgets }: Words['insights'], format: Format): string {
  const gone = burns.filter(({ outSince }) => outSince !== null).length
  const next = burns.find((burn) => burn.outSince === null && outOf(burn) !== null)
  const day = next === undefined ? null : outOf(next)
  return [
    gone === 0 ? '' : budgets.gone(gone),
    next === undefined || day === null ? '' : budgets.next(nameOf(next), format.dayMedium(day)),
    gone === 0 && next === undefined ? budgets.lasting : '',
  ]
    .join(' ')
    .trim()
}

/** What is left of one budget day by day, with what is planned and at the recent pace, to the end of the work. */
export function burnDownChart(
  burn: BudgetBurn,
  firstWeekday: number,
  words: Words['insights'],
  format: Format,
): ChartModel {
  const { budget, today, measure, client, usedBy, plannedBy, pacedBy, plannedTo } = burn
  const days = burnDays(burn, firstWeekday)
  const unit = measure.kind === 'hours' ? minutesUnit(words, format) : moneyUnit(client.currency, format)
  const marks = marksOf(burn, days, words)
  const ahead = (by: ((day: Day) => number) | null, to: Day) =>
    days.map((day) => (by === null || day < today || day > to ? null : budget - by(day)))
  const used = days.map((day) => (day > today ? null : usedBy(day)))
  return {
    id: 'burnDown',
    title: words.burnDown.title,
    subject: nameOf(burn),
    days: format.dayRange(burn.from, days.at(-1) ?? today),
    headline: toldOf(burn, unit, words, format),
    note: words.burnDown.note,
    pointsName: words.columns.day,
    layout: 'days',
    points: days.map((day): ChartPoint => {
      const marked = marks.filter((mark) => mark.day === day).map(({ label }) => label)
      const date = format.dayMedium(day)
      return { id: day, label: date, name: [date, ...marked].join(' · ') }
    }),
    series: [
      {
        id: 'left',
        name: words.series.left,
        look: 'firmLine',
        colour: '--accent',
        values: used.map((amount) => (amount === null ? null : budget - amount)),
      },
      {
        id: 'planned',
        name: words.series.asPlanned,
        look: 'line',
        colour: '--accent',
        values: ahead(plannedBy, plannedTo),
      },
      {
        id: 'projected',
        name: words.series.projected,
        look: 'dottedLine',
        colour: '--ink-2',
        values: ahead(pacedBy, plannedTo),
      },
      {
        id: 'used',
        name: words.series.used,
        look: 'solid',
        colour: '--ink-3',
        values: used,
        isInTableOnly: true,
      },
    ],
    marks,
    unit,
  }
}

function marksOf(
  { today, engagement: { end } }: BudgetBurn,
  days: readonly Day[],
  { burnDown }: Words['insights'],
): ChartModel['marks'] & object {
  const marks = [
    { day: today, label: burnDown.today },
    ...(end === null ? [] : [{ day: end, label: burnDown.end }]),
  ]
  return marks.filter(({ day }) => days.includes(day))
}

function toldOf(burn: BudgetBurn, unit: ChartUnit, { burnDown }: Words['insights'], format: Format): string {
  const { budget, today, usedBy, outSince } = burn
  const left = budget - usedBy(today)
  if (outSince !== null)
    return burnDown.gone(format.dayMedium(outSince), left === 0 ? null : unit.text(-left))
  const tells = [planTold(burn, unit, burnDown, format), paceTold(burn, unit, burnDown, format)]
  return [burnDown.left(unit.text(left), unit.text(budget)), ...tells].filter((text) => text !== '').join(' ')
}

function planTold(
  { budget, plannedBy, plannedTo, outByPlan }: BudgetBurn,
  unit: ChartUnit,
  words: Words['insights']['burnDown'],
  format: Format,
): string {
  if (plannedBy === null) return ''
  if (outByPlan !== null) return words.planOut(format.dayMedium(outByPlan))
  return words.planLeaves(unit.text(budget - plannedBy(plannedTo)))
}

function paceTold(
  { budget, pacedBy, outByPace, engagement: { end } }: BudgetBurn,
  unit: ChartUnit,
  words: Words['insights']['burnDown'],
  format: Format,
): string {
  if (pacedBy === null) return ''
  if (end !== null && (outByPace === null || outByPace > end))
    return words.paceLeaves(unit.text(budget - pacedBy(end)))
  if (outByPace === null) return ''
  return words.paceOut(format.dayMedium(outByPace), end === null ? 0 : daysBetween(outByPace, end))
}
