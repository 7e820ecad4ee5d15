import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Screen.tsx'
import { BackupList } from './BackupList.tsx'
import styles from './Data.module.css'
import { backUp, copyDiagnostics, exportAll, showFolder } from './dataActs.ts'
import { useBackups } from './useBackups.ts'
import { useRestore } from './useRestore.tsx'

/** Settings: backups and their restore, the second folder, everything in one file, and diagnostics. */
export function DataSection() {
  const words = useWords().data
  const { state, lookAgain, chooseFolder } = useBackups()
  const { ask, dialog } = useRestore(lookAgain)
  return (
    <Section
      title={words.title}
      actions={
        <Button size="small" onPress={() => void backUp().then(lookAgain)}>
          {words.backUp}
        </Button>
      }
    >
      <div className={styles.stack}>
        <p className={styles.quiet}>{words.text}</p>
        {state === null ? null : <BackupList entries={state.entries} onRestore={ask} />}
        <h3 className={styles.title}>{words.second}</h3>
        <p className={styles.quiet}>
          {state?.second == null ? words.secondText : words.secondIs(state.second)}
        </p>
        {state?.secondFault == null ? null : (
          <p className={styles.warning} role="alert">
            {words.secondFault(words.failed[state.secondFault] ?? words.failed.other ?? '')}
          </p>
        )}
        <div className={styles.buttons}>
          <Button onPress={() => chooseFolder(true)}>{words.chooseFolder}</Button>
          {state?.second == null ? null : (
            <Button variant="quiet" onPress={() => chooseFolder(false)}>
              {words.forgetFolder}
            </Button>
          )}
        </div>
        <h3 className={styles.title}>{words.oneFile}</h3>
        <p className={styles.quiet}>{words.oneFileText}</p>
        <div className={styles.buttons}>
          <Button onPress={() => void exportAll()}>{words.exportFile}</Button>
          <Button onPress={() => ask(null)}>{words.importFile}</Button>
        </div>
        <h3 className={styles.title}>{words.trouble}</h3>
        <p className={styles.quiet}>{words.troubleText}</p>
        <div className={styles.buttons}>
          <Button onPress={() => void copyDiagnostics()}>{words.copyDiagnostics}</Button>
          <Button onPress={showFolder}>{words.showFolder}</Button>
        </div>
      </div>
      {dialog}
    </Section>
  )
}
