import { Calendar } from 'fullcalendar'
import interaction from 'fullcalendar/interaction'
import classic from 'fullcalendar/themes/classic'
import timeGrid from 'fullcalendar/timegrid'
import 'fullcalendar/skeleton.css'
import 'fullcalendar/themes/classic/theme.css'
import 'fullcalendar/themes/classic/palette.css'
import { endOf } from './wallClock.js'

/** FullCalendar's week as its guide sets it up, with dragging. */
window.peer = {
  mount(root, sessions, monday) {
    const element = root.appendChild(document.createElement('div'))
    element.style.height = '100%'
    const calendar = new Calendar(element, {
      plugins: [timeGrid, interaction, classic],
      initialView: 'timeGridWeek',
      initialDate: monday,
      firstDay: 1,
      height: '100%',
      editable: true,
      events: sessions.map(({ id, title, start, minutes, colour }) => ({
        id,
        title,
        start,
        end: endOf(start, minutes),
        color: colour,
        className: 'bench-event',
      })),
    })
    calendar.render()
    return {
      next: () => calendar.next(),
      previous: () => calendar.prev(),
      remove: () => {
        calendar.destroy()
        element.remove()
      },
    }
  },
  event: '.bench-event',
}
