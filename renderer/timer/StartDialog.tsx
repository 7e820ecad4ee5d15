import { useMemo, useState } from 'react'
import { fromEpochMinute } from '../../shared/time/zone.ts'
import { forEngagement, forOccurrence, likelyStarts, type TimerStart } from '../../shared/timer/begin.ts'
import { timerName } from '../../shared/timer/describe.ts'
import { closeOverlay } from '../shell/overlays.ts'
import { nowSecond } from '../state/clock.ts'
import { planNow, usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { ComboBox } from '../ui/ComboBox.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { engagementOptions, NONE } from '../week/editor/options.ts'
import styles from './StartDialog.module.css'
import { start } from './timerActs.ts'

/** Starts the timer, or switches it: for the session that is likely meant by one press, or for what is typed. */
export function StartDialog() {
  const all = useWords()
  const words = all.timer
  const [likely] = useState(() => likelyStarts(planNow(), nowSecond()))
  const plan = usePlan((whole) => whole)
  const isRunning = plan.practice.timer !== null
  const options = useMemo(() => engagementOptions(plan, words.ownBusiness), [plan, words])
  const [chosen, setChosen] = useState(
    () => likely.last ?? (likely.last === null ? NONE : (likely.engagements[0] ?? NONE)),
  )
  const [note, setNote] = useState('')
  const begin = (wanted: TimerStart) => {
    closeOverlay()
    void start(wanted)
  }
  const typed = () => begin(forEngagement(chosen === NONE ? null : chosen, note.trim()))
  return (
    <Dialog
      title={isRunning ? words.switchTitle : words.startTitle}
      isOpen
      size="small"
      onClose={closeOverlay}
      footer={
        <>
          <Button onPress={closeOverlay}>{all.clients.cancel}</Button>
          <Button variant="primary" onPress={typed}>
            {isRunning ? words.switch : words.begin}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <LikelySession likely={likely} onStart={begin} />
        <TextField
          label={words.note}
          placeholder={words.notePlaceholder}
          value={note}
          maxLength={500}
          autoFocus
          onChange={setNote}
          onEnter={typed}
        />
        <ComboBox label={words.what} options={options} value={chosen} onChange={setChosen} />
      </div>
    </Dialog>
  )
}

/** The session that goes on or comes next, with its time. */
function LikelySession(props: {
  readonly likely: ReturnType<typeof likelyStarts>
  readonly onStart: (wanted: TimerStart) => void
}) {
  const { likely, onStart } = props
  const all = useWords()
  const format = useFormat()
  const plan = usePlan((whole) => whole)
  if (likely.next === null) return null
  const { start: at, occurrence } = likely.next
  const wanted = forOccurrence(occurrence)
  const time = format.time(fromEpochMinute(at, plan.practice.settings.homeZone))
  return (
    <Button onPress={() => onStart(wanted)}>
      <span className={styles.session}>
        <span className={styles.title}>{timerName(plan, wanted, all)}</span>
        <span className={styles.when}>{all.timer.sessionAt(time)}</span>
      </span>
    </Button>
  )
}
