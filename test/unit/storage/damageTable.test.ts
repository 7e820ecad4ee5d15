import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StartNotice } from '../../../shared/ipc/contract.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { currentVersion } from '../../../shared/storage/migrations.ts'
import { type ShardName, shardOf } from '../../../shared/storage/shard.ts'
import { aClient, aSession } from '../../support/builders.ts'
import { times } from '../../support/effort.ts'
import { randomFrom } from '../../support/random.ts'
import { type Opened, openIn, quickDisk } from './scenario.ts'

/*
 * [R4] Every file of a plan, damaged in every way, against the truth: what the plan was at each revision. Whatever the
 * damage, the plan opens; what is told as lost is what is missing; nothing is missing that other files hold; the damaged
 * bytes are kept; and where something could not be read, no file is touched.
 */

/** Files of a plan, and what it was at each revision. */
interface Made {
  readonly files: ReadonlyMap<string, Buffer>
  readonly plans: ReadonlyMap<number, Plan>
  readonly rev: number
  /** The revision up to which the documents hold everything. */
  readonly folded: number
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function aPlace(files: ReadonlyMap<string, Buffer | 'folder'> = new Map()): string {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-damage-'))
  folders.push(folder)
  for (const [name, bytes] of files) {
    const path = join(folder, name)
    mkdirSync(bytes === 'folder' ? path : dirname(path), { recursive: true })
    if (bytes !== 'folder') writeFileSync(path, bytes)
  }
  return folder
}

const years = ['2025', '2026', '2027']
const change = (i: number) => {
  const start = `${years[i % 3]}-03-${String(2 + i).padStart(2, '0')}T09:00`
  const session = aSession({ id: `s${i}`, start, engagementId: null, notes: `Zürich ${i} `.repeat(30) })
  return i % 8 === 7
    ? ({ type: 'practice/put', records: [{ kind: 'client', value: aClient({ id: `c${i}` }) }] } as const)
    : ({ type: 'session/create', sessions: [session] } as const)
}

/** Twenty-five changes, folded now and then, some journals put aside, the last changes in the journal alone. */
async function made(history: { readonly bytes: number; readonly steps: number }): Promise<Made> {
  const folder = aPlace()
  const open = await openIn(folder, { disk: quickDisk, limits: { foldAt: 1e9, putAsideAt: 7000, history } })
  const plans = new Map([[0, open.host.plan()]])
  open.host.subscribe(({ rev }, plan) => plans.set(rev, plan))
  let folded = 0
  for (let i = 0; i < 25; i += 1) {
    expect(await open.host.execute(change(i))).toMatchObject({ ok: true })
    if (![3, 6, 9, 13, 16, 19, 21].includes(i)) continue
    await open.store.fold()
    folded = open.host.rev()
  }
  open.store.close()
  return { files: filesOf(folder), plans, rev: open.host.rev(), folded }
}

function filesOf(folder: string): ReadonlyMap<string, Buffer> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path)]),
  )
}

type Damaged = Buffer | 'folder'

/** What files hold, as their digests: bytes are slow to compare one by one. */
function prints(files: ReadonlyMap<string, Damaged>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...files].flatMap(([name, bytes]) =>
      bytes === 'folder' ? [] : [[name, createHash('sha1').update(bytes).digest('hex')]],
    ),
  )
}

interface Damage {
  readonly what: string
  readonly damaged: Damaged
}

const flips = times(3, 40)

/** Every way in which one file is damaged. */
function damagesOf(bytes: Buffer, random: () => number): readonly Damage[] {
  const cuts = Array.from({ length: Math.ceil(bytes.length / 1024) }, (_, i) => i * 1024)
  const places = Array.from({ length: flips }, () => Math.floor(random() * bytes.length))
  return [
    ...cuts.map((length) => ({ what: `cut to ${length} bytes`, damaged: bytes.subarray(0, length) })),
    ...places.map((place) => {
      const bit = Math.floor(random() * 8)
      const copy = Buffer.from(bytes)
      copy[place] = (copy[place] ?? 0) ^ (1 << bit)
      return { what: `bit ${bit} of byte ${place} flipped`, damaged: copy }
    }),
    { what: 'of noise', damaged: Buffer.from(bytes.map(() => Math.floor(random() * 256))) },
    { what: 'of zeros', damaged: Buffer.alloc(bytes.length) },
    { what: 'of something else', damaged: Buffer.from('{"hello":"world"}\n') },
    { what: 'a folder', damaged: 'folder' },
  ]
}

