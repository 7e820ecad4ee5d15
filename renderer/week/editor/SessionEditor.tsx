import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { usePlan } from '../../state/plan.ts'
import { useWords } from '../../state/words.ts'
import { onDemand } from '../../ui/onDemand.tsx'
import { AnchoredPopover } from '../../ui/Popover.tsx'
import { blockOf, cellElement } from '../gridDom.ts'
import { goOn } from '../useGridHold.ts'
import { type Editing, stopEditing, useWeekUi, weekStore } from '../weekStore.ts'
import { occurrenceIn } from './saving.ts'

const loadChangeForm = () => import('./ChangeForm.tsx')
const loadCreateForm = () => import('./CreateForm.tsx')
const ChangeForm = onDemand(async () => (await loadChangeForm()).ChangeForm)
const CreateForm = onDemand(async () => (await loadCreateForm()).CreateForm)

/**
 * The session editor: a panel beside the cell or the block that it is about. A session that is there is saved field by field,
 * a new one as a whole.
 */
export function SessionEditor({ grid }: { readonly grid: RefObject<HTMLElement | null> }) {
  const words = useWords().session
  const editing = useWeekUi((ui) => ui.editing)
  const anchor = useAnchor(grid, editing)
  const leave = useRef<() => void>(stopEditing)
  useEffect(loadWhenIdle, [])
  useFocusBack(grid, editing !== null)
  if (editing === null) return null
  return (
    <AnchoredPopover
      label={editing.kind === 'create' ? words.newTitle : words.editTitle}
      anchor={anchor}
      isOpen
      onClose={() => leave.current()}
    >
      {editing.kind === 'create' ? (
        <CreateForm
          key={`${editing.cell.clientId} ${editing.days.join()} ${editing.start}`}
          editing={editing}
          leave={leave}
        />
      ) : (
        <Changing key={editing.openedAs ?? editing.key} sessionKey={editing.key} leave={leave} />
      )}
    </AnchoredPopover>
  )
}

/** Follows a session in the plan while it is edited; the editor goes when the session does. */
function Changing({
  sessionKey,
  leave,
}: {
  readonly sessionKey: string
  readonly leave: RefObject<() => void>
}) {
  const plan = usePlan((whole) => whole)
  const occurrence = useMemo(() => occurrenceIn(plan, sessionKey), [plan, sessionKey])
  const isGone = occurrence === undefined
  useEffect(() => {
    if (isGone) stopEditing()
  }, [isGone])
  return isGone ? null : <ChangeForm occurrence={occurrence} leave={leave} />
}

/**
 * Where an edit put the session elsewhere, what had the focus before is gone when the panel closes: then the session gets
 * it, or the grid where the session left the week.
 */
function useFocusBack(grid: RefObject<HTMLElement | null>, isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return
    // In the frame in which the panel gives the focus back, after it did.
    return () => void requestAnimationFrame(() => focusLost(grid.current))
  }, [grid, isOpen])
}

function focusLost(grid: HTMLElement | null): void {
  if (grid === null) return
  const { wanted } = weekStore.getState()
  if (document.activeElement === document.body) {
    const block = wanted === null ? null : blockOf(grid, wanted)
    const target = block ?? grid.querySelector<HTMLElement>('[tabindex="0"]')
    target?.focus()
  }
  // It has what it was wanted for: from here on the focus may go anywhere.
  if (wanted !== null && grid.contains(document.activeElement)) goOn()
}

/** The forms and their fields are not in the first bundle; they are fetched before anybody asks for them. */
function loadWhenIdle(): () => void {
  const load = () => void Promise.all([loadCreateForm(), loadChangeForm()])
  if (typeof requestIdleCallback !== 'function') return () => {}
  const handle = requestIdleCallback(load)
  return () => cancelIdleCallback(handle)
}

/** The element that the editor stands beside, as it is on screen when it is asked for. */
function useAnchor(grid: RefObject<HTMLElement | null>, editing: Editing | null): RefObject<Element | null> {
  return useMemo(() => {
    let last: Element | null = null
    return {
      get current() {
        if (grid.current === null || editing === null) return last
        // A session that was sent to another week is not drawn any more: its panel stays by the grid.
        last = elementOf(grid.current, editing) ?? (grid.current.contains(last) ? last : grid.current)
        return last
      },
    }
  }, [grid, editing])
}

function elementOf(grid: Element, editing: Editing): Element | null {
  if (editing.kind === 'change') return blockOf(grid, editing.key)
  return grid.querySelector('[data-slot]') ?? cellElement(grid, editing.cell)
}
