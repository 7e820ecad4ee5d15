import { type RefObject, useMemo, useState } from 'react'
import { wallDay, wallMinute } from '../../../shared/time/wallClock.ts'
import { planNow } from '../../state/plan.ts'
import { formatNow, useFormat, useWords } from '../../state/words.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { newSessions, proposed } from '../proposals.ts'
import { focusSession, homeStart, rangeOf, run, whenOf } from '../sessionActions.ts'
import { type Editing, stopEditing } from '../weekStore.ts'
import { createFrom, type Draft, usualTitle } from './draft.ts'
import { draftErrors } from './draftErrors.ts'
import { OutcomeNote } from './OutcomeNote.tsx'
import styles from './SessionEditor.module.css'
import { SessionFields } from './SessionFields.tsx'
import { useLeaving, useProposal } from './useLeaving.ts'

/** The form for new sessions: one, or one on each of some days. Nothing is planned until it is saved. */
export function CreateForm({
  editing,
  leave,
}: {
  readonly editing: Extract<Editing, { kind: 'create' }>
  readonly leave: RefObject<() => void>
}) {
  const words = useWords()
  const format = useFormat()
  const blanks = useMemo(
    () =>
      newSessions(editing.days, editing.cell, editing.minutes, editing.start) ??
      newSessions(editing.days, { ...editing.cell, clientId: null }, editing.minutes, editing.start) ??
      [],
    [editing],
  )
  const several = blanks.length > 1
  const [first] = useState<Draft | null>(() =>
    blanks[0] === undefined ? null : blankDraft(blanks[0], several),
  )
  const [draft, setDraft] = useState(first)
  const [isTried, setTried] = useState(false)
  const command = useMemo(
    () =>
      draft === null
        ? null
        : createFrom(
            draft,
            blanks,
            draft.title.trim() || usualTitle(planNow(), draft, words.session.ownBusiness),
          ),
    [draft, blanks, words],
  )
  const errors = draft === null ? {} : draftErrors(draft, command, words, several)
  const isValid = command !== null && Object.keys(errors).length === 0
  const cells = editing.days.map((day) => ({ ...editing.cell, day }))
  const content = useLeaving(leave, { isDirty: draft?.title !== first?.title, save, cancel: stopEditing })
  useProposal(
    isValid && command?.type === 'session/create'
      ? () =>
          proposed(
            command,
            cells,
            labelOf(command.sessions),
            command.sessions.map(({ id }) => id),
          )
      : null,
    command,
  )
  if (draft === null) return null
  const change = (fields: Partial<Draft>) =>
    setDraft((before) => (before === null ? null : { ...before, ...fields }))

  function save(): void {
    setTried(true)
    if (!isValid || command?.type !== 'session/create') return
    const [session] = command.sessions
    if (session === undefined) return
    stopEditing()
    const home = homeStart({ ...session, key: session.id, original: null })
    void run(command, wallDay(home), () => words.week.created(session.title, whenOf(home))).then((done) => {
      if (done) focusSession(session.id)
    })
  }

  return (
    <div ref={content} className={styles.editor}>
      <div className={styles.head}>
        <h2>{words.session.newTitle}</h2>
        <IconButton icon="close" variant="quiet" size="small" label={words.app.close} onPress={stopEditing} />
      </div>
      {several ? (
        <p className={styles.days}>
          {words.session.onDays(
            format.dayRange(editing.days[0] ?? '', editing.days.at(-1) ?? ''),
            blanks.length,
          )}
        </p>
      ) : null}
      <SessionFields
        draft={draft}
        errors={isTried ? errors : {}}
        several={several}
        onType={change}
        onChoose={change}
        onLeave={noted}
        onEnter={save}
      />
      <div className={styles.bottom} data-foot>
        <OutcomeNote />
        <div className={styles.foot}>
          <Button variant="primary" onPress={save}>
            {several ? words.session.createMany(blanks.length) : words.session.create}
          </Button>
        </div>
      </div>
    </div>
  )
}

/** A new session is saved as a whole, not field by field. */
const noted = () => {}

function blankDraft(blank: NonNullable<ReturnType<typeof newSessions>>[number], several: boolean): Draft {
  const { engagementId, kind, start, minutes, zone, status, billable } = blank
  return {
    ...{ engagementId, kind, minutes, zone, status, billable },
    title: '',
    day: wallDay(start),
    minute: several ? null : wallMinute(start),
    areaId: null,
    deliverableId: null,
    travelBefore: 0,
    travelAfter: 0,
    lead: 'usual',
    notes: '',
    repeat: { kind: 'never' },
  }
}

function labelOf(sessions: NonNullable<ReturnType<typeof newSessions>>): string {
  const [session] = sessions
  if (session === undefined) return ''
  if (sessions.length > 1) return formatNow().duration(session.minutes)
  return rangeOf(homeStart({ ...session, key: session.id, original: null }), session.minutes)
}
