import { describe, expect, test, vi } from 'vitest'
import { clockFrom } from '../../../electron/clock.ts'
import { scrub } from '../../../electron/log/scrub.ts'
import { firstPlan } from '../../../electron/start/firstPlan.ts'
import { boundsToOpen } from '../../../electron/window/bounds.ts'
import { isUnused } from '../../../shared/commands/startCommands.ts'
import { Plan } from '../../../shared/plan/plan.ts'

vi.mock('electron', () => ({ app: {} }))
const { knownLocale } = await import('../../../electron/place.ts')

describe('the window opens', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 }
  const right = { x: 1920, y: 0, width: 1280, height: 1024 }
  const where = { x: 100, y: 80, width: 1200, height: 800 }

  test.each([
    ['where it was', where, [screen], where],
    ['where it was, on the second display', { ...where, x: 2000 }, [screen, right], { ...where, x: 2000 }],
    [
      'in the middle when that display is gone',
      { ...where, x: 2000 },
      [screen],
      { x: 240, y: 90, width: 1440, height: 900 },
    ],
    [
      'in the middle when only its edge would be seen',
      { ...where, x: 1850 },
      [screen],
      { x: 240, y: 90, width: 1440, height: 900 },
    ],
    [
      'in the middle when its title bar would be above',
      { ...where, y: -200 },
      [screen],
      { x: 240, y: 90, width: 1440, height: 900 },
    ],
    [
      'in the middle when its title bar would be below',
      { ...where, y: 1070 },
      [screen],
      { x: 240, y: 90, width: 1440, height: 900 },
    ],
    ['in the middle at first', null, [screen], { x: 240, y: 90, width: 1440, height: 900 }],
    [
      'no larger than a small display',
      null,
      [{ x: 0, y: 25, width: 1024, height: 700 }],
      { x: 0, y: 25, width: 1024, height: 700 },
    ],
    [
      'no smaller than can be used',
      { ...where, width: 200, height: 90 },
      [screen],
      { ...where, width: 880, height: 560 },
    ],
  ] as const)('%s', (_how, remembered, [first, ...others], expected) => {
    expect(boundsToOpen(remembered, [first, ...others])).toEqual(expected)
  })
})

describe('the log', () => {
  test.each([
    ['no engagement “Northwind Ltd” for 1240.50', 'no engagement “…” for #'],
    ["cannot read 'Anna Meyer'", "cannot read '…'"],
    ['mail anna@northwind.example failed', 'mail …@… failed'],
    ['budget 9000 passed by 12,5', 'budget # passed by #'],
    ['at run (file:///home/anna/headroom/dist/main/main.js:120:7)', 'at run (main.js:120:7)'],
    ['at app://headroom/assets/index-abc.js:1:2345', 'at index-abc.js:1:2345'],
    ['ENOSPC: no space left, write', 'ENOSPC: no space left, write'],
  ])('says %s as %s', (text, said) => {
    expect(scrub(text)).toBe(said)
  })
})

describe('a first plan', () => {
  const options = { today: '2026-11-25', zone: 'Europe/Vienna' } as const

  test.each(['en', 'de'] as const)(
    'that is empty has working hours of forty a week, areas in %s, and nothing else',
    (language) => {
      const plan = firstPlan({ ...options, choice: 'empty', language })
      expect(Plan.safeParse(plan).error).toBeUndefined()
      const [pattern] = Object.values(plan.practice.patterns)
      const minutes = pattern?.week.map((day) => day.reduce((sum, { from, to }) => sum + to - from, 0))
      expect([pattern?.from, minutes]).toEqual(['2025-11-24', [480, 480, 480, 480, 480, 0, 0]])
      expect(Object.values(plan.practice.areas).map(({ name }) => name)).toContain(
        language === 'en' ? 'Delivery' : 'Umsetzung',
      )
      expect(plan.practice.settings.homeZone).toBe('Europe/Vienna')
      expect([plan.practice.clients, plan.practice.series, plan.years]).toEqual([{}, {}, {}])
      expect(isUnused(plan)).toBe(false)
    },
  )

  test('of the sample holds to its schema', () => {
    expect(Plan.safeParse(firstPlan({ ...options, choice: 'sample', language: 'de' })).error).toBeUndefined()
  })
})

test.each([
  [['de-AT', 'en-US'], 'de-AT'],
  [['', 'C', 'en-GB'], 'en-GB'],
  [['C.UTF-8', 'POSIX', 'xx_YY'], 'en'],
  [[''], 'en'],
])('of the locales %j the first that is one is taken: %s', (candidates, locale) => {
  expect(knownLocale(candidates)).toBe(locale)
})

describe('the clock', () => {
  test('starts where a test sets it, and advances', () => {
    const clock = clockFrom('2026-11-23T08:00:00Z')
    expect(clock.fixedNow).toBe('2026-11-23T08:00:00.000Z')
    const passed = clock.now() - Date.parse('2026-11-23T08:00:00Z')
    expect(passed >= 0 && passed < 10_000).toBe(true)
  })

  test('is the real one otherwise, and refuses what is no instant', () => {
    expect(clockFrom(undefined).fixedNow).toBeNull()
    expect(() => clockFrom('tomorrow')).toThrow('not an instant')
  })
})
