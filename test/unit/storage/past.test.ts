import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PlanHost } from '../../../electron/planHost.ts'
import { aSession } from '../../support/builders.ts'
import { aFolder, openIn } from './scenario.ts'

/* What led to the plan, line by line from the newest on: those in memory, then the journals that were put aside. */

const STEPS = 60

/** A folder with sixty steps, of which the first lie in journals that were put aside, and these files by their names. */
async function aPast(): Promise<{ readonly folder: string; readonly files: readonly string[] }> {
  const folder = aFolder()
  const limits = { foldAt: 20_000, putAsideAt: 5000, history: { bytes: 1e9, steps: 1e9 } }
  const { host, store } = await openIn(folder, { limits })
  for (let i = 0; i < STEPS; i++) {
    await host.execute({ type: 'session/create', sessions: [aSession({ id: `s${i}`, engagementId: null })] })
    if (i % 15 === 14) await store.fold()
  }
  await host.execute({ type: 'session/create', sessions: [aSession({ id: 'last', engagementId: null })] })
  store.close()
  const history = join(folder, 'history')
  return { folder, files: readdirSync(history).map((name) => join(history, name)) }
}

/** The revisions that are told, newest first. */
function told(host: PlanHost): number[] {
  const next = host.past()
  const revs: number[] = []
  for (let line = next(); line !== null; line = next()) revs.push(line.rev)
  // What has ended stays so.
  expect(next()).toBeNull()
  return revs
}

const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, i) => from - i)

test('every step is told once, from the newest to the first, in the process that made it and in the next', async () => {
  const { folder, files } = await aPast()
  expect(files.length).toBeGreaterThan(2)
  const { host, store } = await openIn(folder)
  expect(told(host)).toEqual(down(STEPS + 1, 1))
  await host.undo()
  expect(told(host)).toEqual(down(STEPS + 2, 1))
  expect(host.past()()?.kind).toBe('undo')
  store.close()
})

test('a file that is gone, and a line that is damaged, end it', async () => {
  const { folder, files } = await aPast()
  const [oldest, second] = files
  if (oldest === undefined || second === undefined) throw new Error('too few files')
  const last = Number(/-0*(\d+)\.jsonl$/.exec(oldest)?.[1])
  const text = readFileSync(oldest, 'utf8')
  const lines = text.split('\n')
  lines[2] = lines[2]?.replace('"rev":', '"rev": ') ?? ''
  writeFileSync(oldest, lines.join('\n'))
  const open = await openIn(folder)
  expect(told(open.host)).toEqual(down(STEPS + 1, 4))
  open.store.close()
  rmSync(oldest)
  const again = await openIn(folder)
  expect(told(again.host)).toEqual(down(STEPS + 1, last + 1))
  again.store.close()
})
