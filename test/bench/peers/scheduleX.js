import 'temporal-polyfill/global'
import { createCalendar, createViewWeek } from '@schedule-x/calendar'
import '@schedule-x/theme-default/dist/index.css'
import { endOf } from './wallClock.js'

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
const zoned = (wall) => Temporal.PlainDateTime.from(wall).toZonedDateTime(zone)

/** Schedule-X's week as its guide sets it up. Its drag-and-drop plugin exists for version 3 only. */
window.peer = {
  mount(root, sessions, monday) {
    const element = root.appendChild(document.createElement('div'))
    element.className = 'sx-bench'
    element.style.height = '100%'
    const first = Temporal.PlainDate.from(monday)
    const calendar = createCalendar({
      views: [createViewWeek()],
      selectedDate: first,
      timezone: zone,
      firstDayOfWeek: 1,
      events: sessions.map(({ id, title, start, minutes }) => ({
        id,
        title,
        start: zoned(start),
        end: zoned(endOf(start, minutes)),
      })),
    })
    calendar.render(element)
    // Its buttons listen for the end of the press.
    const press = (sign) => {
      const button = element.querySelector(sign).closest('button')
      button.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }))
    }
    const forward = () => press('.sx__chevron--next')
    const back = () => press('.sx__chevron--previous')
    return {
      next: forward,
      previous: back,
      remove: () => {
        calendar.destroy()
        element.remove()
      },
    }
  },
  event: '.sx__time-grid-event',
  isFixed: true,
}
