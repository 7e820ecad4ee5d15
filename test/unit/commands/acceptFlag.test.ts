import { expect, test } from 'vitest'
import { Command } from '../../../shared/commands/registry.ts'

test.each([
  ['day-over:2026-11-24', true],
  ['', false],
  ['x'.repeat(401), false],
  // Not a key of its own, but what the object is made from.
  ['__proto__', false],
])('a flag is accepted by its key: %s', (key, isTaken) => {
  const accepted = { fingerprint: 'f', note: '' }
  expect(Command.safeParse({ type: 'flag/accept', key, accepted }).success).toBe(isTaken)
})
