import type { HolidayOf } from '../../shared/capacity/weekView.ts'
import { type HoursPart, hoursByArea, hoursByClient } from '../../shared/insights/hours.ts'
import type { Span } from '../../shared/insights/period.ts'
import { utilisation, utilisedShare } from '../../shared/insights/utilisation.ts'
import { own, type Plan } from '../../shared/plan/plan.ts'
import { type Day, daysBetween } from '../../shared/time/day.ts'
import { weekLabel } from '../../shared/time/week.ts'
import { type Compared, type Comparison, estimateFactor } from '../../shared/timesheet/compare.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Words } from '../../shared/words/words.ts'
import type { ChartModel, ChartPoint } from './chartModel.ts'
import { minutesUnit } from './units.ts'

/** What the charts of time are made of. */
export interface TimeMaterial {
  readonly plan: Plan
  readonly today: Day
  readonly now: Comparison
  /** What it is compared with. */
  readonly before: Comparison
  readonly holidays: HolidayOf
  readonly words: Words['insights']
  readonly format: Format
}

/** More days than these are told by month. */
const MOST_DAYS_BY_WEEK = 54 * 7

/** Worked and planned beside each other, week by week, under the line of what there was. */
export function utilisationChart(material: TimeMaterial): ChartModel {
  const { plan, today, now, before, holidays, words, format } = material
  const by = daysBetween(now.from, now.to) > MOST_DAYS_BY_WEEK ? 'month' : 'week'
  const parts = utilisation(plan, now, holidays, by)
  // Part by part: the first week beside the first of the period before, and so on.
  const were = utilisation(plan, before, holidays, by)
  const share = utilisedShare(plan, now, today, holidays)
  const worked = format.duration(now.total.worked)
  const headline = share === null ? words.notUtilised(worked) : words.utilised(format.percent(share), worked)
  return {
    id: 'utilisation',
    title: words.utilisation,
    headline: `${headline} ${change(material, now.total.worked, before.total.worked)}`.trim(),
    pointsName: by === 'week' ? words.columns.week : words.columns.month,
    layout: 'columns',
    points: parts.map(({ start, from, to }): ChartPoint => {
      if (by === 'month') return { id: start, label: format.monthShort(start), name: format.month(start) }
      const { week } = weekLabel(start)
      return { id: start, label: words.weekShort(week), name: words.weekOf(week, format.dayRange(from, to)) }
    }),
    series: [
      {
        id: 'worked',
        name: words.series.worked,
        look: 'solid',
        colour: '--accent',
        values: parts.map((one) => one.worked),
      },
      {
        id: 'planned',
        name: words.series.planned,
        look: 'hatched',
        colour: '--accent',
        values: parts.map((one) => one.planned),
      },
      {
        id: 'capacity',
        name: words.series.capacity,
        look: 'line',
        colour: '--ink-2',
        values: parts.map((one) => one.capacity),
      },
      {
        id: 'before',
        name: words.series.workedBefore,
        look: 'dottedLine',
        colour: '--ink-3',
        values: parts.map((_, i) => were[i]?.worked ?? null),
      },
    ],
    unit: minutesUnit(words, format),
  }
}

/** How a sum stands to the one before. */
function change({ words, format }: TimeMaterial, now: number, before: number): string {
  if (before === 0) return ''
  if (now === before) return words.same
  const by = format.duration(Math.abs(now - before))
  return now > before ? words.up(by) : words.down(by)
}

/** Worked hours of each client, beside those of the period before. */
export function clientHoursChart(material: TimeMaterial): ChartModel {
  const { plan, now, before, words } = material
  const parts = hoursByClient(plan, now, before)
  const points = parts.map(({ id }) => clientPoint(plan, id, words))
  return hoursChart(material, {
    id: 'clients',
    title: words.clients,
    pointsName: words.columns.client,
    parts,
    points,
  })
}

/** Worked hours of each responsibility area, beside those of the period before. */
export function areaHoursChart(material: TimeMaterial): ChartModel {
  const { plan, now, before, words } = material
  const parts = hoursByArea(plan, spanOf(now), spanOf(before))
  const points = parts.map(({ id }): ChartPoint => {
    const name = own(plan.practice.areas, id ?? '')?.name ?? words.noArea
    return { id: id ?? '-', label: name, name }
  })
  return hoursChart(material, {
    id: 'areas',
    title: words.areas,
    pointsName: words.columns.area,
    parts,
    points,
  })
}

function spanOf({ from, to }: Comparison): Span {
  return { from, to }
}

