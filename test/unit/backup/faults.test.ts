import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readName } from '../../../electron/backup/backupFiles.ts'
import { Backups } from '../../../electron/backup/backups.ts'
import type { Disk } from '../../../electron/storage/disk.ts'
import { aClient, aPlan, aSession } from '../../support/builders.ts'
import { randomFrom } from '../../support/random.ts'
import { Crash, type Moment, ShadowDisk, systemError } from '../../support/shadowDisk.ts'
import { aFolder, quickDisk } from '../storage/scenario.ts'

/*
 * [D8] A backup counts only after it was read back. Crashes, errors and damage: what was there stays, and what is listed
 *      with its head opens, or says that it does not.
 */

const sessions = Array.from({ length: 40 }, (_, i) =>
  aSession({ id: `s${i}`, engagementId: null, notes: `Überblick ${i * 7919}` }),
)
const older = aPlan({ clients: [aClient()], sessions: sessions.slice(1) })
const plan = aPlan({ clients: [aClient()], sessions })
const codes = ['ENOSPC', 'EACCES', 'EIO', 'EROFS']

function backupsOf(disk: Disk, root: string, day: string) {
  const troubles: unknown[] = []
  const backups = new Backups({
    disk,
    folder: join(root, 'backups'),
    pdfs: join(root, 'invoices'),
    second: () => join(root, 'drive'),
    appVersion: '0.1.0',
    now: () => Date.parse(`${day}T08:00:00Z`),
    onTrouble: (_where, error) => troubles.push(error),
  })
  return { backups, troubles }
}

/** A folder of data with one backup and a PDF that it does not have yet. */
async function aRoot(): Promise<string> {
  const root = aFolder()
  for (const name of ['invoices', 'drive']) mkdirSync(join(root, name))
  writeFileSync(join(root, 'drive', 'notes.txt'), 'mine')
  await backupsOf(quickDisk, root, '2026-11-23').backups.make({ plan: older, rev: 5 }, 'asked')
  writeFileSync(join(root, 'invoices', 'a.pdf'), '%PDF-1.7 a')
  return root
}

const make = (disk: Disk, root: string) =>
  backupsOf(disk, root, '2026-11-24').backups.make({ plan, rev: 9 }, 'auto')

/** The old backup is whole, a new one is whole or not there, and the next one can be made. */
async function checkLeft(disk: ShadowDisk, after: 'end' | 'power cut'): Promise<void> {
  const root = aFolder()
  disk.leave(root, after)
  for (const name of ['invoices', 'drive']) mkdirSync(join(root, name), { recursive: true })
  const { backups, troubles } = backupsOf(quickDisk, root, '2026-11-25')
  const before = backups.list()
  expect(before.map(({ rev }) => rev)).toEqual(before.length === 1 ? [5] : [9, 5])
  for (const { id, rev } of before)
    expect(await backups.open(id)).toMatchObject({ ok: true, file: { rev, plan: rev === 5 ? older : plan } })
  await backups.make({ plan, rev: 12 }, 'asked')
  expect(troubles).toEqual([])
  expect(readFileSync(join(root, 'backups', 'invoices', 'a.pdf'), 'utf8')).toBe('%PDF-1.7 a')
  expect(readFileSync(join(root, 'drive', 'notes.txt'), 'utf8')).toBe('mine')
  expect(readdirSync(join(root, 'backups')).filter((name) => name.startsWith('.'))).toEqual([])
}

async function callsOfIt() {
  const root = await aRoot()
  const disk = new ShadowDisk(root)
  await make(disk, root)
  expect(disk.calls.length).toBeGreaterThan(15)
  return disk.calls
}

