import { expect, test } from 'vitest'
import { targetAt } from '../../../renderer/week/drag/geometry.ts'
import {
  type DragEvent,
  type DragState,
  type Grip,
  idle,
  step,
  type Target,
} from '../../../renderer/week/drag/machine.ts'

const monday = { clientId: 'northwind', day: '2026-11-23' }
const tuesday = { clientId: 'lumen', day: '2026-11-24' }
const grip: Grip = { kind: 'move', key: 's', cell: monday }
const onTuesday: Target = { kind: 'cell', cell: tuesday }
const press: DragEvent = { type: 'press', grip, at: { x: 10, y: 10 } }
const move = (x: number, target: Target | null = onTuesday, copy = false): DragEvent => ({
  type: 'move',
  at: { x, y: 10 },
  target,
  copy,
})
const after = (...events: DragEvent[]) => events.reduce<DragState>(step, idle)

test.each([
  ['a press alone', [press], { phase: 'pressed', grip, from: { x: 10, y: 10 } }],
  ['a press that trembles', [press, move(13)], { phase: 'pressed', grip, from: { x: 10, y: 10 } }],
  ['a press let go', [press, move(13), { type: 'release' }], { phase: 'idle' }],
  ['a press cancelled', [press, { type: 'cancel' }], { phase: 'idle' }],
  [
    'a press that moves',
    [press, move(20)],
    { phase: 'dragging', grip, from: { x: 10, y: 10 }, target: onTuesday, copy: false },
  ],
  [
    'a drop',
    [press, move(20), { type: 'release' }],
    { phase: 'dropped', grip, target: onTuesday, copy: false },
  ],
  [
    'a drop with the modifier',
    [press, move(20), { type: 'modifier', copy: true }, { type: 'release' }],
    { phase: 'dropped', grip, target: onTuesday, copy: true },
  ],
  ['a drop outside of the cells', [press, move(20, null), { type: 'release' }], { phase: 'cancelled', grip }],
  ['Escape', [press, move(20), { type: 'cancel' }], { phase: 'cancelled', grip }],
  ['a move without a press', [move(20)], { phase: 'idle' }],
  ['a release without a press', [{ type: 'release' }], { phase: 'idle' }],
] as const)('%s', (_name, events, state) => {
  expect(after(...events)).toEqual(state)
})

test('a move over the same target gives the same state, so that nothing is computed or drawn', () => {
  const dragging = after(press, move(20))
  expect(step(dragging, move(25, { kind: 'cell', cell: { ...tuesday } }))).toBe(dragging)
})

test('only a session that is moved can be copied', () => {
  const resize: Grip = { kind: 'resize', key: 's', cell: monday, minutes: 60 }
  const length: Target = { kind: 'length', minutes: 75 }
  const dragging = after({ type: 'press', grip: resize, at: { x: 0, y: 0 } }, move(20, length, true))
  expect(dragging).toMatchObject({ phase: 'dragging', copy: false })
  expect(step(dragging, { type: 'modifier', copy: true })).toBe(dragging)
})

test('after a drop or a cancel the next press begins anew', () => {
  expect(after(press, move(20), { type: 'release' }, press).phase).toBe('pressed')
  expect(after(press, move(20), { type: 'cancel' }, press).phase).toBe('pressed')
})

const geometry = {
  columns: [
    { from: 100, to: 200, of: '2026-11-23' },
    { from: 200, to: 300, of: '2026-11-24' },
  ],
  rows: [
    { from: 50, to: 150, of: 'northwind' },
    { from: 150, to: 250, of: null },
  ],
}
const origin = { x: 150, y: 100 }

test.each([
  ['a cell', grip, { x: 250, y: 60 }, { kind: 'cell', cell: { clientId: 'northwind', day: '2026-11-24' } }],
  ['own business', grip, { x: 199, y: 150 }, { kind: 'cell', cell: { clientId: null, day: '2026-11-23' } }],
  ['left of the days', grip, { x: 99, y: 60 }, null],
  ['below the rows', grip, { x: 150, y: 250 }, null],
  [
    'a step longer',
    { kind: 'resize', key: 's', cell: monday, minutes: 60 },
    { x: 0, y: 112 },
    { kind: 'length', minutes: 75 },
  ],
  [
    'an odd length goes to the quarter',
    { kind: 'resize', key: 's', cell: monday, minutes: 50 },
    { x: 0, y: 112 },
    { kind: 'length', minutes: 60 },
  ],
  [
    'never shorter than a step',
    { kind: 'resize', key: 's', cell: monday, minutes: 30 },
    { x: 0, y: -900 },
    { kind: 'length', minutes: 15 },
  ],
  [
    'new, drawn down',
    { kind: 'create', cell: monday },
    { x: 150, y: 124 },
    { kind: 'days', from: monday, to: '2026-11-23', minutes: 30 },
  ],
  [
    'new, over days',
    { kind: 'create', cell: monday },
    { x: 250, y: 124 },
    { kind: 'days', from: monday, to: '2026-11-24', minutes: null },
  ],
] as const)('the target: %s', (_name, held, at, target) => {
  expect(targetAt(geometry, held as Grip, origin, at)).toEqual(target)
})
