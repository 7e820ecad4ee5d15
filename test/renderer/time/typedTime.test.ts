import { expect, it } from 'vitest'
import { parseTypedTime } from '../../../renderer/time/typedTime.ts'

it.each([
  ['1:30', 90, null, false],
  ['1.5', 90, null, false],
  ['1,5', 90, null, false],
  ['2', 120, null, false],
  ['24', 1440, null, false],
  ['90', 90, null, false],
  ['90m', 90, null, false],
  ['1h30', 90, null, false],
  ['1 h 30 min', 90, null, false],
  ['+30m', 30, null, true],
  ['+ 0:15', 15, null, true],
  ['9-10:30', 90, 540, false],
  ['9:00 – 10:30', 90, 540, false],
  ['14.15-15', 45, 855, false],
  ['9 bis 17', 480, 540, false],
  ['22-1', 180, 1320, false],
  ['23:30-24', 30, 1410, false],
  ['9-10am', 60, 540, false],
  ['11am-1pm', 120, 660, false],
  ['12-1pm', 60, 720, false],
  ['+9-9:30', 30, 540, true],
])('%s is typed for %i minutes', (text, minutes, start, isMore) => {
  expect(parseTypedTime(text)).toEqual({ minutes, start, isMore })
})

it.each([
  '',
  '0',
  '0m',
  'soon',
  '25:00',
  '9-9',
  '24-25',
  '9:75-10',
  '13pm-2pm',
  '1.234',
  '26.5',
  '-3',
  '1e3',
  '1441m',
])('%s is no time', (text) => {
  expect(parseTypedTime(text)).toBeNull()
})
