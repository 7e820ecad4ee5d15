import { describe, expect, test } from 'vitest'
import { StepHistory } from '../../../electron/history.ts'
import { PlanHost } from '../../../electron/planHost.ts'
import { whyHandlers } from '../../../electron/why/whyDesk.ts'
import type { WhyQuestion } from '../../../shared/capacity/why/question.ts'
import type { JournalLine } from '../../../shared/storage/journalLine.ts'
import { toEpochMinute } from '../../../shared/time/zone.ts'
import { aClient, anEngagement, aPlan, aSession, HOME } from '../../support/builders.ts'

const now = toEpochMinute('2026-11-23T08:00', HOME) * 60_000
const question: WhyQuestion = { start: '2026-11-23', about: { kind: 'week' } }

/** A host with a history of `count` sessions of two hours, of which all but the newest `inHand` lie in older files. */
async function aHost(count: number, inHand: number) {
  const lines: JournalLine[] = []
  const make = (
    history: StepHistory,
    plan = aPlan({ clients: [aClient()], engagements: [anEngagement()] }),
    rev = 0,
  ) =>
    new PlanHost({
      plan,
      rev,
      history,
      keeper: { append: async (line) => void lines.push(line), failing: () => false },
      now: () => now,
      readOnly: false,
    })
  const first = make(new StepHistory([], () => []))
  for (let i = 0; i < count; i++)
    await first.execute({
      type: 'session/create',
      sessions: [aSession({ id: `s${i}`, title: `Session ${i}`, start: '2026-11-28T09:00', minutes: 120 })],
    })
  const before = (rev: number) => {
    const older = lines.slice(0, rev - 1)
    return () => older.pop() ?? null
  }
  return make(new StepHistory(lines.slice(-inHand), () => [], 2000, before), first.plan(), count)
}

describe('a question of the past', () => {
  test('counts the holidays of each plan’s own region, also where none is set now', async () => {
    const host = await aHost(0, 1)
    const hours = (minutes: number) =>
      host.execute({
        type: 'session/create',
        sessions: [aSession({ id: `s${minutes}`, start: '2026-12-25T09:00', minutes })],
      })
    const region = (holidays: { country: string; state: null } | null) =>
      host.execute({ type: 'settings/change', change: { holidays } })
    const { 'why/ask': ask } = whyHandlers({ host: async () => host, now: () => now })
    const friday: WhyQuestion = { start: '2026-12-21', about: { kind: 'day', day: '2026-12-25' } }
    await hours(60)
    await region({ country: 'DE', state: null })
    expect(await ask(friday)).toMatchObject({
      state: 'found',
      why: { short: 60, since: { step: { rev: 2, type: 'settings/change', before: 0, after: 60 } } },
    })
    await hours(600)
    await region(null)
    const free = await ask(friday)
    expect(free).toMatchObject({ state: 'found', why: { since: { step: { rev: 2, after: 60 } } } })
    expect(free.state === 'found' && free.why.later.map(({ rev }) => rev)).toEqual([3, 4])
  })

  test('is answered from the lines in hand and the older files', async () => {
    const host = await aHost(20, 1)
    const { 'why/ask': ask } = whyHandlers({ host: async () => host, now: () => now })
    expect(await ask(question)).toMatchObject({
      state: 'found',
      why: {
        short: 240,
        since: { kind: 'step', step: { rev: 19, after: 120 } },
        later: [{ rev: 20, after: 240 }],
      },
    })
  })

  test('lets the process go on meanwhile, and is given up for the next one and when stopped', async () => {
    const host = await aHost(400, 400)
    const { 'why/ask': ask, 'why/stop': stop } = whyHandlers({ host: async () => host, now: () => now })
    await ask(question)
    const first = ask(question)
    const second = ask({ ...question, about: { kind: 'day', day: '2026-11-28' } })
    expect(await first).toEqual({ state: 'given-up' })
    expect(await second).toMatchObject({ state: 'found', why: { since: { step: { rev: 1 } } } })
    const third = ask(question)
    stop(undefined)
    expect(await third).toEqual({ state: 'given-up' })
  })
})