const told = (notices: readonly StartNotice[]) =>
  notices.map(({ code, params }) => ({ code, file: params.file, lost: params.lost }))

let opens = 0

/** Opens damaged files; every few times it goes on working, and opens again. `kept` is what must still be there then. */
async function opened(
  files: ReadonlyMap<string, Damaged>,
  check: (open: Opened) => void,
  kept: (open: Opened) => Damaged = () => 'folder',
) {
  const folder = aPlace(files)
  const open = await openIn(folder, { disk: quickDisk })
  check(open)
  opens += 1
  const isFolder = [...files.values()].includes('folder')
  if (opens % times(6, 1) !== 0 && !isFolder) {
    open.store.close()
    return
  }
  const untouched = prints(files)
  expect(prints(filesOf(folder)), 'no file is touched by opening').toEqual(untouched)
  const next = { type: 'session/create', sessions: [aSession({ id: 'next', engagementId: null })] } as const
  if (open.host.readOnly()) {
    expect(await open.host.execute(next)).toMatchObject({ ok: false, refusal: { code: 'read-only' } })
    await open.store.settle()
    open.store.close()
    expect(prints(filesOf(folder)), 'nor afterwards').toEqual(untouched)
    return
  }
  const rev = open.host.rev()
  expect(await open.host.execute(next)).toEqual({ ok: true, rev: rev + 1 })
  expect(await open.store.settle()).toBe(true)
  open.store.close()
  const bytes = kept(open)
  if (bytes !== 'folder') expect(isKept(folder, bytes), 'the damaged bytes are kept').toBe(true)
  const again = await openIn(folder, { disk: quickDisk })
  again.store.close()
  expect(told(again.notices)).toEqual([])
  expect({ rev: again.host.rev(), plan: again.host.plan() }).toEqual({
    rev: rev + 1,
    plan: open.host.plan(),
  })
}

/** Whether bytes are still somewhere in a folder's files. */
const isKept = (folder: string, bytes: Buffer) =>
  [...filesOf(folder).values()].some((other) => other.equals(bytes))

/** Runs a check for every damage of a file, and names the one that fails. */
async function eachDamage(
  { files }: Made,
  name: string,
  check: (damage: Damage, files: ReadonlyMap<string, Damaged>) => Promise<void>,
) {
  const bytes = files.get(name)
  if (bytes === undefined) throw new Error(`no file ${name}`)
  for (const damage of damagesOf(bytes, randomFrom(7))) {
    try {
      await check(damage, new Map<string, Damaged>([...files, [name, damage.damaged]]))
    } catch (error) {
      throw new Error(`${name} ${damage.what}: ${error instanceof Error ? error.message : ''}`, {
        cause: error,
      })
    }
  }
}

const shards: readonly ShardName[] = ['practice', ...years]
const histories = [
  ['with all of the history', { bytes: 1e9, steps: 1e9 }],
  ['with little history', { bytes: 0, steps: 0 }],
] as const

