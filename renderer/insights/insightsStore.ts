import { z } from 'zod'
import { type PeriodName, periodNames, periodSpan, type Span } from '../../shared/insights/period.ts'
import { addMonths, type Day, isDay } from '../../shared/time/day.ts'
import { note, recall } from '../state/memory.ts'

/** A calendar period by its name, or days of one's own. */
export type Chosen = { readonly period: PeriodName } | { readonly period: 'custom'; readonly span: Span }

const KEY = 'insights'
const Left = z.object({ period: z.enum(periodNames) })

/** The period that was looked at last; this quarter at first. Days of one's own are forgotten. */
export function chosenLast(): Chosen {
  return recall(KEY, Left) ?? { period: 'thisQuarter' }
}

/** Keeps the choice for the next time. */
export function keepChosen(chosen: Chosen): void {
  if (chosen.period !== 'custom') note(KEY, { period: chosen.period })
}

/** The days of a choice. */
export function chosenSpan(chosen: Chosen, today: Day): Span {
  return chosen.period === 'custom' ? chosen.span : periodSpan(chosen.period, today)
}

/** Whether a stretch can be looked at: in order, and no longer than ten years. */
export function isLookable({ from, to }: Span): boolean {
  return isDay(from) && isDay(to) && from <= to && to < addMonths(from, 120)
}
