/** What a line says the time is for: a deliverable, a responsibility area, a kind of work. */
import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import type { SessionKind } from '../plan/session.ts'
import { folded, type Line, words } from './line.ts'
import { phraseAt, wordsOf } from './names.ts'
import type { Problem } from './reading.ts'

/** A deliverable that the line names by its whole title: it stays in the title. */
export interface NamedDeliverable {
  readonly id: Id
  readonly engagementId: Id
}

/** Reads an open deliverable of one of some engagements (all, where nobody was named yet); null for none or several. */
export function takeDeliverable(
  line: Line,
  plan: Plan,
  engagementIds: readonly Id[] | null,
): NamedDeliverable | null {
  const open = line.openWords()
  const fits = Object.values(plan.practice.deliverables).filter(
    ({ done, engagementId, title }) =>
      !done &&
      (engagementIds === null
        ? own(plan.practice.engagements, engagementId)?.status !== 'closed'
        : engagementIds.includes(engagementId)) &&
      phraseAt(open, wordsOf(title)) >= 0,
  )
  const longest = Math.max(...fits.map(({ title }) => wordsOf(title).length))
  const [only, ...others] = fits.filter(({ title }) => wordsOf(title).length === longest)
  if (only === undefined || others.length > 0) return null
  const at = phraseAt(open, wordsOf(only.title))
  const [first, last] = [open[at], open[at + longest - 1]]
  if (first !== undefined && last !== undefined) line.take('deliverable', first.from, last.to, true)
  return { id: only.id, engagementId: only.engagementId }
}

/** Takes `#risk`: the responsibility area with a word that begins so, or a problem where that is none or several. */
export function takeArea(
  line: Line,
  plan: Plan,
): { readonly id: Id | null; readonly problem: Problem | null } {
  const match = line.find(/(?<![\p{L}\p{N}#&/])#(\p{L}[\p{L}\p{N}-]*)/iu)
  if (match === null) return { id: null, problem: null }
  line.takeMatch('area', match)
  const typed = folded(match[1] ?? '')
  const areas = Object.values(plan.practice.areas).filter(({ archived }) => !archived)
  const whole = areas.filter(({ name }) => folded(name) === typed)
  const begins = areas.filter(
    ({ name }) => folded(name).startsWith(typed) || wordsOf(name).some((word) => word.startsWith(typed)),
  )
  const [only, ...others] = whole.length > 0 ? whole : begins
  if (only === undefined) return { id: null, problem: { code: 'area-unknown', subject: match[0] } }
  if (others.length === 0) return { id: only.id, problem: null }
  const names = [only, ...others].map(({ name }) => name).join(', ')
  return { id: null, problem: { code: 'area-several', subject: names } }
}

const kinds: readonly (readonly [SessionKind, string])[] = [
  ['focus', 'focus(?:\\s+time)?|deep\\s+work|fokus(?:zeit)?'],
  ['admin', 'admin|verwaltung'],
  ['travel', 'travel|train|flight|drive|(?:an|ab|dienst)?reise|fahrt|flug|bahnfahrt|zugfahrt'],
  [
    'meeting',
    'call|meeting|meet|1:1|1-1|one[ -]on[ -]one|workshop|stand-?up|sync|interview|kick-?off|jour\\s+fixe|besprechung|treffen|telefonat|anruf|gespräch|sitzung|videocall',
  ],
]

/** Reads the first word that tells a kind; it stays in the title, but for `focus` and `admin` beside other words. */
export function takeKind(line: Line): SessionKind | null {
  const found = kinds
    .flatMap(([kind, source]) => {
      const match = line.find(words(source))
      return match === null ? [] : [{ kind, match }]
    })
    .sort((a, b) => a.match.index - b.match.index)[0]
  if (found === undefined) return null
  const { kind, match } = found
  line.takeMatch('kind', match, kind === 'meeting' || kind === 'travel')
  return kind
}

/** A kind that is all that is left becomes the title, too. To be asked when everything else was taken. */
export function keepLonelyKind(line: Line): void {
  const at = line.parts.findIndex(({ what }) => what === 'kind')
  const part = line.parts[at]
  if (part !== undefined && line.title() === null) line.parts[at] = { ...part, inTitle: true }
}

/** Takes words that say a status; null where none does. */
export function takeStatus(line: Line): 'tentative' | 'confirmed' | null {
  if (takeWord(line, 'status', 'tentative(?:ly)?|tbc|vorläufig|unter\\s+vorbehalt')) return 'tentative'
  if (takeWord(line, 'status', 'confirmed|bestätigt')) return 'confirmed'
  const doubt = line.find(/(?<=[\p{L}\p{N}\s\ufffc])\?\s*$/u)
  if (doubt === null) return null
  line.takeMatch('status', doubt)
  return 'tentative'
}

/** Takes words that say whether the time is billed; null where none does. */
export function takeBillable(line: Line): boolean | null {
  const not =
    'non-?\\s?billable|not\\s+billable|unbilled|unbillable|pro\\s+bono|nicht\\s+abrechenbar|unabgerechnet|unberechnet'
  if (takeWord(line, 'billable', not)) return false
  return takeWord(line, 'billable', 'billable|abrechenbar') ? true : null
}

function takeWord(line: Line, what: 'status' | 'billable', source: string): boolean {
  const match = line.find(words(source))
  if (match === null) return false
  line.takeMatch(what, match)
  return true
}
