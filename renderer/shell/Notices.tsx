import { useStore } from 'zustand'
import type { StartNotice } from '../../shared/ipc/contract.ts'
import { exportAll, goOn, openHere, retrySaving, startAgain } from '../data/dataActs.ts'
import { go } from '../state/navigation.ts'
import { planStore } from '../state/planStore.ts'
import { useWords } from '../state/words.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { isJoined, joinedNotices } from './joinedNotices.ts'
import styles from './Notices.module.css'

/** What the user must be told about the data: that it is not saved now, and what was found at the start. */
export function Notices() {
  const notices = useStore(planStore, (state) => state.notices)
  return (
    <>
      <NotSaved />
      {joinedNotices(notices).map((notice) => (
        <Notice key={`${notice.code} ${notice.params.file ?? ''}`} notice={notice} />
      ))}
    </>
  )
}

/** Stays as long as the disk refuses: the plan is safe in memory, and a copy can be saved elsewhere. */
function NotSaved() {
  const { app, data } = useWords()
  const save = useStore(planStore, (state) => state.save)
  if (save.state !== 'failed') return null
  return (
    <div className={styles.notice} role="alert">
      <Icon name="warning" />
      <p>
        {app.notSaved[save.why]} {data.notSaved.text}
      </p>
      {save.why === 'elsewhere' ? (
        <Button size="small" onPress={() => void startAgain()}>
          {data.choices.again}
        </Button>
      ) : (
        <Button size="small" onPress={() => void retrySaving()}>
          {data.notSaved.retry}
        </Button>
      )}
      <Button size="small" onPress={() => void exportAll()}>
        {data.notSaved.copy}
      </Button>
    </div>
  )
}

/** Stays until it was dismissed; where data could not be read it offers the choice. */
function Notice({ notice }: { readonly notice: StartNotice }) {
  const { app, data } = useWords()
  const { code, params } = notice
  return (
    <div className={styles.notice} role="alert">
      <Icon name="warning" />
      <p>{app.notices[code](params)}</p>
      {code === 'nothing-readable' ? (
        <>
          <Button size="small" onPress={() => go({ screen: 'settings' })}>
            {data.choices.restore}
          </Button>
          <Button size="small" onPress={() => void goOn()}>
            {data.choices.goOn}
          </Button>
        </>
      ) : null}
      {code === 'open-elsewhere' ? (
        <Button size="small" onPress={() => void openHere()}>
          {data.choices.here}
        </Button>
      ) : null}
      <IconButton
        icon="close"
        variant="quiet"
        size="small"
        label={app.dismiss}
        onPress={() => planStore.setState((state) => ({ notices: without(state.notices, notice) }))}
      />
    </div>
  )
}

function without(notices: readonly StartNotice[], gone: StartNotice): readonly StartNotice[] {
  return notices.filter((notice) => notice !== gone && !(isJoined(notice) && notice.code === gone.code))
}
