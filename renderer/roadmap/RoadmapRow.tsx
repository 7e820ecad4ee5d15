import type { DeadlineVerdict } from '../../shared/capacity/flags/deadlineVerdicts.ts'
import type { Deliverable } from '../../shared/plan/deliverable.ts'
import { addDays, type Day, dayNumber } from '../../shared/time/day.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Chip, type ChipTone } from '../ui/Chip.tsx'
import styles from './Roadmap.module.css'
import { placeOf, type Timeline, type TimelineBar } from './timeline.ts'
import { useDueMove } from './useDueMove.ts'

interface RowProps {
  readonly bar: TimelineBar
  readonly timeline: Timeline
  readonly today: Day
  /** The due day that it is being moved to; null where it rests. */
  readonly moved: Day | null
  readonly verdict: DeadlineVerdict | null
  readonly onMove: (due: Day | null) => void
  readonly onOpen: () => void
}

/** One deliverable: its name, its bar, and how it stands. The bar is moved by arrow keys or by hand. */
export function RoadmapRow({ bar, timeline, today, moved, verdict, onMove, onOpen }: RowProps) {
  const words = useWords().roadmap
  const format = useFormat()
  const { deliverable, isOpen, progress } = bar
  const { title, done, engagementId } = deliverable
  const engagement = usePlan((plan) => plan.practice.engagements[engagementId]?.name ?? '')
  const due = moved ?? deliverable.due
  const state = stateOf(deliverable, due, today, verdict)
  const left = done
    ? words.done
    : words.left(format.duration(deliverable.remainingMinutes), format.duration(deliverable.estimateMinutes))
  const start = placeOf(bar.from < due ? bar.from : due, timeline.from, timeline.end)
  const end = placeOf(addDays(due, 1), timeline.from, timeline.end)
  const move = useDueMove({ deliverable, moved, days: timeline, onMove, onOpen })
  const chip = state === null ? null : words.states[state]
  return (
    <li className={styles.row} data-state={state ?? undefined} data-done={done || undefined}>
      <button type="button" className={styles.title} onClick={onOpen}>
        <b>{title}</b>
        <small>{engagement}</small>
      </button>
      <div className={styles.track} ref={move.track}>
        <div
          className={styles.bar}
          role="slider"
          tabIndex={0}
          aria-label={words.dueOf(title)}
          aria-orientation="horizontal"
          aria-valuemin={dayNumber(timeline.from)}
          aria-valuemax={dayNumber(timeline.end)}
          aria-valuenow={dayNumber(due)}
          aria-valuetext={[format.dayMedium(due), left, ...(chip === null ? [] : [chip])].join(', ')}
          data-open={isOpen || undefined}
          data-moving={moved !== null || undefined}
          style={{ left: `${start * 100}%`, width: `${Math.max(0.008, end - start) * 100}%` }}
          {...move.handlers}
        >
          <i className={styles.progress} style={{ width: `${progress * 100}%` }} />
        </div>
      </div>
      <span className={styles.standing}>
        <span className={styles.due}>{format.dayShort(due)}</span>
        <small>{left}</small>
        {chip === null ? null : <Chip tone={toneOf(state)}>{chip}</Chip>}
      </span>
    </li>
  )
}

type State = 'overdue' | 'impossible' | 'finer'

/** What the flag says; a day that is past is overdue even where nothing remains to be done. */
function stateOf({ done }: Deliverable, due: Day, today: Day, verdict: DeadlineVerdict | null): State | null {
  if (done) return null
  if (due < today || verdict === 'past') return 'overdue'
  return verdict
}

function toneOf(state: State | null): ChipTone {
  return state === 'finer' ? 'watch' : 'over'
}
