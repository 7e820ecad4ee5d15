import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { StartNotice } from '../../../shared/ipc/contract.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { currentVersion } from '../../../shared/storage/migrations.ts'
import { aSession } from '../../support/builders.ts'
import { aFolder, day, openIn, type Step } from './scenario.ts'

const anOwnSession = (id: string) =>
  ({ type: 'session/create', sessions: [aSession({ id, engagementId: null })] }) as const

/** Files after a day: every document has a previous generation, and the journal goes on after the last folding. */
async function aDayOnDisk(
  steps: readonly Step[] = day,
): Promise<{ folder: string; plan: Plan; rev: number }> {
  const folder = aFolder()
  const open = await openIn(folder)
  for (const step of steps) await step(open)
  const change = { type: 'session/change', id: 'b', scope: { kind: 'all' } } as const
  for (const start of [
    '2025-11-03T09:00',
    '2026-11-03T09:00',
    '2027-11-03T09:00',
    '2024-11-04T09:00',
    '2026-11-05T09:00',
  ]) {
    await open.host.execute({ ...change, change: { start } })
    await open.store.fold()
  }
  await open.host.execute(anOwnSession('late'))
  open.store.close()
  return { folder, plan: open.host.plan(), rev: open.host.rev() }
}

const damages: readonly (readonly [string, (bytes: Buffer) => Buffer | string])[] = [
  ['emptied', () => ''],
  ['cut in half', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['cut by one byte', (bytes) => bytes.subarray(0, -1)],
  ['of zeros', (bytes) => Buffer.alloc(bytes.length)],
  ['with one bit flipped', flipped],
  [
    'with a byte that is no UTF-8',
    (bytes) => Buffer.concat([bytes.subarray(0, 300), Buffer.from([0xff]), bytes.subarray(301)]),
  ],
  ['of something else', () => '{"hello":"world"}'],
  ['twice', (bytes) => Buffer.concat([bytes, bytes])],
]

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const middle = copy.length >> 1
  copy[middle] = (copy[middle] ?? 0) ^ 1
  return copy
}

function damage(file: string, how: (bytes: Buffer) => Buffer | string): void {
  writeFileSync(file, how(readFileSync(file)))
}

const codes = (notices: readonly StartNotice[]) =>
  notices.map(({ code, params }) => ({ code, file: params.file, lost: params.lost }))

describe.each(['practice', '2026'])('the document of %s', (name) => {
  test.each(damages)(
    '%s: the previous generation and the journal give everything back, and the damaged file is kept',
    async (_how, how) => {
      const { folder, plan, rev } = await aDayOnDisk()
      const file = join(folder, `${name}.json`)
      damage(file, how)
      const bytes = readFileSync(file)
      const open = await openIn(folder)
      expect(codes(open.notices)).toEqual([{ code: 'recovered-previous', file: name, lost: 0 }])
      expect({ rev: open.host.rev(), plan: open.host.plan() }).toEqual({ rev, plan })
      expect(readFileSync(file).equals(bytes), 'untouched until something is written').toBe(true)
      const previous = readFileSync(`${file}.prev`, 'utf8')
      await open.store.fold()
      const kept = readdirSync(folder).filter((entry) => entry.startsWith(`${name}.json.damaged-`))
      expect(kept.length).toBe(1)
      expect(readFileSync(join(folder, kept[0] ?? '')).equals(bytes)).toBe(true)
      expect(readFileSync(`${file}.prev`, 'utf8'), 'no damaged file becomes the previous generation').toBe(
        previous,
      )
      expect(await open.host.undo()).toMatchObject({ ok: true })
      open.store.close()
      const again = await openIn(folder)
      expect(again.notices).toEqual([])
      expect(again.host.plan()).toEqual(open.host.plan())
      again.store.close()
    },
  )

  test('missing: as if it were damaged', async () => {
    const { folder, plan, rev } = await aDayOnDisk()
    rmSync(join(folder, `${name}.json`))
    const open = await openIn(folder)
    expect(codes(open.notices)).toEqual([{ code: 'recovered-previous', file: name, lost: 0 }])
    expect({ rev: open.host.rev(), plan: open.host.plan() }).toEqual({ rev, plan })
    open.store.close()
  })

  test('with both generations lost is rebuilt from the journal, which reaches back to the first change', async () => {
    const { folder, plan, rev } = await aDayOnDisk()
    damage(join(folder, `${name}.json`), () => '')
    damage(join(folder, `${name}.json.prev`), () => '')
    const open = await openIn(folder)
    expect(codes(open.notices)).toEqual([{ code: 'recovered-journal', file: name, lost: 0 }])
    expect({ rev: open.host.rev(), plan: open.host.plan() }).toEqual({ rev, plan })
    open.store.close()
  })

  test('with both generations and the journal lost opens for reading only, and no file is touched', async () => {
    const { folder } = await aDayOnDisk()
    damage(join(folder, `${name}.json`), () => 'x')
    damage(join(folder, `${name}.json.prev`), () => 'y')
    rmSync(join(folder, 'journal.jsonl'))
    const copy = aFolder()
    cpSync(folder, copy, { recursive: true })
    const open = await openIn(folder)
    expect(codes(open.notices)).toEqual([{ code: 'nothing-readable', file: name, lost: undefined }])
    expect(await open.host.execute(anOwnSession('more'))).toEqual({
      ok: false,
      refusal: { path: [], code: 'read-only', params: {} },
    })
    await open.store.settle()
    open.store.close()
    expect(contents(folder)).toEqual(contents(copy))
  })

  test('of a newer version opens for reading only, and no file is touched', async () => {
    const { folder } = await aDayOnDisk()
    const file = join(folder, `${name}.json`)
    damage(file, (bytes) => bytes.toString().replace(`"version":${currentVersion}`, '"version":99'))
    const before = contents(folder)
    const open = await openIn(folder)
    expect(open.notices).toEqual([{ code: 'newer-version', params: { version: '99' } }])
    expect(open.host.readOnly()).toBe(true)
    await open.host.execute(anOwnSession('more'))
    await open.store.settle()
    open.store.close()
    expect(contents(folder)).toEqual(before)
  })
})

