import { useMemo, useState } from 'react'
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
    <Dialog
      title={words.wonTitle(engagement.name)}
      isOpen
      size="small"
      isDismissable={false}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={start === null} onPress={() => void decide()}>
            {words.makeActive}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.quiet}>{words.wonHelp}</p>
        <DateField label={words.starts} day={start} onChange={setStart} />
        {sessions.length === 0 ? null : (
          <Checkbox label={words.confirm(sessions.length)} isSelected={confirms} onChange={setConfirms} />
        )}
      </div>
    </Dialog>
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
    <Dialog
      title={words.lostTitle(engagement.name)}
      isOpen
      size="small"
      isDismissable={false}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words.cancel}</Button>
          <Button variant="primary" isDisabled={on === null} onPress={() => void decide()}>
            {words.closeLost}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
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
      </div>
    </Dialog>
  )
}
