/** What an import of worked time would do: whose each client and project is, what is new, what is left and why. */
import type { Id } from '../../plan/fields.ts'
import { own, type Plan } from '../../plan/plan.ts'
import type { Day } from '../../time/day.ts'
import { engagementGuesser } from '../engagementGuess.ts'
import type { WorkedSource } from './columns.ts'
import type { WorkedGroup, WorkedRead, WorkedRow } from './workedFile.ts'
import { ownKey } from './workedKey.ts'
import { weightOf } from './workedProblem.ts'

/** Where the rows of a client and project go: an engagement, one that is created, own business, nowhere. */
export type Target =
  | { readonly kind: 'engagement'; readonly id: Id }
  | { readonly kind: 'create' | 'own' | 'skip' }

/** What the user decided about the rows; targets by `groupName`. */
export interface WorkedChoices {
  readonly targets: Readonly<Record<string, Target>>
  /** Whether time is billable of which the file does not say. */
  readonly billable: boolean
  /** Whether the task stands before the note, and the tags behind it. */
  readonly task: boolean
  readonly tags: boolean
  /** Whether time of closed days is entered late, on an open day ([T4]), or left out. */
  readonly late: boolean
  /** Nothing is taken in while a row is bad. */
  readonly allOrNothing: boolean
}

export const noWorkedChoices: WorkedChoices = {
  targets: {},
  billable: true,
  task: true,
  tags: true,
  late: false,
  allOrNothing: false,
}

/** A client and project with what becomes of their rows. */
export interface ProposedGroup extends WorkedGroup {
  readonly name: string
  /** Null where it has to be said. */
  readonly target: Target | null
  readonly how: 'chosen' | 'remembered' | 'guessed' | 'none'
  /** Rows that would be taken in, and their minutes. */
  readonly rows: number
  readonly minutes: number
  /** Rows that are here already, rows of days that are closed, and among `rows` those that are entered late. */
  readonly there: number
  readonly closed: number
  readonly late: number
  readonly firstDay: Day
}

export interface WorkedProposal {
  readonly groups: readonly ProposedGroup[]
  /** What would be taken in, by the client's name in the file. */
  readonly clients: readonly { readonly name: string; readonly rows: number; readonly minutes: number }[]
  readonly rows: number
  readonly minutes: number
  readonly there: number
  readonly closed: number
  readonly late: number
  /** Rows that the user leaves out, and rows of groups that wait for an answer. */
  readonly skipped: number
  readonly open: number
  readonly bad: number
  readonly out: number
}

/** The name by which a client and project are chosen and remembered. */
export function groupName({ client, project }: WorkedGroup): string {
  return `${client}\n${project}`
}

type KeysOfYears = WeakMap<Plan['years'], ReadonlySet<string>>
const importedOf: KeysOfYears = new WeakMap()
const withOwnOf: KeysOfYears = new WeakMap()

/** The identities of all entries that a file of this source may hold: those that came from files, and in an export of ours all. */
export function keysThere({ years }: Plan, source: WorkedSource): ReadonlySet<string> {
  const isOurs = source === 'headroom'
  const cache = isOurs ? withOwnOf : importedOf
  const known = cache.get(years)
  if (known !== undefined) return known
  const keys = new Set<string>()
  for (const { entries } of Object.values(years))
    for (const { id, importKey } of Object.values(entries)) {
      if (importKey !== null) keys.add(importKey)
      if (isOurs) keys.add(ownKey(id))
    }
  cache.set(years, keys)
  return keys
}

/** Whether a row would be taken in, is here already, or lies in a closed period. */
export function fateOf(
  row: WorkedRow,
  there: ReadonlySet<string>,
  closedThrough: Day | null,
): 'new' | 'there' | 'closed' {
  if (there.has(row.key)) return 'there'
  return closedThrough !== null && row.day <= closedThrough ? 'closed' : 'new'
}

interface Tally {
  rows: number
  minutes: number
  there: number
  closed: number
  late: number
  firstDay: Day
  lastDay: Day
}

