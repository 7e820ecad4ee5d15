/**
 * The smallest changes that would make room for an asked engagement that does not fit: single ones, and pairs where no
 * single one but the end of an engagement does. Each was carried out on a copy of the plan, asked about again, and
 * answered with yes; with one step less of it (a quarter of an hour, half a day, a day, a session) the answer is no.
 *
 * They are ranked by how much is given up, in minutes over the time asked for that is looked at: what is promised less,
 * the part of the reserve that goes, the tentative sessions that go with their ways, the work that is delivered later,
 * the meetings that are not held, the hours behind an earlier end; of an engagement that ends, what it promises or what
 * is planned for it, the larger. A meeting at another time gives up nothing.
 */
import type { Plan } from '../../../plan/plan.ts'
import type { CapacityContext } from '../../weekView.ts'
import type { Asked } from '../asked.ts'
import type { YesAnswer } from '../sayYes.ts'
import { breakingMeetings, clearMeeting, earlierEnd, movedMeeting, withoutMeeting } from './askedOtherwise.ts'
import { type Concession, type Search, searchOf } from './concession.ts'
import { endOf, laterDueDays, lessReserve, tentativeSessions } from './planned.ts'
import { loweredPromise } from './promised.ts'
import { canMakeRoom, type RoomChange, smallest } from './smallest.ts'

/** Changes that are told, and of one kind. */
const MOST_TOLD = 5
const MOST_OF_A_KIND = 3
/** Pairs that are tried with all that they can give, and found. */
const MOST_PAIRS_TRIED = 300
const MOST_PAIRS = 3
/** Deadlines that are put off together, and of which one is in a pair. */
const MOST_DUE_DAYS = 6

/** Things that are given up as one. */
type Bundle = readonly Concession[]

/**
 * The changes for a question whose answer is no, the smallest first; none where neither a single change nor a pair of
 * those that are known makes room. Step by step: most steps take a few milliseconds.
 */
export function* roomChanges(
  plan: Plan,
  asked: Asked,
  context: CapacityContext,
  answer: YesAnswer,
): Generator<undefined, readonly RoomChange[]> {
  if (answer.fits || answer.weeks.length === 0) return []
  const search = searchOf(plan, asked, context, answer)
  yield
  const singles = yield* singlesOf(search)
  // The end of an engagement is the last resort: two smaller things may be less than that.
  if (singles.some(({ given }) => given.every(({ kind }) => kind !== 'end'))) return best(singles)
  return best([...(yield* pairsOf(search, singles.length === 0)), ...singles])
}

function best(found: readonly RoomChange[]): RoomChange[] {
  const counts = new Map<string, number>()
  return [...found]
    .sort((a, b) => a.minutes - b.minutes)
    .filter(({ given }) => {
      const kinds = given.map(({ kind }) => kind).join()
      const count = (counts.get(kinds) ?? 0) + 1
      counts.set(kinds, count)
      return count <= MOST_OF_A_KIND
    })
    .slice(0, MOST_TOLD)
}

function* singlesOf(search: Search): Generator<undefined, RoomChange[]> {
  const found: RoomChange[] = []
  const tryIt = function* (bundle: Bundle): Generator<undefined, boolean> {
    const change = yield* smallest(search, bundle)
    if (change !== null) found.push(change)
    return change !== null
  }
  for (const meeting of breakingMeetings(search))
    for (const moved of movedMeeting(search, meeting)) if (yield* tryIt([moved])) break
  const several = (yield* clearMeetings(search)).filter(({ length }) => length > 1)
  for (const bundle of [...several, ...withoutMeetings(search), ...planned(search)]) yield* tryIt(bundle)
  // One deadline is put off where that does; where none alone does, all that would break.
  const due = laterDueDays(search)
  let isMet = false
  for (const one of due) isMet = (yield* tryIt([one])) || isMet
  if (!isMet && due.length > 1) yield* tryIt(due.slice(0, MOST_DUE_DAYS))
  for (const one of listOf(earlierEnd(search))) yield* tryIt([one])
  // An engagement ends only where less of it does not do.
  for (const engagement of Object.values(search.plan.practice.engagements)) {
    const less = loweredPromise(search, engagement)
    if (less !== null && (yield* tryIt([less]))) continue
    for (const end of listOf(endOf(search, engagement))) yield* tryIt([end])
  }
  return found
}

