import { useStore } from 'zustand'
import { planStore } from '../state/planStore.ts'
import { useWords } from '../state/words.ts'
import { IconButton } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import styles from './Notices.module.css'

/** What the user must be told about the data at start. Each stays until it was dismissed. */
export function Notices() {
  const words = useWords().app
  const notices = useStore(planStore, (state) => state.notices)
  return notices.map((notice) => (
    <div key={notice.code} className={styles.notice} role="alert">
      <Icon name="warning" />
      <p>{words.notices[notice.code]}</p>
      <IconButton
        icon="close"
        variant="quiet"
        size="small"
        label={words.dismiss}
        onPress={() =>
          planStore.setState((state) => ({ notices: state.notices.filter((other) => other !== notice) }))
        }
      />
    </div>
  ))
}
