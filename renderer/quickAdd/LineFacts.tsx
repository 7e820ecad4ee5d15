import { useWords } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import fieldStyles from '../ui/Field.module.css'
import type { LineFact } from './lineWords.ts'
import styles from './QuickAdd.module.css'

/** What the line was read as, a chip for each fact; what takes its usual value is drawn lighter. */
export function LineFacts({ facts }: { readonly facts: readonly LineFact[] }) {
  const words = useWords().quickAdd
  return (
    <ul className={styles.facts} aria-label={words.read}>
      {facts.map(({ what, text, isUsual, colour }) => (
        <li
          key={what}
          className={classes(styles.fact, isUsual && styles.usual)}
          data-what={what}
          data-colour={colour}
          title={isUsual ? `${words.parts[what]}: ${words.usually(text)}` : words.parts[what]}
        >
          {colour === undefined ? null : <span className={fieldStyles.dot} data-colour={colour} />}
          <span className="spoken-only">{words.parts[what]}: </span>
          {text}
          {isUsual ? <span className="spoken-only"> ({words.usual})</span> : null}
        </li>
      ))}
    </ul>
  )
}
