import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useStore } from 'zustand'
import type { Id } from '../../shared/plan/fields.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import paletteStyles from '../palette/Palette.module.css'
import { closeOverlay } from '../shell/overlays.ts'
import { clockStore, useToday } from '../state/clock.ts'
import { usePlan } from '../state/plan.ts'
import { planStore } from '../state/planStore.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { addLine } from './addLine.ts'
import { Examples, exampleClient } from './Examples.tsx'
import { LineChoices } from './LineChoices.tsx'
import { LineFacts } from './LineFacts.tsx'
import { LineField } from './LineField.tsx'
import { LineOutcome, useOutcome } from './LineOutcome.tsx'
import { lineFacts, spokenLine } from './lineWords.ts'
import { colourOf, type PlannedLine, plannedLine } from './plannedLine.ts'
import styles from './QuickAdd.module.css'
import { quickAddStore } from './quickAddStore.ts'

/** Sessions from one line in plain words: what it is read as and what it does to the week show while it is typed. */
export function QuickAdd() {
  const words = useWords()
  return (
    <ModalOverlay
      isOpen
      isDismissable
      className={classes(paletteStyles.scrim)}
      onOpenChange={(open) => !open && closeOverlay()}
    >
      <Modal className={classes(paletteStyles.panel, styles.panel)}>
        <Dialog aria-label={words.quickAdd.title} className={classes(paletteStyles.dialog)}>
          <QuickAddForm />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function QuickAddForm() {
  const words = useWords()
  const plan = usePlan((whole) => whole)
  const readOnly = useStore(planStore, (state) => state.readOnly)
  const { text, planned } = usePlannedLine(plan)
  const { reading, choices, engagementId, sessions, problem } = planned
  const outcome = useOutcome(sessions, useToday())
  const format = useFormat()
  const facts = useMemo(() => lineFacts(planned, plan, words, format), [planned, plan, words, format])
  const [isTried, setTried] = useState(false)
  const listId = useId()
  const isEmpty = text.trim() === ''
  const message = messageOf(planned, isTried, readOnly, words)
  const mayAdd = sessions.length > 0 && !readOnly
  const add = () => {
    setTried(true)
    if (mayAdd) void addLine(planned)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') add()
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && choices.length > 0)
      choose(stepped(choices, engagementId, event.key === 'ArrowDown' ? 1 : -1))
    else return
    event.preventDefault()
  }
  return (
    <>
      <LineField
        text={text}
        parts={reading.parts}
        colour={colourOf(plan, engagementId ?? null)}
        placeholder={words.quickAdd.placeholder(exampleClient(plan, words.quickAdd.someClient))}
        listId={choices.length > 0 ? listId : null}
        activeId={choices.length > 0 && engagementId != null ? `${listId}-${engagementId}` : null}
        isInvalid={!isEmpty && problem !== null && isTried}
        onChange={(next) => {
          setTried(false)
          quickAddStore.setState({ text: next })
        }}
        onKeyDown={onKeyDown}
      />
      <div className={styles.body}>
        {isEmpty ? <Examples plan={plan} /> : null}
        {choices.length > 0 ? (
          <LineChoices
            id={listId}
            plan={plan}
            choices={choices}
            chosen={engagementId ?? null}
            onChoose={choose}
          />
        ) : null}
        {!isEmpty && facts.length > 0 ? <LineFacts facts={facts} /> : null}
        {!isEmpty && outcome !== null ? <LineOutcome outcome={outcome} /> : null}
        {message === null || isEmpty ? null : <p className={styles.message}>{message}</p>}
      </div>
      <Spoken
        text={isEmpty ? '' : [message, spokenLine(facts), outcome?.line.text].filter(Boolean).join('. ')}
      />
      <footer className={styles.foot}>
        <span className={styles.hint}>{words.quickAdd.enter}</span>
        <Button variant="primary" isDisabled={!mayAdd} onPress={add}>
          {sessions.length > 1 ? words.quickAdd.addMany(sessions.length) : words.quickAdd.add}
        </Button>
      </footer>
    </>
  )
}

/** The line and what it would plan; read anew at each key, and each minute, since what is free depends on the time. */
function usePlannedLine(plan: Plan) {
  const { text, chosen } = useStore(quickAddStore)
  const now = useStore(clockStore, ({ minute }) => minute)
  const planned = useMemo(() => plannedLine(text, plan, chosen, now), [text, plan, chosen, now])
  return { text, planned }
}

function choose(id: Id): void {
  quickAddStore.setState({ chosen: id })
}

function stepped(choices: readonly Id[], current: Id | null | undefined, by: 1 | -1): Id {
  const at = choices.indexOf(current ?? '')
  const next = at < 0 ? (by === 1 ? 0 : choices.length - 1) : (at + by + choices.length) % choices.length
  return choices[next] ?? ''
}

function messageOf(
  { problem, engagementId }: PlannedLine,
  isTried: boolean,
  readOnly: boolean,
  { quickAdd }: ReturnType<typeof useWords>,
): string | null {
  if (readOnly) return quickAdd.readOnly
  if (problem !== null) return quickAdd.problems[problem.code](problem.subject)
  return engagementId === undefined && isTried ? quickAdd.chooseFirst : null
}

/** How long the line must rest before it is read out, in milliseconds. */
const REST = 700

/** Reads out what the line means as soon as the typing rests: the app’s own announcer is hidden behind the panel. */
function Spoken({ text }: { readonly text: string }) {
  const [spoken, setSpoken] = useState('')
  useEffect(() => {
    const timer = window.setTimeout(() => setSpoken(text), REST)
    return () => window.clearTimeout(timer)
  }, [text])
  return (
    <p role="status" className="spoken-only">
      {spoken}
    </p>
  )
}
