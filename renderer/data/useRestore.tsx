import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { planStore } from '../state/planStore.ts'
import { type Looked, lookAt } from './dataActs.ts'
import { PassphraseDialog } from './PassphraseDialog.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'

/** The way from a backup, or a file, over what it would change to its restore. Render `dialog` anywhere. */
export function useRestore(onRestored: () => void = () => {}): {
  readonly ask: (id: string | null) => void
  readonly dialog: ReactNode
} {
  const restarts = useStore(planStore, ({ status, readOnly }) => status === 'failed' || readOnly)
  const [shown, setShown] = useState<{ readonly looked: Looked; readonly isFile: boolean } | null>(null)
  const [isEncrypted, setEncrypted] = useState(false)
  const ask = (id: string | null) => {
    void lookAt(id).then((looked) => {
      if (looked === 'encrypted') setEncrypted(true)
      else if (looked !== null) setShown({ looked, isFile: id === null })
    })
  }
  const close = (restored: boolean) => {
    setShown(null)
    if (restored) onRestored()
  }
  const opened = (looked: Looked | null) => {
    setEncrypted(false)
    if (looked !== null) setShown({ looked, isFile: true })
  }
  const dialog =
    shown !== null ? (
      <RestoreDialog {...shown} restarts={restarts} onClose={close} />
    ) : isEncrypted ? (
      <PassphraseDialog onClose={opened} />
    ) : null
  return { ask, dialog }
}
