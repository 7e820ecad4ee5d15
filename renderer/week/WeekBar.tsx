import { memo } from 'react'
import type { WeekView } from '../../shared/capacity/weekView.ts'
import { weekLabel } from '../../shared/time/week.ts'
import { runAction } from '../actions/actions.ts'
import { useKeys } from '../actions/useKeys.ts'
import { AttentionChip } from '../attention/AttentionChip.tsx'
import { useShownWeek, weekViews } from '../state/navigation.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { showWeek } from './calendar/showWeek.ts'
import styles from './WeekScreen.module.css'

/** The bar over the week. Of its parts only the chip with the headroom is drawn again for each outcome of a drag. */
export function WeekBar({ view, shown }: { readonly view: WeekView; readonly shown: WeekView }) {
  const words = useWords().week
  const format = useFormat()
  return (
    <header className={styles.bar}>
      <h1 className={styles.title}>
        {words.title(weekLabel(view.start).week)} <span>{format.dayRange(view.start, view.end)}</span>
      </h1>
      <Steps />
      <ViewChoice />
      <div className={styles.end}>
        <CapacityChip shown={shown} />
        <Search />
      </div>
    </header>
  )
}

const Steps = memo(function Steps() {
  const words = useWords().week
  const keys = useKeys()
  return (
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
  )
})

const ViewChoice = memo(function ViewChoice() {
  const words = useWords().week
  const shown = useShownWeek(({ view }) => view)
  return (
    <Segmented
      label={words.view}
      value={shown}
      options={weekViews.map((id) => ({ id, name: words.views[id] }))}
      onChange={showWeek}
    />
  )
})

const Search = memo(function Search() {
  const words = useWords().week
  const keys = useKeys()
  return (
    <>
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
    </>
  )
})

function CapacityChip({ shown: { totals } }: { readonly shown: WeekView }) {
  const words = useWords().week
  const format = useFormat()
  if (totals.over) return <Chip tone="over">{words.overCapacity(format.duration(-totals.headroom))}</Chip>
  if (totals.capacity === 0) return null
  return <Chip tone="ok">{words.headroomLeft(format.duration(totals.headroom))}</Chip>
}
