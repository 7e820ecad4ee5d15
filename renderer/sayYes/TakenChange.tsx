import { useEffect, useRef } from 'react'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import styles from './RoomChanges.module.css'

interface TakenProps {
  readonly sentences: readonly string[]
  readonly onUndo: () => void
}

/** What was changed a moment ago, in the place of the list, with its undo at hand. */
export function TakenChange({ sentences, onUndo }: TakenProps) {
  const words = useWords()
  const undo = useRef<HTMLButtonElement>(null)
  // The button that was pressed is gone with its list.
  useEffect(() => undo.current?.focus(), [])
  return (
    <p className={styles.taken}>
      <span>{words.capacity.roomChanges.done(sentences)}</span>
      <Button ref={undo} size="small" onPress={onUndo}>
        {words.app.undo}
      </Button>
    </p>
  )
}
