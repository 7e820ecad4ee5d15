/** Less of what an engagement promises while the asked one would run. */
import { retainerPeriodOn } from '../../../billing/retainer.ts'
import { type Commitment, commitmentOn, type Engagement, type Terms } from '../../../plan/engagement.ts'
import { own } from '../../../plan/plan.ts'
import { addDays, type Day, maxDay } from '../../../time/day.ts'
import { committedIn } from '../../commitment.ts'
import {
  type Concession,
  type GivenUp,
  type LoweredCommitment,
  type LoweredRetainer,
  type Search,
  sameAsked,
} from './concession.ts'

const QUARTER = 15
/** Versions that a history holds at most. */
const MOST_VERSIONS = 200

/**
 * An engagement's commitment lowered from the first week that is short to the last (where a deadline breaks, for all the
 * time asked for), by whole quarters of an hour, or half days where it counts days; never to nothing, which is an end
 * (`planned.ts`). All its versions of that time are lowered by as much; before and after it stands what stood. A retainer
 * has fewer hours: as many, or in the proportion of the commitment that goes with it, from its first period that begins
 * in that time to the end of its last, and its price falls with them.
 */
export function loweredPromise(search: Search, engagement: Engagement): Concession | null {
  const { start, end, status, id } = engagement
  const wanted = wantedIn(search)
  const from = start === null ? wanted.from : maxDay(wanted.from, start)
  if (status !== 'active' || from > (wanted.until ?? search.to) || (end !== null && end < from)) return null
  const until = wanted.until === null || (end !== null && end <= wanted.until) ? null : wanted.until
  const stretch = { from, until, runsBefore: start === null || start < from }
  const { commitments, unit, most } = stepsOf(engagement, stretch)
  if (most < 1 || tooLong(engagement)) return null
  const changed = (steps: number) => {
    const by = unit * steps
    const first = commitments[0]
    return first === undefined
      ? withTerms(search, engagement, stretch, (minutes) => Math.max(0, minutes - by))
      : withCommitments(search, engagement, stretch, { first, by })
  }
  return {
    id: `lower:${id}`,
    subjects: [`engagement:${id}`],
    most,
    at: (steps) => changed(steps).up,
    minutes: (steps) => lessPromised(search, engagement, changed(steps).after),
  }
}

/** The days in which less is promised: those of the weeks that are short, where nothing else is wrong. */
function wantedIn({ asked, answer, to }: Search): { readonly from: Day; readonly until: Day | null } {
  const { short, deadlines, flags } = answer
  const [first] = short
  const last = short.at(-1)
  if (first === undefined || last === undefined || deadlines.length > 0 || flags.length > 0)
    return { from: asked.start, until: asked.end }
  return { from: first.from, until: last.to < to ? last.to : asked.end }
}

interface Stretch {
  readonly from: Day
  /** Its last day; null where nothing comes after it. */
  readonly until: Day | null
  /** Whether the engagement runs before it. */
  readonly runsBefore: boolean
}

interface Changed {
  readonly after: Engagement
  readonly up: GivenUp
}

function tooLong({ terms, commitments }: Engagement): boolean {
  return Math.max(terms.length, commitments.length) + 2 > MOST_VERSIONS
}

/** The amounts that are lowered, all of the kind of the first; none where a retainer's terms promise it. */
function stepsOf(engagement: Engagement, stretch: Stretch) {
  const first = commitmentOn(engagement, stretch.from)
  const commitments = within(engagement.commitments, stretch).flatMap(({ commitment }) =>
    commitment !== null && commitment.kind === first?.kind ? [commitment] : [],
  )
  const minutes =
    first !== null
      ? commitments.map(amountOf)
      : within(engagement.terms, stretch).map(({ terms }) => (terms.kind === 'retainer' ? terms.minutes : 0))
  const unit = first?.kind === 'daysPerWeek' ? 1 : QUARTER
  return { commitments, unit, most: Math.ceil(Math.max(0, ...minutes) / unit) - 1 }
}

/** Minutes, or half days. */
function amountOf(commitment: Commitment): number {
  return commitment.kind === 'daysPerWeek' ? commitment.halfDays : commitment.minutes
}

function lowered(commitment: Commitment, by: number): Commitment {
  return commitment.kind === 'daysPerWeek'
    ? { ...commitment, halfDays: Math.max(0, commitment.halfDays - by) }
    : { ...commitment, minutes: Math.max(0, commitment.minutes - by) }
}

