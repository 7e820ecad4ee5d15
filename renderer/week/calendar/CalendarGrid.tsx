// biome-ignore-all lint/a11y/useSemanticElements: a grid of widgets (ARIA grid pattern) is no table of data, and its rows are laid out by themselves
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the cells take the focus, not the rows
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useMemo } from 'react'
import { weekdayOf } from '../../../shared/time/day.ts'
import { useToday } from '../../state/clock.ts'
import { usePlan } from '../../state/plan.ts'
import { useFormat, useWords } from '../../state/words.ts'
import { classes } from '../../ui/classes.ts'
import { viewNow } from '../capacityNow.ts'
import { useDrag } from '../drag/useDrag.ts'
import { keyAt } from '../gridDom.ts'
import { newSession, openHead, stepByKey } from '../gridKeys.ts'
import { useSameScroll } from '../pages/sight.ts'
import type { GridProps } from '../pages/WeekPages.tsx'
import { selectByClick } from '../selection.ts'
import { goOn, useGridHold } from '../useGridHold.ts'
import { useShowOutlined, useWeekMarks } from '../useWeekMarks.ts'
import week from '../WeekGrid.module.css'
import { drawnView, edit, useWeekUi, weekStore } from '../weekStore.ts'
import styles from './Calendar.module.css'
import { CalendarHead } from './CalendarHead.tsx'
import { calendarActs } from './calendarActs.ts'
import { elementOfPlace, placeOfElement, placeUnder } from './calendarDom.ts'
import { DayColumn } from './DayColumn.tsx'
import { gapsOf, shadowsOn } from './dayExtras.ts'
import { momentNow, placeOfMoment, stopIn } from './moment.ts'
import { useFirstScroll } from './useFirstScroll.ts'

/** Pixels that a day is wide, until it is measured. */
export const USUAL_WIDTH = 120

/** The calendar: hours down, days across. All handlers are here; columns and blocks have none. */
export function CalendarGrid({ view, grid, sight, ghost, room, isShown, parts }: GridProps) {
  const words = useWords().week
  const format = useFormat()
  const today = useToday()
  const zone = usePlan((plan) => plan.practice.settings.homeZone)
  const proposal = useWeekUi((ui) => (isShown ? ui.proposal : null))
  const known = useWeekUi((ui) => (isShown ? ui.moment : null))
  const moment = useMemo(() => momentNow(view, known), [view, known])
  const shown = proposal?.view ?? view
  const drawn = drawnView(view, proposal)
  const marks = useWeekMarks(drawn, shown, proposal?.touched, isShown)
  const stop = useMemo(() => stopIn(view, moment), [view, moment])
  useDrag(grid, ghost, calendarActs, isShown)
  useSameScroll(grid, sight, isShown)
  const hold = useGridHold(grid, {
    week: view.start,
    isShown,
    stop: (element) => elementOfPlace(element, moment, stop),
    focused: noteFocus,
  })
  useFirstScroll(grid, isShown)
  useShowOutlined(grid, isShown)
  const gaps = useMemo(() => gapsOf(shown.flags, shown.days, zone), [shown.flags, shown.days, zone])
  const hours = useMemo(
    () => Array.from({ length: 23 }, (_, i) => `\n${format.minuteOfDay((i + 1) * 60)}`).join(''),
    [format],
  )
  return (
    <div
      ref={grid}
      role="grid"
      aria-label={words.calendar(format.dayRange(view.start, view.end))}
      tabIndex={-1}
      className={classes(week.grid, styles.calendar)}
      onFocus={hold.focused}
      onBlur={hold.blurred}
      onKeyDown={onKeyDown}
      onKeyDownCapture={goOn}
      onPointerDownCapture={goOn}
      onPointerDown={onPointerDown}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
    >
      <CalendarHead
        shown={shown}
        today={today}
        stop={isShown && moment.row === 'head' ? moment.column : null}
      />
      <div role="row" className={classes(styles.row, styles.body)}>
        <div role="rowheader" className={styles.hours} aria-label={words.hours}>
          {hours}
        </div>
        {view.days.map((day, i) => (
          <DayColumn
            key={weekdayOf(day.day)}
            day={day}
            column={i}
            rows={drawn.rows}
            marks={marks}
            gaps={gaps[i] ?? []}
            shadows={proposal === null ? [] : shadowsOn(view, proposal.view, proposal.keys, i)}
            isShadowBad={proposal?.line.tone === 'over'}
            stop={isShown && moment.row === 'day' && moment.column === i ? stop : null}
            isToday={day.day === today}
            width={room}
            isLate={!isShown && i >= parts}
          />
        ))}
      </div>
    </div>
  )
}

/** Pixels that a day is wide. */
export function widthOf(head: HTMLElement): number {
  return head.clientWidth
}

function noteFocus(element: Element): void {
  if (element.matches('[role="grid"]')) {
    const view = viewNow()
    const moment = momentNow(view)
    elementOfPlace(element, moment, stopIn(view, moment))?.focus({ preventScroll: true })
    return
  }
  const moment = placeOfElement(element)
  if (moment === null) return
  const { place } = weekStore.getState()
  const known = momentNow(viewNow())
  if (moment.column === known.column && moment.key === known.key && moment.row === known.row) return
  weekStore.setState({
    moment: moment.row === 'head' ? { ...moment, minute: known.minute } : moment,
    place: moment.key === null ? place : placeOfMoment(viewNow(), moment, place),
  })
}

/** A press on free time puts the tab stop there. */
function onPointerDown(event: PointerEvent): void {
  if (event.button !== 0 || !(event.target instanceof Element)) return
  const moment = placeUnder(event.target, event)
  if (moment !== null) weekStore.setState({ moment })
}

function onKeyDown(event: KeyboardEvent): void {
  const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey
  if (
    isPlain &&
    event.key === 'Enter' &&
    event.target instanceof Element &&
    event.target.matches('[data-slot]')
  ) {
    event.preventDefault()
    newSession()
    return
  }
  stepByKey(event)
}

function onClick(event: MouseEvent): void {
  if (!openHead(event.target)) selectByClick(event)
}

function onDoubleClick(event: MouseEvent): void {
  if (!(event.target instanceof Element)) return
  const key = keyAt(event.target)
  if (key !== null) edit({ kind: 'change', key })
  else if (event.target.closest('[data-day]') !== null) newSession()
}
