import { expect, test } from 'vitest'
import { drawnAhead, type Ring, ringOf, showing } from '../../../../renderer/week/pages/ring.ts'
import type { WeekView } from '../../../../shared/capacity/weekView.ts'
import { times } from '../../../support/effort.ts'
import { randomFrom } from '../../../support/random.ts'

const weekOf = (start: string) => ({ start }) as WeekView
const [before, now, after, later] = ['2026-11-16', '2026-11-23', '2026-11-30', '2026-12-07'].map(weekOf) as [
  WeekView,
  WeekView,
  WeekView,
  WeekView,
]
const beside = (view: WeekView) => (view === now ? [after.start, before.start] : [later.start, now.start])

const inSight = ({ pages, shown }: Ring) => pages.find(({ id }) => id === shown)?.view

test('another week is shown on the page that is in sight, where none was drawn ahead for it', () => {
  const ring = showing(ringOf(now), after, true)
  expect(ring.pages).toHaveLength(1)
  expect(inSight(ring)).toBe(after)
})

test('a week that was drawn ahead is shown on its own page, whole; the one before stays as it is', () => {
  const drawn = drawnAhead(ringOf(now), after, 2, beside(now))
  const ring = showing(drawn, after, true)
  expect(ring.shown).not.toBe(drawn.shown)
  expect(ring.pages.map(({ view }) => view)).toEqual([now, after])
  expect(ring.pages[1]?.parts).toBe(Number.POSITIVE_INFINITY)
  expect(showing(ring, now, true).shown).toBe(drawn.shown)
})

test('while something hangs on the page in sight, it stays there', () => {
  const drawn = drawnAhead(ringOf(now), after, 2, beside(now))
  const ring = showing(drawn, after, false)
  expect(ring.shown).toBe(drawn.shown)
  expect(inSight(ring)).toBe(after)
})

test('the same week computed anew stays on its page', () => {
  const drawn = drawnAhead(ringOf(now), after, 2, beside(now))
  const anew = weekOf(now.start)
  const ring = showing(drawn, anew, true)
  expect(ring.shown).toBe(drawn.shown)
  expect(inSight(ring)).toBe(anew)
  expect(showing(ring, anew, true)).toBe(ring)
})

test('pages are three at most, and one whose week is wanted no more makes room', () => {
  const three = drawnAhead(drawnAhead(ringOf(now), after, 9, beside(now)), before, 9, beside(now))
  expect(three.pages.map(({ view }) => view)).toEqual([now, after, before])
  const turned = drawnAhead(showing(three, after, true), later, 9, beside(after))
  expect(turned.pages.map(({ view }) => view)).toEqual([now, after, later])
  expect(drawnAhead(three, later, 9, beside(now))).toBe(three)
})

test('what is drawn so far is not drawn again; more of it, or the week computed anew, is', () => {
  const drawn = drawnAhead(ringOf(now), after, 3, beside(now))
  expect(drawnAhead(drawn, after, 3, beside(now))).toBe(drawn)
  expect(drawnAhead(drawn, after, 4, beside(now)).pages[1]?.parts).toBe(4)
  const anew = weekOf(after.start)
  expect(drawnAhead(drawn, anew, 1, beside(now)).pages[1]).toEqual({ id: 1, view: anew, parts: 1 })
})

test('the week in sight is drawn by whoever looks at it, not ahead', () => {
  const ring = ringOf(now)
  expect(drawnAhead(ring, weekOf(now.start), 1, beside(now))).toBe(ring)
})

test('whatever is paged to and drawn ahead in whatever order, the week asked for is in sight and no page moves', () => {
  const random = randomFrom(4)
  const any = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  for (let round = 0; round < times(200, 5_000); round++) {
    let ring = ringOf(now)
    for (let step = 0; step < 30; step++) {
      const ids = ring.pages.map(({ id }) => id)
      const view =
        random() < 0.8 ? any([before, now, after, later]) : weekOf(any([before, now, after, later]).start)
      const shown = inSight(ring)
      if (random() < 0.5) {
        ring = showing(ring, view, random() < 0.8)
        expect(inSight(ring)).toBe(view)
      } else {
        ring = drawnAhead(ring, view, Math.ceil(random() * 9), [any([before, now, after, later]).start])
        expect(inSight(ring)).toBe(shown)
      }
      expect(ring.pages.length).toBeLessThanOrEqual(3)
      expect(ring.pages.map(({ id }) => id).slice(0, ids.length)).toEqual(ids)
    }
  }
})
