import { describe, expect, it } from 'vitest'
import { execute } from '../../../shared/commands/execute.ts'
import { closedEngagements, portfolioOf } from '../../../shared/pipeline/outcomes.ts'
import {
  others,
  type Touch,
  touchCommand,
  touchedCommand,
  touches,
} from '../../../shared/pipeline/touches.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { aClient, aContact, anEngagement, aPlan } from '../../support/builders.ts'

const TODAY = '2026-11-24'

const plan = aPlan({
  clients: [
    aClient({
      contacts: [aContact({ touchDays: 30, nextContact: '2026-11-24' }), aContact({ id: 'b', name: 'Bo' })],
    }),
    aClient({ id: 'past', name: 'Past', order: 2, touchDays: 91, nextContact: '2026-11-01' }),
    aClient({ id: 'gone', name: 'Gone', order: 3, archived: true, touchDays: 365 }),
    aClient({ id: 'soon', name: 'Soon', order: 4, nextContact: '2026-12-24' }),
  ],
  engagements: [
    anEngagement(),
    anEngagement({ id: 'over', clientId: 'past', end: '2026-10-31' }),
    anEngagement({ id: 'closed', clientId: 'gone', status: 'closed' }),
    anEngagement({ id: 'sought', clientId: 'soon', status: 'prospect' }),
  ],
})
const list = touches(plan, TODAY)
const find = (key: string): Touch => {
  const found = list.find((touch) => touch.key === key)
  if (found === undefined) throw new Error(`no ${key}`)
  return found
}

describe('keeping in touch', () => {
  it('lists clients and contacts, the longest overdue first, those without a date last', () => {
    expect(list.map(({ key, over, everyDays, isPast }) => [key, over, everyDays, isPast])).toEqual([
      ['past', 23, 91, true],
      ['northwind contact-1', 0, 30, false],
      ['soon', -30, null, false],
      ['gone', null, 365, true],
    ])
  })

  it('offers everybody else', () => {
    expect(others(plan, TODAY).map(({ key }) => key)).toEqual(['northwind', 'northwind b'])
  })

  const contacted: readonly (readonly [string, string | null])[] = [
    ['past', '2027-02-23'],
    ['northwind contact-1', '2026-12-24'],
    ['soon', null],
  ]
  it.each(contacted)('contact with %s moves its date on by the rhythm', (key, next) => {
    const command = touchedCommand(plan, find(key), TODAY)
    const result = command === null ? null : execute(plan, command)
    const then = result?.ok ? result.plan : plan
    const touch = [...touches(then, TODAY), ...others(then, TODAY)].find((other) => other.key === key)
    expect([touch?.next, touch?.everyDays]).toEqual([next, find(key).everyDays])
  })

  it('changes nothing of a contact that is gone meanwhile', () => {
    const none: Plan = aPlan({ clients: [aClient()] })
    const change = { nextContact: TODAY, touchDays: null }
    expect(touchCommand(none, find('northwind contact-1'), change)).toBeNull()
    expect(touchCommand(none, find('past'), change)).toBeNull()
  })
})

describe('the outcomes', () => {
  const outcome = (kind: 'completed' | 'ended' | 'lost', on: string, result = '') => ({
    kind,
    on,
    reason: 'why',
    result,
  })
  const recorded = aPlan({
    clients: [aClient()],
    engagements: [
      anEngagement({
        id: 'a',
        status: 'closed',
        outcome: outcome('completed', '2025-06-30', ' Built it. \n'),
      }),
      anEngagement({
        id: 'b',
        name: 'Audit',
        status: 'closed',
        outcome: outcome('ended', '2026-03-31', 'Found it.'),
      }),
      anEngagement({ id: 'c', status: 'closed', end: '2026-01-31' }),
      anEngagement({ id: 'd', status: 'closed', outcome: outcome('lost', '2026-09-30') }),
      anEngagement({ id: 'e' }),
    ],
  })

  const closed: Plan = {
    ...recorded,
    practice: {
      ...recorded.practice,
      business: { ...recorded.practice.business, name: 'Alex Marsh', email: 'alex@marsh.example' },
    },
  }

  it('are those of closed engagements, the latest first', () => {
    expect(closedEngagements(closed).map(({ engagement, on }) => [engagement.id, on])).toEqual([
      ['d', '2026-09-30'],
      ['b', '2026-03-31'],
      ['c', '2026-01-31'],
      ['a', '2025-06-30'],
    ])
  })

  it('go into the portfolio as chosen, without reason, and without the client where it is not to be named', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    expect(portfolioOf(closed, { ids, heading: 'Work', showClients: true })).toEqual({
      heading: 'Work',
      business: ['Alex Marsh', 'alex@marsh.example'],
      items: [
        {
          title: 'Audit',
          client: 'Northwind',
          from: '2026-01-01',
          to: '2026-03-31',
          kind: 'ended',
          result: 'Found it.',
        },
        {
          title: 'Fractional CTO',
          client: 'Northwind',
          from: '2026-01-01',
          to: '2025-06-30',
          kind: 'completed',
          result: 'Built it.',
        },
      ],
    })
    const hidden = portfolioOf(closed, { ids: ['b'], heading: 'Work', showClients: false })
    expect(hidden.items.map(({ title, client }) => [title, client])).toEqual([['Audit', '']])
  })
})
