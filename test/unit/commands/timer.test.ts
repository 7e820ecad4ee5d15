import { describe, expect, it } from 'vitest'
import { execute } from '../../../shared/commands/execute.ts'
import { Command } from '../../../shared/commands/registry.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { Timer } from '../../../shared/plan/timer.ts'
import { forEngagement, forOccurrence, likelyStarts, startCommand } from '../../../shared/timer/begin.ts'
import { aClient, aDeliverable, anEngagement, anEntry, aPlan, aSession } from '../../support/builders.ts'
import { aTimer, at, ids } from '../timer/aTimer.ts'

const plan = aPlan({
  clients: [aClient(), aClient({ id: 'lumen', name: 'Lumen', order: 2 })],
  engagements: [
    anEngagement(),
    anEngagement({ id: 'northwind-old', status: 'closed', order: 2 }),
    anEngagement({ id: 'lumen-1', clientId: 'lumen', name: 'Advisory' }),
  ],
  deliverables: [aDeliverable()],
})

const withTimer = (timer: Timer | null, from: Plan = plan): Plan => ({
  ...from,
  practice: { ...from.practice, timer },
})
const running = withTimer(aTimer())

function outcome(before: Plan, given: unknown) {
  const result = execute(before, Command.parse(given))
  return result.ok ? result : `${result.refusal.path.join('.')} ${result.refusal.code}`
}
const timerAfter = (before: Plan, given: unknown) => {
  const result = outcome(before, given)
  return typeof result === 'string' ? result : result.plan.practice.timer
}

describe('timer/start', () => {
  it.each<[string, Plan, Timer, string]>([
    ['while one runs', running, aTimer({ entryId: 'timer-2' }), ' timer-runs'],
    [
      'of an engagement that does not exist',
      plan,
      aTimer({ engagementId: 'none' }),
      'timer.engagementId engagement-gone',
    ],
    ['of an area that does not exist', plan, aTimer({ areaId: 'none' }), 'timer.areaId area-gone'],
    [
      'of another engagement’s deliverable',
      plan,
      aTimer({ engagementId: 'lumen-1', deliverableId: 'milestone-2' }),
      'timer.deliverableId deliverable-elsewhere',
    ],
    [
      'with the id of an entry',
      aPlan({ ...{ engagements: [anEngagement()] }, entries: [anEntry({ id: 'timer-1' })] }),
      aTimer(),
      'timer.entryId id-taken',
    ],
  ])('is refused %s', (_, before, timer, refusal) => {
    expect(outcome(before, { type: 'timer/start', timer })).toBe(refusal)
  })

  it('starts it, and is called by its note or its engagement', () => {
    const started = outcome(plan, { type: 'timer/start', timer: aTimer({ note: '' }) })
    expect(started).toMatchObject({ subject: 'Fractional CTO', undoable: true })
    expect(timerAfter(plan, { type: 'timer/start', timer: aTimer() })).toEqual(aTimer())
  })

  it('an engagement whose timer runs cannot be deleted', () => {
    expect(outcome(running, { type: 'practice/delete', kind: 'engagement', id: 'northwind-cto' })).toBe(
      'id record-used',
    )
  })
})

describe('timer/stop', () => {
  const entry = anEntry({ id: 'timer-1', minutes: 60, deliverableId: 'milestone-2' })

  it('writes its entry, and what remains of the deliverable shrinks by it', () => {
    const result = outcome(running, { type: 'timer/stop', entryId: 'timer-1', entries: [entry] })
    if (typeof result === 'string') throw new Error(result)
    expect([
      result.plan.practice.timer,
      result.plan.years['2026']?.entries,
      result.plan.practice.deliverables['milestone-2']?.remainingMinutes,
      result.subject,
    ]).toEqual([null, { 'timer-1': entry }, 540, 'Platform roadmap'])
  })

  it('without entries it is given up', () => {
    expect(timerAfter(running, { type: 'timer/stop', entryId: 'timer-1', entries: [] })).toBeNull()
  })

  it.each<[string, Plan, unknown, string]>([
    ['where none runs', plan, { entryId: 'timer-1', entries: [] }, 'entryId timer-gone'],
    ['where another runs', running, { entryId: 'timer-0', entries: [] }, 'entryId timer-gone'],
    [
      'for a closed period',
      { ...running, practice: { ...running.practice, closedThrough: '2026-11-23' } },
      { entryId: 'timer-1', entries: [entry] },
      'entries.0.day period-closed',
    ],
  ])('is refused %s', (_, before, given, refusal) => {
    expect(outcome(before, { type: 'timer/stop', ...(given as object) })).toBe(refusal)
  })
})

