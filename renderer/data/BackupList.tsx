import type { BackupEntry } from '../../shared/ipc/dataContract.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Data.module.css'
import { holdsText, sizeText, useInstant } from './dataText.ts'

/** The backups, each with the way to restore it. */
export function BackupList({
  entries,
  onRestore,
}: {
  readonly entries: readonly BackupEntry[]
  readonly onRestore: (id: string) => void
}) {
  const words = useWords().data
  const format = useFormat()
  const instant = useInstant()
  if (entries.length === 0) return <p className={styles.quiet}>{words.none}</p>
  return (
    <ul className={styles.list} aria-label={words.list}>
      {entries.map(({ id, savedAt, why, bytes, counts }) => (
        <li key={id} className={styles.row}>
          <span className={styles.when}>{instant(savedAt)}</span>
          <span className={styles.facts}>
            {words.reasons[why]} · {sizeText(bytes, words, format)}
            <br />
            {counts === null ? words.damaged : holdsText(counts, words, format)}
          </span>
          <Button
            size="small"
            isDisabled={counts === null}
            aria-label={words.restoreOf(instant(savedAt))}
            onPress={() => onRestore(id)}
          >
            {words.restore}
          </Button>
        </li>
      ))}
    </ul>
  )
}
