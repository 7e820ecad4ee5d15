import type { Lock } from '../../shared/timesheet/lock.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Words } from '../../shared/words/words.ts'

/** Why an entry no longer changes, as a sentence. */
export function lockWords(lock: Lock, { time }: Words, format: Format): string {
  if (lock.kind === 'closed') return time.lockedClosed(format.dayMedium(lock.through))
  return lock.number === null ? time.lockedDraft : time.lockedBilled(lock.number)
}
