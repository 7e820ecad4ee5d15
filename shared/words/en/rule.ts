/** English words of a recurrence rule. */
const and = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

const every = (one: string, many: string) => (interval: number) =>
  interval === 1 ? `every ${one}` : `every ${interval} ${many}`

function ordinal(n: number): string {
  const ending = n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${ending}`
}

/** `first`, `second` to `fourth`, `5th`, `last`, `2nd last`. */
function nth(n: number): string {
  if (n === -1) return 'last'
  if (n < 0) return `${ordinal(-n)} last`
  return ['first', 'second', 'third', 'fourth'][n - 1] ?? ordinal(n)
}

export const rule = {
  every: {
    YEARLY: every('year', 'years'),
    MONTHLY: every('month', 'months'),
    WEEKLY: every('week', 'weeks'),
    DAILY: every('day', 'days'),
    HOURLY: every('hour', 'hours'),
    MINUTELY: every('minute', 'minutes'),
  },
  nth,
  onWorkdays: 'from Monday to Friday',
  onWeekdays: (days: readonly { readonly nth: string | null; readonly name: string }[]) =>
    `on ${and(days.map((day) => (day.nth === null ? day.name : `the ${day.nth} ${day.name}`)))}`,
  onMonthDays: (days: readonly number[]) =>
    `on ${and(days.map((day) => (day > 0 ? `day ${day}` : `the ${nth(day)} day`)))}`,
  onYearDays: (days: readonly string[]) => `on the ${and(days)} day of the year`,
  inWeeks: (weeks: readonly number[]) => `in ISO week ${and(weeks.map(String))}`,
  inMonths: (months: readonly string[]) => `in ${and(months)}`,
  atTimes: (times: readonly string[]) => `at ${and(times)}`,
  atMinutes: (minutes: readonly number[]) => `at minute ${and(minutes.map(String))}`,
  onlyThe: (positions: readonly string[]) => `(only the ${and(positions)} of them)`,
  times: (count: number) => (count === 1 ? 'once' : `${count} times`),
  until: (day: string) => `until ${day}`,
}
