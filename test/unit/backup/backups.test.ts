import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { samplePractice } from '../../../assets/sample/practice.ts'
import { Backups } from '../../../electron/backup/backups.ts'
import { type Disk, nodeDisk } from '../../../electron/storage/disk.ts'
import { sha256 } from '../../../electron/storage/shardStore.ts'
import { execute } from '../../../shared/commands/execute.ts'
import { emptyPlan, type Plan } from '../../../shared/plan/plan.ts'
import { type BackupName, superfluous } from '../../../shared/storage/backupRules.ts'
import { census, differenceOf } from '../../../shared/storage/census.ts'
import { danglingReferences } from '../../../shared/storage/danglingReferences.ts'
import { openPlanFile, readHead, sealPlanFile } from '../../../shared/storage/planFile.ts'
import { addDays } from '../../../shared/time/day.ts'
import { aSession, HOME } from '../../support/builders.ts'
import { aFolder, openIn } from '../storage/scenario.ts'

const sample = samplePractice({ today: '2026-11-24', zone: HOME, language: 'en' })
const aFile = (plan: Plan) => ({
  rev: 7,
  savedAt: '2026-11-24T08:00:00.000Z',
  appVersion: '0.1.0',
  plan,
  files: {},
})

function backupsIn(folder: string, options: { disk?: Disk; second?: string; at?: string } = {}) {
  const troubles: unknown[] = []
  const backups = new Backups({
    disk: options.disk ?? nodeDisk,
    folder,
    pdfs: join(folder, 'pdfs'),
    second: () => options.second ?? null,
    appVersion: '0.1.0',
    now: () => Date.parse(options.at ?? '2026-11-24T08:00:00Z'),
    onTrouble: (_where, error) => troubles.push(error),
  })
  return { backups, troubles }
}

