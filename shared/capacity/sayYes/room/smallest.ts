/** The least of some concessions that makes room, proved by asking again. */
import { execute } from '../../../commands/execute.ts'
import type { PracticeRecord } from '../../../commands/practiceCommands.ts'
import type { Command } from '../../../commands/registry.ts'
import type { Plan } from '../../../plan/plan.ts'
import type { Asked } from '../asked.ts'
import { deadlinesOf } from '../askedDeadlines.ts'
import { weeksFor } from '../askedWeeks.ts'
import { canSayYesInSteps } from '../sayYes.ts'
import type { Concession, Given, Member, Search } from './concession.ts'

/** A change, or two, with which the answer is yes. */
export interface RoomChange {
  readonly id: string
  /** What is given up. */
  readonly given: readonly Given[]
  /** What it does to the plan; null where only the question is another. */
  readonly command: Command | null
  /** The question after it. */
  readonly asked: Asked
  /** What is given up in all, in minutes (`roomChanges.ts`). */
  readonly minutes: number
}

/** A concession with the steps of it that are taken; of none of them it is as it was. */
interface Taken {
  readonly thing: Concession
  readonly steps: number
}

/** Parts of all that can be given, by which several things are lessened together. */
const PARTS = 64

/** Whether all that the concessions can give makes room: where it does not, less of it does not either. */
export function* canMakeRoom(search: Search, things: readonly Concession[]): Generator<undefined, boolean> {
  return yield* holds(search, atMost(things))
}

/**
 * The least of concessions with which the answer is yes, null where all of them make no room. Several are lessened
 * together, in proportion, and then one by one, the dearest first or the cheapest, whichever leaves less: of no one of
 * them would a step less do.
 */
export function* smallest(
  search: Search,
  things: readonly Concession[],
): Generator<undefined, RoomChange | null> {
  if (!(yield* canMakeRoom(search, things))) return null
  const isGradual = things.length > 1 && things.some(({ most }) => most > 1)
  const taken = isGradual ? yield* lessTogether(search, things) : atMost(things)
  const dearest = [...taken].sort((a, b) => minutesOf([b]) - minutesOf([a])).map(({ thing }) => thing)
  const first = yield* lessOfEach(search, taken, dearest)
  if (things.length === 1) return changeOf(search, first)
  const other = yield* lessOfEach(search, taken, dearest.toReversed())
  return changeOf(search, minutesOf(other) < minutesOf(first) ? other : first)
}

function atMost(things: readonly Concession[]): readonly Taken[] {
  return things.map((thing) => ({ thing, steps: thing.most }))
}

function* lessTogether(
  search: Search,
  things: readonly Concession[],
): Generator<undefined, readonly Taken[]> {
  const part = (parts: number) =>
    things.map((thing) => ({ thing, steps: Math.ceil((thing.most * parts) / PARTS) }))
  return part(yield* least(PARTS, (parts) => holds(search, part(parts))))
}

/** The same with as little of each as does, one after the other. */
function* lessOfEach(
  search: Search,
  taken: readonly Taken[],
  things: readonly Concession[],
): Generator<undefined, readonly Taken[]> {
  let left = taken
  for (const thing of things) {
    const at = (steps: number) => left.map((one) => (one.thing === thing ? { thing, steps } : one))
    const most = left.find((one) => one.thing === thing)?.steps ?? 0
    left = at(yield* least(most, (steps) => holds(search, at(steps))))
  }
  return left
}

/** The least number for which it holds, found by halving: it holds for `most`, and what it holds for it holds for more. */
function* least(
  most: number,
  holdsFor: (steps: number) => Generator<undefined, boolean>,
): Generator<undefined, number> {
  let low = -1
  let high = most
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (yield* holdsFor(middle)) high = middle
    else low = middle
  }
  return high
}

/**
 * Whether the answer is yes once they are taken, and no deadline that could be met cannot any more: what is lost already
 * is no reason to say no, and must not become one to say yes.
 */
function* holds(search: Search, taken: readonly Taken[]): Generator<undefined, boolean> {
  const { plan, context } = search
  const tried = triedIn(search, taken)
  if (tried === null) return false
  yield
  if (!(yield* canSayYesInSteps(tried.plan, tried.asked, context))) return false
  if (tried.plan === plan) return true
  const lostIn = (one: Plan, asked: Asked) => deadlinesOf(one, weeksFor(one, asked, context), context).lost
  const before = lostIn(plan, search.asked)
  return [...lostIn(tried.plan, tried.asked)].every((id) => before.has(id))
}

/** The plan and the question after them; null where the plan refuses it. */
function triedIn(
  { plan, asked }: Search,
  taken: readonly Taken[],
): { readonly plan: Plan; readonly asked: Asked } | null {
  const ups = taken.flatMap(({ thing, steps }) => (steps === 0 ? [] : [thing.at(steps)]))
  const question = ups.reduce((now, up) => up.asked(now), asked)
  const command = commandOf(ups.flatMap(({ members }) => members))
  if (command === null) return { plan, asked: question }
  const result = execute(plan, command)
  return result.ok ? { plan: result.plan, asked: question } : null
}

function changeOf({ asked }: Search, all: readonly Taken[]): RoomChange {
  const taken = all.filter(({ steps }) => steps > 0)
  const ups = taken.map(({ thing, steps }) => thing.at(steps))
  return {
    id: taken.map(({ thing }) => thing.id).join(' + '),
    given: together(ups.map(({ given }) => given)),
    command: commandOf(ups.flatMap(({ members }) => members)),
    asked: ups.reduce((now, up) => up.asked(now), asked),
    minutes: minutesOf(taken),
  }
}

/** What is given up, in minutes. */
function minutesOf(taken: readonly Taken[]): number {
  return taken.reduce((sum, { thing, steps }) => sum + (steps === 0 ? 0 : thing.minutes(steps)), 0)
}

/** Members as few commands: records that are put, and sessions that are deleted, at once. Null for none. */
function commandOf(members: readonly Member[]): Command | null {
  const records: PracticeRecord[] = []
  const sessions: Extract<Member, { type: 'session/delete' }>['sessions'][number][] = []
  const others: Member[] = []
  for (const member of members) {
    if (member.type === 'practice/put') records.push(...(member.records as readonly PracticeRecord[]))
    else if (member.type === 'session/delete') sessions.push(...member.sessions)
    else others.push(member)
  }
  const all: Member[] = [
    ...(sessions.length === 0 ? [] : [{ type: 'session/delete', sessions } as const]),
    ...(records.length === 0 ? [] : [{ type: 'practice/put', records } as Member]),
    ...others,
  ]
  const [only] = all
  if (only === undefined) return null
  return all.length === 1 ? only : { type: 'batch', commands: all }
}

/** Sessions of one engagement that go are one thing. */
function together(given: readonly Given[]): Given[] {
  const told: Given[] = []
  for (const one of given) {
    const at = told.findIndex(
      (other) =>
        other.kind === 'tentative' && one.kind === 'tentative' && other.engagementId === one.engagementId,
    )
    const known = told[at]
    if (known?.kind !== 'tentative' || one.kind !== 'tentative') told.push(one)
    else
      told[at] = {
        ...known,
        sessions: [...known.sessions, ...one.sessions],
        minutes: known.minutes + one.minutes,
      }
  }
  return told
}
