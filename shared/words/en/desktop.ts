/** English words: the tray, notifications, and what closing the window does. */
export const desktop = {
  /** Before a value that belongs to today: `Today 6 h 30 of 8 h`. */
  todayLoad: (load: string, capacity: string) => `Today ${load} of ${capacity}`,
  todayOff: 'Today is a day off',
  todayOffPlanned: (load: string) => `Today is a day off · ${load} planned`,
  free: (minutes: string) => `${minutes} free`,
  full: 'full',
  over: (minutes: string) => `${minutes} over`,
  ownBusiness: 'Own business',
  nothingNext: 'No session in the next two weeks',
  now: 'now',
  nowUntil: (time: string) => `now, until ${time}`,
  inTime: (time: string) => `in ${time}`,
  tomorrow: 'Tomorrow',
  moreSessions: (count: number) => `and ${count} more`,
  openHeadroom: 'Open Headroom',
  quickAdd: 'Quick add…',
  /** Buttons of a reminder, as short as may be. */
  openIt: 'Open',
  againIn: (time: string) => `Again in ${time}`,
  markDone: 'Mark done',
  remindAgain: 'Remind me again',
  pauseReminders: 'Pause reminders',
  pauseHour: 'for an hour',
  pauseTomorrow: 'until tomorrow',
  resumeReminders: 'Resume reminders',
  pausedUntilTomorrow: 'Reminders are paused until tomorrow',
  pausedUntil: (time: string) => `Reminders are paused until ${time}`,
  quit: 'Quit Headroom',
  /** Title of a reminder: the session, and when. */
  startsIn: (title: string, time: string) => `${title} in ${time}`,
  startsNow: (title: string) => `${title} starts now`,
  startedAt: (title: string, time: string) => `${title} started at ${time}`,
  travel: (minutes: string) => `${minutes} on the way`,
  severalDue: (count: number) => `${count} sessions`,
  /** Days to be thought of ahead. */
  matters: {
    heading: 'To think of',
    notice: (agreement: string, day: string) => `${agreement}: notice until ${day}`,
    end: (agreement: string, day: string) => `${agreement} ends on ${day}`,
    confidential: (agreement: string, day: string) => `${agreement}: confidential until ${day}`,
    renewal: (agreement: string, day: string) => `${agreement} renews on ${day}`,
    deliverable: (title: string, day: string) => `${title} is due on ${day}`,
    contact: (who: string) => `Get in touch with ${who}`,
    prospect: (name: string) => `Next step: ${name}`,
    several: (count: number) => `${count} things to think of`,
    away: (days: number) => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`),
    since: (day: string) => `since ${day}`,
  },
  /** Sessions and days in one notification. */
  reminders: (count: number) => `${count} reminders`,
  dayEnd: {
    today: (sessions: number) =>
      sessions === 1 ? 'Today: one session to confirm' : `Today: ${sessions} sessions to confirm`,
    yesterday: (sessions: number) =>
      sessions === 1 ? 'Yesterday: one session to confirm' : `Yesterday: ${sessions} sessions to confirm`,
  },
  planning: (day: string) => `Plan the week from ${day}`,
  planningHelp: 'Look at what is promised and what fits.',
  planned: (load: string, capacity: string) => `${load} of ${capacity} planned so far`,
  awayTitle: 'While Headroom was away',
  passed: (first: string, others: number) =>
    others === 0 ? `${first} has passed` : `${first} and ${others} more have passed`,
  keptInTrayTitle: 'Headroom stays in the tray',
  keptInTrayBody: 'Reminders go on. Open or quit it from its icon in the tray; Settings can change this.',
  minimisedTitle: 'Headroom was minimised',
  minimisedBody:
    'This desktop shows no tray icons, so the window was minimised. Reminders go on; quit with the menu.',
}
