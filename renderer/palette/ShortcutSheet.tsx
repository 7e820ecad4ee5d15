import { useStore } from 'zustand'
import { actionGroups } from '../actions/action.ts'
import { actions } from '../actions/actions.ts'
import { readable } from '../actions/keys.ts'
import { closeOverlay } from '../shell/overlays.ts'
import { planStore } from '../state/planStore.ts'
import { useWords } from '../state/words.ts'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './Palette.module.css'

/** All keys of all actions. */
export function ShortcutSheet() {
  const words = useWords()
  const platform = useStore(planStore, (state) => state.desktop?.platform ?? 'linux')
  return (
    <Dialog title={words.app.shortcuts} isOpen size="wide" onClose={closeOverlay}>
      <div className={styles.sheet}>
        {actionGroups.map((group) => (
          <section key={group} className={styles.group}>
            <h3 className={styles.groupTitle}>{words.app.groups[group]}</h3>
            {actions
              .filter((action) => action.group === group && action.keys.length > 0)
              .map((action) => (
                <div key={action.id} className={styles.line}>
                  <span>{action.label(words)}</span>
                  <kbd>
                    {action.keys.slice(0, 1).map((keys) => readable(keys, platform, words.app.keyNames))}
                  </kbd>
                </div>
              ))}
          </section>
        ))}
      </div>
    </Dialog>
  )
}
