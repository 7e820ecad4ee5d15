import { type ReactNode, useMemo, useState } from 'react'
import type { Command } from '../../shared/commands/registry.ts'
import { lostCommand, tentativeSessions, wonCommand } from '../../shared/pipeline/decide.ts'
import type { Engagement } from '../../shared/plan/engagement.ts'
import type { Session } from '../../shared/plan/session.ts'
import type { Day } from '../../shared/time/day.ts'
import { newId, useToday } from '../state/clock.ts'
import { usePlan } from '../state/plan.ts'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { carryOut } from './carryOut.ts'
import styles from './Pipeline.module.css'

interface DecideProps {
  readonly engagement: Engagement
  readonly onClose: () => void
}

function useTentative({ id }: Engagement, today: Day): readonly Session[] {
  const plan = usePlan((whole) => whole)
  return useMemo(() => tentativeSessions(plan, id, today), [plan, id, today])
}

interface FrameProps {
  readonly title: string
  /** What the button says that decides. */
  readonly decide: string
  readonly isReady: boolean
  readonly onDecide: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

function DecideFrame({ title, decide, isReady, onDecide, onClose, children }: FrameProps) {
  const words = useWords().pipeline
  return (
    <Dialog
      title={title}
      isOpen
      size="small"
      isDismissable={false}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={!isReady} onPress={onDecide}>
            {decide}
          </Button>
        </>
      }
    >
      <div className={styles.form}>{children}</div>
    </Dialog>
  )
}

/** A prospect becomes an active engagement from a day on: one step, which one undo takes back. */
export function WonDialog({ engagement, onClose }: DecideProps) {
  const words = useWords().pipeline
  const today = useToday()
  const sessions = useTentative(engagement, today)
  const [start, setStart] = useState<Day | null>(engagement.start ?? today)
  const [confirms, setConfirms] = useState(true)
  const decide = async () => {
    if (start === null) return
    const command = wonCommand(engagement, start, confirms ? sessions : [])
    if (await carryOut(command, words.wonDone(engagement.name))) onClose()
  }
  return (
    <DecideFrame
      title={words.wonTitle(engagement.name)}
      decide={words.makeActive}
      isReady={start !== null}
      onDecide={() => void decide()}
      onClose={onClose}
    >
      <p className={styles.quiet}>{words.wonHelp}</p>
      <DateField label={words.starts} day={start} onChange={setStart} />
      {sessions.length === 0 ? null : (
        <Checkbox label={words.confirm(sessions.length)} isSelected={confirms} onChange={setConfirms} />
      )}
    </DecideFrame>
  )
}

/** A prospect is closed as lost, with the reason: one step, which one undo takes back. */
export function LostDialog({ engagement, onClose }: DecideProps) {
  const words = useWords().pipeline
  const today = useToday()
  const sessions = useTentative(engagement, today)
  const [on, setOn] = useState<Day | null>(today)
  const [reason, setReason] = useState('')
  const [drops, setDrops] = useState(true)
  const decide = async () => {
    if (on === null) return
    const about = { on, reason: reason.trim() }
    const command: Command = lostCommand(engagement, about, drops ? sessions : [], today, newId)
    if (await carryOut(command, words.lostDone(engagement.name))) onClose()
  }
  return (
    <DecideFrame
      title={words.lostTitle(engagement.name)}
      decide={words.closeLost}
      isReady={on !== null}
      onDecide={() => void decide()}
      onClose={onClose}
    >
      <TextField
        label={words.reason}
        description={words.reasonLostHelp}
        value={reason}
        maxLength={500}
        autoFocus
        onChange={setReason}
      />
      <DateField label={words.on} day={on} onChange={setOn} />
      {sessions.length === 0 ? null : (
        <Checkbox label={words.drop(sessions.length)} isSelected={drops} onChange={setDrops} />
      )}
    </DecideFrame>
  )
}
