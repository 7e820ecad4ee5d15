import { type KeyboardEvent, useState } from 'react'
import type { Flag } from '../../shared/capacity/flags/flag.ts'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/TextField.tsx'
import styles from './Attention.module.css'
import { accept } from './flagActions.ts'

/** Takes a flag as it is, with a note for oneself. Ctrl or ⌘ with Enter accepts from the note. */
export function AcceptForm({ flag, close }: { readonly flag: Flag; readonly close: () => void }) {
  const words = useWords()
  const [note, setNote] = useState('')
  const done = () => {
    close()
    void accept(flag, note)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    done()
  }
  return (
    <form className={styles.acceptForm} onKeyDownCapture={onKeyDown}>
      <TextArea
        label={words.week.acceptNote}
        value={note}
        onChange={setNote}
        autoFocus
        rows={3}
        maxLength={20_000}
      />
      <Button variant="primary" onPress={done}>
        {words.week.acceptNow}
      </Button>
    </form>
  )
}
