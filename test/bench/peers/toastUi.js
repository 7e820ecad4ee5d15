import Calendar from '@toast-ui/calendar'
import '@toast-ui/calendar/dist/toastui-calendar.min.css'
import { endOf } from './wallClock.js'

/** TOAST UI Calendar's week as its guide sets it up; events can be dragged. */
window.peer = {
  mount(root, sessions, monday) {
    const element = root.appendChild(document.createElement('div'))
    element.style.height = '100%'
    const calendar = new Calendar(element, {
      defaultView: 'week',
      usageStatistics: false,
      week: { startDayOfWeek: 1, taskView: false },
      calendars: [{ id: 'sessions', name: 'Sessions' }],
    })
    calendar.setDate(`${monday}T12:00`)
    calendar.createEvents(
      sessions.map(({ id, title, start, minutes, colour }) => ({
        id,
        calendarId: 'sessions',
        title,
        start,
        end: endOf(start, minutes),
        backgroundColor: colour,
      })),
    )
    return {
      next: () => calendar.next(),
      previous: () => calendar.prev(),
      remove: () => {
        calendar.destroy()
        element.remove()
      },
    }
  },
  event: '.toastui-calendar-event-time',
}
