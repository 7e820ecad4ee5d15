import { expect, test } from 'vitest'
import { parseDuration } from '../../../renderer/ui/parseDuration.ts'
import { parseMoney } from '../../../renderer/ui/parseMoney.ts'

test.each([
  ['90', 90],
  ['1:30', 90],
  ['1h30', 90],
  ['1 h 30', 90],
  ['1 h 30 min', 90],
  ['1.5h', 90],
  ['1,5 Std.', 90],
  ['1.5', 90],
  ['45m', 45],
  ['2h', 120],
  ['0', 0],
  ['', null],
  ['abc', null],
  ['1:75', null],
  ['-30', null],
])('the length “%s”', (text, minutes) => expect(parseDuration(text)).toBe(minutes))

test.each([
  ['1240', 2, 124_000],
  ['1,240.50', 2, 124_050],
  ['1.240,50', 2, 124_050],
  ['1 240,5', 2, 124_050],
  ['€1,240.50', 2, 124_050],
  ['1.240', 2, 124_000],
  ['0.01', 2, 1],
  ['-5', 2, -500],
  ['1240', 0, 1240],
  ['1.5', 0, null],
  ['1.2345', 2, null],
  ['12,34,5', 2, null],
  ['abc', 2, null],
  ['90071992547409.92', 2, null],
])('the amount “%s” with %i decimals', (text, digits, minor) => expect(parseMoney(text, digits)).toBe(minor))
