import { useState } from 'react'
import { wallClock, wallDay, wallMinute } from '../../shared/time/wallClock.ts'
import type { PlannedItem } from '../../shared/timesheet/dayPlan.ts'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { DurationField } from '../ui/DurationField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { TimeField } from '../ui/TimeField.tsx'
import styles from './Time.module.css'
import { confirmAs } from './timeActs.ts'

/** How a session really was: when it began, how long it took, what was done. Times are on the session's own clocks. */
export function OtherwiseForm({ item, onDone }: { readonly item: PlannedItem; readonly onDone: () => void }) {
  const all = useWords()
  const words = all.time
  const { occurrence } = item
  const [before] = item.entries
  const [minutes, setMinutes] = useState<number | null>(before?.minutes || occurrence.minutes)
  const [start, setStart] = useState<number | null>(wallMinute(before?.start ?? occurrence.start))
  const [note, setNote] = useState(
    before !== undefined && before.minutes > 0 ? before.note : occurrence.title,
  )
  const day = wallDay(before?.start ?? occurrence.start)
  const apply = () => {
    if (minutes === null || minutes < 1) return
    onDone()
    void confirmAs(item, { start: start === null ? null : wallClock(day, start), minutes, note })
  }
  return (
    <form
      className={styles.otherwise}
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <TimeField label={words.start} minute={start} onChange={setStart} />
      <DurationField label={words.length} minutes={minutes} isLive autoFocus onChange={setMinutes} />
      <TextField label={words.note} value={note} onChange={setNote} />
      <div className={styles.otherwiseActs}>
        <Button onPress={onDone}>{all.app.cancel}</Button>
        <Button type="submit" variant="primary" isDisabled={minutes === null || minutes < 1}>
          {words.apply}
        </Button>
      </div>
    </form>
  )
}
