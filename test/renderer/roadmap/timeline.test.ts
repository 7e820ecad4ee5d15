import { describe, expect, it } from 'vitest'
import { timelineOf } from '../../../renderer/roadmap/timeline.ts'
import { aDeliverable } from '../../support/builders.ts'

const today = '2026-11-24'
const of = (...given: Parameters<typeof aDeliverable>[0][]) =>
  timelineOf(
    given.map((one, i) => aDeliverable({ id: `d${i}`, ...one })),
    today,
    1,
  )

describe('the timeline of a roadmap', () => {
  it('has a bar from release to due for each deliverable with a due day, the soonest first', () => {
    const { bars } = of(
      { release: '2026-11-02', due: '2026-12-18', remainingMinutes: 150 },
      { due: null },
      { due: '2026-12-04' },
    )
    expect(
      bars.map(({ deliverable, from, isOpen, progress }) => [deliverable.due, from, isOpen, progress]),
    ).toEqual([
      ['2026-12-04', '2026-11-24', true, 0],
      ['2026-12-18', '2026-11-02', false, 0.75],
    ])
  })

  it('shows what is done for four weeks after its day, and whole', () => {
    const { bars } = of({ done: true, due: '2026-10-27' }, { done: true, due: '2026-10-26' })
    expect(bars.map(({ deliverable, progress }) => [deliverable.due, progress])).toEqual([['2026-10-27', 1]])
  })

  it.each([
    [600, 0, 1],
    [0, 0, 0],
    [600, 900, 0],
  ])('of an estimate of %i min with %i left, %d is done', (estimateMinutes, remainingMinutes, progress) => {
    expect(of({ estimateMinutes, remainingMinutes }).bars[0]?.progress).toBe(progress)
  })

  it('reaches over whole weeks, from the first bar to a fortnight behind the last, five weeks ahead at least', () => {
    const span = ({ from, end }: ReturnType<typeof of>) => [from, end]
    expect(span(of({ due: '2026-12-04' }))).toEqual(['2026-11-16', '2027-01-04'])
    expect(span(of({ release: '2026-10-07', due: '2027-02-03' }))).toEqual(['2026-10-05', '2027-02-22'])
    // One that is years away does not press the others together.
    expect(span(of({ release: '2020-01-01', due: '2035-01-01' }))).toEqual(['2026-05-25', '2028-11-27'])
  })

  it('labels months and ISO weeks, as many as fit', () => {
    const { months, weeks, today: at } = of({ release: '2026-12-01', due: '2027-01-15' })
    expect(months.map(({ day }) => day)).toEqual(['2026-11-16', '2026-12-01', '2027-01-01'])
    expect(weeks.map(({ number }) => number)).toEqual([47, 48, 49, 50, 51, 52, 53, 1, 2, 3, 4])
    expect(at).toBeCloseTo(8 / 77)
    const long = of({ due: '2027-12-01' }).weeks
    expect(long.filter(({ number }) => number !== null).length).toBeLessThanOrEqual(18)
  })
})
