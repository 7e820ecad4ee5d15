import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { olderFolder } from '../../../electron/storage/olderFiles.ts'
import { aSession } from '../../support/builders.ts'
import { Crash, ShadowDisk, systemError } from '../../support/shadowDisk.ts'
import { until } from '../../support/until.ts'
import { aFolder, openIn } from './scenario.ts'

/*
 * [D11] Before a plan of an older version is written in the present form its files are kept as they are, byte for byte;
 *       where that cannot be done nothing is written.
 */

const fixtures = join(import.meta.dirname, '../../fixtures/storage')
const change = { type: 'session/create' as const, sessions: [aSession({ id: 'new', engagementId: null })] }

function userDataOf(version: string): string {
  const userData = aFolder()
  mkdirSync(join(userData, 'plan'))
  cpSync(join(fixtures, version), join(userData, 'plan'), { recursive: true })
  return userData
}

const documents = (folder: string) => documentsBut('', folder)

const documentsBut = (other: string, folder: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => /\.jsonl?(\.prev)?$/.test(name) && name !== other)
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )

test.each(['version-1', 'version-2', 'version-3'])(
  '[D11] the files of %s are kept as they were',
  async (version) => {
    const userData = userDataOf(version)
    const folder = join(userData, 'plan')
    const before = documents(folder)
    const open = await openIn(folder)
    expect((await open.host.execute(change)).ok).toBe(true)
    await open.store.settle()
    open.store.close()
    expect(documents(folder)['practice.json']).not.toBe(before['practice.json'])
    const kept = olderFolder(folder, Number(version.at(-1)))
    expect(documents(kept)).toEqual(before)
    // A later start finds the present version, and leaves what is kept alone.
    const again = await openIn(folder)
    await again.host.undo()
    await again.store.settle()
    again.store.close()
    expect(documents(kept)).toEqual(before)
  },
)

test('[D11] a folder under a document’s name is no plan, and keeps none from being saved', async () => {
  const userData = userDataOf('version-3')
  const folder = join(userData, 'plan')
  mkdirSync(join(folder, '2026.json.prev'))
  const before = documentsBut('2026.json.prev', folder)
  const open = await openIn(folder)
  expect((await open.host.execute(change)).ok).toBe(true)
  await open.store.settle()
  expect(open.store.state().state).toBe('saved')
  open.store.close()
  expect(documents(olderFolder(folder, 3))).toEqual(before)
})

test('[D11] wherever it is interrupted, the old files are in their place or kept', async () => {
  const userData = userDataOf('version-1')
  const folder = join(userData, 'plan')
  const before = documents(folder)
  const run = async (disk: ShadowDisk) => {
    const open = await openIn(folder, { disk }).catch((error: unknown) => {
      if (error instanceof Crash) return null
      throw error
    })
    if (open === null) return
    await Promise.race([open.host.execute(change).then(() => open.store.settle()), disk.crashed])
  }
  const whole = new ShadowDisk(userData)
  await run(whole)
  for (const { number } of whole.calls) {
    const disk = new ShadowDisk(userData, { crashAt: { call: number, moment: 'torn' } })
    await run(disk)
    const left = aFolder()
    disk.leave(left, 'power cut')
    const kept = documentsIf(olderFolder(join(left, 'plan'), 1))
    const now = documentsIf(join(left, 'plan'))
    for (const name of Object.keys(before)) expect([kept[name], now[name]]).toContain(before[name])
    const again = await openIn(join(left, 'plan'))
    expect(again.notices).toEqual([])
    again.store.close()
  }
})

function documentsIf(folder: string): Readonly<Record<string, string>> {
  try {
    return documents(folder)
  } catch {
    return {}
  }
}

test('[D11] where they cannot be kept, nothing is written and the user is told', async () => {
  const userData = userDataOf('version-2')
  const folder = join(userData, 'plan')
  const before = documents(folder)
  const disk = new ShadowDisk(userData, {
    fail: ({ path }) => (path.includes('backups') ? systemError('ENOSPC') : null),
  })
  const open = await openIn(folder, { disk })
  void open.host.execute(change)
  await until('it is told', () => open.states.some((state) => state.state === 'failed'))
  await open.store.fold()
  disk.leave(join(userData, 'left'), 'end')
  expect(documents(join(userData, 'left', 'plan'))).toEqual(before)
  open.store.close()
})
