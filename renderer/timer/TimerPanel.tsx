import { useEffect, useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import type { Colour, Id } from '../../shared/plan/fields.ts'
import { own, type Plan } from '../../shared/plan/plan.ts'
import type { Timer } from '../../shared/plan/timer.ts'
import { whatFor, whoFor } from '../../shared/timer/describe.ts'
import { runAction } from '../actions/actions.ts'
import { useKeys } from '../actions/useKeys.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { IconButton } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Icon } from '../ui/Icon.tsx'
import { AnchoredPopover } from '../ui/Popover.tsx'
import { TimerEditor } from './TimerEditor.tsx'
import styles from './TimerPanel.module.css'
import { timerStore, useTimerUi } from './timerStore.ts'
import { useElapsed } from './useElapsed.ts'

/** The timer in the sidebar: always in sight, stopped and switched by one press. */
export function TimerPanel() {
  const timer = usePlan((plan) => plan.practice.timer)
  return timer === null ? <StartButton /> : <RunningTimer timer={timer} />
}

function StartButton() {
  const words = useWords().timer
  const keys = useKeys()
  return (
    <Button className={classes(styles.start)} onPress={() => runAction('timer.start')}>
      <Icon name="timer" />
      {words.start}
      <span className={styles.keys} aria-hidden="true">
        {keys('timer.start')}
      </span>
    </Button>
  )
}

function RunningTimer({ timer }: { readonly timer: Timer }) {
  const all = useWords()
  const words = all.timer
  const keys = useKeys()
  const practice = usePlan((plan) => plan.practice)
  const who = whoFor({ practice }, timer.engagementId, all)
  const what = whatFor({ practice }, timer, all)
  const card = useRef<HTMLElement>(null)
  const isEditing = useTimerUi((ui) => ui.isEditing)
  useEffect(() => () => timerStore.setState({ isEditing: false }), [])
  return (
    <section
      ref={card}
      className={styles.card}
      aria-label={words.title}
      data-colour={colourOf(practice, timer.engagementId)}
    >
      <div className={styles.row}>
        <Button className={classes(styles.what)} onPress={() => timerStore.setState({ isEditing: true })}>
          <Elapsed timer={timer} />
          <span className={styles.name}>{what}</span>
          {what === who ? null : <span className={styles.client}>{who}</span>}
          <span className="spoken-only">{words.editHint}</span>
        </Button>
        <div className={styles.acts}>
          <IconButton
            icon="stop"
            size="small"
            label={words.stop}
            keys={keys('timer.stop')}
            onPress={() => runAction('timer.stop')}
          />
          <IconButton
            icon="switch"
            size="small"
            variant="quiet"
            label={words.switchTo}
            keys={keys('timer.start')}
            onPress={() => runAction('timer.start')}
          />
        </div>
      </div>
      <OpenGaps />
      <AnchoredPopover
        label={words.title}
        placement="right bottom"
        anchor={card}
        isOpen={isEditing}
        onClose={() => timerStore.setState({ isEditing: false })}
      >
        <TimerEditor timer={timer} />
      </AnchoredPopover>
    </section>
  )
}

function colourOf({ clients, engagements }: Plan['practice'], engagementId: Id | null): Colour {
  const engagement = engagementId === null ? undefined : own(engagements, engagementId)
  return (engagement === undefined ? undefined : own(clients, engagement.clientId)?.colour) ?? 'slate'
}

/** Alone, so that the minute draws nothing else anew. */
function Elapsed({ timer }: { readonly timer: Timer }) {
  const words = useWords().timer
  const format = useFormat()
  const elapsed = useElapsed(timer)
  const long = usePlan((plan) => plan.practice.settings.timer.long)
  const isLong = elapsed >= long
  return (
    <span
      className={classes(styles.elapsed, isLong && styles.long)}
      data-passing=""
      {...(isLong ? { title: words.runsLong(format.duration(elapsed)) } : {})}
    >
      {format.clockDuration(elapsed)}
    </span>
  )
}

/** The question that was put off is one press away. */
function OpenGaps() {
  const words = useWords().timer
  const isPutOff = useTimerUi((ui) => ui.isPutOff && ui.gaps.length > 0)
  if (!isPutOff) return null
  return (
    <Button className={classes(styles.gap)} onPress={() => timerStore.setState({ isPutOff: false })}>
      {words.gapOpen}
    </Button>
  )
}