describe('timer/change', () => {
  const change = (change: object) => timerAfter(running, { type: 'timer/change', entryId: 'timer-1', change })

  it('sets what it is given and leaves the rest', () => {
    expect([
      change({ note: 'Call', startedAt: '2026-11-24T07:30:00Z' }),
      change({ engagementId: null, billable: false }),
    ]).toEqual([
      aTimer({ note: 'Call', startedAt: '2026-11-24T07:30:00Z' }),
      aTimer({ engagementId: null, billable: false }),
    ])
  })

  it('is refused where it would name what does not exist, and where another timer runs', () => {
    const other = { type: 'timer/change', entryId: 'timer-0', change: { note: '' } }
    expect([change({ engagementId: 'none' }), timerAfter(running, other)]).toEqual([
      'change.engagementId engagement-gone',
      'entryId timer-gone',
    ])
  })
})

describe('starting another while one runs', () => {
  it('stops and starts as one step', () => {
    const context = { now: at('09:00:30'), newId: ids() }
    const settled = startCommand(running, forEngagement('lumen-1'), [], context)
    const result = outcome(running, settled.ok ? settled.command : null)
    if (typeof result === 'string') throw new Error(result)
    expect([
      result.plan.practice.timer,
      Object.values(result.plan.years['2026']?.entries ?? {}).map(({ id, minutes }) => [id, minutes]),
      result.undoable,
    ]).toEqual([
      aTimer({ entryId: 'made-1', startedAt: '2026-11-24T09:00:30Z', engagementId: 'lumen-1', note: '' }),
      [['timer-1', 60]],
      true,
    ])
  })
})

describe('what a timer is started for', () => {
  it('a session gives it all that the session says, and which occurrence it works on', () => {
    const session = aSession({ areaId: 'area', deliverableId: 'milestone-2', billable: false })
    expect(forOccurrence({ ...session, key: 'session-1@x', original: '2026-11-23T09:00' })).toEqual({
      engagementId: 'northwind-cto',
      deliverableId: 'milestone-2',
      areaId: 'area',
      note: 'Platform roadmap',
      billable: false,
      session: { sessionId: 'session-1', original: '2026-11-23T09:00' },
    })
  })

  it('likely are the engagement used last, the session that goes on or comes next, and the active engagements in order', () => {
    const used = aPlan({
      clients: Object.values(plan.practice.clients),
      engagements: Object.values(plan.practice.engagements),
      sessions: [
        aSession({ start: '2026-11-24T09:30' }),
        aSession({ id: 'later', start: '2026-11-24T11:00' }),
      ],
      entries: [
        anEntry({ day: '2026-11-20', start: null, engagementId: 'lumen-1' }),
        anEntry({ id: 'b', day: '2026-11-19', start: '2026-11-19T17:00' }),
        anEntry({ id: 'c', day: '2025-11-24', start: null, engagementId: null }),
      ],
    })
    const { last, next, engagements } = likelyStarts(used, at('09:00'))
    expect([last, next?.occurrence.id, engagements]).toEqual([
      'lumen-1',
      'session-1',
      ['northwind-cto', 'lumen-1'],
    ])
    const closed = aPlan({ engagements: [anEngagement({ status: 'closed' })], entries: [anEntry()] })
    expect(likelyStarts(closed, at('09:00'))).toEqual({ last: undefined, next: null, engagements: [] })
  })
})
