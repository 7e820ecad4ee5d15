import { useStore } from 'zustand'
import type { Given } from '../../shared/capacity/sayYes/room/concession.ts'
import type { RoomChange } from '../../shared/capacity/sayYes/room/smallest.ts'
import type { Client } from '../../shared/plan/client.ts'
import type { Id } from '../../shared/plan/fields.ts'
import { own, type Plan } from '../../shared/plan/plan.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Words } from '../../shared/words/words.ts'
import { usePlan } from '../state/plan.ts'
import { planStore } from '../state/planStore.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import fields from '../ui/Field.module.css'
import styles from './RoomChanges.module.css'
import { type Answered, useRoomChanges } from './useRoomChanges.ts'

interface RoomChangesProps {
  readonly answered: Answered
  readonly onTake: (change: RoomChange, sentences: readonly string[]) => void
}

/** What would make room, under a no: each change in a sentence, and a button that makes it. */
export function RoomChanges({ answered, onTake }: RoomChangesProps) {
  const words = useWords().capacity.roomChanges
  const changes = useRoomChanges(answered)
  return (
    <section className={styles.room} aria-busy={changes === null}>
      <h3>{words.title}</h3>
      {changes === null ? <p className={styles.quiet}>{words.looking}</p> : null}
      {/* Told when it is there, and not while it is sought; without a role, since the answer is the dialog's status. */}
      <p aria-live="polite" className={changes?.length === 0 ? styles.quiet : 'spoken-only'}>
        {changes === null ? '' : changes.length === 0 ? words.none : words.found(changes.length)}
      </p>
      {changes === null || changes.length === 0 ? null : (
        <ul>
          {changes.map((change) => (
            <ChangeRow key={change.id} change={change} onTake={onTake} />
          ))}
        </ul>
      )}
    </section>
  )
}

function ChangeRow({
  change,
  onTake,
}: {
  readonly change: RoomChange
  readonly onTake: RoomChangesProps['onTake']
}) {
  const all = useWords()
  const words = all.capacity.roomChanges
  const format = useFormat()
  const plan = usePlan((whole) => whole)
  const isLocked = useStore(planStore, ({ readOnly }) => readOnly)
  const parts = change.given.map((given) => {
    const { client, who } = whoseOf(plan, given, all)
    return { id: partKey(given), colour: client?.colour, sentence: words.given(given, who, format) }
  })
  const sentences = parts.map(({ sentence }) => sentence)
  const label = change.command === null ? words.ask : words.apply
  return (
    <li className={styles.change}>
      <span className={styles.parts}>
        {parts.map(({ id, colour, sentence }) => (
          <span key={id} className={styles.part}>
            <span className={classes(fields.dot, styles.dot)} data-colour={colour} />
            {sentence}
          </span>
        ))}
        <span className={styles.amount}>{amountOf(change, words, format)}</span>
      </span>
      <Button
        size="small"
        aria-label={words.spoken(label, sentences)}
        isDisabled={isLocked && change.command !== null}
        onPress={() => onTake(change, sentences)}
      >
        {label}
      </Button>
    </li>
  )
}

function partKey(given: Given): string {
  switch (given.kind) {
    case 'lower':
    case 'end':
    case 'tentative':
      return `${given.kind} ${given.engagementId}`
    case 'due':
      return given.deliverableId
    case 'meeting':
      return `meeting ${given.meeting}`
    default:
      return given.kind
  }
}

/** Whose it is: the client, by name, with the engagement's where the client has several that are not over. */
function whoseOf(
  { practice }: Plan,
  given: Given,
  words: Words,
): { client: Client | undefined; who: string } {
  const id: Id | null = 'engagementId' in given ? given.engagementId : null
  const engagement = id === null ? undefined : own(practice.engagements, id)
  const client = engagement === undefined ? undefined : own(practice.clients, engagement.clientId)
  if (engagement === undefined || client === undefined)
    return { client: undefined, who: words.capacity.roomChanges.own }
  const others = Object.values(practice.engagements).filter(
    ({ clientId, status }) => clientId === client.id && status !== 'closed',
  )
  const who =
    others.length > 1 ? words.capacity.roomChanges.engagement(client.name, engagement.name) : client.name
  return { client, who }
}

function amountOf(
  { given, minutes }: RoomChange,
  words: Words['capacity']['roomChanges'],
  format: Format,
): string {
  if (minutes === 0) return words.kept
  const amount = format.duration(minutes)
  return given.every(({ kind }) => kind === 'due') ? words.later(amount) : words.less(amount)
}
