import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { planStore } from '../state/planStore.ts'
import { type Looked, lookAt } from './dataActs.ts'
import { RestoreDialog } from './RestoreDialog.tsx'

/** The way from a backup, or a file, over what it would change to its restore. Render `dialog` anywhere. */
export function useRestore(onRestored: () => void = () => {}): {
  readonly ask: (id: string | null) => void
  readonly dialog: ReactNode
} {
  const restarts = useStore(planStore, ({ status, readOnly }) => status === 'failed' || readOnly)
  const [shown, setShown] = useState<{ readonly looked: Looked; readonly isFile: boolean } | null>(null)
  const ask = (id: string | null) => {
    void lookAt(id).then((looked) => looked !== null && setShown({ looked, isFile: id === null }))
  }
  const close = (restored: boolean) => {
    setShown(null)
    if (restored) onRestored()
  }
  const dialog = shown === null ? null : <RestoreDialog {...shown} restarts={restarts} onClose={close} />
  return { ask, dialog }
}
