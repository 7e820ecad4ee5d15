import { useMemo } from 'react'
import { addDays } from '../../shared/time/day.ts'
import { isoWeek, weekStart } from '../../shared/time/week.ts'
import { timesheet } from '../../shared/timesheet/sheet.ts'
import { ExpensesView } from '../expenses/ExpensesView.tsx'
import { openExport } from '../exports/exportForm.ts'
import { useToday } from '../state/clock.ts'
import { goToTime, type TimeTab, timeTabs, useNavigation } from '../state/navigation.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { useCapacityContext } from '../week/capacityNow.ts'
import { ClosedTime } from './ClosedTime.tsx'
import { CompareView } from './CompareView.tsx'
import { DayView } from './DayView.tsx'
import { SheetGrid } from './SheetGrid.tsx'
import styles from './Time.module.css'
import { copyLastWeek } from './timeActs.ts'

/** What was worked: the timesheet of a week, a day against its plan, planned against worked; and what was spent. */
export function TimeScreen() {
  const {
    time: words,
    exports: { button: exportButton },
  } = useWords()
  const tab = useNavigation((place) => (place.screen === 'time' ? place.tab : 'sheet'))
  const today = useToday()
  const day = useNavigation((place) => (place.screen === 'time' ? place.day : today))
  return (
    <Screen
      body="full"
      title={words.title}
      actions={
        <>
          {tab === 'compare' || tab === 'expenses' ? null : <Stepper tab={tab} day={day} />}
          <Segmented
            label={words.view}
            value={tab}
            options={timeTabs.map((id) => ({ id, name: words.tabs[id] }))}
            onChange={(next) => goToTime(next, day)}
          />
          <Button onPress={() => openExport({ kind: tab === 'expenses' ? 'expenses' : 'time' })}>
            {exportButton}
          </Button>
          <ClosedTime />
        </>
      }
    >
      {tab === 'sheet' ? <SheetView day={day} /> : null}
      {tab === 'day' ? <DayView day={day} /> : null}
      {tab === 'compare' ? <CompareView day={day} /> : null}
      {tab === 'expenses' ? <ExpensesView /> : null}
    </Screen>
  )
}

/** On and back, by the week or by the day. */
function Stepper({ tab, day }: { readonly tab: TimeTab; readonly day: string }) {
  const words = useWords().time
  const format = useFormat()
  const today = useToday()
  const first = usePlan((plan) => plan.practice.settings.firstWeekday)
  const start = weekStart(day, first)
  const isWeek = tab === 'sheet'
  const by = isWeek ? 7 : 1
  return (
    <div className={styles.stepper}>
      <IconButton
        icon="previous"
        variant="quiet"
        label={isWeek ? words.previousWeek : words.previousDay}
        onPress={() => goToTime(tab, addDays(day, -by))}
      />
      <span className={styles.when} role="status">
        {isWeek
          ? words.weekOf(isoWeek(addDays(start, 3)).week, format.dayRange(start, addDays(start, 6)))
          : format.dayLong(day)}
      </span>
      <IconButton
        icon="next"
        variant="quiet"
        label={isWeek ? words.nextWeek : words.nextDay}
        onPress={() => goToTime(tab, addDays(day, by))}
      />
      <Button variant="quiet" isDisabled={day === today} onPress={() => goToTime(tab, today)}>
        {words.today}
      </Button>
    </div>
  )
}

function SheetView({ day }: { readonly day: string }) {
  const words = useWords().time
  const plan = usePlan((whole) => whole)
  const start = weekStart(day, plan.practice.settings.firstWeekday)
  const { holidays } = useCapacityContext(addDays(start, -31), addDays(start, 37))
  const sheet = useMemo(() => timesheet(plan, start, holidays), [plan, start, holidays])
  return (
    <div className={styles.sheet}>
      <SheetGrid key={start} sheet={sheet} />
      <div className={styles.under}>
        <p>{words.typeHelp}</p>
        <Button icon="copy" onPress={() => void copyLastWeek(start)}>
          {words.copyWeek}
        </Button>
      </div>
    </div>
  )
}
