import { openAgain } from '../state/plan.ts'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { BackupList } from './BackupList.tsx'
import styles from './Data.module.css'
import { copyDiagnostics, showFolder } from './dataActs.ts'
import { useBackups } from './useBackups.ts'
import { useRestore } from './useRestore.tsx'

/** The start where the plan cannot be opened at all: try again, restore a backup, or get help. */
export function OpenFailed() {
  const { app, data } = useWords()
  const { state } = useBackups()
  const { ask, dialog } = useRestore()
  return (
    <main role="alert">
      <EmptyState
        isPage
        icon="warning"
        title={app.openFailed}
        text={app.openFailedText}
        actions={
          <>
            <Button variant="primary" onPress={openAgain}>
              {app.tryAgain}
            </Button>
            <Button onPress={() => ask(null)}>{data.choices.import}</Button>
            <Button onPress={showFolder}>{data.showFolder}</Button>
            <Button onPress={() => void copyDiagnostics()}>{data.copyDiagnostics}</Button>
          </>
        }
      />
      <div className={styles.failed}>
        {state === null || state.entries.length === 0 ? null : (
          <BackupList entries={state.entries} onRestore={ask} />
        )}
      </div>
      {dialog}
    </main>
  )
}
