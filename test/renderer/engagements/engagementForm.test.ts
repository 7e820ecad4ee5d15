import { describe, expect, it } from 'vitest'
import { engagementForm, engagementOf } from '../../../renderer/engagements/engagementForm.ts'
import {
  changedFrom,
  changesPast,
  historyOf,
  misplaced,
  withVersion,
} from '../../../renderer/engagements/history.ts'
import { aClient, anEngagement } from '../../support/builders.ts'

const today = '2026-11-24'
const fresh = { id: 'new', client: aClient(), order: 7 }

describe('the form of an engagement', () => {
  it('saved unchanged, gives the engagement back', () => {
    const engagement = anEngagement()
    expect(engagementOf(engagementForm(engagement, today, ''), engagement, fresh)).toEqual(engagement)
  })

  it('a new rate holds from its day and leaves the past as it was', () => {
    const engagement = anEngagement()
    const form = engagementForm(engagement, today, '')
    const { history, key } = changedFrom(form.terms, 0, '2026-12-01')
    const terms = withVersion(history, key, { value: { kind: 'hourly', rate: 15_000 } })
    expect(engagementOf({ ...form, terms }, engagement, fresh).terms).toEqual([
      { from: '2026-01-01', terms: { kind: 'hourly', rate: 12_000 } },
      { from: '2026-12-01', terms: { kind: 'hourly', rate: 15_000 } },
    ])
  })

  it('a first commitment from a day does not reach back before it', () => {
    const engagement = anEngagement()
    const commitment = { kind: 'hoursPerWeek', minutes: 480 } as const
    const form = engagementForm(engagement, today, '')
    const { history, key } = changedFrom(form.commitments, 0, today)
    const commitments = withVersion(history, key, { value: commitment })
    expect(engagementOf({ ...form, commitments }, engagement, fresh).commitments).toEqual([
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
    expect(engagementOf(form, null, fresh)).toMatchObject({
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
    expect(engagementOf(form, anEngagement(), fresh).probability).toBe(100)
  })
})

describe('a history', () => {
  const history = historyOf([
    { from: '2026-01-01', value: 100 },
    { from: '2027-01-01', value: 120 },
  ])
  const plain = (versions: typeof history) => versions.map(({ from, value }) => [from, value])

  it('gets a change between two versions, from the day that is asked for where it lies there', () => {
    expect(plain(changedFrom(history, 0, '2026-12-01').history)).toEqual([
      ['2026-01-01', 100],
      ['2026-12-01', 100],
      ['2027-01-01', 120],
    ])
    expect(plain(changedFrom(history, 1, '2026-12-01').history)[2]).toEqual(['2027-01-02', 120])
  })

  it('a correction that becomes a change leaves the past as it was saved', () => {
    const corrected = withVersion(history, 0, { value: 110 })
    expect(corrected.map((version) => changesPast(version, today))).toEqual([true, false])
    expect(plain(changedFrom(corrected, 0, today, true).history)).toEqual([
      ['2026-01-01', 100],
      [today, 110],
      ['2027-01-01', 120],
    ])
  })

  it('says between which days a version must begin that is out of order', () => {
    const day = (from: string) => misplaced(withVersion(history, 1, { from }), 1)
    expect([day('2026-01-02'), day('2026-01-01'), day('2025-12-31')]).toEqual([
      null,
      { after: '2026-01-01', before: null },
      { after: '2026-01-01', before: null },
    ])
    const three = changedFrom(history, 0, '2026-12-01')
    expect(misplaced(withVersion(three.history, three.key, { from: '2027-02-01' }), three.key)).toEqual({
      after: '2026-01-01',
      before: '2027-01-01',
    })
  })
})
