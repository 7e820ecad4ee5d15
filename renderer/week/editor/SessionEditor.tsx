import { lazy, type RefObject, Suspense, useEffect, useMemo, useRef } from 'react'
import type { Booking } from '../../../shared/capacity/weekView.ts'
import { useWords } from '../../state/words.ts'
import { AnchoredPopover } from '../../ui/Popover.tsx'
import { viewNow } from '../capacityNow.ts'
import { blockOf, cellElement } from '../gridDom.ts'
import { bookingOf } from '../proposals.ts'
import { type Editing, stopEditing, useWeekUi } from '../weekStore.ts'

const loadChangeForm = () => import('./ChangeForm.tsx')
const loadCreateForm = () => import('./CreateForm.tsx')
const ChangeForm = lazy(() => loadChangeForm().then((module) => ({ default: module.ChangeForm })))
const CreateForm = lazy(() => loadCreateForm().then((module) => ({ default: module.CreateForm })))

/** The session editor: a panel beside the cell or the block that it is about. Escape leaves everything as it was. */
export function SessionEditor({ grid }: { readonly grid: RefObject<HTMLElement | null> }) {
  const words = useWords().session
  const editing = useWeekUi((ui) => ui.editing)
  const booking = useMemo(
    () => (editing?.kind === 'change' ? bookingOf(viewNow(), editing.key) : undefined),
    [editing],
  )
  const anchor = useAnchor(grid, editing)
  const leave = useRef<() => void>(stopEditing)
  useEffect(loadWhenIdle, [])
  const isGone = editing?.kind === 'change' && booking === undefined
  useEffect(() => {
    if (isGone) stopEditing()
  }, [isGone])
  if (editing === null || isGone) return null
  return (
    <AnchoredPopover
      label={editing.kind === 'create' ? words.newTitle : words.editTitle}
      anchor={anchor}
      isOpen
      onClose={() => leave.current()}
    >
      <Suspense fallback={null}>
        <EditorOf
          key={
            editing.kind === 'change'
              ? editing.key
              : `${editing.cell.clientId} ${editing.days.join()} ${editing.start}`
          }
          editing={editing}
          booking={booking}
          leave={leave}
        />
      </Suspense>
    </AnchoredPopover>
  )
}

function EditorOf(props: {
  readonly editing: Editing
  readonly booking: Booking | undefined
  readonly leave: RefObject<() => void>
}) {
  const { editing, booking, leave } = props
  if (editing.kind === 'create') return <CreateForm editing={editing} leave={leave} />
  // Kept from the moment of opening: a change that arrives meanwhile must not take away what is being typed.
  return booking === undefined ? null : <ChangeForm booking={booking} leave={leave} />
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
        last = elementOf(grid.current, editing) ?? last ?? grid.current
        return last
      },
    }
  }, [grid, editing])
}

function elementOf(grid: Element, editing: Editing): Element | null {
  if (editing.kind === 'change') return blockOf(grid, editing.key)
  return grid.querySelector('[data-slot]') ?? cellElement(grid, editing.cell)
}
