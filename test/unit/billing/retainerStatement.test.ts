import { describe, expect, it } from 'vitest'
import type { RetainerTerms } from '../../../shared/billing/retainer.ts'
import { retainerStatement, toldColumns, toldHours } from '../../../shared/billing/retainerStatement.ts'
import type { Engagement } from '../../../shared/plan/engagement.ts'
import { formatIn } from '../../../shared/words/format.ts'
import { standingTexts } from '../../../shared/words/statementText.ts'
import { wordsIn } from '../../../shared/words/words.ts'
import { anEngagement, anEntry, aPlan } from '../../support/builders.ts'

const pays: RetainerTerms = {
  kind: 'retainer',
  period: 'month',
  minutes: 2400,
  price: 400_000,
  overageRate: 15_000,
  overage: 'billed',
  rollover: { kind: 'capped', minutes: 480, expiresAfter: null },
  resetDay: 1,
}
const english = formatIn('en', 'en-GB')

function told(
  worked: readonly (readonly [string, number])[],
  given: Partial<Engagement> = {},
  day = '2026-11-20',
) {
  const engagement = anEngagement({ pays, start: '2026-09-01', ...given })
  const entries = worked.map(([on, minutes], i) =>
    anEntry({ id: `e${i}`, day: on, start: null, minutes, note: `Work ${i}` }),
  )
  const statement = retainerStatement(aPlan({ engagements: [engagement], entries }), engagement, day)
  if (statement === null) throw new Error('no statement')
  const sentences = standingTexts(statement, wordsIn('en'), {
    hours: english.duration,
    day: english.dayMedium,
    on: '2026-11-20',
  })
  return { statement, sentences }
}

describe('the statement of a retainer', () => {
  it('tells the periods up to the one that is asked for, and its time by day', () => {
    const { statement } = told([
      ['2026-11-10', 90],
      ['2026-09-05', 2400],
      ['2026-10-05', 2100],
      ['2026-11-02', 60],
      ['2026-12-01', 30],
    ])
    expect(
      statement.periods.map(({ from, opening, used, closing }) => [from, opening, used, closing]),
    ).toEqual([
      ['2026-09-01', 0, 2400, 0],
      ['2026-10-01', 0, 2100, 300],
      ['2026-11-01', 300, 150, 480],
    ])
    expect(statement).toMatchObject({
      period: { from: '2026-11-01' },
      worked: 150,
      rounding: 0,
      left: 300 + 2400 - 150,
      lapsing: 300 + 2400 - 150 - 480,
      nextReset: '2026-12-01',
    })
    expect(statement.entries.map(({ day, note }) => [day, note])).toEqual([
      ['2026-11-02', 'Work 3'],
      ['2026-11-10', 'Work 0'],
    ])
  })

  it('says what is left until when, and what will lapse', () => {
    expect(told([['2026-11-10', 2040]]).sentences).toEqual([
      '14\u00a0h of 48\u00a0h left, until the next period begins on 1 Dec 2026',
      'Of these, 6\u00a0h lapse after 30 Nov 2026.',
    ])
    expect(told([['2026-11-10', 2700]], { end: '2026-11-30' }).sentences[0]).toBe(
      '3\u00a0h of 48\u00a0h left, until the engagement ends on 30 Nov 2026',
    )
  })

  it('says of a period that is over what became of its rest', () => {
    expect(told([['2026-09-10', 1800]], {}, '2026-09-15').sentences).toEqual([
      '10\u00a0h of 40\u00a0h were left at the end of the period',
      '8\u00a0h were carried into the next period.',
      '2\u00a0h lapsed after 30 Sep 2026.',
    ])
  })

  it('says what becomes of what is beyond the hours', () => {
    const over = [['2026-11-10', 3000]] as const
    expect(told(over).sentences).toEqual(['2\u00a0h beyond the hours are billed.'])
    const carried = { terms: [{ from: '2026-09-01', terms: { ...pays, overage: 'carried' as const } }] }
    expect(told(over, carried).sentences[0]).toBe('2\u00a0h beyond the hours are taken from the next period.')
  })

  it('adds up while the period runs, when nothing has lapsed yet, and leaves out columns of nothing', () => {
    const { statement } = told([['2026-11-10', 60]])
    const { period } = statement
    expect(toldHours(period, '2026-11-20')).toEqual({
      opening: 480,
      granted: 2400,
      used: 60,
      overage: 0,
      expired: 0,
      closing: 2820,
    })
    expect(toldHours(period, '2026-12-01')).toMatchObject({ expired: 2340, closing: 480 })
    expect(toldColumns(statement.periods, '2026-11-20')).toEqual([
      'opening',
      'granted',
      'used',
      'expired',
      'closing',
    ])
    expect(toldColumns([period], '2026-11-20')).toEqual(['opening', 'granted', 'used', 'closing'])
  })

  it('shows rounding by itself, so that the time and what is used add up', () => {
    const { statement } = told([['2026-11-10', 50]], {
      rounding: { mode: 'up', increment: 15, scope: 'entry' },
    })
    expect([statement.worked, statement.rounding, statement.period.used]).toEqual([50, 10, 60])
  })

  it('is none where the engagement is no retainer on the day', () => {
    const engagement = anEngagement()
    expect(retainerStatement(aPlan({ engagements: [engagement] }), engagement, '2026-11-20')).toBeNull()
  })
})
