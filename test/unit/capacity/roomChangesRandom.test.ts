import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Asked } from '../../../shared/capacity/sayYes/asked.ts'
import { deadlinesOf } from '../../../shared/capacity/sayYes/askedDeadlines.ts'
import { weeksAhead } from '../../../shared/capacity/sayYes/askedWeeks.ts'
import { type Given, searchOf } from '../../../shared/capacity/sayYes/room/concession.ts'
import { loweredPromise } from '../../../shared/capacity/sayYes/room/promised.ts'
import { roomChanges } from '../../../shared/capacity/sayYes/room/roomChanges.ts'
import type { RoomChange } from '../../../shared/capacity/sayYes/room/smallest.ts'
import { canSayYes, sayYes } from '../../../shared/capacity/sayYes/sayYes.ts'
import { execute } from '../../../shared/commands/execute.ts'
import { type BatchCommand, Command } from '../../../shared/commands/registry.ts'
import type { Commitment } from '../../../shared/plan/engagement.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { addDays } from '../../../shared/time/day.ts'
import { assertAlsoFixed } from '../../support/alsoFixed.ts'
import { times } from '../../support/effort.ts'
import { anyAsked } from './randomAsked.ts'
import { aPractice, context } from './randomPractice.ts'

type Member = BatchCommand['commands'][number]

/** All steps at once. */
function changesFor(plan: Plan, asked: Asked): readonly RoomChange[] {
  const search = roomChanges(plan, asked, context, sayYes(plan, asked, context))
  for (;;) {
    const step = search.next()
    if (step.done === true) return step.value
  }
}

const membersOf = ({ command }: RoomChange): readonly Member[] => {
  if (command === null) return []
  return command.type === 'batch' ? command.commands : [command as Member]
}

function after(plan: Plan, members: readonly Member[]): Plan {
  return members.reduce((now, member) => {
    const result = execute(now, member)
    if (!result.ok) throw new Error(`refused: ${result.refusal.code}`)
    return result.plan
  }, plan)
}

/** The members with another record in the place of one, or without it. */
function withRecord(members: readonly Member[], id: string, other: object | null): Member[] {
  return members.flatMap((member): Member[] => {
    if (member.type !== 'practice/put') return [member]
    const records = member.records.flatMap((record) =>
      record.value.id !== id
        ? [record]
        : other === null
          ? []
          : [{ ...record, value: other } as typeof record],
    )
    return records.length === 0 ? [] : [{ ...member, records }]
  })
}

/** The members without what they delete of some sessions. */
function keeping(members: readonly Member[], keeps: (id: string) => boolean): Member[] {
  return members.flatMap((member): Member[] => {
    if (member.type !== 'session/delete') return [member]
    const sessions = member.sessions.filter(({ id }) => !keeps(id))
    return sessions.length === 0 ? [] : [{ ...member, sessions }]
  })
}

interface Tried {
  readonly plan: Plan
  readonly asked: Asked
}

/** The answer is yes, and no deadline that could be met cannot any more. */
function hasRoom(plan: Plan, tried: Tried): boolean {
  const lostIn = (of: Plan, asked: Asked) =>
    deadlinesOf(of, weeksAhead(of, asked.start, context), context).lost
  const before = lostIn(plan, tried.asked)
  const isKept = [...lostIn(tried.plan, tried.asked)].every((id) => before.has(id))
  return isKept && canSayYes(tried.plan, tried.asked, context)
}

/** Quarters of an hour, or half days, by which a commitment was lowered. */
function stepsBetween(before: Commitment, fewer: Commitment): number {
  if (before.kind === 'daysPerWeek')
    return before.halfDays - (fewer.kind === 'daysPerWeek' ? fewer.halfDays : 0)
  return Math.ceil((before.minutes - (fewer.kind === 'daysPerWeek' ? 0 : fewer.minutes)) / 15)
}

