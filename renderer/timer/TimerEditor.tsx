import { type FocusEvent, useMemo, useState } from 'react'
import type { Timer } from '../../shared/plan/timer.ts'
import type { Day } from '../../shared/time/day.ts'
import { wallClock, wallDay, wallMinute } from '../../shared/time/wallClock.ts'
import { fromEpochMinute, toEpochMinute } from '../../shared/time/zone.ts'
import { instantOf, minuteOf, secondOf } from '../../shared/timer/instant.ts'
import { runAction } from '../actions/actions.ts'
import { nowSecond } from '../state/clock.ts'
import { usePlan } from '../state/plan.ts'
import { refusalSentence, useWords } from '../state/words.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { ComboBox } from '../ui/ComboBox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { TimeField } from '../ui/TimeField.tsx'
import { areaOptions, deliverableOptions, engagementOptions, NONE } from '../week/editor/options.ts'
import styles from './TimerEditor.module.css'
import { change, discard } from './timerActs.ts'
import { timerStore } from './timerStore.ts'

/** The running timer: what it is for and when it started. Each change takes effect at once and can be undone. */
export function TimerEditor({ timer }: { readonly timer: Timer }) {
  const all = useWords()
  const words = all.timer
  const { entryId, engagementId } = timer
  const plan = usePlan((whole) => whole)
  const engagements = useMemo(() => engagementOptions(plan, words.ownBusiness), [plan, words])
  const set = (changes: Partial<Omit<Timer, 'entryId'>>) => void change(entryId, changes)
  const orNull = (id: string) => (id === NONE ? null : id)
  const close = () => timerStore.setState({ isEditing: false })
  return (
    <div className={styles.editor}>
      <div className={styles.head}>
        <h2>{words.title}</h2>
        <IconButton icon="close" variant="quiet" size="small" label={all.app.close} onPress={close} />
      </div>
      <NoteField timer={timer} onChange={(note) => set({ note })} onEnter={close} />
      <ComboBox
        label={all.session.engagement}
        options={engagements}
        value={engagementId ?? NONE}
        onChange={(id) =>
          orNull(id) !== engagementId &&
          set({ engagementId: orNull(id), deliverableId: null, billable: id !== NONE })
        }
      />
      <div className={styles.two}>
        <Select
          label={all.session.deliverable}
          options={deliverableOptions(plan, engagementId, all.session.noDeliverable)}
          value={timer.deliverableId ?? NONE}
          onChange={(id) => set({ deliverableId: orNull(id) })}
        />
        <Select
          label={all.session.area}
          options={areaOptions(plan, all.session.noArea)}
          value={timer.areaId ?? NONE}
          onChange={(id) => set({ areaId: orNull(id) })}
        />
      </div>
      <StartFields timer={timer} onChange={(startedAt) => set({ startedAt })} />
      <Checkbox
        label={all.session.billable}
        isSelected={timer.billable}
        onChange={(billable) => set({ billable })}
      />
      <div className={styles.foot}>
        <Button variant="danger" onPress={() => void discard(entryId)}>
          {words.discard}
        </Button>
        <Button variant="primary" icon="stop" onPress={() => runAction('timer.stop')}>
          {words.stop}
        </Button>
      </div>
    </div>
  )
}

/** Saved when it is left, and by Enter. */
function NoteField(props: {
  readonly timer: Timer
  readonly onChange: (note: string) => void
  readonly onEnter: () => void
}) {
  const { timer, onChange, onEnter } = props
  const words = useWords().timer
  const [typed, setTyped] = useState(timer.note)
  const save = () => typed !== timer.note && onChange(typed)
  return (
    <TextField
      label={words.note}
      placeholder={words.notePlaceholder}
      value={typed}
      maxLength={500}
      autoFocus
      onChange={setTyped}
      onBlur={save}
      onEnter={() => {
        save()
        onEnter()
      }}
    />
  )
}

/** Day and time of the start on the timer's clocks, taken when the fields are left; a start in the future is refused. */
function StartFields(props: { readonly timer: Timer; readonly onChange: (startedAt: string) => void }) {
  const { timer, onChange } = props
  const all = useWords()
  const shown = shownStart(timer)
  const [draft, setDraft] = useState<typeof shown | null>(null)
  const { day, minute } = draft ?? shown
  const wanted =
    day === null || minute === null ? null : toEpochMinute(wallClock(day, minute), timer.zone) * 60
  const isAhead = wanted !== null && wanted > nowSecond()
  const leave = (event: FocusEvent) => {
    if (event.currentTarget.contains(event.relatedTarget) || isAhead) return
    const isMoved = wanted !== null && (day !== shown.day || minute !== shown.minute)
    setDraft(null)
    if (isMoved) onChange(instantOf(wanted))
  }
  const error = isAhead ? refusalSentence(all, { path: [], code: 'timer-ahead', params: {} }) : null
  return (
    <fieldset className={styles.two} onBlur={leave}>
      <legend className="spoken-only">{all.timer.startedOn}</legend>
      <DateField label={all.timer.startedOn} day={day} onChange={(next) => setDraft({ day: next, minute })} />
      <TimeField
        label={all.timer.startedAt}
        minute={minute}
        error={error}
        onChange={(next) => setDraft({ day, minute: next })}
      />
    </fieldset>
  )
}

function shownStart({ startedAt, zone }: Timer): {
  readonly day: Day | null
  readonly minute: number | null
} {
  const wall = fromEpochMinute(minuteOf(secondOf(startedAt)), zone)
  return { day: wallDay(wall), minute: wallMinute(wall) }
}
