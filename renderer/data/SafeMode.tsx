import { useStore } from 'zustand'
import { joinedNotices } from '../shell/joinedNotices.ts'
import { planStore } from '../state/planStore.ts'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { BackupList } from './BackupList.tsx'
import styles from './Data.module.css'
import { copyDiagnostics, exportAll, showFolder, startAgain } from './dataActs.ts'
import { useBackups } from './useBackups.ts'
import { useRestore } from './useRestore.tsx'

/** The data without the screens: nothing else runs, so that whatever keeps the screens from starting is out of the way. */
export function SafeMode() {
  const { app, data } = useWords()
  const { state, lookAgain } = useBackups()
  const { ask, dialog } = useRestore(lookAgain)
  const notices = useStore(planStore, (plan) => plan.notices)
  return (
    <main>
      <EmptyState
        isPage
        icon="settings"
        title={data.safe.title}
        text={data.safe.text}
        actions={
          <>
            <Button variant="primary" onPress={() => void startAgain()}>
              {data.safe.leave}
            </Button>
            <Button onPress={() => void exportAll()}>{data.exportFile}</Button>
            <Button onPress={() => ask(null)}>{data.importFile}</Button>
            <Button onPress={showFolder}>{data.showFolder}</Button>
            <Button onPress={() => void copyDiagnostics()}>{data.copyDiagnostics}</Button>
          </>
        }
      />
      <div className={styles.failed}>
        {joinedNotices(notices).map(({ code, params }) => (
          <p key={`${code} ${params.file ?? ''}`} className={styles.warning}>
            {app.notices[code](params)}
          </p>
        ))}
        {state === null || state.entries.length === 0 ? null : (
          <BackupList entries={state.entries} onRestore={ask} />
        )}
      </div>
      {dialog}
    </main>
  )
}
