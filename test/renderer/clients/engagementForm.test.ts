import { describe, expect, it } from 'vitest'
import { changesTerms, engagementForm, engagementOf } from '../../../renderer/clients/engagementForm.ts'
import { aClient, anEngagement } from '../../support/builders.ts'

const today = '2026-11-24'
const fresh = { id: 'new', client: aClient(), order: 7 }

describe('the form of an engagement', () => {
  it('saved unchanged, gives the engagement back', () => {
    const engagement = anEngagement()
    expect(engagementOf(engagementForm(engagement, today, ''), engagement, today, fresh)).toEqual(engagement)
  })

  it('a new rate holds from its day and leaves the past as it was', () => {
    const engagement = anEngagement()
    const form = {
      ...engagementForm(engagement, today, ''),
      terms: { kind: 'hourly', rate: 15_000 } as const,
    }
    expect(changesTerms(engagement, form, today)).toBe(true)
    expect(engagementOf({ ...form, changesFrom: '2026-12-01' }, engagement, today, fresh).terms).toEqual([
      { from: '2026-01-01', terms: { kind: 'hourly', rate: 12_000 } },
      { from: '2026-12-01', terms: { kind: 'hourly', rate: 15_000 } },
    ])
  })

  it('a first commitment does not reach back before its day', () => {
    const engagement = anEngagement()
    const commitment = { kind: 'hoursPerWeek', minutes: 480 } as const
    const form = { ...engagementForm(engagement, today, ''), commitment }
    expect(engagementOf(form, engagement, today, fresh).commitments).toEqual([
      { from: '2026-01-01', commitment: null },
      { from: today, commitment },
    ])
  })

  it('a new engagement belongs to the client, with terms from its start', () => {
    const form = {
      ...engagementForm(null, today, 'Advisory'),
      start: '2027-01-01',
      status: 'prospect' as const,
      probability: 40,
    }
    expect(engagementOf(form, null, today, fresh)).toMatchObject({
      id: 'new',
      clientId: 'northwind',
      name: 'Advisory',
      order: 7,
      probability: 40,
      terms: [{ from: '2027-01-01', terms: { kind: 'hourly', rate: 0 } }],
      commitments: [],
    })
  })

  it('only a prospect has a probability below certainty', () => {
    const form = { ...engagementForm(anEngagement(), today, ''), probability: 40 }
    expect(engagementOf(form, anEngagement(), today, fresh).probability).toBe(100)
  })
})
