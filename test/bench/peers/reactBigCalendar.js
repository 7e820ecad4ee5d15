import moment from 'moment'
import { createElement, useState } from 'react'
import { Calendar, momentLocalizer } from 'react-big-calendar'
import addon from 'react-big-calendar/lib/addons/dragAndDrop'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import 'react-big-calendar/lib/css/react-big-calendar.css'
import 'react-big-calendar/lib/addons/dragAndDrop/styles.css'
import { endOf } from './wallClock.js'

moment.updateLocale('en', { week: { dow: 1 } })
const localizer = momentLocalizer(moment)
const DraggableCalendar = (addon.default ?? addon)(Calendar)
const byColour = ({ colour }) => ({ style: { backgroundColor: colour } })
const WEEK = 7 * 86_400_000

/** react-big-calendar's week as its guide sets it up, with its drag-and-drop addon. */
window.peer = {
  mount(root, sessions, monday) {
    const element = root.appendChild(document.createElement('div'))
    element.style.height = '100%'
    const events = sessions.map(({ id, title, start, minutes, colour }) => ({
      id,
      title,
      colour,
      start: new Date(start),
      end: new Date(endOf(start, minutes)),
    }))
    let go
    function Week() {
      const [date, setDate] = useState(new Date(`${monday}T12:00`))
      go = (by) => flushSync(() => setDate(new Date(date.getTime() + by)))
      return createElement(DraggableCalendar, {
        localizer,
        events,
        date,
        view: 'week',
        onNavigate: setDate,
        onView: () => {},
        eventPropGetter: byColour,
      })
    }
    const react = createRoot(element)
    flushSync(() => react.render(createElement(Week)))
    return {
      next: () => go(WEEK),
      previous: () => go(-WEEK),
      remove: () => {
        react.unmount()
        element.remove()
      },
    }
  },
  event: '.rbc-event',
}
