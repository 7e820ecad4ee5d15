import { useState } from 'react'
import { useStore } from 'zustand'
import type { Words } from '../../shared/words/words.ts'
import { type Action, actionGroups } from '../actions/action.ts'
import { actions } from '../actions/actions.ts'
import { fixedKeys } from '../actions/fixedKeys.ts'
import { readable } from '../actions/keys.ts'
import { closeOverlay } from '../shell/overlays.ts'
import { planStore } from '../state/planStore.ts'
import { useWords } from '../state/words.ts'
import { Dialog } from '../ui/Dialog.tsx'
import listStyles from '../ui/List.module.css'
import { TextField } from '../ui/TextField.tsx'
import styles from './Palette.module.css'
import { finder } from './rank.ts'

interface Shortcut {
  readonly id: string
  readonly group: Action['group']
  readonly label: string
  readonly keys: readonly string[]
}

/** All keys of all actions and of the grid, to be searched. */
export function ShortcutSheet() {
  const words = useWords()
  const platform = useStore(planStore, (state) => state.desktop?.platform ?? 'linux')
  const [typed, setTyped] = useState('')
  const isFound = finder(typed)
  const shown = shortcuts(words, (keys) => readable(keys, platform, words.app.keyNames)).filter(
    ({ label, keys }) => isFound([label, ...keys].join(' ')),
  )
  return (
    <Dialog title={words.app.shortcuts} isOpen size="wide" onClose={closeOverlay}>
      <div className={styles.find}>
        <TextField label={words.app.findShortcut} value={typed} onChange={setTyped} autoFocus />
      </div>
      {shown.length === 0 ? <p className={listStyles.empty}>{words.app.nothingFound}</p> : null}
      <div className={styles.sheet}>
        {actionGroups.map((group) => (
          <ShortcutGroup
            key={group}
            title={words.app.groups[group]}
            shortcuts={shown.filter((one) => one.group === group)}
          />
        ))}
      </div>
    </Dialog>
  )
}

function ShortcutGroup({
  title,
  shortcuts: shown,
}: {
  readonly title: string
  readonly shortcuts: readonly Shortcut[]
}) {
  if (shown.length === 0) return null
  return (
    <section className={styles.group} aria-label={title}>
      <h3 className={styles.groupTitle}>{title}</h3>
      {shown.map(({ id, label, keys }) => (
        <div key={id} className={styles.line}>
          <span>{label}</span>
          <span className={styles.keys}>
            {keys.map((one) => (
              <kbd key={one} className={listStyles.keyCap}>
                {one}
              </kbd>
            ))}
          </span>
        </div>
      ))}
    </section>
  )
}

function shortcuts(words: Words, name: (keys: string) => string): readonly Shortcut[] {
  const ofActions = actions
    .filter(({ keys }) => keys.length > 0)
    .map(({ id, group, label, keys }) => ({ id, group, label: label(words), keys: keys.map(name) }))
  const ofGrid = fixedKeys.map(({ id, group, keys }) => ({
    id,
    group,
    label: words.app.fixedKeys[id],
    keys: keys.map(name),
  }))
  return [...ofActions, ...ofGrid]
}