describe('the journal', () => {
  test('cut at any byte gives what was before the cut, and the next change works', async () => {
    const { folder } = await aDayOnDisk(day.slice(0, 3))
    const file = join(folder, 'journal.jsonl')
    const whole = readFileSync(file)
    const plan = await openIn(folder).then((open) => {
      open.store.close()
      return open.host
    })
    const lastLine = whole.lastIndexOf('\n', whole.length - 2) + 1
    for (let length = lastLine; length < whole.length; length += 13) {
      const copy = aFolder()
      cpSync(folder, copy, { recursive: true })
      writeFileSync(join(copy, 'journal.jsonl'), whole.subarray(0, length))
      const open = await openIn(copy)
      expect(open.notices).toEqual([])
      expect(open.host.rev()).toBe(plan.rev() - 1)
      await open.host.execute(anOwnSession('next'))
      open.store.close()
      const again = await openIn(copy)
      expect(again.host.plan()).toEqual(open.host.plan())
      again.store.close()
    }
  })

  test('damaged in lines that the documents hold costs nothing', async () => {
    const { folder, plan, rev } = await aDayOnDisk()
    damage(join(folder, 'journal.jsonl'), (bytes) => bytes.toString().replace('Platform', 'Plattform'))
    const open = await openIn(folder)
    expect(open.notices).toEqual([])
    expect({ rev: open.host.rev(), plan: open.host.plan() }).toEqual({ rev, plan })
    open.store.close()
  })

  test('damaged in lines that nothing else holds: what comes before is there, the loss is told, and the file is kept', async () => {
    const folder = aFolder()
    const first = await openIn(folder)
    await first.host.execute(anOwnSession('a'))
    await first.store.fold()
    for (const id of ['b', 'c', 'd', 'e']) await first.host.execute(anOwnSession(id))
    first.store.close()
    const file = join(folder, 'journal.jsonl')
    damage(file, (bytes) => bytes.toString().replace('"id":"c"', '"id":"x"'))
    const bytes = readFileSync(file)
    const open = await openIn(folder)
    expect(codes(open.notices)).toEqual([{ code: 'recovered-journal', file: 'journal', lost: 3 }])
    expect(Object.keys(open.host.plan().years['2026']?.sessions ?? {})).toEqual(['a', 'b'])
    expect(open.host.history()).toEqual({ undo: null, redo: null })
    expect(await open.host.execute(anOwnSession('f'))).toEqual({ ok: true, rev: 6 })
    open.store.close()
    const kept = readdirSync(folder).filter((entry) => entry.startsWith('journal.jsonl.damaged-'))
    expect(readFileSync(join(folder, kept[0] ?? '')).equals(bytes)).toBe(true)
    const again = await openIn(folder)
    expect(again.notices).toEqual([])
    expect(Object.keys(again.host.plan().years['2026']?.sessions ?? {})).toEqual(['a', 'b', 'f'])
    again.store.close()
  })

  test('lost with all its changes in the documents costs only Undo', async () => {
    const { folder, plan } = await aDayOnDisk()
    const open = await openIn(folder)
    await open.store.settle()
    open.store.close()
    rmSync(join(folder, 'journal.jsonl'))
    const again = await openIn(folder)
    expect(again.notices).toEqual([])
    expect(again.host.plan()).toEqual(plan)
    expect(await again.host.execute(anOwnSession('next'))).toMatchObject({ ok: true })
    again.store.close()
  })
})

