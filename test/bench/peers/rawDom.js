import './rawDom.css'
import { endOf } from './wallClock.js'

const DAY = 86_400_000
const dayAfter = (day, days) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
const minuteOf = (wall) => Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16))

/** Sessions of a day side by side: each takes the first column that is free, all are as wide as a day's fullest part. */
function lanes(sessions) {
  const ends = []
  const placed = [...sessions]
    .sort((a, b) => (a.start < b.start ? -1 : 1))
    .map((session) => {
      const from = minuteOf(session.start)
      const free = ends.findIndex((end) => end <= from)
      const lane = free < 0 ? ends.length : free
      ends[lane] = from + session.minutes
      return { session, from, lane }
    })
  return { placed, columns: Math.max(1, ends.length) }
}

function dayHtml(sessions, day) {
  const { placed, columns } = lanes(sessions.filter(({ start }) => start.startsWith(day)))
  const lines = Array.from({ length: 48 }, (_, i) => `<div class="line" style="top:${i * 20}px"></div>`)
  const events = placed.map(
    ({ session: { title, start, minutes, colour }, from, lane }) =>
      `<div class="event" style="background:${colour};top:${(from * 2) / 3}px;height:${(minutes * 2) / 3}px;left:${(lane * 100) / columns}%;width:${100 / columns}%"><div class="time">${start.slice(11)} – ${endOf(start, minutes).slice(11)}</div><div class="title">${title}</div></div>`,
  )
  return `<div class="day">${lines.join('')}${events.join('')}</div>`
}

function weekHtml(sessions, monday) {
  const days = Array.from({ length: 7 }, (_, i) => dayAfter(monday, i))
  const hours = Array.from({ length: 24 }, (_, i) => `<div class="hour">${i}:00</div>`)
  return `<div class="heads">${days.map((day) => `<div class="head">${day}</div>`).join('')}</div>
<div class="body"><div class="hours">${hours.join('')}</div>${days.map((day) => dayHtml(sessions, day)).join('')}</div>`
}

/** The limit: the least that such a week takes, a line, a label, a block with two texts each a node, by innerHTML. */
window.peer = {
  mount(root, sessions, monday) {
    const element = root.appendChild(document.createElement('div'))
    element.className = 'week'
    let shown = monday
    const show = (day) => {
      shown = day
      element.innerHTML = weekHtml(sessions, day)
    }
    show(monday)
    return {
      next: () => show(dayAfter(shown, 7)),
      previous: () => show(dayAfter(shown, -7)),
      remove: () => element.remove(),
    }
  },
  event: '.event',
  carries: () => held !== null,
}

let held = null
addEventListener('pointerdown', ({ target, clientX, clientY }) => {
  const event = target.closest?.('.event')
  if (event) held = { event, clientX, clientY }
})
addEventListener('pointermove', ({ clientX, clientY }) => {
  if (held === null) return
  held.event.style.transform = `translate(${clientX - held.clientX}px, ${clientY - held.clientY}px)`
})
addEventListener('pointerup', () => {
  held = null
})
