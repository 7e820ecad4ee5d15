import type { why as english } from '../en/why.ts'
import { commands } from './commands.ts'

const done: Readonly<Record<string, (name: string) => string>> = {
  'session/create': (name) => `„${name}“ wurde geplant`,
  'session/change': (name) => `„${name}“ wurde geändert`,
  'session/move': (name) => `„${name}“ wurde verschoben`,
  'session/delete': (name) => `„${name}“ wurde gelöscht`,
  'entry/put': (name) => (name === '' ? 'Zeit wurde erfasst' : `„${name}“ wurde erfasst`),
  'entry/delete': (name) => (name === '' ? 'Erfasste Zeit wurde gelöscht' : `Zeit „${name}“ wurde gelöscht`),
  'timer/stop': (name) => (name === '' ? 'Der Timer wurde gestoppt' : `Timer von „${name}“ wurde gestoppt`),
  'practice/put': (name) => `„${name}“ wurde gespeichert`,
  'practice/delete': (name) => `„${name}“ wurde gelöscht`,
  'settings/change': () => 'Einstellungen wurden geändert',
  'calendar/import': (name) => `„${name}“ wurde importiert`,
  'entry/import': (name) => `Zeiten aus „${name}“ wurden importiert`,
  batch: (name) => (name === '' ? 'Mehreres wurde geändert' : `„${name}“ wurde geändert`),
  'plan/start': () => 'Der Plan wurde begonnen',
  'plan/clear': () => 'Der Plan wurde neu begonnen',
  'plan/restore': () => 'Eine Sicherung wurde wiederhergestellt',
}

const lacks = (minutes: string, load: boolean) => `${minutes} ${load ? 'zu viel' : 'zu wenig'}`

export const why: typeof english = {
  ask: 'Warum?',
  askOf: (title) => `Warum? ${title}`,
  title: (title) => `Warum: ${title}`,
  looking: 'Der Verlauf wird durchgesehen …',
  fits: 'Es passt jetzt.',
  failed: 'Der Verlauf konnte nicht gelesen werden.',
  step: (kind, type, subject) => {
    const name = commands.steps[type]?.(subject) ?? subject
    if (kind === 'undo') return `${name} (rückgängig gemacht)`
    const told = done[type]?.(subject) ?? name
    return kind === 'redo' ? `${told} (erneut)` : told
  },
  since: (when, what, load) => `${load ? 'Zu voll' : 'Unmöglich'} seit ${when}: ${what}.`,
  byTimeSince: (when, what) =>
    `${when}: ${what}. Damals passte es noch; was fehlt, ist die Zeit, die seither vergangen ist.`,
  byTimeAlone: (when) =>
    `Keine aufbewahrte Änderung war die Ursache: Am ${when} passte es noch. Es liegt an der Zeit, die seither vergangen ist.`,
  before: (when, load) =>
    `Schon am ${when}, wo der aufbewahrte Verlauf beginnt, war es ${load ? 'zu voll' : 'unmöglich'}.`,
  notKept: 'Es ist keine Änderung aufbewahrt, die es sagen könnte.',
  amount: (now, load) => `${lacks(now, load)}.`,
  amounts: (then, now, load) => `Damals ${lacks(then, load)}, jetzt ${now}.`,
  steps: 'Was es geändert hat',
  worse: (minutes) => `${minutes} schlechter`,
  better: (minutes) => `${minutes} besser`,
  leaves: lacks,
}