describe('a previous generation that the journal no longer reaches', () => {
  test('is used as it is, and says how much is missing', async () => {
    const { folder } = await aDayOnDisk()
    const open = await openIn(folder, {
      limits: { foldAt: 1e9, putAsideAt: 1, history: { bytes: 0, steps: 0 } },
    })
    for (const id of ['x', 'y', 'z']) {
      await open.host.execute(anOwnSession(id))
      await open.store.fold()
    }
    open.store.close()
    copyFileSync(join(folder, '2026.json.prev'), join(folder, 'spare'))
    for (const entry of readdirSync(join(folder, 'history'))) rmSync(join(folder, 'history', entry))
    damage(join(folder, '2026.json'), () => '')
    const again = await openIn(folder)
    expect(codes(again.notices)).toEqual([{ code: 'recovered-previous', file: '2026', lost: 1 }])
    expect(Object.keys(again.host.plan().years['2026']?.sessions ?? {})).toContain('y')
    expect(Object.keys(again.host.plan().years['2026']?.sessions ?? {})).not.toContain('z')
    expect(await again.host.execute(anOwnSession('more'))).toMatchObject({ ok: true })
    again.store.close()
  })
})

describe('a damaged document whose journal is damaged too', () => {
  test('stays at its previous generation: no later change is applied over the gap', async () => {
    const folder = aFolder()
    const first = await openIn(folder)
    for (const group of [['a'], ['b', 'c', 'd']]) {
      for (const id of group) await first.host.execute(anOwnSession(id))
      await first.store.fold()
    }
    first.store.close()
    damage(join(folder, '2026.json'), () => '')
    damage(join(folder, 'journal.jsonl'), (bytes) => bytes.toString().replace('"id":"c"', '"id":"x"'))
    const open = await openIn(folder)
    expect(codes(open.notices)).toEqual([{ code: 'recovered-previous', file: '2026', lost: 3 }])
    expect(Object.keys(open.host.plan().years['2026']?.sessions ?? {})).toEqual(['a'])
    expect(await open.host.execute(anOwnSession('e'))).toEqual({ ok: true, rev: 5 })
    await open.store.settle()
    open.store.close()
    const again = await openIn(folder)
    expect(again.notices).toEqual([])
    expect(Object.keys(again.host.plan().years['2026']?.sessions ?? {})).toEqual(['a', 'e'])
    again.store.close()
  })
})

describe('files that go while the app runs', () => {
  const gone: readonly (readonly [string, (folder: string) => void])[] = [
    ['the journal deleted', (folder) => rmSync(join(folder, 'journal.jsonl'))],
    ['the whole folder deleted', (folder) => rmSync(folder, { recursive: true })],
    [
      'the journal moved to the trash',
      (folder) => renameSync(join(folder, 'journal.jsonl'), `${folder}.trash`),
    ],
    ['the whole folder moved to the trash', (folder) => renameSync(folder, `${folder}.trash`)],
    [
      'the journal replaced by another',
      (folder) => {
        rmSync(join(folder, 'journal.jsonl'))
        writeFileSync(join(folder, 'journal.jsonl'), 'x\n')
      },
    ],
  ]

  test.each(gone)('%s: the next change brings everything back on disk', async (_what, go) => {
    const folder = join(aFolder(), 'plan')
    const open = await openIn(folder, { pause: () => Promise.resolve() })
    for (const step of day) await step(open)
    go(folder)
    expect(await open.host.execute(anOwnSession('after'))).toMatchObject({ ok: true })
    const again = await openIn(folder)
    expect(again.notices).toEqual([])
    expect({ rev: again.host.rev(), plan: again.host.plan() }).toEqual({
      rev: open.host.rev(),
      plan: open.host.plan(),
    })
    again.store.close()
    expect(await open.host.execute(anOwnSession('and on'))).toMatchObject({ ok: true })
    await open.store.settle()
    open.store.close()
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })
})

describe('a folder in the way', () => {
  test('where a document should be: the other generation is used', async () => {
    const { folder, plan } = await aDayOnDisk()
    rmSync(join(folder, '2026.json'))
    mkdirSync(join(folder, '2026.json'))
    const open = await openIn(folder)
    expect(codes(open.notices)).toEqual([{ code: 'recovered-previous', file: '2026', lost: 0 }])
    expect(open.host.plan()).toEqual(plan)
    expect(await open.host.execute(anOwnSession('more'))).toMatchObject({ ok: true })
    open.store.close()
    expect(existsSync(join(folder, '2026.json'))).toBe(true)
  })
})

function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return Object.fromEntries(
    files.map((f) => [
      join(f.parentPath, f.name).slice(folder.length),
      readFileSync(join(f.parentPath, f.name), 'latin1'),
    ]),
  )
}
