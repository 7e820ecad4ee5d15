/** English words: why a week is impossible, from the history. `load` is of time that is booked, otherwise of work that is due. */
import { commands } from './commands.ts'

/** What a step did, as a sentence of the past. Keyed by command type; what is not here is told by its name in the history. */
const done: Readonly<Record<string, (name: string) => string>> = {
  'session/create': (name) => `“${name}” was planned`,
  'session/change': (name) => `“${name}” was changed`,
  'session/move': (name) => `“${name}” was moved`,
  'session/delete': (name) => `“${name}” was deleted`,
  'entry/put': (name) => (name === '' ? 'time was logged' : `“${name}” was logged`),
  'entry/delete': (name) => (name === '' ? 'logged time was deleted' : `time “${name}” was deleted`),
  'timer/stop': (name) => (name === '' ? 'the timer was stopped' : `the timer of “${name}” was stopped`),
  'practice/put': (name) => `“${name}” was saved`,
  'practice/delete': (name) => `“${name}” was deleted`,
  'settings/change': () => 'the settings were changed',
  'calendar/import': (name) => `“${name}” was imported`,
  'entry/import': (name) => `time from “${name}” was imported`,
  batch: (name) => (name === '' ? 'several things were changed' : `“${name}” was changed`),
  'plan/start': () => 'the plan was started',
  'plan/clear': () => 'the plan was started over',
  'plan/restore': () => 'a backup was restored',
}

function step(kind: 'do' | 'undo' | 'redo', type: string, subject: string): string {
  const name = commands.steps[type]?.(subject) ?? subject
  if (kind === 'undo') return `${name} (undone)`
  const told = done[type]?.(subject) ?? name
  return kind === 'redo' ? `${told} (again)` : told
}

const lacks = (minutes: string, load: boolean) => `${minutes} ${load ? 'over' : 'short'}`

export const why = {
  ask: 'Why?',
  askOf: (title: string) => `Why? ${title}`,
  title: (title: string) => `Why: ${title}`,
  looking: 'Looking through the history …',
  fits: 'It fits now.',
  failed: 'The history could not be read.',
  step,
  since: (when: string, what: string, load: boolean) =>
    `${load ? 'Over capacity' : 'Impossible'} since ${when}: ${what}.`,
  byTimeSince: (when: string, what: string) =>
    `${when}: ${what}. It still fitted then; the time that has passed since is what it lacks.`,
  byTimeAlone: (when: string) =>
    `No change that is kept made it so: on ${when} it still fitted. The time that has passed since did.`,
  before: (when: string, load: boolean) =>
    `It was ${load ? 'over capacity' : 'impossible'} already on ${when}, where the history that is kept begins.`,
  notKept: 'No change is kept that could tell.',
  amount: (now: string, load: boolean) => `${lacks(now, load)}.`,
  amounts: (then: string, now: string, load: boolean) => `${lacks(then, load)} then, ${now} now.`,
  steps: 'What changed it',
  worse: (minutes: string) => `${minutes} worse`,
  better: (minutes: string) => `${minutes} better`,
  leaves: lacks,
}