function clientPoint(plan: Plan, id: string | null, words: Words['insights']): ChartPoint {
  const client = own(plan.practice.clients, id ?? '')
  const name = client?.name ?? words.ownBusiness
  return { id: id ?? '-', label: name, name, colour: client?.colour ?? 'slate' }
}

interface HoursGiven extends Pick<ChartModel, 'id' | 'title' | 'pointsName' | 'points'> {
  readonly parts: readonly HoursPart[]
}

function hoursChart({ words, format }: TimeMaterial, { parts, ...given }: HoursGiven): ChartModel {
  const total = parts.reduce((sum, { worked }) => sum + worked, 0)
  const most = parts[0]
  const name = given.points[0]?.name
  return {
    ...given,
    headline:
      most === undefined || name === undefined || total === 0
        ? words.nothing
        : words.most(name, format.percent(most.worked / total)),
    layout: 'bars',
    series: [
      {
        id: 'worked',
        name: words.series.worked,
        look: 'solid',
        colour: '--accent',
        values: parts.map((one) => one.worked),
      },
      {
        id: 'before',
        name: words.series.before,
        look: 'hatched',
        colour: '--ink-3',
        values: parts.map((one) => one.before),
      },
    ],
    unit: minutesUnit(words, format),
  }
}

/** Planned against worked by client; the table also says what did not happen and what nobody had planned. */
export function comparedChart({ plan, now, before, words, format }: TimeMaterial): ChartModel {
  const lines = comparedLines(plan, now)
  const { planned, worked } = now.total
  return {
    id: 'compare',
    title: words.compare,
    headline: words.compared(format.duration(planned), format.duration(worked)),
    pointsName: words.columns.client,
    layout: 'bars',
    points: lines.map(([id]) => clientPoint(plan, id, words)),
    series: [
      {
        id: 'worked',
        name: words.series.worked,
        look: 'solid',
        colour: '--accent',
        values: lines.map(([, of]) => of.worked),
      },
      {
        id: 'planned',
        name: words.series.planned,
        look: 'hatched',
        colour: '--accent',
        values: lines.map(([, of]) => of.planned),
      },
      ...(['dropped', 'unplanned'] as const).map((key) => ({
        id: key,
        name: words.series[key],
        look: 'solid' as const,
        colour: '--ink-3',
        values: lines.map(([, of]) => of[key]),
        unit: minutesUnit(words, format),
      })),
      ...(['worked', 'planned'] as const).map((key) => ({
        id: `${key}Before`,
        name: words.series[`${key}Before`],
        look: 'solid' as const,
        colour: '--ink-3',
        values: lines.map(([id]) => before.clients.get(id)?.[key] ?? 0),
        isInTableOnly: true,
      })),
    ],
    unit: minutesUnit(words, format),
  }
}

/** How long an hour that was planned took, by client. */
export function estimatesChart({ plan, now, before, words, format }: TimeMaterial): ChartModel {
  const lines = comparedLines(plan, now).flatMap(([id, of]) => {
    const minutes = tookMinutes(of)
    return minutes === null ? [] : [{ id, minutes, was: tookMinutes(before.clients.get(id)) }]
  })
  const all = tookMinutes(now.total)
  return {
    id: 'estimates',
    title: words.estimates,
    headline: all === null ? words.nothing : words.estimated(format.duration(all)),
    note: words.estimatesNote,
    pointsName: words.columns.client,
    layout: 'bars',
    points: lines.map(({ id }) => clientPoint(plan, id, words)),
    series: [
      {
        id: 'factor',
        name: words.series.factor,
        look: 'solid',
        colour: '--accent',
        values: lines.map(({ minutes }) => minutes),
      },
      {
        id: 'before',
        name: words.series.before,
        look: 'hatched',
        colour: '--ink-3',
        values: lines.map(({ was }) => was),
      },
    ],
    unit: { ...minutesUnit(words, format), scale: 1, tick: format.duration },
  }
}

function tookMinutes(of: Compared | undefined): number | null {
  const factor = of === undefined ? null : estimateFactor(of)
  return factor === null ? null : Math.round(factor * 60)
}

function comparedLines(plan: Plan, { clients }: Comparison): readonly (readonly [string | null, Compared])[] {
  const order = (id: string | null) => own(plan.practice.clients, id ?? '')?.order ?? Number.POSITIVE_INFINITY
  return [...clients]
    .filter(([, { planned, worked }]) => planned > 0 || worked > 0)
    .sort(([a], [b]) => order(a) - order(b))
}
