import { expect, test } from 'vitest'
import { week } from '../../../shared/capacity/week.ts'
import { oneFullStop } from '../../../shared/words/de/fullStop.ts'
import { formatIn } from '../../../shared/words/format.ts'
import { wordsIn } from '../../../shared/words/words.ts'
import { aClient, anEngagement, aPlan, aSession } from '../../support/builders.ts'
import { at, MONDAY } from '../capacity/mockWeek.ts'

test.each([
  ['bis Fr 27. Nov..', 'bis Fr 27. Nov.'],
  ['am 5. Jan.. Dann weiter.', 'am 5. Jan. Dann weiter.'],
  ['und so weiter...', 'und so weiter...'],
  ['am 5. März.', 'am 5. März.'],
])('%s ends once', (text, expected) => {
  expect(oneFullStop(text)).toBe(expected)
})

test('a German flag that ends in a day has one full stop', () => {
  const plan = aPlan({
    clients: [aClient()],
    engagements: [anEngagement({ end: '2026-11-22' })],
    sessions: [aSession()],
  })
  const flag = week(plan, MONDAY, at('2026-11-23T00:00')).flags.find(({ code }) => code === 'contract')
  if (flag === undefined) throw new Error('no flag')
  const text = wordsIn('de').flags.sentence(flag, formatIn('de', 'de-DE'))
  expect(text).toMatch(/[^.]\.$/)
  expect(text).not.toContain('..')
})
