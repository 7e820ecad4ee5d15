import { memo, type RefObject, useLayoutEffect, useRef } from 'react'
import type { WeekView } from '../../shared/capacity/weekView.ts'
import { weekStart } from '../../shared/time/week.ts'
import { runAction } from '../actions/actions.ts'
import { AttentionPanel, type AttentionPanelProps } from '../attention/AttentionPanel.tsx'
import { FixOutcome } from '../attention/FixOutcome.tsx'
import { putCardsAway } from '../attention/flagActions.ts'
import { useShownWeek } from '../state/navigation.ts'
import { usePlan } from '../state/plan.ts'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Breakdown } from './breakdown/Breakdown.tsx'
import { usePlannedView, useWeekViewOf } from './capacityNow.ts'
import { SessionEditor } from './editor/SessionEditor.tsx'
import { isKept } from './pages/ring.ts'
import { usePlanInSight } from './pages/usePlanInSight.ts'
import { WeekPages } from './pages/WeekPages.tsx'
import { PlanningBar } from './planning/PlanningBar.tsx'
import { ScopeDialog } from './ScopeDialog.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { useFrameShown } from './useFrameShown.ts'
import { useRested } from './useRested.ts'
import { WeekBar } from './WeekBar.tsx'
import styles from './WeekScreen.module.css'
import { drawnView, useWeekUi } from './weekStore.ts'

/**
 * The Week: what is promised, whether it fits, and what gives way. While another screen is shown it is out of sight and
 * follows the plan when there is time.
 */
export const WeekScreen = memo(function WeekScreen({ isShown }: { readonly isShown: boolean }) {
  const plan = usePlanInSight(isShown)
  const firstWeekday = usePlan((plan) => plan.practice.settings.firstWeekday)
  const start = useShownWeek((week) => weekStart(week.start, firstWeekday))
  const resting = useWeekViewOf(plan, start)
  const view = usePlannedView(start) ?? resting
  const hasClients = usePlan((plan) =>
    Object.values(plan.practice.clients).some((client) => !client.archived),
  )
  const isCalendar = useShownWeek(({ view }) => view === 'calendar')
  const attentionShown = useWeekUi((ui) => ui.attentionShown)
  const proposal = useWeekUi((ui) => ui.proposal)
  const isCarrying = useWeekUi((ui) => ui.carrying !== null)
  const grid = useRef<HTMLDivElement>(null)
  const shown = proposal?.view ?? view
  const drawn = drawnView(view, proposal)
  const listed = useRested(drawn === view ? shown : view, isCarrying)
  useLayoutEffect(() => {
    if (!isShown) putCardsAway()
  }, [isShown])
  if (!isShown && !isKept(view)) return null
  return (
    <div className={styles.screen}>
      <main className={styles.main}>
        <WeekBar view={view} shown={shown} />
        <WeekBody view={view} grid={grid} isCalendar={isCalendar} isShown={isShown} />
        {hasClients ? null : <NoClients />}
      </main>
      {attentionShown ? (
        <aside className={styles.attention}>
          <FollowingPanel view={resting} shown={listed} outcome={drawn === view ? null : drawn} />
        </aside>
      ) : null}
    </div>
  )
})

/** What needs attention: of another week it follows a frame after the grid, into the place that is kept for it. */
function FollowingPanel(props: AttentionPanelProps) {
  const isDrawn = useFrameShown(props.view.start)
  const latest = useRef<AttentionPanelProps | null>(null)
  useLayoutEffect(() => {
    if (isDrawn) latest.current = props
  })
  const panel = isDrawn ? props : latest.current
  return panel === null ? null : <AttentionPanel {...panel} />
}

/** What is below the bar. A drag's outcome draws again only those of its parts that look at it. */
const WeekBody = memo(function WeekBody(props: {
  readonly view: WeekView
  readonly grid: RefObject<HTMLDivElement | null>
  readonly isCalendar: boolean
  readonly isShown: boolean
}) {
  const { view, grid, isShown } = props
  return (
    <>
      <WeekPages view={view} grid={grid} isCalendar={props.isCalendar} isShown={isShown} />
      {isShown ? <Beside view={view} grid={grid} /> : null}
    </>
  )
})

/** What is at work on the week while it is in sight. */
function Beside({
  view,
  grid,
}: {
  readonly view: WeekView
  readonly grid: RefObject<HTMLDivElement | null>
}) {
  return (
    <>
      <SelectionBar view={view} />
      <PlanningBar grid={grid} />
      <SessionEditor grid={grid} />
      <Breakdown view={view} grid={grid} />
      <ScopeDialog />
      <FixOutcome />
    </>
  )
}

function NoClients() {
  const words = useWords().week
  return (
    <EmptyState
      icon="clients"
      title={words.emptyTitle}
      text={words.emptyText}
      actions={
        <>
          <Button variant="primary" onPress={() => runAction('go.clients')}>
            {words.addClient}
          </Button>
          <Button onPress={() => runAction('calendar.import')}>{words.importCalendar}</Button>
        </>
      }
    />
  )
}
