import { useCallback, useEffect, useState } from 'react'
import type { BackupState } from '../../shared/ipc/dataContract.ts'
import { bridge } from '../state/bridge.ts'
import { reportFault } from '../state/report.ts'

/** The backups there are, and how to look again or choose the second folder. Null until they are known. */
export function useBackups() {
  const [state, setState] = useState<BackupState | null>(null)
  const follow = useCallback((asked: Promise<BackupState>) => {
    asked.then(setState).catch(reportFault)
  }, [])
  const lookAgain = useCallback(() => follow(bridge.request('data/backups', undefined)), [follow])
  const chooseFolder = useCallback(
    (choose: boolean) => follow(bridge.request('data/folder', { choose })),
    [follow],
  )
  useEffect(lookAgain, [lookAgain])
  return { state, lookAgain, chooseFolder }
}
