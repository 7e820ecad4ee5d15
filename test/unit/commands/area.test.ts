import { applyPatches, enablePatches, type Patch } from 'immer'
import { describe, expect, it } from 'vitest'
import { booksRefusal } from '../../../shared/billing/standing.ts'
import { execute } from '../../../shared/commands/execute.ts'
import { engagementUses } from '../../../shared/plan/uses.ts'
import {
  aClient,
  aDeliverable,
  anEngagement,
  anEntry,
  aPlan,
  aSeries,
  aSession,
} from '../../support/builders.ts'
import { aBillingPlan, carriedOut, november } from '../billing/aBillingPlan.ts'

enablePatches()

const series = aSeries({ areaId: 'team' })
const made = aPlan({
  clients: [aClient()],
  engagements: [anEngagement()],
  deliverables: [aDeliverable({ areaId: 'team' })],
  sessions: [
    aSession({ areaId: 'team' }),
    aSession({ id: 'other', areaId: 'risk' }),
    {
      ...series,
      recurrence: {
        rule: 'FREQ=WEEKLY;BYDAY=MO',
        except: [],
        extra: [],
        changed: { '2026-11-30T09:00': { areaId: 'team' }, '2026-12-07T09:00': { areaId: 'risk' } },
      },
    },
  ],
  entries: [anEntry({ areaId: 'team' }), anEntry({ id: 'no', areaId: null })],
})
const area = (id: string, order: number) => ({ id, name: id, archived: false, order })
const plan = {
  ...made,
  practice: { ...made.practice, areas: { team: area('team', 1), risk: area('risk', 2) } },
}

describe('the merge of an area', () => {
  it.each([['risk'], [null]])('gives all that carries it to %s, and is taken back whole', (into) => {
    const result = execute(plan, { type: 'area/merge', id: 'team', into })
    if (!result.ok) throw new Error(result.refusal.code)
    const { practice, years } = result.plan
    expect(Object.keys(practice.areas)).toEqual(['risk'])
    expect({
      deliverable: practice.deliverables['milestone-2']?.areaId,
      series: practice.series['series-1']?.areaId,
      changed: practice.series['series-1']?.recurrence?.changed,
      sessions: Object.values(years['2026']?.sessions ?? {}).map(({ areaId }) => areaId),
      entries: Object.values(years['2026']?.entries ?? {}).map(({ areaId }) => areaId),
    }).toEqual({
      deliverable: into,
      series: into,
      changed: { '2026-11-30T09:00': { areaId: into }, '2026-12-07T09:00': { areaId: 'risk' } },
      sessions: [into, 'risk'],
      entries: [into, null],
    })
    expect(engagementUses(result.plan, 'area', 'team')).toBe(0)
    const before = applyPatches(result.plan, result.inverse as Patch[])
    expect(before).toEqual(plan)
    expect(booksRefusal(result.plan, before)).toBeNull()
  })

  it('of an area that billed time carries can be taken back: no bill tells what time was for', () => {
    const { years, practice } = aBillingPlan({ entries: [anEntry({ areaId: 'team' })] })
    const open = { years, practice: { ...practice, areas: plan.practice.areas } }
    const issued = carriedOut(
      open,
      { type: 'invoice/draft', invoice: november(open).invoice },
      { type: 'invoice/issue', id: 'invoice-1', on: '2026-11-30' },
    )
    const merged = carriedOut(issued, { type: 'area/merge', id: 'team', into: 'risk' })
    expect(merged.years['2026']?.entries['entry-1']?.areaId).toBe('risk')
    expect(booksRefusal(merged, issued)).toBeNull()
  })

  it.each([
    ['gone', null],
    ['team', 'gone'],
    ['team', 'team'],
  ])('of %s into %s is refused', (id, into) => {
    expect(execute(plan, { type: 'area/merge', id, into })).toMatchObject({ ok: false })
  })
})
