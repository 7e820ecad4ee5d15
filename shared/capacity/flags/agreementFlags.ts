/** `contract`, as far as agreements are concerned: one that is near its end, and work that none covers. */
import type { Agreement } from '../../plan/agreement.ts'
import { type ComingUp, comesUp, inForceOn } from '../../plan/agreementTerm.ts'
import type { Id } from '../../plan/fields.ts'
import { own, type Plan } from '../../plan/plan.ts'
import { type Day, dayNumber, dayOf } from '../../time/day.ts'
import type { Interval } from '../../time/interval.ts'
import { localAt } from '../../time/zone.ts'
import type { Timed } from '../bookedTime.ts'
import { daysOf } from '../weekDays.ts'
import type { WeekMaterial } from '../weekMaterial.ts'
import type { Flag } from './flag.ts'
import { flagOf } from './makeFlag.ts'
import { engagementsOf, namedTime } from './sessionFlags.ts'

type Agreements = Plan['practice']['agreements']

/**
 * `contract` for each agreement whose last day to give notice (where it renews) or whose end (where it does not) lies in
 * the week, and in the present week from 30 days ahead. Not for archived clients.
 */
export function agreementDateFlags(material: WeekMaterial): Flag[] {
  const { plan, now, calendar, from, to, start, end } = material
  if (end <= now) return []
  const isPresent = start <= now
  const today = dayOf(localAt(now, calendar.zone).dayNumber)
  return upcoming(plan.practice.agreements, today).flatMap(
    ({ agreement, kind, day, termEnd, near }): Flag[] => {
      const client = own(plan.practice.clients, agreement.clientId)
      const isHere = from <= day && day <= to
      if (client === undefined || client.archived || !(isHere || (isPresent && near !== null))) return []
      const interval = dayInterval(material, isHere ? day : today)
      return [
        flagOf(plan, {
          key: `contract:agreement:${agreement.id}`,
          code: 'contract',
          severity: 'watch',
          interval,
          days: daysOf(material, interval),
          occurrences: [],
          engagementIds: [],
          clientId: client.id,
          needed: 0,
          available: 0,
          short: 0,
          facts: {
            why: kind,
            agreementId: agreement.id,
            agreement: agreement.title,
            kind: agreement.kind,
            client: client.name,
            day,
            termEnd,
            renewalMonths: kind === 'notice' ? agreement.renewalMonths : null,
            near,
          },
        }),
      ]
    },
  )
}

function dayInterval({ calendar }: WeekMaterial, day: Day): Interval {
  const { start, end } = calendar.day(dayNumber(day))
  return { from: start, to: end }
}

interface Upcoming extends ComingUp {
  readonly agreement: Agreement
}

const known = new WeakMap<Agreements, { readonly today: Day; readonly upcoming: readonly Upcoming[] }>()

/** What comes next of each agreement: the same as long as it is the same day and no agreement changes. */
function upcoming(agreements: Agreements, today: Day): readonly Upcoming[] {
  const seen = known.get(agreements)
  if (seen?.today === today) return seen.upcoming
  const made = Object.values(agreements).flatMap((agreement): Upcoming[] => {
    const up = comesUp(agreement, today)
    return up === null ? [] : [{ agreement, ...up }]
  })
  known.set(agreements, { today, upcoming: made })
  return made
}

const coveringOf = new WeakMap<Agreements, ReadonlyMap<Id, readonly Agreement[]>>()

/** The agreements that work is done under, by client: master agreements and statements of work. */
export function coveringByClient(agreements: Agreements): ReadonlyMap<Id, readonly Agreement[]> {
  const seen = coveringOf.get(agreements)
  if (seen !== undefined) return seen
  const made = new Map<Id, Agreement[]>()
  for (const agreement of Object.values(agreements)) {
    if (agreement.kind !== 'master' && agreement.kind !== 'work') continue
    const list = made.get(agreement.clientId)
    if (list === undefined) made.set(agreement.clientId, [agreement])
    else list.push(agreement)
  }
  coveringOf.set(agreements, made)
  return made
}

/**
 * `contract` for each client's sessions of the week, not past, that lie on days on which no master agreement and no
 * statement of work is in force. Only where one is on record at all: a planner who keeps no register is not told that it
 * is empty. Never for prospects or own business.
 */
export function uncoveredFlags(material: WeekMaterial): Flag[] {
  const { plan, from } = material
  const covering = coveringByClient(plan.practice.agreements)
  if (covering.size === 0) return []
  return [...uncovered(material, covering)].flatMap(([clientId, items]) => {
    const client = own(plan.practice.clients, clientId)
    const [first] = items
    if (client === undefined || first === undefined) return []
    const interval = { from: first.start, to: Math.max(...items.map(({ end }) => end)) }
    const minutes = items.reduce((sum, { start, end }) => sum + end - start, 0)
    const until = lastCovering(covering.get(clientId) ?? [], dayOfItem(material, first))
    return flagOf(plan, {
      key: `contract:no-agreement:${clientId}:${from}`,
      code: 'contract',
      severity: 'watch',
      interval,
      days: daysOf(material, interval),
      occurrences: items.map(({ key }) => key),
      engagementIds: engagementsOf(items),
      clientId,
      needed: minutes,
      available: 0,
      short: minutes,
      facts: {
        why: 'no-agreement',
        client: client.name,
        sessions: items.map((item) => namedTime(plan, item)),
        last: until,
      },
    })
  })
}

function uncovered(
  material: WeekMaterial,
  covering: ReadonlyMap<Id, readonly Agreement[]>,
): Map<Id, Timed[]> {
  const { plan, now, start, end } = material
  const found = new Map<Id, Timed[]>()
  for (const item of material.booked) {
    const { engagementId } = item.occurrence
    const engagement = engagementId === null ? undefined : own(plan.practice.engagements, engagementId)
    if (engagement === undefined || engagement.status === 'prospect') continue
    if (item.end <= now || item.start < start || item.start >= end) continue
    const agreements = covering.get(engagement.clientId)
    if (agreements === undefined) continue
    const day = dayOfItem(material, item)
    if (agreements.some((agreement) => inForceOn(agreement, day))) continue
    const list = found.get(engagement.clientId)
    if (list === undefined) found.set(engagement.clientId, [item])
    else list.push(item)
  }
  return found
}

function dayOfItem({ calendar }: WeekMaterial, { start }: Timed): Day {
  return dayOf(localAt(start, calendar.zone).dayNumber)
}

/** The agreement that ended last before a day. */
function lastCovering(
  agreements: readonly Agreement[],
  day: Day,
): { readonly agreement: string; readonly end: Day } | null {
  let last: { agreement: string; end: Day } | null = null
  for (const { title, end } of agreements)
    if (end !== null && end < day && (last === null || last.end < end)) last = { agreement: title, end }
  return last
}
