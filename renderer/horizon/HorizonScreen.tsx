import { useDeferredValue, useMemo, useState } from 'react'
import { horizon } from '../../shared/capacity/horizon.ts'
import type { CapacityContext } from '../../shared/capacity/weekView.ts'
import { columnsOf, zooms } from '../../shared/horizon/columns.ts'
import { horizonOutcome } from '../../shared/horizon/outcome.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Ahead } from '../../shared/revenue/forecast.ts'
import { addDays } from '../../shared/time/day.ts'
import { weekStart } from '../../shared/time/week.ts'
import { runAction } from '../actions/actions.ts'
import { useToday } from '../state/clock.ts'
import { usePlan } from '../state/plan.ts'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { Select } from '../ui/Select.tsx'
import { useCapacityContext } from '../week/capacityNow.ts'
import styles from './Horizon.module.css'
import { HorizonGrid } from './HorizonGrid.tsx'
import { ranges, setLook, shiftLook, startOf, useLook } from './horizonStore.ts'
import { Legend } from './Legend.tsx'
import { type Moved, withMoved } from './moved.ts'
import { OutcomeLine } from './OutcomeLine.tsx'
import { WhatIfPane } from './whatIf/WhatIfPane.tsx'
import { shownPlan, useWhatIf } from './whatIf/whatIfStore.ts'

/** The weeks ahead: what is promised and planned for each client, against what there is. */
export function HorizonScreen() {
  const words = useWords().horizon
  const hasClients = usePlan((plan) => Object.keys(plan.practice.clients).length > 0)
  return (
    <Screen title={words.title} body="full" actions={hasClients ? <Looks /> : undefined}>
      {hasClients ? <Weeks /> : <Nothing />}
    </Screen>
  )
}

function Nothing() {
  const words = useWords()
  return (
    <EmptyState
      icon="horizon"
      title={words.horizon.none}
      text={words.horizon.noneText}
      actions={
        <Button variant="primary" onPress={() => runAction('go.clients')}>
          {words.week.addClient}
        </Button>
      }
    />
  )
}

/** Where it begins, how far it reaches, and what a column is. */
function Looks() {
  const words = useWords()
  const { zoom, count, shift } = useLook()
  const { isOpen } = useWhatIf()
  return (
    <>
      <Button aria-label={words.horizon.earlier} onPress={() => shiftLook(-4)}>
        <Icon name="previous" />
      </Button>
      <Button isDisabled={shift === 0} onPress={() => shiftLook(null)}>
        {words.horizon.today}
      </Button>
      <Button aria-label={words.horizon.later} onPress={() => shiftLook(4)}>
        <Icon name="next" />
      </Button>
      <Segmented
        label={words.horizon.zoom}
        value={zoom}
        options={zooms.map((id) => ({ id, name: words.horizon.zooms[id] }))}
        onChange={(chosen) => setLook({ zoom: chosen })}
      />
      <div className={styles.range}>
        <Select
          label={words.horizon.range}
          labelHidden
          value={String(count)}
          options={ranges.map((weeks) => ({ id: String(weeks), label: words.horizon.weeks(weeks) }))}
          onChange={(id) => setLook({ count: ranges.find((weeks) => String(weeks) === id) ?? count })}
        />
      </div>
      <Button aria-expanded={isOpen} onPress={() => runAction('horizon.whatIf')}>
        {words.app.actions.whatIf}
      </Button>
      <Button onPress={() => runAction('sayYes')}>{words.app.actions.sayYes}</Button>
    </>
  )
}

function Weeks() {
  const real = usePlan((whole) => whole)
  const today = useToday()
  const look = useLook()
  const { zoom, count } = look
  const start = startOf(look, weekStart(today, real.practice.settings.firstWeekday))
  const end = addDays(start, 7 * count)
  const context = useCapacityContext(addDays(start, -31), addDays(end, 31))
  const { isOpen, on, prospects } = useWhatIf()
  const plan = useMemo(
    () => shownPlan(real, { isOpen, on, prospects }, today),
    [real, isOpen, on, prospects, today],
  )
  const ahead = useMemo(() => ({ start, weeks: count, today }), [start, count, today])
  const [moved, setMoved] = useState<Moved | null>(null)
  // The mark follows the pointer at once; what it does follows as soon as it is computed.
  const settled = useDeferredValue(moved)
  const { weeks, outcome } = useMovedWeeks(plan, settled, ahead, context)
  const columns = useMemo(() => columnsOf(weeks, zoom), [weeks, zoom])
  return (
    <div className={styles.page}>
      <HorizonGrid
        plan={plan}
        real={real}
        columns={columns}
        zoom={zoom}
        todayColumn={columns.findIndex(({ from, to }) => from <= today && today <= to)}
        days={{ from: start, end }}
        holidays={context.holidays}
        moved={moved}
        onMove={setMoved}
      />
      {isOpen ? <WhatIfPane ahead={ahead} context={context} /> : null}
      <footer className={styles.under}>
        {moved === null || settled === null || outcome === null ? (
          <Legend />
        ) : (
          <OutcomeLine moved={settled} outcome={outcome} />
        )}
      </footer>
    </div>
  )
}

/** The weeks with what is being moved, and what that does to them; null where nothing is. */
function useMovedWeeks(plan: Plan, moved: Moved | null, ahead: Ahead, context: CapacityContext) {
  const { start, weeks: count, today } = ahead
  const shown = useMemo(() => withMoved(plan, moved), [plan, moved])
  const resting = useMemo(() => horizon(plan, start, count, context), [plan, start, count, context])
  const weeks = useMemo(
    () => (shown === plan ? resting : horizon(shown, start, count, context)),
    [shown, plan, resting, start, count, context],
  )
  const outcome = useMemo(
    () =>
      shown === plan
        ? null
        : horizonOutcome({ plan, weeks: resting }, { plan: shown, weeks }, today, context),
    [plan, shown, resting, weeks, today, context],
  )
  return { weeks, outcome }
}
