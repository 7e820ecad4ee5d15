import { expect, test } from 'vitest'
import { nextColour } from '../../../shared/plan/colourChoice.ts'
import { colourNames } from '../../../shared/plan/fields.ts'

const clients = (...colours: readonly (typeof colourNames)[number][]) =>
  colours.map((colour) => ({ colour, archived: false }))

test('a new client gets the first colour that nobody has', () => {
  expect(nextColour([])).toBe('blue')
  expect(nextColour(clients('blue', 'plum'))).toBe('teal')
})

test('past the palette the colours that fewest have come again', () => {
  expect(nextColour(clients(...colourNames))).toBe('blue')
  expect(nextColour(clients(...colourNames, 'blue', 'teal'))).toBe('plum')
})

test('the colour of an archived client is free before one that is in use', () => {
  const rest = clients(...colourNames.filter((name) => name !== 'moss'))
  expect(nextColour([...rest, { colour: 'moss', archived: true }])).toBe('moss')
})
