import { useCallback, useEffect } from 'react'
import { useStore } from 'zustand'
import { planStore } from '../state/planStore.ts'
import { ImportFailure, ImportReading } from './ImportNotices.tsx'
import { ImportPreview } from './ImportPreview.tsx'
import { chooseCalendar, endImport, followReading, importStore, useImport } from './importStore.ts'

interface ImportDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The calendar import: asks for a file unless one was dropped, then shows how reading goes, why it failed, or the preview. */
export function ImportDialog({ isOpen, onClose }: ImportDialogProps) {
  const state = useImport()
  // A preview judged by half a plan would take what is in a missing year for new.
  const complete = useStore(planStore, (plan) => plan.complete)
  const close = useCallback(() => {
    endImport()
    onClose()
  }, [onClose])
  useEffect(followReading, [])
  useEffect(() => {
    if (isOpen && importStore.getState().state.step === 'idle') void chooseCalendar()
  }, [isOpen])
  useEffect(() => {
    if (state.step === 'cancelled') close()
  }, [state, close])
  if (!isOpen) return null
  if (state.step === 'failed')
    return <ImportFailure code={state.code} params={state.params} onClose={close} />
  if (state.step === 'reading') return <ImportReading {...state} onClose={close} />
  if (state.step !== 'read') return null
  if (!complete)
    return <ImportReading name={state.name} part={1} count={state.calendar.events.length} onClose={close} />
  return <ImportPreview name={state.name} calendar={state.calendar} onClose={close} />
}
