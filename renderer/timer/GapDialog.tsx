import { useMemo, useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import type { Timer } from '../../shared/plan/timer.ts'
import { addDays } from '../../shared/time/day.ts'
import { wallDay } from '../../shared/time/wallClock.ts'
import { fromEpochMinute } from '../../shared/time/zone.ts'
import { timerName } from '../../shared/timer/describe.ts'
import { minutesBetween } from '../../shared/timer/entries.ts'
import type { Gap } from '../../shared/timer/gap.ts'
import { minuteOf } from '../../shared/timer/instant.ts'
import type { GapAnswer } from '../../shared/timer/settle.ts'
import type { Format } from '../../shared/words/format.ts'
import { useToday } from '../state/clock.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { ComboBox } from '../ui/ComboBox.tsx'
import { classes } from '../ui/classes.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { engagementOptions, NONE } from '../week/editor/options.ts'
import styles from './GapDialog.module.css'
import { answer } from './timerActs.ts'
import { timerStore, useTimerUi } from './timerStore.ts'

/** Asks what the gaps of the timer were, the oldest first; nothing is decided before the planner says so. */
export function GapDialog() {
  const timer = usePlan((plan) => plan.practice.timer)
  const gaps = useTimerUi((ui) => ui.gaps)
  const isAsked = useTimerUi((ui) => !ui.isPutOff || ui.after !== null)
  const gap = gaps[0]
  if (timer === null || gap === undefined || !isAsked) return null
  return <GapQuestion key={gap.from} timer={timer} gap={gap} more={gaps.length - 1} />
}

const choices = ['keep', 'drop', 'elsewhere'] as const
type Choice = (typeof choices)[number]

function GapQuestion(props: { readonly timer: Timer; readonly gap: Gap; readonly more: number }) {
  const { timer, gap, more } = props
  const all = useWords()
  const words = all.timer
  const plan = usePlan((whole) => whole)
  const after = useTimerUi((ui) => ui.after)
  const sentence = useGapSentence(gap)
  const [choice, setChoice] = useState<Choice | null>(null)
  const [elsewhere, setElsewhere] = useState({ engagementId: NONE, note: '' })
  const later = () => timerStore.setState({ isPutOff: true, after: null })
  const answerWith = (): GapAnswer => {
    if (choice !== 'elsewhere') return { do: choice ?? 'keep' }
    const { engagementId, note } = elsewhere
    return { do: 'elsewhere', engagementId: engagementId === NONE ? null : engagementId, note: note.trim() }
  }
  const facts = [
    words.gapRuns(timerName(plan, timer, all)),
    ...(more === 0 ? [] : [words.gapMore(more)]),
    ...(after === null ? [] : [after.do === 'stop' ? words.gapThenStop : words.gapThenSwitch]),
  ]
  return (
    <Dialog
      title={words.gapTitle}
      isOpen
      size="small"
      isDismissable={false}
      onClose={later}
      footer={
        <>
          <Button onPress={later}>{words.gapLater}</Button>
          <Button
            variant="primary"
            isDisabled={choice === null}
            onPress={() => void answer(gap, answerWith())}
          >
            {words.gapConfirm}
          </Button>
        </>
      }
    >
      <div className={styles.question}>
        <p>{sentence}</p>
        <p className={styles.facts}>{facts.join(' ')}</p>
        <GapChoice choice={choice} onChange={setChoice} />
        {choice === 'elsewhere' ? <Elsewhere value={elsewhere} onChange={setElsewhere} /> : null}
      </div>
    </Dialog>
  )
}

function GapChoice(props: { readonly choice: Choice | null; readonly onChange: (choice: Choice) => void }) {
  const words = useWords().timer
  return (
    <RadioGroup
      aria-label={words.gapAnswer}
      className={classes(styles.choices)}
      value={props.choice}
      onChange={(id) => props.onChange(choices.find((known) => known === id) ?? 'keep')}
    >
      {choices.map((id) => (
        <Radio key={id} value={id} className={classes(styles.choice)}>
          <span className={styles.mark} />
          <span className={styles.words}>
            <span className={styles.label}>{words.answers[id]}</span>
            <span className={styles.help}>{words.answersHelp[id]}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  )
}

interface Other {
  readonly engagementId: string
  readonly note: string
}

function Elsewhere(props: { readonly value: Other; readonly onChange: (value: Other) => void }) {
  const { value, onChange } = props
  const words = useWords().timer
  const plan = usePlan((whole) => whole)
  const options = useMemo(() => engagementOptions(plan, words.ownBusiness), [plan, words])
  return (
    <>
      <ComboBox
        label={words.what}
        options={options}
        value={value.engagementId}
        onChange={(engagementId) => onChange({ ...value, engagementId })}
      />
      <TextField
        label={words.note}
        value={value.note}
        maxLength={500}
        onChange={(note) => onChange({ ...value, note })}
      />
    </>
  )
}

/** Why nobody knows, from when to when in the home zone, and how long it was. */
function useGapSentence({ from, to, why }: Gap): string {
  const words = useWords().timer
  const format = useFormat()
  const today = useToday()
  const zone = usePlan((plan) => plan.practice.settings.homeZone)
  const start = fromEpochMinute(minuteOf(from), zone)
  const end = fromEpochMinute(minuteOf(to), zone)
  const length = format.duration(Math.max(1, minutesBetween(from, to)))
  const isToday = wallDay(start) === today && wallDay(end) === today
  const range = isToday
    ? format.timeRange(start, end)
    : `${dayOf(start, today, format)} ${format.time(start)} – ${dayOf(end, today, format)} ${format.time(end)}`
  return words.gapWhy[why](range, length)
}

function dayOf(wall: string, today: string, format: Format): string {
  const day = wallDay(wall)
  return day > addDays(today, -7) ? format.weekdayShort(day) : format.dayShort(day)
}
