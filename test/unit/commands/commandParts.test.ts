import { describe, expect, it } from 'vitest'
import { partedCommands } from '../../../electron/ipc/commandParts.ts'
import { PartedCommand, partsOf } from '../../../shared/commands/commandParts.ts'
import { Command } from '../../../shared/commands/registry.ts'
import { aClient, anEngagement, anEntry, aSession } from '../../support/builders.ts'

const entries = Array.from({ length: 1001 }, (_, i) => anEntry({ id: `e${i}`, importKey: `k${i}` }))
const ofEntries = Command.parse({
  type: 'entry/import',
  source: 'toggl.csv',
  clients: [aClient()],
  engagements: [anEngagement()],
  entries,
})
const ofSessions = Command.parse({
  type: 'calendar/import',
  calendar: 'Work',
  sessions: Array.from({ length: 900 }, (_, i) => aSession({ id: `s${i}` })),
  timeOff: [{ id: 'off', title: 'Skiing', from: '2026-12-14', to: '2026-12-18', part: null, source: null }],
  dayNotes: [],
  removed: { sessions: ['x'], timeOff: ['y'], dayNotes: [] },
  restored: ['uid'],
  rules: { put: [{ id: 'r', by: 'title', text: 'x', engagementId: null }], removed: ['q'] },
})

describe('a large command', () => {
  it.each([
    ['of entries', ofEntries],
    ['of sessions', ofSessions],
  ])('%s is the same when its parts are put together', (_, command) => {
    const parts = partsOf(command) ?? []
    expect(parts.length).toBeGreaterThan(2)
    const parted = new PartedCommand()
    for (const part of parts) expect(parted.add(part())).toBeNull()
    expect(parted.whole()).toEqual(command)
  })

  it('crosses whole where it is small', () => {
    expect(partsOf({ ...ofEntries, entries: entries.slice(0, 400) } as Command)).toBeNull()
    expect(partsOf({ type: 'session/delete', occurrences: [] } as unknown as Command)).toBeNull()
  })
})

describe('main', () => {
  const parts = (partsOf(ofEntries) ?? []).map((text) => text())
  const run = () => {
    const done: unknown[] = []
    const take = partedCommands(async (command, id) => {
      done.push([id, command])
      return { ok: true, rev: 2 }
    })
    return { done, take }
  }

  it('carries a command out when its last part is there', async () => {
    const { done, take } = run()
    const replies = []
    for (const [part, text] of parts.entries())
      replies.push(await take({ id: 'a', part, of: parts.length, text }))
    expect(replies).toEqual([...parts.slice(1).map(() => null), { ok: true, rev: 2 }])
    expect(done).toEqual([['a', ofEntries]])
  })

  it('refuses it with the field where a part is wrong, and carries nothing out', async () => {
    const { done, take } = run()
    const bad = (parts[1] ?? '').replace('"minutes":', '"minutes":-')
    await take({ id: 'a', part: 0, of: 3, text: parts[0] ?? '' })
    expect(await take({ id: 'a', part: 1, of: 3, text: bad })).toMatchObject({
      ok: false,
      refusal: { path: ['entries', 0, 'minutes'] },
    })
    await expect(take({ id: 'a', part: 2, of: 3, text: parts[2] ?? '' })).rejects.toThrow('missing')
    expect(done).toEqual([])
  })

  it('takes no part out of its turn, and forgets what another one left unfinished', async () => {
    const { done, take } = run()
    await expect(take({ id: 'a', part: 1, of: 3, text: parts[1] ?? '' })).rejects.toThrow('missing')
    await take({ id: 'a', part: 0, of: 3, text: parts[0] ?? '' })
    await expect(take({ id: 'a', part: 2, of: 3, text: parts[2] ?? '' })).rejects.toThrow('missing')
    for (const [part, text] of parts.entries()) await take({ id: 'b', part, of: parts.length, text })
    expect(done).toEqual([['b', ofEntries]])
  })
})
