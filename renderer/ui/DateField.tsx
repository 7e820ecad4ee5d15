import { parseDate } from '@internationalized/date'
import { useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar'
import { DateInput, DatePicker, DateSegment } from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Group } from 'react-aria-components/Group'
import { Heading } from 'react-aria-components/Heading'
import { Popover } from 'react-aria-components/Popover'
import { type Day, isDay } from '../../shared/time/day.ts'
import { usePlan } from '../state/plan.ts'
import { classes } from './classes.ts'
import dateStyles from './DateField.module.css'
import styles from './Field.module.css'
import { ariaField, FieldFrame, type FieldProps } from './FieldFrame.tsx'
import { Icon } from './Icon.tsx'
import listStyles from './List.module.css'

export interface DateFieldProps extends FieldProps {
  /** Null is an empty field. */
  readonly day: Day | null
  readonly onChange: (day: Day | null) => void
  /** A day was picked from the month instead of typed; without it that is a change like any. */
  readonly onPick?: (day: Day) => void
  /** The whole field was left. */
  readonly onLeave?: () => void
  readonly minDay?: Day
  readonly maxDay?: Day
}

const weekdayNames = ['', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** A day, typed in the locale's order or picked from a month that starts on the planner's first weekday. */
export function DateField(props: DateFieldProps) {
  const { day, onChange, onPick = onChange, onLeave, minDay, maxDay } = props
  const isOpen = useRef(false)
  const firstWeekday = usePlan((plan) => plan.practice.settings.firstWeekday)
  const firstDayOfWeek = weekdayNames[firstWeekday]
  return (
    <DatePicker
      {...ariaField(props)}
      value={day === null ? null : parseDate(day)}
      onChange={(date) => {
        const typed = date === null ? null : date.toString().slice(0, 10)
        // While a month or a day is typed it may be 0 for a moment, which is no day yet.
        if (typed !== null && !isDay(typed)) return
        if (typed !== null && isOpen.current) onPick(typed)
        else onChange(typed)
      }}
      onOpenChange={(open) => {
        isOpen.current = open
      }}
      {...(onLeave === undefined ? {} : { onBlur: onLeave })}
      granularity="day"
      shouldForceLeadingZeros
      {...(firstDayOfWeek === undefined || firstDayOfWeek === '' ? {} : { firstDayOfWeek })}
      {...(minDay === undefined ? {} : { minValue: parseDate(minDay) })}
      {...(maxDay === undefined ? {} : { maxValue: parseDate(maxDay) })}
    >
      <FieldFrame {...props}>
        <Group className={classes(styles.box)}>
          <DateInput className={classes(styles.segments)}>
            {(segment) => <DateSegment segment={segment} className={classes(styles.segment)} />}
          </DateInput>
          <Button className={classes(styles.opener)}>
            <Icon name="calendar" size={14} />
          </Button>
        </Group>
      </FieldFrame>
      <Popover className={classes(listStyles.popover)} offset={4}>
        <Dialog>
          <Month />
        </Dialog>
      </Popover>
    </DatePicker>
  )
}

function Month() {
  return (
    <Calendar className={classes(dateStyles.calendar)}>
      <header className={dateStyles.header}>
        <Button slot="previous" className={classes(styles.opener)}>
          <Icon name="previous" size={14} />
        </Button>
        <Heading className={classes(dateStyles.month)} />
        <Button slot="next" className={classes(styles.opener)}>
          <Icon name="next" size={14} />
        </Button>
      </header>
      <CalendarGrid className={classes(dateStyles.grid)}>
        <CalendarGridHeader>
          {(name) => <CalendarHeaderCell className={classes(dateStyles.weekday)}>{name}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => <CalendarCell date={date} className={classes(dateStyles.day)} />}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  )
}