/** What is given up with one step less of one thing: once for each of the sessions that go. */
function* lessOf(plan: Plan, asked: Asked, change: RoomChange, given: Given): Generator<Tried> {
  const members = membersOf(change)
  const made = (others: readonly Member[]) => ({ plan: after(plan, others), asked: change.asked })
  switch (given.kind) {
    case 'reserve': {
      const steps = Math.ceil((given.before - given.after) / 15) - 1
      const value = {
        type: 'settings/change',
        change: { reserveMinutes: given.before - 15 * steps },
      } as const
      yield made(members.map((member) => (member.type === 'settings/change' ? value : member)))
      break
    }
    case 'due': {
      const deliverable = plan.practice.deliverables[given.deliverableId]
      const due = addDays(given.after, -1)
      yield made(withRecord(members, given.deliverableId, { ...deliverable, due }))
      break
    }
    case 'until': {
      const end = addDays(given.after, 1)
      yield { ...made(members), asked: { ...change.asked, end } }
      break
    }
    case 'meeting':
      if (given.after === null) yield { ...made(members), asked }
      break
    case 'end':
      yield made(keeping(withRecord(members, given.engagementId, null), isOf(plan, given.engagementId)))
      break
    case 'tentative': {
      const gone = members.flatMap((member) => (member.type === 'session/delete' ? member.sessions : []))
      const mine = new Set(gone.map(({ id }) => id).filter(isOf(plan, given.engagementId)))
      for (const id of mine) yield made(keeping(members, (other) => other === id))
      break
    }
    case 'lower': {
      const search = searchOf(plan, asked, context, sayYes(plan, asked, context))
      const engagement = plan.practice.engagements[given.engagementId]
      const less = engagement === undefined ? null : loweredPromise(search, engagement)
      const steps = Math.max(
        0,
        ...given.commitments.map((one) => stepsBetween(one.before, one.after)),
        ...(given.commitments.length > 0 ? [] : given.retainers).map(({ before, after: fewer }) =>
          Math.ceil((before.minutes - fewer.minutes) / 15),
        ),
      )
      if (less === null || steps === 0) throw new Error('not lowered')
      const [put] = steps === 1 ? [] : less.at(steps - 1).members
      const record = put?.type === 'practice/put' ? put.records[0] : undefined
      yield made(withRecord(members, given.engagementId, record?.value ?? null))
    }
  }
}

const isOf = (plan: Plan, engagementId: string | null) => (id: string) =>
  [plan.practice.series, ...Object.values(plan.years).map(({ sessions }) => sessions)].some(
    (map) => map[id] !== undefined && map[id].engagementId === engagementId,
  )

/** More than fits, by up to ten hours a week; with its meetings, or without them. */
const tooMuch = fc
  .record({
    plan: aPractice,
    asked: anyAsked,
    more: fc.integer({ min: 1, max: 600 }),
    meets: fc.constantFrom(true, false, false),
  })
  .map(({ plan, asked, more, meets }) => {
    const meant = meets ? asked : { ...asked, meetings: [] }
    const { largest } = sayYes(plan, meant, context)
    return {
      plan,
      asked: { ...meant, commitment: { kind: 'hoursPerWeek' as const, minutes: largest + more } },
    }
  })

test('every change that is offered makes room, and a step less of anything in it does not', {
  timeout: times(20_000, 1_200_000),
}, () => {
  const seen = new Map<string, number>()
  assertAlsoFixed(
    fc.property(tooMuch, ({ plan, asked }) => {
      for (const change of changesFor(plan, asked)) {
        const kinds = change.given.map(({ kind }) => kind).join(' ')
        seen.set(kinds, (seen.get(kinds) ?? 0) + 1)
        if (change.command !== null) expect(Command.safeParse(change.command).error).toBeUndefined()
        const applied = { plan: after(plan, membersOf(change)), asked: change.asked }
        expect([kinds, canSayYes(applied.plan, applied.asked, context)]).toEqual([kinds, true])
        expect([kinds, hasRoom(plan, applied)]).toEqual([kinds, true])
        for (const given of change.given)
          for (const less of lessOf(plan, asked, change, given))
            expect([kinds, given, hasRoom(plan, less)]).toEqual([kinds, given, false])
      }
    }),
    { random: times(40, 2000), fixed: 20 },
  )
  expect([...seen.keys()].length).toBeGreaterThan(3)
})
