/** Files to import for the benches: as a calendar and a tracker of ten years would write them. */
import { addDays } from '../../shared/time/day.ts'
import { calendarText, centralEurope, eventText } from '../unit/exchange/calendarText.ts'

const FIRST = '2017-01-02'
const DAYS = 3600

/** A calendar of `count` events over ten years, one in fifty of them a series. */
export function aCalendar(count: number): string {
  const events = Array.from({ length: count }, (_, i) => {
    const day = addDays(FIRST, Math.floor((i * DAYS) / count)).replaceAll('-', '')
    const hour = String(8 + (i % 10)).padStart(2, '0')
    return eventText(
      `UID:event-${i}@calendar.example`,
      `DTSTART;TZID=Europe/Berlin:${day}T${hour}0000`,
      `DTEND;TZID=Europe/Berlin:${day}T${hour}4500`,
      `SUMMARY:Meeting ${i % 400} about the plan`,
      `DESCRIPTION:Agenda ${i}\\, notes and a link https://meet.example/${i}\\nand another line`,
      'LOCATION:Room 4',
      `ORGANIZER;CN=Ann:mailto:ann@client${i % 7}.example`,
      'ATTENDEE;PARTSTAT=ACCEPTED;CN=Me:mailto:me@example.com',
      'STATUS:CONFIRMED',
      ...(i % 50 === 0 ? [`RRULE:FREQ=WEEKLY;COUNT=${20 + (i % 60)}`] : []),
    )
  })
  return calendarText([centralEurope('Europe/Berlin'), ...events], ['X-WR-CALNAME:Work'])
}

/** A table of `count` rows as Toggl writes it. */
export function aTable(count: number): string {
  const header =
    'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)'
  const two = (value: number) => String(value).padStart(2, '0')
  const rows = Array.from({ length: count }, (_, i) => {
    const day = addDays(FIRST, Math.floor(i / 28))
    const [hour, minute] = [two(6 + (i % 14)), (i * 7) % 30]
    return `Ann,ann@example.com,Client ${i % 12},Project ${i % 40},Task ${i % 9},"Item ${i}, with a note",Yes,${day},${hour}:${two(minute)}:00,${day},${hour}:${two(minute + 25)}:00,00:25:00,board,180.00`
  })
  return [header, ...rows, ''].join('\n')
}
