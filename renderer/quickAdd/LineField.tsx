import { type KeyboardEvent, useRef } from 'react'
import type { Part } from '../../shared/quickAdd/reading.ts'
import { useTypedAhead } from '../shell/typedAhead.ts'
import { useWords } from '../state/words.ts'
import { PaintedLine } from './PaintedLine.tsx'
import styles from './QuickAdd.module.css'

interface LineFieldProps {
  readonly text: string
  readonly parts: readonly Part[]
  /** The colour of the client that is named. */
  readonly colour: string
  readonly placeholder: string
  /** The id of the list of choices, null where there is none, and of the active one. */
  readonly listId: string | null
  readonly activeId: string | null
  readonly isInvalid: boolean
  readonly onChange: (text: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** The one line, with each stretch in the colour of what it was read as. */
export function LineField(props: LineFieldProps) {
  const { text, parts, colour, placeholder, listId, activeId, isInvalid, onChange, onKeyDown } = props
  const words = useWords().quickAdd
  const paint = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  useTypedAhead(field, (typed) => onChange(text + typed))
  const follow = (input: HTMLInputElement) => {
    if (paint.current !== null) paint.current.scrollLeft = input.scrollLeft
  }
  return (
    <div className={styles.line}>
      <div ref={paint} className={styles.paint} aria-hidden="true">
        <PaintedLine text={text} parts={parts} colour={colour} />
      </div>
      <input
        ref={field}
        className={styles.input}
        type="text"
        role="combobox"
        aria-label={words.field}
        aria-expanded={listId !== null}
        aria-controls={listId ?? undefined}
        aria-activedescendant={activeId ?? undefined}
        aria-invalid={isInvalid || undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        placeholder={placeholder}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        onScroll={(event) => follow(event.currentTarget)}
        onSelect={(event) => follow(event.currentTarget)}
        onKeyUp={(event) => follow(event.currentTarget)}
      />
    </div>
  )
}
