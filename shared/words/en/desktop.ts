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
  newSession: 'New session…',
  quit: 'Quit Headroom',
  /** Title of a reminder: the session, and when. */
  startsIn: (title: string, time: string) => `${title} in ${time}`,
  startsNow: (title: string) => `${title} starts now`,
  startedAt: (title: string, time: string) => `${title} started at ${time}`,
  travel: (minutes: string) => `${minutes} on the way`,
  severalDue: (count: number) => `${count} sessions`,
  awayTitle: 'While Headroom was away',
  passed: (first: string, others: number) =>
    others === 0 ? `${first} has passed` : `${first} and ${others} more have passed`,
  keptInTrayTitle: 'Headroom stays in the tray',
  keptInTrayBody: 'Reminders go on. Open or quit it from its icon in the tray; Settings can change this.',
  minimisedTitle: 'Headroom was minimised',
  minimisedBody:
    'This desktop shows no tray icons, so the window was minimised. Reminders go on; quit with the menu.',
}
