import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './ScopeDialog.module.css'
import { useWeekUi } from './weekStore.ts'

/** Asks which occurrences of a series an edit is for. Escape leaves everything as it was. */
export function ScopeDialog() {
  const words = useWords().session
  const question = useWeekUi((ui) => ui.question)
  if (question === null) return null
  const text = { move: words.askMove, change: words.askChange, delete: words.askDelete }[question.what]
  return (
    <Dialog title={words.askTitle(question.title)} isOpen size="small" onClose={() => question.answer(null)}>
      <p className={styles.text}>{text}</p>
      <div className={styles.choices}>
        {question.choices.map((choice, i) => (
          <Button
            key={choice}
            variant={i === 0 ? 'primary' : 'plain'}
            autoFocus={i === 0}
            onPress={() => question.answer(choice)}
          >
            {{ this: words.askThis, following: words.askFollowing, all: words.askAll }[choice]}
          </Button>
        ))}
      </div>
    </Dialog>
  )
}
