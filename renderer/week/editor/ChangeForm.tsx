import { type RefObject, useRef } from 'react'
import type { Occurrence } from '../../../shared/plan/session.ts'
import { wallDay } from '../../../shared/time/wallClock.ts'
import { planNow, usePlan } from '../../state/plan.ts'
import { useWords } from '../../state/words.ts'
import { isFor, toggleFor } from '../../timer/timerActs.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { viewNow } from '../capacityNow.ts'
import { clientOf } from '../edits.ts'
import { bookingOf, proposed } from '../proposals.ts'
import { remove } from '../removal.ts'
import { duplicate, homeStart, rangeOf, toggleWorked } from '../sessionActions.ts'
import { stopEditing } from '../weekStore.ts'
import { workedEntry } from '../worked.ts'
import { startOf } from './draft.ts'
import { OutcomeNote } from './OutcomeNote.tsx'
import styles from './SessionEditor.module.css'
import { SessionFields } from './SessionFields.tsx'
import { useLeaving, useProposal } from './useLeaving.ts'
import { type Saving, useSaving } from './useSaving.ts'
import { WhichOnes } from './WhichOnes.tsx'

/** The form for a session that is there: each field is saved as it is left. Escape puts back only what is not saved yet. */
export function ChangeForm({
  occurrence,
  leave,
}: {
  readonly occurrence: Occurrence
  readonly leave: RefObject<() => void>
}) {
  const saving = useSaving(occurrence)
  const byKey = useRef(false)
  const content = useLeaving(leave, { isDirty: true, save: saving.finish, cancel: saving.cancel })
  useProposal(saving.command === null ? null : () => proposalOf(occurrence, saving), saving.command)
  const note = (isKey: boolean) => () => {
    byKey.current = isKey
  }
  return (
    <div
      ref={content}
      className={styles.editor}
      data-panel
      onKeyDownCapture={note(true)}
      onPointerDownCapture={note(false)}
    >
      <Head occurrence={occurrence} finish={saving.finish} />
      <SessionFields
        draft={saving.draft}
        errors={saving.errors}
        several={false}
        onType={saving.type}
        onChoose={saving.choose}
        onLeave={saving.leave}
        onEnter={saving.finish}
      />
      <div className={styles.bottom} data-foot>
        <OutcomeNote />
        {saving.asked === null ? (
          <Foot occurrence={occurrence} finish={saving.finish} />
        ) : (
          <WhichOnes
            title={occurrence.title}
            choices={saving.asked}
            takesFocus={byKey.current}
            onAnswer={saving.answer}
          />
        )}
      </div>
    </div>
  )
}

function proposalOf(occurrence: Occurrence, { command, draft }: Saving) {
  if (command === null) return null
  const start = startOf(draft) ?? occurrence.start
  const home = homeStart({ ...occurrence, zone: draft.zone }, { start })
  const cell = { clientId: clientOf(planNow(), draft.engagementId), day: wallDay(home) }
  return proposed(command, [cell], rangeOf(home, draft.minutes ?? occurrence.minutes), [occurrence.key])
}

interface PartProps {
  readonly occurrence: Occurrence
  readonly finish: () => void
}

function Head({ occurrence, finish }: PartProps) {
  const words = useWords()
  const isTimed = usePlan((plan) => isFor(plan.practice.timer, occurrence))
  const time = () => {
    finish()
    void toggleFor(occurrence)
  }
  const duplicateIt = () => {
    const booking = bookingOf(viewNow(), occurrence.key)
    stopEditing()
    if (booking !== undefined) void duplicate(booking)
  }
  const removeIt = () => {
    stopEditing()
    void remove(occurrence)
  }
  return (
    <div className={styles.head}>
      <h2>{words.session.editTitle}</h2>
      <IconButton
        icon={isTimed ? 'stop' : 'timer'}
        variant="quiet"
        size="small"
        label={isTimed ? words.timer.stop : words.timer.startForSession}
        onPress={time}
      />
      <IconButton
        icon="copy"
        variant="quiet"
        size="small"
        label={words.session.duplicate}
        onPress={duplicateIt}
      />
      <IconButton icon="trash" variant="quiet" size="small" label={words.session.delete} onPress={removeIt} />
      <IconButton icon="close" variant="quiet" size="small" label={words.app.close} onPress={finish} />
    </div>
  )
}

function Foot({ occurrence, finish }: PartProps) {
  const words = useWords().session
  const isWorked = usePlan((plan) => workedEntry(plan, occurrence.key) !== null)
  const toggle = () => {
    stopEditing()
    void toggleWorked(occurrence)
  }
  return (
    <div className={styles.foot}>
      <Button icon={isWorked ? 'undo' : 'check'} onPress={toggle}>
        {isWorked ? words.unmarkWorked : words.markWorked}
      </Button>
      <Button variant="primary" onPress={finish}>
        {words.done}
      </Button>
    </div>
  )
}