describe('a file with everything', () => {
  test('gives back the plan, written for people or small', () => {
    for (const indent of [0, 1] as const) {
      const opened = openPlanFile(sealPlanFile(aFile(sample), sha256, indent), sha256)
      expect(opened).toEqual({ ok: true, file: aFile(sample) })
    }
  })

  test('says at its beginning what it holds', () => {
    expect(readHead(sealPlanFile(aFile(sample), sha256, 1).slice(0, 2000))).toMatchObject({
      rev: 7,
      counts: census(sample),
    })
  })

  test('altered in any byte is refused, or says the same', () => {
    const text = sealPlanFile(aFile(sample), sha256, 0)
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('0', 'x', '"', '{', ' '), (at, letter) => {
        const opened = openPlanFile(text.slice(0, at) + letter + text.slice(at + 1), sha256)
        if (opened.ok) expect(opened.file).toEqual(aFile(sample))
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['empty', '', 'not-json'],
    ['cut', sealPlanFile(aFile(sample), sha256, 0).slice(0, 9000), 'not-json'],
    ['of something else', '{"a":1}', 'not-headroom'],
    [
      'of a newer version',
      sealPlanFile(aFile(sample), sha256, 0).replace(/"version":\d+/, '"version":99'),
      'newer-version',
    ],
    [
      'with another revision',
      sealPlanFile(aFile(sample), sha256, 0).replace('"rev":7', '"rev":8'),
      'checksum',
    ],
    [
      'that would write elsewhere',
      sealPlanFile({ ...aFile(sample), files: { '../x.pdf': '' } }, sha256, 0),
      'not-headroom',
    ],
  ])('%s is refused', (_what, text, why) => {
    expect(openPlanFile(text, sha256)).toMatchObject({ ok: false, why })
  })

  test('the sample names nothing that is not in it; a session without its engagement is told', () => {
    expect(danglingReferences(sample)).toEqual([])
    const engagements = Object.fromEntries(Object.entries(sample.practice.engagements).slice(1))
    const torn = { ...sample, practice: { ...sample.practice, engagements } }
    expect(danglingReferences(torn).length).toBeGreaterThan(0)
  })
})

describe('which backups stay', () => {
  const aDay = fc.integer({ min: 0, max: 900 })
  const made = fc
    .array(fc.record({ ago: aDay, why: fc.constantFrom('auto', 'asked', 'before-restore') }), {
      maxLength: 80,
    })
    .map((all) =>
      all.map(
        ({ ago, why }, i) => ({ id: `b${i}`, rev: i, day: addDays('2026-11-24', -ago), why }) as BackupName,
      ),
    )

  test('what was asked for and the newest revisions always do, and at most a day, week and month each of the rest', () => {
    fc.assert(
      fc.property(made, (all) => {
        const gone = new Set(superfluous(all, '2026-11-24'))
        const stay = all.filter((backup) => !gone.has(backup))
        expect(all.filter(({ why }) => why === 'asked').every((backup) => !gone.has(backup))).toBe(true)
        expect(all.slice(-3).every((backup) => !gone.has(backup))).toBe(true)
        expect(stay.filter(({ why }) => why !== 'asked').length).toBeLessThanOrEqual(7 + 4 + 12 + 3)
        expect(superfluous(stay, '2026-11-24')).toEqual([])
      }),
    )
  })

  test('one a day for two years: 7 days, 4 weeks, 12 months', () => {
    const all = Array.from({ length: 730 }, (_, i): BackupName => {
      return { id: `b${i}`, rev: i, day: addDays('2026-11-24', i - 729), why: 'auto' }
    })
    const gone = new Set(superfluous(all, '2026-11-24'))
    expect(all.filter((backup) => !gone.has(backup)).map(({ day }) => day)).toEqual([
      '2025-12-31',
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
      '2026-07-31',
      '2026-08-31',
      '2026-09-30',
      '2026-10-31',
      '2026-11-08',
      '2026-11-15',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
      '2026-11-24',
    ])
  })

  test('[R11] with the clock set back a year the newest revision stays all the same', () => {
    const all = Array.from({ length: 40 }, (_, i): BackupName => {
      return { id: `b${i}`, rev: i, day: addDays('2026-11-24', i - 39), why: 'auto' }
    })
    const late: BackupName = { id: 'late', rev: 99, day: '2025-11-24', why: 'auto' }
    expect(superfluous([...all, late], '2025-11-24')).not.toContain(late)
  })
})

describe('backups', () => {
  test('are made when the plan has changed, listed with what they hold, and private', async () => {
    const folder = aFolder()
    const { backups } = backupsIn(folder)
    const id = await backups.makeIfDue({ plan: sample, rev: 5 }, true)
    expect(await backups.makeIfDue({ plan: sample, rev: 5 }, true), 'nothing has changed').toBeNull()
    expect(await backups.makeIfDue({ plan: sample, rev: 6 }, false), 'one was made today').toBeNull()
    const tomorrow = backupsIn(folder, { at: '2026-11-25T08:00:00Z' }).backups
    expect(await tomorrow.makeIfDue({ plan: sample, rev: 6 }, false)).not.toBeNull()
    const list = backups.list()
    expect(list.map(({ rev, day, why }) => ({ rev, day, why }))).toEqual([
      { rev: 6, day: '2026-11-25', why: 'auto' },
      { rev: 5, day: '2026-11-24', why: 'auto' },
    ])
    expect(list[1]).toMatchObject({ id, head: { counts: census(sample) } })
    expect(list[1]?.bytes).toBe(statSync(join(folder, id ?? '')).size)
    expect(statSync(join(folder, id ?? '')).mode & 0o077).toBe(0)
    expect(await backups.open(id ?? '')).toMatchObject({ ok: true, file: { plan: sample, rev: 5 } })
  })

  test('a damaged one is known as such, opens as nothing, and does not keep the next from being made', async () => {
    const folder = aFolder()
    const { backups } = backupsIn(folder)
    const id = await backups.make({ plan: sample, rev: 5 }, 'auto')
    const file = join(folder, id)
    const whole = readFileSync(file)
    for (let length = 0; length < whole.length; length += 1024) {
      writeFileSync(file, whole.subarray(0, length))
      expect(await backups.open(id)).toMatchObject({ ok: false })
    }
    writeFileSync(file, '')
    expect(backups.list()[0]).toMatchObject({ id, head: null, bytes: 0 })
    expect(await backups.makeIfDue({ plan: sample, rev: 5 }, true)).toBe(id)
    expect(await backups.open(id)).toMatchObject({ ok: true })
  })

  test('lie in the second folder too; one that refuses is told and keeps the first', async () => {
    const [folder, second] = [aFolder(), aFolder()]
    const { backups } = backupsIn(folder, { second })
    const id = await backups.make({ plan: sample, rev: 5 }, 'asked')
    expect(readdirSync(second)).toEqual([id])
    writeFileSync(join(folder, id), 'x')
    expect(await backups.open(id), 'the second is read where the first is damaged').toMatchObject({
      ok: true,
    })
    const refusing = backupsIn(folder, { second: join(folder, 'not there') })
    await refusing.backups.make({ plan: sample, rev: 6 }, 'auto')
    expect(refusing.backups.secondFault()).not.toBeNull()
    expect(refusing.backups.list().length).toBe(2)
  })

  test.each(['ENOSPC', 'EACCES', 'EIO', 'torn write', 'short read'])(
    '%s at any call: no half backup counts, and those before are as they were',
    async (how) => {
      for (let at = 0, failed = true; failed; at += 1) {
        const folder = aFolder()
        const first = await backupsIn(folder).backups.make({ plan: sample, rev: 1 }, 'auto')
        const before = readFileSync(join(folder, first))
        const { disk, hit } = faultyDisk(how, at)
        const made = await backupsIn(folder, { disk })
          .backups.make({ plan: sample, rev: 2 }, 'auto')
          .catch(() => null)
        const { backups } = backupsIn(folder)
        expect(readFileSync(join(folder, first)).equals(before)).toBe(true)
        for (const { id, head } of backups.list()) {
          expect(head).not.toBeNull()
          expect(await backups.open(id)).toMatchObject({ ok: true })
        }
        if (made !== null) expect(backups.list().some(({ id }) => id === made)).toBe(true)
        failed = hit()
      }
    },
  )
})

/** The real disk with one failure: at the call with this number among those that the failure can befall. */
function faultyDisk(how: string, at: number): { readonly disk: Disk; readonly hit: () => boolean } {
  let calls = 0
  const isNow = () => calls++ === at
  const fail = () => {
    throw Object.assign(new Error(how), { code: how })
  }
  const torn: Disk['write'] = (fd, bytes, from) => {
    if (!isNow()) return nodeDisk.write(fd, bytes, from)
    nodeDisk.write(fd, bytes.subarray(0, from + ((bytes.length - from) >> 1)), from)
    throw Object.assign(new Error(how), { code: 'EIO' })
  }
  const short: Disk['read'] = (path) => {
    const bytes = nodeDisk.read(path)
    return isNow() && bytes !== null ? bytes.subarray(0, bytes.length >> 1) : bytes
  }
  if (how === 'torn write') return { disk: { ...nodeDisk, write: torn }, hit: () => calls > at }
  if (how === 'short read') return { disk: { ...nodeDisk, read: short }, hit: () => calls > at }
  const or =
    <A extends unknown[], R>(call: (...args: A) => R) =>
    (...args: A): R =>
      isNow() ? fail() : call(...args)
  const { open, write, flush, rename, flushFolder, makeFolder } = nodeDisk
  return {
    disk: {
      ...nodeDisk,
      open: or(open),
      write: or(write),
      flush: or(flush),
      rename: or(rename),
      flushFolder: or(flushFolder),
      makeFolder: or(makeFolder),
    },
    hit: () => calls > at,
  }
}

describe('[R9] a restore', () => {
  test('says what it changes, gives the plan of the backup, writes only what differs, and can be undone', async () => {
    const folder = aFolder()
    const open = await openIn(folder)
    await open.host.execute({ type: 'plan/start', plan: sample })
    const before = open.host.plan()
    await open.host.execute({
      type: 'session/create',
      sessions: [aSession({ id: 'new', engagementId: null })],
    })
    await open.host.execute({ type: 'settings/change', change: { reserveMinutes: 7 } })
    const now = open.host.plan()
    expect(differenceOf(now, before)).toEqual({
      kinds: [{ kind: 'sessions', added: 0, changed: 0, removed: 1 }],
      other: true,
      issuedLost: [],
    })
    const result = execute(now, { type: 'plan/restore', plan: before as never })
    expect(result.ok && result.patches.length).toBe(2)
    expect(await open.host.execute({ type: 'plan/restore', plan: before as never })).toMatchObject({
      ok: true,
    })
    expect(open.host.plan()).toEqual(before)
    expect(await open.host.undo()).toMatchObject({ ok: true })
    expect(open.host.plan()).toEqual(now)
    open.store.close()
    const again = await openIn(folder)
    expect(again.host.plan()).toEqual(now)
    again.store.close()
  })

  test('of an empty plan over a full one and back tells each record, and the invoices that would be gone', () => {
    const difference = differenceOf(sample, emptyPlan(HOME))
    expect(Object.fromEntries(difference.kinds.map(({ kind, removed }) => [kind, removed]))).toEqual(
      census(sample),
    )
    const there = execute(sample, { type: 'plan/restore', plan: emptyPlan(HOME) as never })
    expect(there.ok && there.plan).toEqual(emptyPlan(HOME))
    const back = execute(emptyPlan(HOME), { type: 'plan/restore', plan: sample as never })
    expect(back.ok && back.plan).toEqual(sample)
    expect(
      differenceOf(emptyPlan(HOME), sample).kinds.every(({ changed, removed }) => changed + removed === 0),
    ).toBe(true)
  })
})
