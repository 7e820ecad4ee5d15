import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { type Proposal, weekStore } from '../weekStore.ts'

/**
 * What leaving the editor does: a press outside saves what is typed, Escape does not. The popover says
 * only that it closes, so Escape is seen here first, on the way down. Returns the ref for the form's element.
 */
export function useLeaving(
  leave: RefObject<() => void>,
  {
    isDirty,
    save,
    cancel,
  }: { readonly isDirty: boolean; readonly save: () => void; readonly cancel: () => void },
): RefObject<HTMLDivElement | null> {
  const content = useRef<HTMLDivElement>(null)
  const isEscaping = useRef(false)
  useLayoutEffect(() => {
    leave.current = () => (isDirty && !isEscaping.current ? save() : cancel())
  })
  useEffect(() => {
    const element = content.current
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) leave.current()
      if (event.key !== 'Escape') return
      isEscaping.current = true
      // Only for this key press: one that closed a list inside the form is no leaving.
      setTimeout(() => {
        isEscaping.current = false
      })
    }
    element?.addEventListener('keydown', listen)
    return () => element?.removeEventListener('keydown', listen)
  }, [leave])
  return content
}

/** Shows on the grid what saving would do, each time that changes, and nothing any more when the form goes. */
export function useProposal(propose: (() => Proposal | null) | null, changedBy: unknown): void {
  const latest = useRef(propose)
  useLayoutEffect(() => {
    latest.current = propose
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: computed again for another command only, not for each render
  useEffect(() => {
    weekStore.setState({ proposal: latest.current?.() ?? null })
  }, [changedBy])
  useEffect(() => () => weekStore.setState({ proposal: null }), [])
}
