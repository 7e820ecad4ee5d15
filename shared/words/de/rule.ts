import type { rule as english } from '../en/rule.ts'

/** Deutsche Worte: Wiederholungsregeln. */
const und = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} und ${parts.at(-1)}`

const every = (one: string, many: string) => (interval: number) =>
  interval === 1 ? one : `alle ${interval} ${many}`

/** `ersten`, `zweiten` bis `vierten`, `5.`, `letzten`, `2.-letzten`. */
function nth(n: number): string {
  if (n === -1) return 'letzten'
  if (n < 0) return `${-n}.-letzten`
  return ['ersten', 'zweiten', 'dritten', 'vierten'][n - 1] ?? `${n}.`
}

export const rule: typeof english = {
  every: {
    YEARLY: every('jedes Jahr', 'Jahre'),
    MONTHLY: every('jeden Monat', 'Monate'),
    WEEKLY: every('jede Woche', 'Wochen'),
    DAILY: every('jeden Tag', 'Tage'),
    HOURLY: every('jede Stunde', 'Stunden'),
    MINUTELY: every('jede Minute', 'Minuten'),
  },
  nth,
  onWorkdays: 'von Montag bis Freitag',
  onWeekdays: (days) =>
    `am ${und(days.map((day) => (day.nth === null ? day.name : `${day.nth} ${day.name}`)))}`,
  onMonthDays: (days) => `am ${und(days.map((day) => (day > 0 ? `${day}.` : `${nth(day)} Tag`)))}`,
  onYearDays: (days) => `am ${und(days)} Tag des Jahres`,
  inWeeks: (weeks) => `in KW ${und(weeks.map(String))}`,
  inMonths: (months) => `im ${und(months)}`,
  atTimes: (times) => `um ${und(times)}`,
  atMinutes: (minutes) => `zur Minute ${und(minutes.map(String))}`,
  onlyThe: (positions) => `(davon nur den ${und(positions)})`,
  times: (count) => (count === 1 ? 'einmal' : `${count}-mal`),
  until: (day) => `bis ${day}`,
}