describe('[D8] a backup', () => {
  const moments: readonly Moment[] = ['before', 'after', 'torn']

  test('that ends at any call leaves those before whole, and itself whole or not there', async () => {
    for (const { number: call, name, path } of await callsOfIt())
      for (const moment of moments) {
        const root = await aRoot()
        const disk = new ShadowDisk(root, { crashAt: { call, moment } })
        await Promise.race([
          disk.crashed,
          make(disk, root).catch((error: unknown) => {
            if (!(error instanceof Crash)) throw error
          }),
        ])
        for (const after of ['end', 'power cut'] as const)
          await checkLeft(disk, after).catch((error: unknown) => {
            throw new Error(`${after} ${moment} call ${call} (${name} ${path})`, { cause: error })
          })
      }
  }, 60_000)

  test('that meets an error at any call is made or refused, and leaves those before whole', async () => {
    const refused = new Set<string>()
    for (const { number: call, name, path } of await callsOfIt())
      for (const stays of [true, false]) {
        const code = codes[call % codes.length] ?? ''
        const root = await aRoot()
        const disk = new ShadowDisk(root, {
          fail: ({ number }) => (number === call || (stays && number > call) ? systemError(code) : null),
        })
        await make(disk, root).catch((error: unknown) => {
          expect(error).toMatchObject({ code })
          refused.add(path)
        })
        await checkLeft(disk, 'end').catch((error: unknown) => {
          throw new Error(`${code} at call ${call} (${name} ${path})`, { cause: error })
        })
      }
    expect(refused.size).toBeGreaterThan(2)
  }, 60_000)

  test('that is read back short is refused and taken away', async () => {
    const root = await aRoot()
    const disk: Disk = {
      ...quickDisk,
      read: (path) => {
        const bytes = quickDisk.read(path)
        const isNew = path.includes('20261124')
        return bytes !== null && isNew ? bytes.subarray(0, bytes.length - 9) : bytes
      },
    }
    await expect(make(disk, root)).rejects.toMatchObject({ code: 'EIO' })
    expect(
      backupsOf(quickDisk, root, '2026-11-25')
        .backups.list()
        .map(({ rev }) => rev),
    ).toEqual([5])
  })

  test('[R4] damaged in any way opens as it was or says why not, and never throws; the other one stays', async () => {
    const root = await aRoot()
    rmSync(join(root, 'drive'), { recursive: true })
    const id = await make(quickDisk, root)
    const path = join(root, 'backups', id)
    const bytes = readFileSync(path)
    const random = randomFrom(3)
    const flipped = () => {
      const copy = Buffer.from(bytes)
      const place = Math.floor(random() * bytes.length)
      copy[place] = (copy[place] ?? 0) ^ (1 << Math.floor(random() * 8))
      return copy
    }
    const damages: readonly (Buffer | 'folder')[] = [
      ...Array.from({ length: Math.ceil(bytes.length / 256) }, (_, i) => bytes.subarray(0, i * 256)),
      ...Array.from({ length: 60 }, flipped),
      Buffer.from(bytes.map(() => Math.floor(random() * 256))),
      Buffer.alloc(bytes.length),
      Buffer.from('{"hello":"world"}'),
      'folder',
    ]
    const { backups } = backupsOf(quickDisk, root, '2026-11-25')
    let refusals = 0
    for (const damage of damages) {
      rmSync(path, { recursive: true })
      if (damage === 'folder') mkdirSync(path)
      else writeFileSync(path, damage)
      expect(backups.list().map(({ rev }) => rev)).toEqual(damage === 'folder' ? [5] : [9, 5])
      const opened = await backups.open(id)
      if (opened.ok) expect(opened.file).toMatchObject({ rev: 9, plan })
      else refusals += 1
      const other = backups.list().at(-1)?.id ?? ''
      expect(readName(other)?.rev).toBe(5)
      expect(await backups.open(other)).toMatchObject({ ok: true, file: { plan: older } })
    }
    // What is there instead of the newest one is none: the next start makes another.
    expect(await backups.makeIfDue({ plan, rev: 9 }, true)).not.toBeNull()
    // Bits of gzip's head say nothing of the content.
    expect(refusals).toBeGreaterThan(damages.length - 12)
  })
})
