import { closeSync, fdatasync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Conf from 'conf'
import { onTestFinished, test } from 'vitest'
import { type Disk, nodeDisk } from '../../electron/storage/disk.ts'
import { type OpenPlan, openPlan } from '../../electron/storage/openPlan.ts'
import type { StoreClass } from '../../electron/storage/shardStore.ts'
import { openVault } from '../../electron/vault/openVault.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { addDays } from '../../shared/time/day.ts'
import { aClient, anEngagement, anEntry, aPlan, aSession, HOME } from '../support/builders.ts'
import { type Measured, measure, report, summaryOf, within } from '../support/measure.ts'

/** What electron-store makes of conf, outside of Electron. */
class Store extends Conf {
  constructor({ name, ...options }: { readonly name: string }) {
    super({ ...options, configName: name })
  }
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-bench-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Years of 1,250 sessions and 1,250 entries each, back from 2026. */
function aPractice(years: number): Plan {
  const days = Array.from({ length: years }, (_, i) => 2026 - i).flatMap((year) =>
    Array.from({ length: 1250 }, (_, i) => addDays(`${year}-01-01`, i % 360)),
  )
  return aPlan({
    clients: [aClient()],
    engagements: [anEngagement()],
    sessions: days.map((day, i) => aSession({ id: `s${i}`, start: `${day}T09:00` })),
    entries: days.map((day, i) => anEntry({ id: `e${i}`, day, start: `${day}T09:00` })),
  })
}

const open = (folder: string, disk: Disk = nodeDisk): Promise<OpenPlan> =>
  openPlan({
    Store: Store as unknown as StoreClass,
    folder,
    disk,
    zone: HOME,
    appVersion: '0.1.0',
    now: () => Date.now(),
    onState: () => {},
    onTrouble: (where, error) => {
      throw new Error(where, { cause: error })
    },
    whenIdle: () => () => {},
  })

/** The file system of a folder of data that is encrypted. */
async function encrypting(): Promise<Disk> {
  const keychain = { available: () => false, protect: () => '', reveal: () => null }
  const { vault, disk } = openVault(aFolder(), keychain)
  await vault.turnOn('correct horse battery staple', false)
  await vault.finished()
  return disk
}

async function aFolderWith(years: number, disk: Disk = nodeDisk): Promise<string> {
  const folder = aFolder()
  const { host, store } = await open(folder, disk)
  await host.execute({ type: 'plan/start', plan: aPractice(years) })
  await store.settle()
  store.close()
  return folder
}

interface Changes {
  /** From the command to its acknowledgement. */
  readonly whole: Measured
  /** The part of it after the plan was changed in memory: its line on the device. */
  readonly durable: Measured
}

async function changes(years: number, disk: Disk = nodeDisk): Promise<Changes> {
  const { host, store } = await open(await aFolderWith(years, disk), disk)
  const how = disk === nodeDisk ? `${years} years` : `${years} years, encrypted`
  const times: number[] = []
  const append = store.append.bind(store)
  store.append = async (line, plan) => {
    const begin = performance.now()
    await append(line, plan)
    times.push(performance.now() - begin)
  }
  let minutes = 60
  const whole = await measure(`a change, ${how}: executed and durable`, 400, () => {
    minutes += 1
    const change = { minutes: 1 + (minutes % 600) }
    return host.execute({ type: 'session/change', id: 's7', scope: { kind: 'all' }, change })
  })
  store.close()
  return { whole, durable: summaryOf(`its line made durable, ${how}`, times) }
}

test('a change, beside appending one line with fdatasync', async () => {
  const flush = promisify(fdatasync)
  const fd = openSync(join(aFolder(), 'bare'), 'a')
  const line = Buffer.from(`${'x'.repeat(997)}\n`)
  // As long and as far apart as those of the changes: lines in a row find the thread that flushes awake, and take half the time.
  const paced: number[] = []
  for (let i = 0; i < 400; i += 1) {
    const until = performance.now() + 0.9
    while (performance.now() < until) structuredClone({ busy: i })
    const begin = performance.now()
    writeSync(fd, line)
    await flush(fd)
    paced.push(performance.now() - begin)
  }
  const bare = summaryOf('one line appended, fdatasync', paced)
  closeSync(fd)
  const one = await changes(1)
  const ten = await changes(10)
  const sealed = await changes(10, await encrypting())
  const peer = new Conf<Record<string, unknown>>({ cwd: aFolder(), accessPropertiesByDotNotation: false })
  peer.store = { plan: aPractice(10), minutes: 0 }
  let minutes = 0
  const whole = await measure('electron-store’s own writer, one value set, 10 years in its file', 10, () => {
    minutes += 1
    peer.set('minutes', minutes)
  })
  report('a change made durable (ms)', [
    bare,
    within(one.durable, { most: 1.5, of: bare }),
    within(ten.durable, { most: 1.5, of: bare }, { most: 1.2, of: one.durable }),
    within(sealed.durable, { most: 1.5, of: bare }),
    within(one.whole, { most: 10 }),
    within(ten.whole, { most: 10 }, { most: 1.2, of: one.whole }),
    within(sealed.whole, { most: 10 }),
    whole,
  ])
})

test('[R10] opening and writing the documents, up to 50,000 records', async () => {
  const lines: Measured[] = []
  for (const [years, disk] of [
    [1, nodeDisk],
    [10, nodeDisk],
    [10, await encrypting()],
    [20, nodeDisk],
  ] as const) {
    const how = disk === nodeDisk ? `${years}` : `${years}, encrypted`
    const folder = await aFolderWith(years, disk)
    lines.push(
      await measure(`open years: ${how}`, 7, async () => {
        const { store } = await open(folder, disk)
        store.close()
      }),
    )
    const { host, store } = await open(folder, disk)
    const times: number[] = []
    for (let i = 0; i < 15; i += 1) {
      await host.execute({
        type: 'session/change',
        id: 's7',
        scope: { kind: 'all' },
        change: { minutes: 1 + i },
      })
      const begin = performance.now()
      await store.fold()
      times.push(performance.now() - begin)
    }
    store.close()
    lines.push(summaryOf(`fold one year of ${how}`, times))
  }
  const isOpening = ({ what }: Measured) => what.startsWith('open years: 10')
  report(
    'documents (ms)',
    lines.map((line) => (isOpening(line) ? within(line, { most: 250 }) : line)),
  )
})