function withCommitments(
  search: Search,
  engagement: Engagement,
  stretch: Stretch,
  { first, by }: { readonly first: Commitment; readonly by: number },
): Changed {
  const told: LoweredCommitment[] = []
  const commitments = changedWithin(engagement.commitments, stretch, (version) => {
    const { commitment } = version
    if (commitment === null || commitment.kind !== first.kind) return version
    const after = lowered(commitment, by)
    told.push({ from: version.from, before: commitment, after })
    return { ...version, commitment: after }
  })
  const share = amountOf(lowered(first, by)) / amountOf(first)
  const inProportion = (minutes: number) => Math.round((minutes * share) / QUARTER) * QUARTER
  const changed = withTerms(search, { ...engagement, commitments }, stretch, inProportion)
  const { given } = changed.up
  return given.kind === 'lower'
    ? { ...changed, up: { ...changed.up, given: { ...given, commitments: told } } }
    : changed
}

/** The engagement with fewer hours of its retainer, where it is one: from period to period, so that none is cut in two. */
function withTerms(
  search: Search,
  engagement: Engagement,
  stretch: Stretch,
  hours: (minutes: number) => number,
): Changed {
  const retainers: LoweredRetainer[] = []
  const currency = own(search.plan.practice.clients, engagement.clientId)?.currency ?? ''
  const periods = wholePeriods(engagement, stretch)
  const terms =
    periods === null
      ? engagement.terms
      : changedWithin(engagement.terms, periods, (version) => {
          const before = version.terms
          if (before.kind !== 'retainer' || before.minutes === 0) return version
          const after = fewerHours(before, Math.min(before.minutes, hours(before.minutes)))
          retainers.push({ from: version.from, per: before.period, before, after, currency })
          return { ...version, terms: after }
        })
  const after: Engagement = { ...engagement, terms }
  return {
    after,
    up: {
      given: {
        kind: 'lower',
        engagementId: engagement.id,
        commitments: [],
        retainers: retainers.map(({ before, after: fewer, ...rest }) => ({
          ...rest,
          before: { minutes: before.minutes, price: before.price },
          after: { minutes: fewer.minutes, price: fewer.price },
        })),
        until: stretch.until,
      },
      members: [{ type: 'practice/put', records: [{ kind: 'engagement', value: after as never }] }],
      asked: sameAsked,
    },
  }
}

type Retainer = Extract<Terms, { kind: 'retainer' }>

function fewerHours(terms: Retainer, minutes: number): Retainer {
  return { ...terms, minutes, price: Math.round((terms.price * minutes) / terms.minutes) }
}

/** The periods of a retainer that begin in a stretch; null where none does, or it is no retainer. */
function wholePeriods(engagement: Engagement, stretch: Stretch): Stretch | null {
  const first = retainerPeriodOn(engagement, stretch.from)
  if (first === null) return null
  const from = first.from < stretch.from && stretch.runsBefore ? addDays(first.to, 1) : stretch.from
  const last = stretch.until === null ? null : retainerPeriodOn(engagement, stretch.until)
  const until = last?.to ?? stretch.until
  if (until !== null && until < from) return null
  return { from, until, runsBefore: stretch.runsBefore }
}

type Version = { readonly from: Day }

const versionOn = <V extends Version>(history: readonly V[], day: Day) =>
  history.findLast(({ from }) => from <= day) ?? history[0]

/** The versions that hold in a stretch, the first as one that begins with it. */
function within<V extends Version>(history: readonly V[], { from, until }: Stretch): V[] {
  const first = versionOn(history, from)
  if (first === undefined) return []
  const later = history.filter((one) => from < one.from && (until === null || one.from <= until))
  return [{ ...first, from }, ...later]
}

/** A history that is another in a stretch, and before and after it what it was. */
function changedWithin<V extends Version>(
  history: readonly V[],
  stretch: Stretch,
  change: (version: V) => V,
): V[] {
  const { from, until, runsBefore } = stretch
  const first = versionOn(history, from)
  if (first === undefined) return []
  const earlier = history.filter((one) => one.from < from)
  // The first version holds for everything before it, too: one from before the engagement would say nothing.
  const known = earlier.length === 0 ? [{ ...first, from: addDays(from, -1) }] : earlier
  const before = runsBefore ? known : []
  const changed = within(history, stretch).map(change)
  if (until === null) return [...before, ...changed]
  const back = addDays(until, 1)
  const after = history.filter((one) => one.from > until)
  const isThere = after[0]?.from === back
  const again = versionOn(history, until) ?? first
  return [...before, ...changed, ...(isThere ? [] : [{ ...again, from: back }]), ...after]
}

/** Minutes that are promised less in the weeks asked for. */
export function lessPromised({ answer, calendar }: Search, before: Engagement, after: Engagement): number {
  const promised = (engagement: Engagement, from: Day, to: Day) =>
    committedIn(engagement, from, to, calendar) ?? 0
  return answer.weeks.reduce(
    (sum, { from, to }) => sum + Math.max(0, promised(before, from, to) - promised(after, from, to)),
    0,
  )
}
