import { expect, test } from 'vitest'
import { closeness, foldedText, typedWords } from '../../../renderer/palette/rank.ts'

const rank = (typed: string, texts: readonly string[]) =>
  texts
    .map((text) => ({ text, score: closeness(typedWords(typed), foldedText(text)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ text }) => text)

test.each([
  [
    'a whole word before the beginning of one, this before a middle',
    'plan',
    ['Explanation', 'Planning', 'The plan'],
    ['The plan', 'Planning', 'Explanation'],
  ],
  [
    'the beginning of the text before a later word',
    'go',
    ['Let go', 'Go to clients'],
    ['Go to clients', 'Let go'],
  ],
  ['initials', 'gtc', ['Go to clients', 'Go to invoices'], ['Go to clients']],
  [
    'letters in order from a word’s start, not too far apart',
    'nthwnd',
    ['Northwind', 'In the window'],
    ['Northwind'],
  ],
  [
    'all words, in any order',
    'lumen board',
    ['Board call Lumen', 'Board call Acme', 'Lumen'],
    ['Board call Lumen'],
  ],
  [
    'no accents, no case, ß as ss',
    'MULLER strasse',
    ['Müller, Hauptstraße', 'Muller'],
    ['Müller, Hauptstraße'],
  ],
  ['nothing for what is not there', 'xyz', ['Go to clients'], []],
  ['nothing for nothing', '  ', ['Go to clients'], []],
] as const)('ranks %s', (_rule, typed, texts, expected) => {
  expect(rank(typed, texts)).toEqual(expected)
})
