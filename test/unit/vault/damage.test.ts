import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Memory } from '../../../electron/reminders/memory.ts'
import { textFile } from '../../../electron/storage/textFile.ts'
import { WatchMemory } from '../../../electron/timer/memory.ts'
import { type OpenVault, openVault } from '../../../electron/vault/openVault.ts'
import type { Keychain } from '../../../electron/vault/vault.ts'
import { windowMemory } from '../../../electron/window/memory.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { aSession } from '../../support/builders.ts'
import { times } from '../../support/effort.ts'
import { randomFrom } from '../../support/random.ts'
import { aFolder, day, openIn } from '../storage/scenario.ts'

/*
 * [R4] with encryption on, and of the small files beside the plan: damage of any kind is answered as it is without.
 */

const PASSPHRASE = 'correct horse battery staple'
const noKeychain: Keychain = { available: () => false, protect: () => '', reveal: () => null }
const vaultOf = (userData: string) => openVault(userData, noKeychain, { N: 2 ** 14, r: 8, p: 1 })

async function unlocked(userData: string): Promise<OpenVault> {
  const opened = vaultOf(userData)
  expect(opened.vault.state()).toBe('locked')
  expect(await opened.vault.unlock(PASSPHRASE)).toBe(true)
  return opened
}

type Damaged = Buffer | 'folder'

function damagesOf(bytes: Buffer, random: () => number): readonly (readonly [string, Damaged])[] {
  const flipped = (): Damaged => {
    const copy = Buffer.from(bytes)
    const place = Math.floor(random() * bytes.length)
    copy[place] = (copy[place] ?? 0) ^ (1 << Math.floor(random() * 7))
    return copy
  }
  const cuts = Array.from({ length: times(4, 20) }, () => Math.floor(random() * bytes.length))
  return [
    ['empty', Buffer.alloc(0)],
    ...cuts.map((length) => [`cut to ${length}`, bytes.subarray(0, length)] as const),
    ...cuts.map((_, i) => [`flipped ${i}`, flipped()] as const),
    ['noise', Buffer.from(bytes.map(() => Math.floor(random() * 256)))],
    ['something else', Buffer.from('{"hello":"world"}\n')],
    ['a folder', 'folder'],
  ]
}

function replace(path: string, damaged: Damaged): void {
  rmSync(path, { recursive: true, force: true })
  if (damaged === 'folder') mkdirSync(path)
  else writeFileSync(path, damaged)
}

/** An encrypted plan: every document has an earlier generation, and the journal goes on after the last folding. */
async function made() {
  const userData = aFolder()
  const opened = vaultOf(userData)
  await opened.vault.turnOn(PASSPHRASE, false)
  await opened.vault.finished()
  const folder = join(userData, 'plan')
  const open = await openIn(folder, { disk: opened.disk })
  const plans = new Map<number, Plan>()
  open.host.subscribe(({ rev }, plan) => plans.set(rev, plan))
  for (const step of day) await step(open)
  for (const id of ['x', 'y']) {
    await open.host.execute({ type: 'session/create', sessions: [aSession({ id, engagementId: null })] })
    await open.store.fold()
  }
  for (const id of ['z1', 'z2', 'z3'])
    await open.host.execute({ type: 'session/create', sessions: [aSession({ id, engagementId: null })] })
  open.store.close()
  return { userData, folder, plans, rev: open.host.rev() }
}

describe('[R4] [E4] an encrypted plan', () => {
  test('of which any file is damaged gives back what its other files hold, and tells what is missing', async () => {
    const { userData, folder, plans, rev } = await made()
    const random = randomFrom(5)
    const files = readdirSync(folder).filter((name) => /\.json(l|\.prev)?$/.test(name))
    expect(files).toEqual(expect.arrayContaining(['practice.json', '2026.json.prev', 'journal.jsonl']))
    const { disk } = await unlocked(userData)
    for (const name of files) {
      const bytes = readFileSync(join(folder, name))
      for (const [what, damaged] of damagesOf(bytes, random)) {
        replace(join(folder, name), damaged)
        const open = await openIn(folder, { disk })
        open.store.close()
        const told = open.notices.map(({ code, params }) => ({ code, file: params.file }))
        const lost = open.notices.reduce((sum, { params }) => sum + Number(params.lost ?? 0), 0)
        const where = `${name} ${what}`
        if (name === 'journal.jsonl' && damaged === 'folder')
          expect(told, where).toEqual([{ code: 'nothing-readable', file: 'journal' }])
        else if (name === 'journal.jsonl') {
          const isTorn = what.startsWith('cut') || what === 'empty'
          const isWhole = open.host.rev() === rev && lost === 0
          if (!isTorn && !isWhole)
            expect(told, where).toEqual([{ code: 'recovered-journal', file: 'journal' }])
          expect(open.host.plan(), where).toEqual(plans.get(open.host.rev() - lost))
        } else {
          const code = files.includes(`${name}.prev`) ? 'recovered-previous' : 'recovered-journal'
          // A bit of the key record before the content, or of the last letter's rest, takes nothing from the content.
          const isHarmless = what.startsWith('flipped') && told.length === 0
          const isCurrent = name.endsWith('.json') && !isHarmless
          expect({ told, lost, rev: open.host.rev() }, where).toEqual({
            told: isCurrent ? [{ code, file: name.replace('.json', '') }] : [],
            lost: 0,
            rev,
          })
          expect(open.host.plan(), where).toEqual(plans.get(rev))
        }
      }
      replace(join(folder, name), bytes)
    }
  }, 60_000)

  test('[E5] of which the vault’s own file is damaged opens by the passphrase all the same', async () => {
    const { userData, folder, plans, rev } = await made()
    const path = join(userData, 'vault.json')
    const bytes = readFileSync(path)
    for (const [what, damaged] of damagesOf(bytes, randomFrom(6))) {
      replace(path, damaged)
      const { vault, disk } = vaultOf(userData)
      expect(vault.state(), what).toBe('locked')
      // Where a bit of the locked key was changed, the record that the plan's files carry must serve.
      expect(await vault.unlock(PASSPHRASE), what).toBe(true)
      const open = await openIn(folder, { disk })
      open.store.close()
      expect([open.notices, open.host.plan()], what).toEqual([[], plans.get(rev)])
    }
  }, 60_000)
})

describe('[R4] the small files beside the plan', () => {
  const readers: readonly (readonly [string, string, (path: string, fault: () => void) => void])[] = [
    [
      'desktop.json',
      '{"version":1,"ledger":{},"told":{"tray":true,"minimised":false}}',
      (path, fault) => {
        expect(new Memory(textFile(path), fault).get().told).toBeDefined()
      },
    ],
    [
      'timer.json',
      '{"version":1,"watches":[]}',
      (path, fault) => {
        expect(new WatchMemory(textFile(path), fault).of('e')).toBeNull()
      },
    ],
    [
      'window.json',
      '{"bounds":null}',
      (path, fault) => {
        expect(windowMemory(textFile(path), fault).get()).toBeDefined()
      },
    ],
  ]
  test.each(readers)(
    '%s, damaged in any way, counts as lost and keeps nothing from starting',
    (name, text, read) => {
      const path = join(aFolder(), name)
      for (const [, damaged] of damagesOf(Buffer.from(text), randomFrom(8))) {
        replace(path, damaged)
        read(path, () => {})
      }
      replace(path, Buffer.from(text.replace('"version":1', '"version":99')))
      read(path, () => {})
    },
  )
})
