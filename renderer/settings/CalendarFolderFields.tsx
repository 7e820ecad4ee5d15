import { useEffect, useState } from 'react'
import type { CalendarFolder } from '../../shared/ipc/exchangeContract.ts'
import { bridge } from '../state/bridge.ts'
import { reportFault } from '../state/report.ts'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Settings.module.css'

/** The folder in which this computer looks for calendar files; it is no part of the plan. */
export function CalendarFolderFields() {
  const { folder: words } = useWords().calendar
  const [watched, setWatched] = useState<CalendarFolder | null>(null)
  const ask = (name: 'calendar/folder' | 'calendar/watch' | 'calendar/unwatch') =>
    void bridge.request(name, undefined).then(setWatched).catch(reportFault)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is asked once, when the screen opens
  useEffect(() => ask('calendar/folder'), [])
  const folder = watched?.folder ?? null
  return (
    <div className={styles.stack}>
      <p className={styles.quiet}>{words.help}</p>
      {folder === null ? null : (
        <p className={styles.path} role="status">
          {watched?.readable === false ? words.unreadable(folder) : words.watched(folder)}
        </p>
      )}
      <div className={styles.buttons}>
        <Button onPress={() => ask('calendar/watch')}>
          {folder === null ? words.choose : words.another}
        </Button>
        {folder === null ? null : (
          <Button variant="quiet" onPress={() => ask('calendar/unwatch')}>
            {words.stop}
          </Button>
        )}
      </div>
    </div>
  )
}
