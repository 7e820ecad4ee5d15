import { webcrypto } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Backups } from '../../../electron/backup/backups.ts'
import { nodeDisk } from '../../../electron/storage/disk.ts'
import { changeOver } from '../../../electron/vault/changeOver.ts'
import { lockKey, newKey, unlockKey } from '../../../electron/vault/keyRecord.ts'
import { openVault } from '../../../electron/vault/openVault.ts'
import { dataPlaces } from '../../../electron/vault/places.ts'
import { sealedDisk } from '../../../electron/vault/sealedDisk.ts'
import { isSealed, openFile, openLine, recordIn, sealFile, sealLine } from '../../../electron/vault/seals.ts'
import { type Keychain, LockedError, type Vault } from '../../../electron/vault/vault.ts'
import { aSession } from '../../support/builders.ts'
import { Crash, type Moment, ShadowDisk } from '../../support/shadowDisk.ts'
import { aFolder, day, openIn } from '../storage/scenario.ts'

/*
 * Invariants of the encryption of data at rest.
 *
 * [E1] Without the passphrase nothing is had back; a changed bit anywhere is found. The construction is the standard one:
 *      another implementation of AES-256-GCM reads what was written.
 * [E2] While data is encrypted no file but the locked key is clear: not the journal, no earlier generation, no backup.
 * [E3] A change from one kind to the other can be interrupted anywhere: all is read as before, and it goes on later.
 * [E4] What was acknowledged stays, Undo too, through turning on, locking, unlocking, another passphrase and turning off.
 * [E5] Where the vault's own file is lost, the passphrase alone opens the data; a backup opens on another computer.
 */

const cheap = { N: 2 ** 14, r: 8, p: 1 }
const PASSPHRASE = 'correct horse battery staple'
const noKeychain: Keychain = { available: () => false, protect: () => '', reveal: () => null }
const vaultOf = (userData: string, keychain = noKeychain) => openVault(userData, keychain, cheap)

/** Every file below a folder. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesIn(path) : [path]
  })
}

const clearFiles = (userData: string) =>
  filesIn(userData).filter((path) => /Nordwerk|Platform|session/.test(readFileSync(path, 'latin1')))

describe('[E1] keys and seals', () => {
  test('the passphrase opens, another one does not; however its letters are composed', async () => {
    const key = newKey()
    const record = await lockKey(key, 'Käse und Brötchen', cheap)
    expect(await unlockKey(record, 'Ka\u0308se und Bro\u0308tchen')).toEqual(key)
    expect(await unlockKey(record, 'Kase und Brotchen')).toBeNull()
    expect(await unlockKey(record, '')).toBeNull()
  })

  test('a changed bit anywhere is found, in a file and in a line', async () => {
    const key = newKey()
    const record = await lockKey(key, PASSPHRASE, cheap)
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.nat(),
        fc.integer({ min: 0, max: 5 }),
        (bytes, at, bit) => {
          const sealed = sealFile(bytes, { key, record })
          expect(openFile(sealed, key)).toEqual(Buffer.from(bytes))
          const start = sealed.lastIndexOf('.') + 1
          const content = Buffer.from(sealed.subarray(start).toString('latin1'), 'base64')
          const place = at % content.length
          content[place] = (content[place] ?? 0) ^ (1 << bit)
          const altered = Buffer.concat([sealed.subarray(0, start), Buffer.from(content.toString('base64'))])
          expect(openFile(altered, key)).toBeNull()
          expect(openFile(sealed, newKey())).toBeNull()
        },
      ),
      { numRuns: 200 },
    )
    const line = sealLine('{"rev":1}', key)
    expect(openLine(line, key)).toBe('{"rev":1}')
    expect(openLine(`${line.slice(0, -6)}AAAAAA`, key)).toBeNull()
    // A line cannot pass for a file.
    expect(openFile(Buffer.from(`headroom-sealed-1.e30=.${line.split('.')[1]}`), key)).toBeNull()
  })

  test('another implementation of AES-256-GCM reads what was written', async () => {
    const key = newKey()
    const sealed = sealFile(Buffer.from('Ünïcode ✓'), { key, record: await lockKey(key, PASSPHRASE, cheap) })
    const content = Buffer.from(sealed.toString('latin1').split('.')[2] ?? '', 'base64')
    const other = await webcrypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt'])
    const clear = await webcrypto.subtle.decrypt(
      { name: 'AES-GCM', iv: content.subarray(0, 12), additionalData: Buffer.from('file'), tagLength: 128 },
      other,
      content.subarray(12),
    )
    expect(Buffer.from(clear).toString()).toBe('Ünïcode ✓')
  })

  test('a record that asks for more memory than anybody has is refused, not tried', async () => {
    const key = newKey()
    const record = await lockKey(key, PASSPHRASE, cheap)
    const greedy = { ...record, kdf: { ...record.kdf, N: 2 ** 30 } }
    const head = Buffer.from(JSON.stringify(greedy)).toString('base64')
    expect(recordIn(Buffer.from(`headroom-sealed-1.${head}.AAAA`))).toBeNull()
  })
})

/** A day's work in a folder of data, with what lies beside the plan. */
async function worked(userData: string) {
  const vaulted = vaultOf(userData)
  const open = await openIn(join(userData, 'plan'), { disk: vaulted.disk })
  for (const step of day.slice(0, 6)) await step(open)
  mkdirSync(join(userData, 'invoices'), { recursive: true })
  writeFileSync(join(userData, 'invoices', 'invoice-1.pdf'), '%PDF-1.7 Nordwerk')
  await vaulted.file('timer.json').write('{"note":"Platform"}')
  await backupsOf(userData, vaulted).make({ plan: open.host.plan(), rev: open.host.rev() }, 'asked')
  return { open, ...vaulted }
}

