import { useRef } from 'react'
import type { WeekView } from '../../shared/capacity/weekView.ts'
import { addDays } from '../../shared/time/day.ts'
import { weekLabel, weekStart } from '../../shared/time/week.ts'
import { runAction } from '../actions/actions.ts'
import { useKeys } from '../actions/useKeys.ts'
import { AttentionChip } from '../attention/AttentionChip.tsx'
import { AttentionPanel } from '../attention/AttentionPanel.tsx'
import { FixOutcome } from '../attention/FixOutcome.tsx'
import { useNavigation, weekViews } from '../state/navigation.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { Breakdown } from './breakdown/Breakdown.tsx'
import { CalendarGrid } from './calendar/CalendarGrid.tsx'
import { showWeek } from './calendar/showWeek.ts'
import { usePlannedView, useWeekView } from './capacityNow.ts'
import { SessionEditor } from './editor/SessionEditor.tsx'
import { PlanningBar } from './planning/PlanningBar.tsx'
import { ScopeDialog } from './ScopeDialog.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { WeekGrid } from './WeekGrid.tsx'
import styles from './WeekScreen.module.css'
import { drawnView, useWeekUi } from './weekStore.ts'

/** The Week: what is promised, whether it fits, and what gives way. */
export function WeekScreen() {
  const firstWeekday = usePlan((plan) => plan.practice.settings.firstWeekday)
  const start = useNavigation((place) =>
    place.screen === 'week' ? weekStart(place.start, firstWeekday) : addDays('1970-01-05', firstWeekday - 1),
  )
  const resting = useWeekView(start)
  const view = usePlannedView(start) ?? resting
  const hasClients = usePlan((plan) =>
    Object.values(plan.practice.clients).some((client) => !client.archived),
  )
  const isCalendar = useNavigation((place) => place.screen === 'week' && place.view === 'calendar')
  const attentionShown = useWeekUi((ui) => ui.attentionShown)
  const proposal = useWeekUi((ui) => ui.proposal)
  const grid = useRef<HTMLDivElement>(null)
  const shown = proposal?.view ?? view
  const drawn = drawnView(view, proposal)
  return (
    <div className={styles.screen}>
      <main className={styles.main}>
        <WeekBar view={view} shown={shown} />
        {isCalendar ? <CalendarGrid view={view} grid={grid} /> : <WeekGrid view={view} grid={grid} />}
        <SelectionBar view={view} />
        {hasClients ? null : <NoClients />}
        <PlanningBar grid={grid} />
        <SessionEditor grid={grid} />
        <Breakdown view={view} grid={grid} />
        <ScopeDialog />
        <FixOutcome />
      </main>
      {attentionShown ? (
        <aside className={styles.attention}>
          <AttentionPanel
            view={resting}
            shown={drawn === view ? shown : view}
            outcome={drawn === view ? null : drawn}
          />
        </aside>
      ) : null}
    </div>
  )
}

function WeekBar({ view, shown }: { readonly view: WeekView; readonly shown: WeekView }) {
  const words = useWords().week
  const format = useFormat()
  const keys = useKeys()
  return (
    <header className={styles.bar}>
      <h1 className={styles.title}>
        {words.title(weekLabel(view.start).week)} <span>{format.dayRange(view.start, view.end)}</span>
      </h1>
      <div className={styles.steps}>
        <IconButton
          icon="previous"
          label={words.previous}
          keys={keys('week.previous')}
          onPress={() => runAction('week.previous')}
        />
        <Button onPress={() => runAction('week.today')}>{words.today}</Button>
        <IconButton
          icon="next"
          label={words.next}
          keys={keys('week.next')}
          onPress={() => runAction('week.next')}
        />
      </div>
      <ViewChoice />
      <div className={styles.end}>
        <CapacityChip shown={shown} />
        <Button icon="search" onPress={() => runAction('palette')}>
          <span className={styles.searchWord}>{words.search}</span>
          <kbd className={styles.searchKeys}>{keys('palette')}</kbd>
        </Button>
        <Button variant="primary" onPress={() => runAction('session.new')}>
          <span className={styles.newIcon}>
            <Icon name="plus" />
          </span>
          <span className={styles.newWord}>{words.newSession}</span>
        </Button>
        <AttentionChip />
      </div>
    </header>
  )
}

function ViewChoice() {
  const words = useWords().week
  const shown = useNavigation((place) => (place.screen === 'week' ? place.view : 'capacity'))
  return (
    <Segmented
      label={words.view}
      value={shown}
      options={weekViews.map((id) => ({ id, name: words.views[id] }))}
      onChange={showWeek}
    />
  )
}

function CapacityChip({ shown: { totals } }: { readonly shown: WeekView }) {
  const words = useWords().week
  const format = useFormat()
  if (totals.over) return <Chip tone="over">{words.overCapacity(format.duration(-totals.headroom))}</Chip>
  if (totals.capacity === 0) return null
  return <Chip tone="ok">{words.headroomLeft(format.duration(totals.headroom))}</Chip>
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
