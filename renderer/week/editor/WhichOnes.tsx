// biome-ignore-all lint/a11y/useSemanticElements: a fieldset belongs to a form, this is a question at the foot of a panel
import { useEffect, useRef } from 'react'
import { useWords } from '../../state/words.ts'
import { Button } from '../../ui/Button.tsx'
import type { ScopeKind } from '../edits.ts'
import styles from './SessionEditor.module.css'

export interface WhichOnesProps {
  readonly title: string
  readonly choices: readonly ScopeKind[]
  /** Takes the focus as it comes, and gives it back once it is answered: for those who work by keyboard. */
  readonly takesFocus: boolean
  readonly onAnswer: (scope: ScopeKind) => void
}

/** The question in the editor's own flow for which occurrences of a series its edits are. */
export function WhichOnes({ title, choices, takesFocus, onAnswer }: WhichOnesProps) {
  const words = useWords().session
  const group = useRef<HTMLDivElement>(null)
  const before = useRef<Element | null>(null)
  useEffect(() => {
    before.current = document.activeElement
    if (!takesFocus) return
    // In the next frame: the rest of the key press that saved must not answer.
    const frame = requestAnimationFrame(() =>
      group.current?.querySelector('button')?.focus({ preventScroll: true }),
    )
    return () => cancelAnimationFrame(frame)
  }, [takesFocus])
  const answer = (scope: ScopeKind) => {
    const back = before.current
    if (takesFocus && back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true })
    onAnswer(scope)
  }
  return (
    <div
      ref={group}
      role="group"
      aria-label={`${words.askTitle(title)}. ${words.askChange}`}
      className={styles.asked}
    >
      <p role="alert">{words.askChange}</p>
      <div className={styles.answers}>
        {choices.map((choice, i) => (
          <Button
            key={choice}
            size="small"
            variant={i === 0 ? 'primary' : 'plain'}
            onPress={() => answer(choice)}
          >
            {{ this: words.askThis, following: words.askFollowing, all: words.askAll }[choice]}
          </Button>
        ))}
      </div>
    </div>
  )
}