function backupsOf(userData: string, { disk }: Pick<ReturnType<typeof vaultOf>, 'disk'>) {
  return new Backups({
    disk,
    folder: join(userData, 'backups'),
    pdfs: join(userData, 'invoices'),
    second: () => null,
    appVersion: '0.1.0',
    now: () => Date.parse('2026-11-23T09:00:00Z'),
    onTrouble: (_where, error) => {
      throw error
    },
  })
}

async function turnOn(
  { vault, open, changeOver: change }: Awaited<ReturnType<typeof worked>>,
  passphrase = PASSPHRASE,
) {
  await vault.turnOn(passphrase, true)
  const isDone = await open.store.whileSettled(async () => {
    await change(null)
    await vault.finished()
  })
  expect(isDone).toBe(true)
}

describe('[E2] [E4] data that is encrypted', () => {
  test('no file is clear; the plan goes on, is locked at the next start, and opens by its passphrase alone', async () => {
    const userData = aFolder()
    const first = await worked(userData)
    expect(clearFiles(userData).length).toBeGreaterThan(4)
    await turnOn(first)
    expect(clearFiles(userData)).toEqual([])
    for (const step of day.slice(6, 8)) await step(first.open)
    expect(clearFiles(userData)).toEqual([])
    await first.open.store.settle()
    const [plan, rev] = [first.open.host.plan(), first.open.host.rev()]
    first.open.store.close()
    expect(clearFiles(userData)).toEqual([])

    const next = vaultOf(userData)
    expect(next.vault.state()).toBe('locked')
    expect(() => next.disk.read(join(userData, 'invoices', 'invoice-1.pdf'))).toThrow(LockedError)
    expect(await next.vault.unlock('correct horse battery stapler')).toBe(false)
    expect(await next.vault.unlock(PASSPHRASE)).toBe(true)
    const again = await openIn(join(userData, 'plan'), { disk: next.disk })
    expect(again.notices).toEqual([])
    expect({ plan: again.host.plan(), rev: again.host.rev() }).toEqual({ plan, rev })
    expect((await again.host.undo()).ok).toBe(true)
    expect(next.disk.read(join(userData, 'invoices', 'invoice-1.pdf'))?.toString()).toBe('%PDF-1.7 Nordwerk')
    expect(next.file('timer.json').read()).toBe('{"note":"Platform"}')
    const backups = backupsOf(userData, next)
    const [entry] = backups.list()
    expect(entry?.head?.counts.sessions).toBeGreaterThan(0)
    expect((await backups.open(entry?.id ?? '')).ok).toBe(true)

    expect(await next.vault.change('wrong', 'another passphrase')).toBe(false)
    expect(await next.vault.change(PASSPHRASE, 'another passphrase')).toBe(true)
    const [last, lastRev] = [again.host.plan(), again.host.rev()]
    expect(await next.vault.turnOff(PASSPHRASE)).toBe(false)
    expect(await next.vault.turnOff('another passphrase')).toBe(true)
    await again.store.whileSettled(async () => {
      await next.changeOver(null)
      await next.vault.finished()
    })
    again.store.close()
    expect(next.vault.state()).toBe('off')
    const clear = await openIn(join(userData, 'plan'))
    expect({ plan: clear.host.plan(), rev: clear.host.rev() }).toEqual({ plan: last, rev: lastRev })
    expect(readFileSync(join(userData, 'invoices', 'invoice-1.pdf'), 'utf8')).toBe('%PDF-1.7 Nordwerk')
    expect(filesIn(userData).filter((path) => isSealed(readFileSync(path)))).toEqual([])
    clear.store.close()
  })

  test('the keychain opens it without the passphrase, and where it cannot, the passphrase does', async () => {
    const userData = aFolder()
    const keychain: Keychain = {
      available: () => true,
      protect: (text) => Buffer.from(text).toString('hex'),
      reveal: (secret) => Buffer.from(secret, 'hex').toString(),
    }
    const { vault } = vaultOf(userData, keychain)
    await vault.turnOn(PASSPHRASE, true)
    expect(readFileSync(join(userData, 'vault.json'), 'utf8')).not.toContain(
      Buffer.from(vault.key()).toString('base64'),
    )
    expect(vaultOf(userData, keychain).vault.state()).toBe('open')
    expect(vaultOf(userData, { ...keychain, reveal: () => null }).vault.state()).toBe('locked')
    await vault.useKeychain(false)
    expect(vaultOf(userData, keychain).vault.state()).toBe('locked')
  })
})

