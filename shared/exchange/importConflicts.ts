/** How often what is imported would stand on sessions that the plan already holds. */
import { type Plan, yearOf } from '../plan/plan.ts'
import { occurrencesOf } from '../plan/series.ts'
import type { Session } from '../plan/session.ts'
import { each, type Steps } from '../steps.ts'
import { addDays, type Day, type DayNumber } from '../time/day.ts'
import { MINUTES_A_DAY } from '../time/wallClock.ts'
import { type EpochMinute, toEpochMinute } from '../time/zone.ts'
import { timesOfMeeting } from './meetingOccurrences.ts'
import type { Meeting } from './meetings.ts'

/** Days from today on that are looked at: what is past cannot be helped, and half a year shows every pattern. */
const DAYS_AHEAD = 182

/** Days by which a session may reach into the window from before or behind. */
const NEAR = 10

interface Busy {
  readonly from: EpochMinute
  readonly to: EpochMinute
  readonly uid: string | null
}

/** The plan's sessions of the coming half year, by day. */
export class PlannedTime {
  private readonly days = new Map<DayNumber, Busy[]>()
  private readonly window: { readonly from: Day; readonly to: Day }

  private constructor(today: Day) {
    this.window = { from: today, to: addDays(today, DAYS_AHEAD) }
  }

  /** The sessions of a plan from a day on, found in steps. */
  static *of(plan: Plan, today: Day): Steps<PlannedTime> {
    const found = new PlannedTime(today)
    const { from, to } = found.window
    const near = Object.entries(plan.years).filter(
      // A session of the day before may reach over midnight, or over the zones.
      ([year]) => year >= yearOf(addDays(from, -NEAR)) && year <= yearOf(addDays(to, NEAR)),
    )
    yield* each(
      [plan.practice.series, ...near.map(([, { sessions }]) => sessions)].flatMap((map) =>
        Object.values(map),
      ),
      (session) => found.add(session),
    )
    return found
  }

  /** In how many of its coming occurrences a meeting overlaps sessions that are not itself. */
  conflictsOf(meeting: Meeting): number {
    const { start } = meeting.timing
    const isPast = meeting.recurrence === null && start.slice(0, 10) < this.window.from
    if (isPast || meeting.timing.allDay || this.days.size === 0) return 0
    let count = 0
    for (const { timing } of timesOfMeeting(meeting, this.window)) {
      const from = toEpochMinute(timing.start, timing.zone)
      if (this.isTaken({ from, to: from + timing.minutes, uid: meeting.uid })) count++
    }
    return count
  }

  private add(session: Session): void {
    const uid = session.source?.uid ?? null
    for (const { start, zone, minutes } of occurrencesOf(session, this.window)) {
      const from = toEpochMinute(start, zone)
      const busy = { from, to: from + minutes, uid }
      for (const day of daysOf(busy)) {
        const known = this.days.get(day)
        if (known === undefined) this.days.set(day, [busy])
        else known.push(busy)
      }
    }
  }

  private isTaken(time: Busy): boolean {
    return daysOf(time).some((day) =>
      this.days.get(day)?.some((busy) => busy.uid !== time.uid && busy.from < time.to && time.from < busy.to),
    )
  }
}

/** The UTC days that a time touches; only a way to find neighbours quickly. */
function daysOf({ from, to }: Busy): readonly DayNumber[] {
  const first = Math.floor(from / MINUTES_A_DAY)
  const last = Math.floor((to - 1) / MINUTES_A_DAY)
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

/** The calendar years around a day for which recurring all-day events are written out day by day. */
export function yearsAround(today: Day): { readonly from: Day; readonly to: Day } {
  const year = Number(today.slice(0, 4))
  const key = (n: number) => String(n).padStart(4, '0')
  return { from: `${key(year - 1)}-01-01`, to: `${key(year + 2)}-12-31` }
}
