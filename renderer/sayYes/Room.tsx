import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { RoomChange } from '../../shared/capacity/sayYes/room/smallest.ts'
import { execute, undo } from '../state/plan.ts'
import { planStore } from '../state/planStore.ts'
import { askedOtherwise, type Question } from './question.ts'
import { RoomChanges } from './RoomChanges.tsx'
import { TakenChange } from './TakenChange.tsx'
import type { Answered } from './useRoomChanges.ts'

/** A change that was made from here: it can be undone from here as long as it is the last. */
interface Taken {
  readonly sentences: readonly string[]
  /** The plan's revision after it; null where the plan is as it was. */
  readonly rev: number | null
  /** The question before and after it; null where it is the same. */
  readonly asked: { readonly before: Question; readonly after: Question } | null
}

interface RoomProps {
  readonly answered: Answered
  readonly question: Question
  readonly onQuestion: (question: Question) => void
}

/** Under a no: what would make room, made with one press and taken back with one. */
export function Room({ answered, question, onQuestion }: RoomProps) {
  const [taken, setTaken] = useState<Taken | null>(null)
  const rev = useStore(planStore, (state) => state.rev)
  const place = useRef<HTMLDivElement>(null)
  const isLast = taken !== null && (taken.rev ?? rev) === rev && (taken.asked?.after ?? question) === question
  const take = async ({ command, given }: RoomChange, sentences: readonly string[]) => {
    const reply = command === null ? null : await execute(command)
    if (reply?.ok === false) return
    const isOther = given.some(({ kind }) => kind === 'meeting' || kind === 'until')
    const asked = isOther ? { before: question, after: askedOtherwise(question, given) } : null
    if (asked !== null) onQuestion(asked.after)
    setTaken({ sentences, rev: reply?.rev ?? null, asked })
  }
  const takeBack = async () => {
    if (taken === null) return
    const reply = taken.rev === null ? null : await undo()
    if (reply?.ok === false) return
    if (taken.asked !== null) onQuestion(taken.asked.before)
    setTaken(null)
    place.current?.focus()
  }
  return (
    <div ref={place} tabIndex={-1}>
      {isLast ? <TakenChange sentences={taken.sentences} onUndo={() => void takeBack()} /> : null}
      {answered.answer.fits ? null : (
        <RoomChanges answered={answered} onTake={(...given) => void take(...given)} />
      )}
    </div>
  )
}
