import { describe, expect, it } from 'vitest'
import { storePdf } from '../../../shared/commands/invoiceCommands.ts'
import { Command } from '../../../shared/commands/registry.ts'
import { restorePlan } from '../../../shared/commands/restoreCommand.ts'
import { languages } from '../../../shared/plan/fields.ts'
import { formatIn } from '../../../shared/words/format.ts'
import { languageFor, wordsIn } from '../../../shared/words/words.ts'

describe('the catalogue', () => {
  it.each(languages)('in %s names every step of the history', (language) => {
    const { steps } = wordsIn(language).commands
    const ofWindow = Command.options.map(({ shape }) => shape.type.value)
    const ofMain = [storePdf, restorePlan].filter(({ undoable }) => undoable).map(({ type }) => type)
    expect(Object.keys(steps).sort()).toEqual([...ofWindow, ...ofMain].sort())
  })

  it('both languages give a reason for the same refusals', () => {
    const codes = (language: 'en' | 'de') => Object.keys(wordsIn(language).refusals.sentences).sort()
    expect(codes('de')).toEqual(codes('en'))
  })

  it.each([
    ['de-AT', 'de'],
    ['en-US', 'en'],
    ['fr', 'en'],
  ])('%s reads %s', (locale, language) => expect(languageFor(locale)).toBe(language))
})

describe('formats', () => {
  const en = formatIn('en', 'en-GB')
  const de = formatIn('de', 'de-DE')
  const us = formatIn('en', 'en-US')
  const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

  it.each([
    [390, '6 h 30'],
    [30, '30 min'],
    [0, '0 h'],
    [-105, '−1 h 45'],
    [480, '8 h'],
    [605, '10 h 05'],
  ])('%i minutes read %s', (minutes, text) => expect(plain(en.duration(minutes))).toBe(text))

  it.each([
    ['2026-11-23', '2026-11-29', '23 – 29 Nov 2026', '23. – 29. Nov. 2026'],
    ['2026-11-30', '2026-12-06', '30 Nov – 6 Dec 2026', '30. Nov. – 6. Dez. 2026'],
    ['2026-12-28', '2027-01-03', '28 Dec 2026 – 3 Jan 2027', '28. Dez. 2026 – 3. Jan. 2027'],
  ])('the week from %s to %s reads %s', (from, to, english, german) => {
    expect(en.dayRange(from, to)).toBe(english)
    expect(de.dayRange(from, to)).toBe(german)
  })

  it('times follow the locale', () => {
    expect(en.timeRange('2026-11-23T09:00', '2026-11-23T12:30')).toBe('09:00 – 12:30')
    expect(plain(us.timeRange('2026-11-23T09:00', '2026-11-23T12:30'))).toBe('9:00 am – 12:30 pm')
    expect(plain(us.timeRange('2026-11-23T09:00', '2026-11-23T11:30'))).toBe('9:00 – 11:30 am')
    expect(en.timeRange('2026-11-23T22:00', '2026-11-24T06:00')).toBe('22:00 – 06:00 (Tu)')
    expect(en.timeRange('2026-11-23T22:00', '2026-11-24T00:00')).toBe('22:00 – 00:00')
  })

  it('money is exact and in the locale', () => {
    expect(plain(en.money(124_000, 'EUR', 'whole'))).toBe('€1,240')
    expect(plain(de.money(-81_596, 'EUR'))).toBe('−815,96 €')
    expect(plain(en.money(9_007_199_254_740_991, 'EUR'))).toBe('€90,071,992,547,409.91')
    expect(plain(en.money(1500, 'JPY'))).toBe('JP¥1,500'.replace('JP', ''))
  })
})
