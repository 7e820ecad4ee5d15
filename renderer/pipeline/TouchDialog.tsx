import { useMemo, useState } from 'react'
import { others, type Touch, touchCommand } from '../../shared/pipeline/touches.ts'
import { addDays, type Day } from '../../shared/time/day.ts'
import { useToday } from '../state/clock.ts'
import { execute, planNow, usePlan } from '../state/plan.ts'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { ComboBox } from '../ui/ComboBox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import styles from './Pipeline.module.css'
import { rhythmText, whoText } from './touchText.ts'

interface TouchDialogProps {
  /** Null adds somebody. */
  readonly touch: Touch | null
  readonly onClose: () => void
}

const rhythms = [7, 14, 30, 91, 182, 365] as const
const NONE = 'none'
const USUAL_DAYS = 91

/** When to get in touch with somebody, and how often. */
export function TouchDialog({ touch, onClose }: TouchDialogProps) {
  const words = useWords().pipeline
  const today = useToday()
  const plan = usePlan((whole) => whole)
  const candidates = useMemo(() => others(plan, today), [plan, today])
  const [chosen, setChosen] = useState(touch?.key ?? null)
  const [days, setDays] = useState<number | null>(touch === null ? USUAL_DAYS : touch.everyDays)
  const [next, setNext] = useState<Day | null>(touch === null ? addDays(today, USUAL_DAYS) : touch.next)
  const who = touch ?? candidates.find(({ key }) => key === chosen) ?? null
  const set = async (change: { nextContact: Day | null; touchDays: number | null }) => {
    const command = who === null ? null : touchCommand(planNow(), who, change)
    if (command !== null && (await execute(command)).ok) onClose()
  }
  const isNothing = days === null && next === null
  return (
    <Dialog
      title={touch === null ? words.touchAdd : whoText(touch)}
      isOpen
      size="small"
      isDismissable={false}
      onClose={onClose}
      footer={
        <>
          {touch === null ? null : (
            <Button variant="quiet" onPress={() => void set({ nextContact: null, touchDays: null })}>
              {words.stop}
            </Button>
          )}
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button
            variant="primary"
            isDisabled={who === null || isNothing}
            onPress={() => void set({ nextContact: next, touchDays: days })}
          >
            {words.save}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {touch !== null ? null : candidates.length === 0 ? (
          <p className={styles.quiet}>{words.nobodyElse}</p>
        ) : (
          <ComboBox
            label={words.who}
            options={candidates.map((one) => ({ id: one.key, label: whoText(one) }))}
            value={chosen}
            onChange={setChosen}
          />
        )}
        <Select
          label={words.rhythm}
          options={rhythmOptions(days).map((one) => ({
            id: one === null ? NONE : String(one),
            label: rhythmText(one, words),
          }))}
          value={days === null ? NONE : String(days)}
          onChange={(id) => {
            const rhythm = id === NONE ? null : Number(id)
            setDays(rhythm)
            if (rhythm !== null && next === null) setNext(addDays(today, rhythm))
          }}
        />
        <DateField
          label={words.next}
          day={next}
          onChange={setNext}
          error={isNothing ? words.touchNeeds : null}
        />
      </div>
    </Dialog>
  )
}

/** The usual rhythms, and the one that is set where it is another. */
function rhythmOptions(days: number | null): readonly (number | null)[] {
  const isUsual = days === null || rhythms.some((one) => one === days)
  return isUsual ? [null, ...rhythms] : [null, ...[...rhythms, days].sort((a, b) => a - b)]
}