describe.each(histories)('[R4] a plan %s', (_what, history) => {
  let it: Made
  beforeAll(async () => {
    it = await made(history)
    expect(it.files.size).toBeGreaterThan(9)
    expect(it.rev).toBeGreaterThan(it.folded)
  })

  /** The oldest revision whose line is there. */
  const firstLine = () => {
    const names = [...it.files.keys()].filter((name) => name.startsWith('history'))
    return Math.min(...names.map((name) => Number(/(\d{10})-/.exec(name)?.[1])))
  }
  const revIn = (name: string) => Number(/"rev":(\d+)/.exec(it.files.get(name)?.toString() ?? '')?.[1])

  test.each(shards)('whose document of %s is damaged', async (shard) => {
    const present = it.plans.get(it.rev)
    if (present === undefined) throw new Error('no plan')
    const base = revIn(`${shard}.json.prev`)
    const lost = firstLine() <= base + 1 ? 0 : it.rev - base
    await eachDamage(it, `${shard}.json`, async ({ damaged }, files) => {
      const check = (open: Opened) => {
        expect(told(open.notices)).toEqual([{ code: 'recovered-previous', file: shard, lost }])
        expect(open.host.rev()).toBe(it.rev)
        for (const other of shards) {
          const then = other === shard ? it.plans.get(it.rev - lost) : present
          expect(shardOf(open.host.plan(), other)).toEqual(
            then === undefined ? undefined : shardOf(then, other),
          )
        }
      }
      await opened(files, check, () => damaged)
    })
  })

  test.each(shards)('whose previous document of %s is damaged loses nothing', async (shard) => {
    await eachDamage(it, `${shard}.json.prev`, async (_damage, files) => {
      await opened(files, (open) => {
        expect(told(open.notices)).toEqual([])
        expect({ rev: open.host.rev(), plan: open.host.plan() }).toEqual({
          rev: it.rev,
          plan: it.plans.get(it.rev),
        })
      })
    })
  })

  test('whose journals put aside are damaged loses nothing but Undo', async () => {
    for (const name of [...it.files.keys()].filter((one) => one.startsWith('history'))) {
      await eachDamage(it, name, async (_damage, files) => {
        await opened(files, (open) => {
          expect(told(open.notices)).toEqual([])
          expect(open.host.plan()).toEqual(it.plans.get(it.rev))
        })
        const open = await openIn(aPlace(files), { disk: quickDisk })
        for (let rev = it.rev - 1; (await open.host.undo()).ok; rev -= 1)
          expect(open.host.plan()).toEqual(it.plans.get(rev))
        open.store.close()
      })
    }
  })

  test('whose journal is damaged gives all before the damage, and tells how much is missing', async () => {
    const bytes = it.files.get('journal.jsonl') ?? Buffer.alloc(0)
    const written = bytes.toString('latin1').split('\n').slice(0, -1)
    const revOf = new Map(written.map((line, i) => [line, it.rev - written.length + 1 + i]))
    await eachDamage(it, 'journal.jsonl', async ({ what, damaged }, files) => {
      if (damaged === 'folder') {
        await opened(files, ({ host, notices }) => {
          expect(told(notices)).toEqual([{ code: 'nothing-readable', file: 'journal', lost: undefined }])
          expect(host.plan()).toEqual(it.plans.get(it.folded))
        })
        return
      }
      // A last line without its end is one that was being written: nobody was told that it is saved.
      const whole = damaged.toString('latin1').split('\n').slice(0, -1)
      const revs = whole.map((line) => revOf.get(line) ?? null)
      let good = it.folded
      while (revs.includes(good + 1)) good += 1
      const isTold = revs.findLastIndex((rev) => rev !== null && rev <= good) < revs.length - 1
      const check = ({ host, notices }: Opened) => {
        const lost = host.rev() - good
        expect(told(notices)).toEqual(isTold ? [{ code: 'recovered-journal', file: 'journal', lost }] : [])
        expect(host.plan()).toEqual(it.plans.get(good))
        const isOneLine = what.startsWith('bit') && whole.length === written.length
        if (isOneLine) expect(host.rev()).toBe(it.rev)
        expect(lost > 0).toBe(isTold)
      }
      await opened(files, check, () => (isTold ? damaged : 'folder'))
    })
  })

  test('of which one file is of a newer version is shown, and no file is touched', async () => {
    const newer = (bytes: Buffer) =>
      Buffer.from(bytes.toString().replaceAll(`"version":${currentVersion}`, '"version":99'))
    for (const shard of shards) {
      const name = `${shard}.json`
      await opened(new Map([...it.files, [name, newer(it.files.get(name) ?? Buffer.alloc(0))]]), (open) => {
        expect(open.notices).toEqual([{ code: 'newer-version', params: { version: '99' } }])
        expect(open.host.readOnly()).toBe(true)
      })
    }
  })

  test('of which two generations and the journals are damaged offers the choice', async () => {
    for (const shard of shards) {
      const x = Buffer.from('x')
      const files = new Map<string, Damaged>(
        [...it.files].map(([name, bytes]) => [name, name.endsWith('.jsonl') ? x : bytes]),
      )
      files.set(`${shard}.json`, x).set(`${shard}.json.prev`, 'folder')
      await opened(files, (open) => {
        expect(told(open.notices)).toContainEqual({ code: 'nothing-readable', file: shard, lost: undefined })
      })
    }
  })
})