const listOf = <T>(one: T | null): readonly T[] => (one === null ? [] : [one])

/** Each of the asked meetings that break something; and all of them, where several do. */
function withoutMeetings(search: Search): Bundle[] {
  return eachAndAll(breakingMeetings(search).map((meeting) => withoutMeeting(search, meeting)))
}

/** The same at times that are clear of everything; without those that have no such time. */
function* clearMeetings(search: Search): Generator<undefined, Bundle[]> {
  const breaking = breakingMeetings(search)
  const kept = search.asked.meetings.filter((_, meeting) => !breaking.includes(meeting))
  const each: Concession[] = []
  for (const meeting of breaking) {
    const clear = yield* clearMeeting(search, meeting, kept)
    if (clear !== null) kept.push(clear.after)
    each.push(clear?.moved ?? withoutMeeting(search, meeting))
  }
  return eachAndAll(each)
}

function eachAndAll(each: readonly Concession[]): Bundle[] {
  return [...each.map((one) => [one]), ...(each.length > 1 ? [each] : [])]
}

/** The tentative sessions of each engagement, and the reserve. */
function planned(search: Search): Bundle[] {
  return [...tentativeSessions(search).values(), ...listOf(lessReserve(search)).map((one) => [one])]
}

/** Two bundles that make room together, those tried first that give up least with all that they have. */
function* pairsOf(search: Search, withEnds: boolean): Generator<undefined, RoomChange[]> {
  const engagements = Object.values(search.plan.practice.engagements)
  const ending = withEnds ? engagements : []
  const bundles: Bundle[] = [
    ...(yield* clearMeetings(search)),
    ...planned(search),
    ...laterDueDays(search)
      .slice(0, MOST_DUE_DAYS)
      .map((one) => [one]),
    ...engagements.flatMap((one) => listOf(loweredPromise(search, one))).map((one) => [one]),
    ...ending.flatMap((one) => listOf(endOf(search, one))).map((one) => [one]),
  ]
  const sized = bundles.map((bundle) => ({
    bundle,
    minutes: bundle.reduce((sum, { most, minutes }) => sum + minutes(most), 0),
  }))
  yield
  const pairs = sized
    .flatMap((a, i) => sized.slice(i + 1).map((b) => ({ a, b, minutes: a.minutes + b.minutes })))
    .filter(({ a, b }) => areApart(a.bundle, b.bundle))
    .sort((one, other) => one.minutes - other.minutes)
    .map(({ a, b }): Bundle => [...a.bundle, ...b.bundle])
  yield
  const found = new Map<string, RoomChange>()
  for (const bundle of pairs.slice(0, MOST_PAIRS_TRIED)) {
    if (found.size >= MOST_PAIRS) break
    // Less of an engagement comes before its end: where that does, the end is not sought.
    if (found.has(subjectOf(bundle)) || !(yield* canMakeRoom(search, bundle))) continue
    const change = yield* smallest(search, bundle)
    if (change !== null) found.set(subjectOf(bundle), change)
  }
  return [...found.values()]
}

/** What a bundle is about: the same for less of an engagement and for its end. */
function subjectOf(bundle: Bundle): string {
  return bundle
    .map(({ id }) => id.replace(/^end:/, 'lower:'))
    .sort()
    .join(' + ')
}

function areApart(a: Bundle, b: Bundle): boolean {
  const subjects = new Set(a.flatMap((one) => one.subjects))
  return !b.some((one) => one.subjects.some((subject) => subjects.has(subject)))
}
