import type { desktop as english } from '../en/desktop.ts'

/** German words: the tray, notifications, and what closing the window does. */
export const desktop: typeof english = {
  todayLoad: (load, capacity) => `Heute ${load} von ${capacity}`,
  todayOff: 'Heute ist frei',
  todayOffPlanned: (load) => `Heute ist frei · ${load} geplant`,
  free: (minutes) => `${minutes} frei`,
  full: 'voll',
  over: (minutes) => `${minutes} zu viel`,
  ownBusiness: 'Eigenes Geschäft',
  nothingNext: 'Kein Termin in den nächsten zwei Wochen',
  now: 'jetzt',
  nowUntil: (time) => `jetzt, bis ${time}`,
  inTime: (time) => `in ${time}`,
  tomorrow: 'Morgen',
  moreSessions: (count) => `und ${count} weitere`,
  openHeadroom: 'Headroom öffnen',
  quickAdd: 'Schnelleingabe …',
  openIt: 'Öffnen',
  againIn: (time) => `Erneut in ${time}`,
  markDone: 'Erledigt',
  remindAgain: 'Erneut erinnern',
  pauseReminders: 'Erinnerungen anhalten',
  pauseHour: 'für eine Stunde',
  pauseTomorrow: 'bis morgen',
  resumeReminders: 'Erinnerungen fortsetzen',
  pausedUntilTomorrow: 'Erinnerungen sind bis morgen angehalten',
  pausedUntil: (time) => `Erinnerungen sind bis ${time} angehalten`,
  quit: 'Headroom beenden',
  startsIn: (title, time) => `${title} in ${time}`,
  startsNow: (title) => `${title} beginnt jetzt`,
  startedAt: (title, time) => `${title} hat um ${time} begonnen`,
  travel: (minutes) => `${minutes} Weg`,
  severalDue: (count) => `${count} Termine`,
  /** Days to be thought of ahead. */
  matters: {
    heading: 'Zu bedenken',
    notice: (agreement, day) => `${agreement}: kündbar bis ${day}`,
    end: (agreement, day) => `${agreement} endet am ${day}`,
    confidential: (agreement, day) => `${agreement}: vertraulich bis ${day}`,
    renewal: (agreement, day) => `${agreement} verlängert sich am ${day}`,
    deliverable: (title, day) => `${title} ist am ${day} fällig`,
    contact: (who) => `Melden Sie sich bei ${who}`,
    prospect: (name) => `Nächster Schritt: ${name}`,
    several: (count) => `${count} Dinge zu bedenken`,
    away: (days) => (days === 0 ? 'heute' : days === 1 ? 'morgen' : `in ${days} Tagen`),
    since: (day) => `seit ${day}`,
  },
  reminders: (count) => `${count} Erinnerungen`,
  dayEnd: {
    today: (sessions) =>
      sessions === 1 ? 'Heute: ein Termin zu bestätigen' : `Heute: ${sessions} Termine zu bestätigen`,
    yesterday: (sessions) =>
      sessions === 1 ? 'Gestern: ein Termin zu bestätigen' : `Gestern: ${sessions} Termine zu bestätigen`,
  },
  planning: (day) => `Die Woche ab ${day} planen`,
  planningHelp: 'Ansehen, was zugesagt ist und was passt.',
  planned: (load, capacity) => `${load} von ${capacity} bisher verplant`,
  awayTitle: 'Während Headroom nicht da war',
  passed: (first, others) =>
    others === 0 ? `${first} ist vorbei` : `${first} und ${others} weitere sind vorbei`,
  keptInTrayTitle: 'Headroom bleibt in der Leiste',
  keptInTrayBody:
    'Erinnerungen kommen weiter. Öffnen und beenden lässt es sich über sein Symbol; die Einstellungen können das ändern.',
  minimisedTitle: 'Headroom wurde minimiert',
  minimisedBody:
    'Diese Arbeitsfläche zeigt keine Symbole an, darum wurde das Fenster minimiert. Erinnerungen kommen weiter; beenden geht über das Menü.',
}
