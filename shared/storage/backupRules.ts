/** Which backups stay. Pure. */
import { addDays, type Day } from '../time/day.ts'
import { weekStart } from '../time/week.ts'

/** Why a backup was made: by itself, because the user asked, or before something large. */
export const backupReasons = ['auto', 'asked', 'before-restore', 'before-import'] as const
export type BackupReason = (typeof backupReasons)[number]

/** What is known of a backup without opening it. */
export interface BackupName {
  /** The name of its file. */
  readonly id: string
  readonly rev: number
  /** The calendar day (UTC) on which it was made. */
  readonly day: Day
  readonly why: BackupReason
}

/** How far back one a day, one a week and one a month stay. */
export const kept = { days: 7, weeks: 4, months: 12 } as const
/** So many of the newest stay whatever their age. */
const NEWEST = 3

/**
 * The backups that may go on `today`: of each of the last 7 days, 4 weeks and 12 months one stays, the newest. What the
 * user asked for stays for good, and so do the three with the highest revisions, whatever the clock says: it may have
 * been set back, and then the newest looks like the oldest.
 */
export function superfluous(backups: readonly BackupName[], today: Day): readonly BackupName[] {
  const newestFirst = backups.toSorted((a, b) => b.rev - a.rev || (a.id < b.id ? 1 : -1))
  const stays = new Set(newestFirst.slice(0, NEWEST))
  for (const backup of newestFirst) if (backup.why === 'asked') stays.add(backup)
  const taken = new Set<string>()
  for (const backup of newestFirst)
    for (const slot of slotsOf(backup.day, today)) {
      if (taken.has(slot)) continue
      taken.add(slot)
      stays.add(backup)
    }
  return backups.filter((backup) => !stays.has(backup))
}

/** The day, week and month that a backup may stand for. */
function slotsOf(day: Day, today: Day): readonly string[] {
  const week = weekStart(day, 1)
  const month = day.slice(0, 7)
  const monthsAgo = monthNumber(today) - monthNumber(day)
  return [
    ...(day > addDays(today, -kept.days) ? [`day ${day}`] : []),
    ...(week > addDays(weekStart(today, 1), -7 * kept.weeks) ? [`week ${week}`] : []),
    ...(monthsAgo < kept.months ? [`month ${month}`] : []),
  ]
}

function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
}
