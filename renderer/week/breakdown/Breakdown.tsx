import { type RefObject, useEffect, useMemo } from 'react'
import type { WeekView } from '../../../shared/capacity/weekView.ts'
import { useWords } from '../../state/words.ts'
import { onDemand } from '../../ui/onDemand.tsx'
import { AnchoredPopover } from '../../ui/Popover.tsx'
import { stopBreakdown, useWeekUi } from '../weekStore.ts'

const loadSums = () => import('./BreakdownSums.tsx')
const BreakdownSums = onDemand(async () => (await loadSums()).BreakdownSums)

/** The panel below a day's head, or the week's, that says where its time goes. */
export function Breakdown({
  view,
  grid,
}: {
  readonly view: WeekView
  readonly grid: RefObject<HTMLElement | null>
}) {
  const words = useWords().capacity.breakdown
  const about = useWeekUi((ui) => ui.breakdown)
  useEffect(loadWhenIdle, [])
  const shown = about === 'week' || view.days.some(({ day }) => day === about) ? about : null
  useEffect(() => {
    if (about !== null && shown === null) stopBreakdown()
  }, [about, shown])
  // Found when it is asked for: another week is another grid.
  const anchor = useMemo(
    () => ({
      get current() {
        return headOf(grid.current, shown)
      },
    }),
    [grid, shown],
  )
  if (shown === null) return null
  const [from, to] = shown === 'week' ? [view.start, view.end] : [shown, shown]
  return (
    <AnchoredPopover
      label={words.title}
      placement={shown === 'week' ? 'bottom right' : 'bottom left'}
      size="wide"
      anchor={anchor}
      isOpen
      onClose={stopBreakdown}
    >
      <BreakdownSums from={from} to={to} />
    </AnchoredPopover>
  )
}

function headOf(grid: HTMLElement | null, about: string | null): Element | null {
  return grid?.querySelector(`[data-head="${about}"]`) ?? grid
}

/** The tables are not in the first bundle; they are fetched before anybody asks for them. */
function loadWhenIdle(): () => void {
  if (typeof requestIdleCallback !== 'function') return () => {}
  const handle = requestIdleCallback(() => void loadSums())
  return () => cancelIdleCallback(handle)
}
