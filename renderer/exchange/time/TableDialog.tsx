import { useCallback, useEffect } from 'react'
import { useStore } from 'zustand'
import { planStore } from '../../state/planStore.ts'
import { TableFailure, TableReading } from './TableNotices.tsx'
import { TablePreview } from './TablePreview.tsx'
import { chooseTable, endTable, followProgress, tableStore, useTable } from './tableStore.ts'

interface TableDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The import of worked time: asks for a table unless one was dropped, then shows how reading goes, why it failed, or the preview. */
export function TableDialog({ isOpen, onClose }: TableDialogProps) {
  const state = useTable()
  // A preview judged by half a plan would take what is in a missing year for new.
  const complete = useStore(planStore, (plan) => plan.complete)
  const close = useCallback(() => {
    endTable()
    onClose()
  }, [onClose])
  useEffect(followProgress, [])
  useEffect(() => {
    if (isOpen && tableStore.getState().state.step === 'idle') void chooseTable()
  }, [isOpen])
  useEffect(() => {
    if (state.step === 'cancelled') close()
  }, [state, close])
  if (!isOpen) return null
  if (state.step === 'failed') return <TableFailure code={state.code} params={state.params} onClose={close} />
  if (state.step === 'reading') return <TableReading name={state.name} part={state.part} onClose={close} />
  if (state.step !== 'read') return null
  if (!complete) return <TableReading name={state.name} part={1} onClose={close} />
  return <TablePreview {...state} onClose={close} />
}
