import { own, type Plan } from '../../../shared/plan/plan.ts'
import type { Scenario, ScenarioChange } from '../../../shared/plan/scenario.ts'
import { goneChanges } from '../../../shared/scenario/scenarioCommand.ts'
import { daysAWeek, workdaysOn } from '../../../shared/scenario/workdays.ts'
import type { Day } from '../../../shared/time/day.ts'
import type { Format } from '../../../shared/words/format.ts'
import type { Words } from '../../../shared/words/words.ts'

/** A Monday, to name weekdays by. */
const MONDAY = 5

/** A weekday's short name; 1 is Monday. */
export function weekdayName(weekday: number, format: Format): string {
  const day: Day = `1970-01-${String(MONDAY + weekday - 1).padStart(2, '0')}`
  return format.weekdayShort(day)
}

/** What a change would be, in words. */
export function changeText(
  plan: Plan,
  change: ScenarioChange,
  words: Words['whatIf'],
  format: Format,
): string {
  const { clients, engagements } = plan.practice
  switch (change.kind) {
    case 'take': {
      const engagement = own(engagements, change.engagementId)
      const client = own(clients, engagement?.clientId ?? '')
      const from = format.dayMedium(change.from)
      const of = [client?.name ?? words.changes.nobody, engagement?.name ?? words.changes.nothing] as const
      return change.minutes === null
        ? words.changes.take(...of, from)
        : words.changes.takeAt(...of, format.duration(change.minutes), from)
    }
    case 'drop': {
      const client = own(clients, change.clientId)?.name ?? words.changes.nobody
      return words.changes.drop(client, format.dayMedium(change.from))
    }
    case 'shorter': {
      const worked = workdaysOn(plan, change.from)
      const free = change.freeDays.filter((weekday) => worked.includes(weekday))
      const names = (free.length === 0 ? change.freeDays : free)
        .toSorted((a, b) => a - b)
        .map((weekday) => weekdayName(weekday, format))
      const range = format.dayRange(change.from, change.to)
      return words.changes.shorter(daysAWeek(plan, change), names.join(', '), range)
    }
    case 'off':
      return words.changes.off(format.dayRange(change.from, change.to))
  }
}

/** What each change of a scenario would be; those that cannot be any more say so. */
export function changeTexts(
  plan: Plan,
  scenario: Scenario,
  words: Words['whatIf'],
  format: Format,
): readonly { readonly text: string; readonly isGone: boolean }[] {
  const gone = new Set(goneChanges(plan, scenario).map(({ index }) => index))
  return scenario.changes.map((change, index) => {
    const text = changeText(plan, change, words, format)
    const isGone = gone.has(index)
    return { text: isGone ? words.changes.gone(text) : text, isGone }
  })
}