/** Judges what was read. `remembered` are the targets of former imports. */
export function proposeWorked(
  plan: Plan,
  read: WorkedRead,
  choices: WorkedChoices,
  remembered: Readonly<Record<string, Target>>,
): WorkedProposal {
  const tallies = talliesOf(plan, read, choices.late)
  const guess = guesser(plan)
  const groups = read.groups.map((group, i): ProposedGroup => {
    const { rows, minutes, there, closed, late, firstDay, lastDay } = tallies[i] as Tally
    const name = groupName(group)
    const found = targetOf(plan, name, choices, remembered) ?? guess(group, lastDay)
    return { ...group, ...found, name, rows, minutes, there, closed, late, firstDay }
  })
  const taken = groups.filter(({ target }) => target !== null && target.kind !== 'skip')
  const sum = (list: readonly ProposedGroup[], field: 'rows' | 'minutes' | 'there' | 'closed' | 'late') =>
    list.reduce((total, group) => total + group[field], 0)
  return {
    groups: groups.toSorted((a, b) => a.client.localeCompare(b.client) || a.project.localeCompare(b.project)),
    clients: clientsOf(taken),
    rows: sum(taken, 'rows'),
    minutes: sum(taken, 'minutes'),
    there: sum(groups, 'there'),
    closed: sum(groups, 'closed'),
    late: sum(taken, 'late'),
    skipped: sum(
      groups.filter(({ target }) => target?.kind === 'skip'),
      'rows',
    ),
    open: sum(
      groups.filter(({ target }) => target === null),
      'rows',
    ),
    bad: read.problems.filter((problem) => weightOf(problem) === 'bad').length,
    out: read.problems.filter((problem) => weightOf(problem) === 'out').length,
  }
}

function talliesOf(plan: Plan, read: WorkedRead, takesLate: boolean): readonly Tally[] {
  const there = keysThere(plan, read.assumptions.source.value)
  const { closedThrough } = plan.practice
  const tallies = read.groups.map(
    (): Tally => ({
      rows: 0,
      minutes: 0,
      there: 0,
      closed: 0,
      late: 0,
      firstDay: '9999-12-31',
      lastDay: '0001-01-01',
    }),
  )
  for (const row of read.rows) {
    const tally = tallies[row.group]
    if (tally === undefined) continue
    if (row.day < tally.firstDay) tally.firstDay = row.day
    if (row.day > tally.lastDay) tally.lastDay = row.day
    const fate = fateOf(row, there, closedThrough)
    const isLate = fate === 'closed' && takesLate
    if (isLate) tally.late++
    if (fate === 'new' || isLate) {
      tally.rows++
      tally.minutes += row.minutes
    } else tally[fate]++
  }
  return tallies
}

type Found = Pick<ProposedGroup, 'target' | 'how'>

/** What the user chose, now or in a former import; an engagement that is gone is no answer. */
function targetOf(
  plan: Plan,
  name: string,
  { targets }: WorkedChoices,
  remembered: Readonly<Record<string, Target>>,
): Found | null {
  const isThere = (target: Target | undefined): target is Target =>
    target !== undefined &&
    (target.kind !== 'engagement' || own(plan.practice.engagements, target.id) !== undefined)
  const chosen = own(targets, name)
  if (isThere(chosen)) return { target: chosen, how: 'chosen' }
  const before = own(remembered, name)
  return isThere(before) ? { target: before, how: 'remembered' } : null
}

function guesser(plan: Plan): (group: WorkedGroup, day: Day) => Found {
  const guess = engagementGuesser(plan, '', new Set())
  return ({ client, project }, day) => {
    // Time for nobody is own business.
    if (client === '' && project === '') return { target: { kind: 'own' }, how: 'guessed' }
    const { engagementId } = guess({ title: `${client} ${project}`, people: [] }, day)
    if (engagementId === null) return { target: null, how: 'none' }
    return { target: { kind: 'engagement', id: engagementId }, how: 'guessed' }
  }
}

function clientsOf(groups: readonly ProposedGroup[]): WorkedProposal['clients'] {
  const byName = new Map<string, { rows: number; minutes: number }>()
  for (const { client, rows, minutes } of groups) {
    const before = byName.get(client) ?? { rows: 0, minutes: 0 }
    byName.set(client, { rows: before.rows + rows, minutes: before.minutes + minutes })
  }
  return [...byName]
    .map(([name, sums]) => ({ name, ...sums }))
    .filter(({ rows }) => rows > 0)
    .sort((a, b) => b.minutes - a.minutes)
}
