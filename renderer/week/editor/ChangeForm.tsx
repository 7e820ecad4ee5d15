import { type RefObject, useMemo, useState } from 'react'
import type { Booking } from '../../../shared/capacity/weekView.ts'
import { wallDay } from '../../../shared/time/wallClock.ts'
import { newId } from '../../state/clock.ts'
import { planNow, usePlan } from '../../state/plan.ts'
import { toast } from '../../state/toasts.ts'
import { useWords } from '../../state/words.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { clientOf, type ScopeKind } from '../edits.ts'
import { proposed } from '../proposals.ts'
import { remove } from '../removal.ts'
import { duplicate, homeStart, rangeOf, run, toggleWorked, whenOf } from '../sessionActions.ts'
import { askScope, stopEditing } from '../weekStore.ts'
import { workedEntry } from '../worked.ts'
import { changeFrom, type Draft, draftOf, repeatChanged, startOf, usualTitle } from './draft.ts'
import { draftErrors } from './draftErrors.ts'
import { OutcomeNote } from './OutcomeNote.tsx'
import styles from './SessionEditor.module.css'
import { SessionFields } from './SessionFields.tsx'
import { useLeaving, useProposal } from './useLeaving.ts'

/** The form for a session that is there. Saving a series asks which occurrences; leaving the panel saves, Escape does not. */
export function ChangeForm({
  booking,
  leave,
}: {
  readonly booking: Booking
  readonly leave: RefObject<() => void>
}) {
  const words = useWords()
  const { occurrence } = booking
  const [before] = useState<Draft>(() => draftOf(planNow(), occurrence))
  const [draft, setDraft] = useState(before)
  const [isTried, setTried] = useState(false)
  const [spareId] = useState(newId)
  const isWorked = usePlan((plan) => workedEntry(plan, occurrence.key) !== null)
  const change = useMemo(
    () => ({
      before,
      after: draft,
      title: draft.title.trim() || usualTitle(planNow(), draft, words.session.ownBusiness),
    }),
    [before, draft, words],
  )
  const shownScope: ScopeKind = repeatChanged(before, draft) ? 'all' : 'this'
  const command = useMemo(() => {
    const made = changeFrom(planNow(), occurrence, change, shownScope, spareId)
    return made === 'rule' ? null : made
  }, [occurrence, change, shownScope, spareId])
  const errors = draftErrors(draft, command, words, false)
  const isValid = Object.keys(errors).length === 0
  const content = useLeaving(leave, {
    isDirty: command !== null,
    save: () => void save(),
    cancel: stopEditing,
  })
  useProposal(command !== null && isValid ? propose : null, command)

  function propose() {
    if (command === null) return null
    const start = startOf(draft) ?? occurrence.start
    const home = homeStart({ ...occurrence, zone: draft.zone }, { start })
    const cell = { clientId: clientOf(planNow(), draft.engagementId), day: wallDay(home) }
    return proposed(command, [cell], rangeOf(home, draft.minutes ?? occurrence.minutes), [occurrence.key])
  }

  async function save(): Promise<void> {
    setTried(true)
    if (!isValid) return
    stopEditing()
    if (command === null) return
    const scope = await scopeOf()
    if (scope === null) return
    const made = changeFrom(planNow(), occurrence, change, scope, newId())
    if (made === 'rule') return void toast({ text: words.session.ruleDoesNotMove, tone: 'watch' })
    if (made === null) return
    const home = homeStart({ ...occurrence, zone: draft.zone }, { start: startOf(draft) ?? occurrence.start })
    await run(made, wallDay(home), () => words.week.created(change.title, whenOf(home)))
  }

  async function scopeOf(): Promise<ScopeKind | null> {
    if (occurrence.original === null) return 'all'
    if (repeatChanged(before, draft)) return askScope(occurrence.title, 'change', ['following', 'all'])
    return askScope(occurrence.title, 'change')
  }

  const then = (act: () => unknown) => () => {
    stopEditing()
    act()
  }
  return (
    <div ref={content} className={styles.editor}>
      <div className={styles.head}>
        <h2>{words.session.editTitle}</h2>
        <IconButton
          icon="copy"
          variant="quiet"
          size="small"
          label={words.session.duplicate}
          onPress={then(() => duplicate(booking))}
        />
        <IconButton
          icon="trash"
          variant="quiet"
          size="small"
          label={words.session.delete}
          onPress={then(() => remove(occurrence))}
        />
        <IconButton icon="close" variant="quiet" size="small" label={words.app.close} onPress={stopEditing} />
      </div>
      <SessionFields
        draft={draft}
        errors={isTried ? errors : {}}
        several={false}
        onChange={setDraft}
        onSave={() => void save()}
      />
      <OutcomeNote />
      <div className={styles.foot}>
        <Button icon={isWorked ? 'undo' : 'check'} onPress={then(() => toggleWorked(occurrence))}>
          {isWorked ? words.session.unmarkWorked : words.session.markWorked}
        </Button>
        <Button variant="primary" onPress={() => void save()}>
          {words.session.save}
        </Button>
      </div>
    </div>
  )
}
