import { Button } from 'react-aria-components/Button'
import { BackupList } from '../data/BackupList.tsx'
import { useBackups } from '../data/useBackups.ts'
import { useRestore } from '../data/useRestore.tsx'
import { useWords } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import styles from './StartScreen.module.css'

/** What a first start may go on from: the backups of data that is no longer where it was, or a file of another computer. */
export function EarlierData() {
  const words = useWords().start
  const { state } = useBackups()
  const { ask, dialog } = useRestore()
  const backups = state?.entries ?? []
  return (
    <>
      <Button className={classes(styles.link)} onPress={() => ask(null)}>
        {words.file}
      </Button>
      {backups.length === 0 ? null : (
        <section className={styles.backups} aria-labelledby="start-backups">
          <h2 id="start-backups">{words.backups}</h2>
          <p>{words.backupsText}</p>
          <BackupList entries={backups} onRestore={ask} />
        </section>
      )}
      {dialog}
    </>
  )
}