describe('[E3] a change that is interrupted', () => {
  const content = (disk: { readonly read: (path: string) => Uint8Array | null }, folder: string) =>
    Object.fromEntries(
      [
        'plan/practice.json',
        'plan/practice.json.prev',
        'invoices/a.pdf',
        'plan/history/0000000001-0000000002.jsonl',
      ].map((name) => [name, Buffer.from(disk.read(join(folder, name)) ?? []).toString('latin1')]),
    )

  async function prepared(): Promise<{ readonly folder: string; readonly vault: Vault }> {
    const folder = aFolder()
    for (const name of ['plan/history', 'invoices']) mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, 'plan', 'practice.json'), '{"a":1}')
    writeFileSync(join(folder, 'plan', 'practice.json.prev'), '{"a":0}')
    writeFileSync(
      join(folder, 'plan', 'history', '0000000001-0000000002.jsonl'),
      '{"rev":1}\n{"rev":2}\n{"re',
    )
    writeFileSync(join(folder, 'invoices', 'a.pdf'), Buffer.from([0x25, 0x50, 0xff, 0x00]))
    const { vault } = vaultOf(folder)
    await vault.turnOn(PASSPHRASE, false)
    return { folder, vault }
  }

  test('leaves every file whole, of one kind or the other, and goes on', async () => {
    const { folder, vault } = await prepared()
    const places = dataPlaces({ userData: folder, second: null }, nodeDisk)
    const before = content(nodeDisk, folder)
    const whole = new ShadowDisk(folder)
    await changeOver(sealedDisk(whole, vault), whole, places)
    expect(whole.calls.length).toBeGreaterThan(15)
    for (const { number } of whole.calls)
      for (const moment of ['before', 'after', 'torn'] as Moment[]) {
        const disk = new ShadowDisk(folder, { crashAt: { call: number, moment } })
        void changeOver(sealedDisk(disk, vault), disk, places).catch((error: unknown) => {
          if (!(error instanceof Crash)) throw error
        })
        await disk.crashed
        for (const after of ['end', 'power cut'] as const) {
          const left = aFolder()
          disk.leave(left, after)
          const sealed = sealedDisk(nodeDisk, vault)
          const lines = (text: string) => text.split('\n').map(sealed.unsealedLine).join('\n')
          const found = content(sealed, left)
          for (const name in before)
            expect(name.endsWith('.jsonl') ? lines(found[name] ?? '') : found[name]).toBe(before[name])
          await changeOver(sealed, nodeDisk, dataPlaces({ userData: left, second: null }, nodeDisk))
          for (const name in before) {
            const text = readFileSync(join(left, name), 'latin1')
            expect(text.startsWith('headroom-')).toBe(true)
          }
        }
      }
  })

  test('done twice changes nothing, and the journal that is being written is left alone', async () => {
    const { folder, vault } = await prepared()
    writeFileSync(join(folder, 'plan', 'journal.jsonl'), '{"rev":3}\n')
    const disk = sealedDisk(nodeDisk, vault)
    const places = dataPlaces({ userData: folder, second: null }, nodeDisk)
    await changeOver(disk, nodeDisk, places)
    const once = Object.values(content(nodeDisk, folder))
    await changeOver(disk, nodeDisk, places)
    expect(Object.values(content(nodeDisk, folder))).toEqual(once)
    expect(readFileSync(join(folder, 'plan', 'journal.jsonl'), 'utf8')).toBe('{"rev":3}\n')
  })
})

describe('[E5] the passphrase alone', () => {
  test('opens the data where the vault’s own file is gone or damaged', async () => {
    const userData = aFolder()
    const first = await worked(userData)
    await turnOn(first)
    const rev = first.open.host.rev()
    first.open.store.close()
    for (const damage of [
      () => rmSync(join(userData, 'vault.json')),
      () => writeFileSync(join(userData, 'vault.json'), '{"ver'),
    ]) {
      damage()
      const { vault, disk } = vaultOf(userData)
      expect(vault.state()).toBe('locked')
      expect(await vault.unlock(PASSPHRASE)).toBe(true)
      // It is noted again once all files are known to be of one kind.
      expect(vault.changing()).toBe('sealing')
      const open = await openIn(join(userData, 'plan'), { disk })
      expect(open.host.rev()).toBe(rev)
      open.store.close()
      await vault.finished()
      expect(existsSync(join(userData, 'vault.json'))).toBe(true)
    }
  })

  test('opens a backup elsewhere: the file carries its locked key', async () => {
    const userData = aFolder()
    const first = await worked(userData)
    await turnOn(first)
    first.open.store.close()
    const [name] = readdirSync(join(userData, 'backups')).filter((one) => one.endsWith('.gz'))
    const bytes = readFileSync(join(userData, 'backups', name ?? ''))
    const record = recordIn(bytes)
    const key = record === null ? null : await unlockKey(record, PASSPHRASE)
    expect(key).not.toBeNull()
    expect(openFile(bytes, key ?? Buffer.alloc(32))?.subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]))
  })
})

test('[E4] changes made while files are changed over are kept', async () => {
  const userData = aFolder()
  const first = await worked(userData)
  await first.vault.turnOn(PASSPHRASE, false)
  const add = (id: string) =>
    first.open.host.execute({ type: 'session/create', sessions: [aSession({ id, engagementId: null })] })
  const changing = first.open.store.whileSettled(async () => {
    await first.changeOver(null)
    expect((await add('meanwhile')).ok).toBe(true)
    await first.vault.finished()
  })
  expect((await add('just-after')).ok).toBe(true)
  expect(await changing).toBe(true)
  await first.open.store.settle()
  const plan = first.open.host.plan()
  first.open.store.close()
  expect(clearFiles(userData)).toEqual([])
  const next = vaultOf(userData)
  await next.vault.unlock(PASSPHRASE)
  const again = await openIn(join(userData, 'plan'), { disk: next.disk })
  expect(again.host.plan()).toEqual(plan)
  again.store.close()
})
