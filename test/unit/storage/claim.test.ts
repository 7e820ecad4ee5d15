import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  Claim,
  claimFile,
  conflictCopies,
  ElsewhereError,
  thisMachine,
} from '../../../electron/storage/claim.ts'
import { nodeDisk } from '../../../electron/storage/disk.ts'
import { aSession } from '../../support/builders.ts'
import { until } from '../../support/until.ts'
import { aFolder, day, openIn } from './scenario.ts'

/*
 * [D10] Two computers on one synced folder are noticed: the second shows the plan and changes nothing, and the first
 *       saves nothing more once the second has taken it over. Neither writes over what the other wrote.
 */

const claimOn = (folder: string, name: string) =>
  new Claim({
    disk: nodeDisk,
    folder,
    machine: { id: name.toLowerCase(), name },
    now: () => Date.parse('2026-11-23T08:00:00Z'),
  })

const add = (id: string) => ({
  type: 'session/create' as const,
  sessions: [aSession({ id, engagementId: null })],
})

describe('[D10] two computers', () => {
  test('the second one only shows what is open on the first, until it is asked to take it', async () => {
    const folder = aFolder()
    const desk = await openIn(folder, { claim: claimOn(folder, 'Desk') })
    for (const step of day.slice(0, 3)) await step(desk)
    await claimOn(folder, 'Desk').take()
    const laptop = await openIn(folder, { claim: claimOn(folder, 'Laptop') })
    expect(laptop.notices).toEqual([
      { code: 'open-elsewhere', params: { name: 'Desk', since: '2026-11-23T08:00:00.000Z' } },
    ])
    expect(laptop.host.readOnly()).toBe(true)
    expect(laptop.host.plan()).toEqual(desk.host.plan())
    expect((await laptop.host.execute(add('refused'))).ok).toBe(false)
    laptop.store.close()
    desk.store.close()
  })

  test('the first one saves nothing more after the second has taken it; both are told, and nothing is mixed', async () => {
    const folder = aFolder()
    const deskClaim = claimOn(folder, 'Desk')
    const desk = await openIn(folder, { claim: deskClaim })
    for (const step of day.slice(0, 3)) await step(desk)
    await deskClaim.take()
    await desk.store.settle()
    const laptopClaim = claimOn(folder, 'Laptop')
    await laptopClaim.take()
    const laptop = await openIn(folder, { claim: laptopClaim })
    expect(laptop.notices).toEqual([])
    expect(await laptop.host.execute(add('laptop'))).toMatchObject({ ok: true })
    const before = readFileSync(join(folder, 'journal.jsonl'), 'utf8')
    void desk.host.execute(add('desk'))
    await until('the desk is told', () =>
      desk.states.some((state) => state.state === 'failed' && state.why === 'elsewhere'),
    )
    await desk.store.fold()
    expect(desk.troubles.join()).toContain('another computer')
    expect(readFileSync(join(folder, 'journal.jsonl'), 'utf8')).toBe(before)
    const plan = laptop.host.plan()
    laptop.store.close()
    desk.store.close()
    const again = await openIn(folder)
    expect(again.host.plan()).toEqual(plan)
    again.store.close()
  })

  test('a run that ended, and one of this computer that crashed, stand in nobody’s way', async () => {
    const folder = aFolder()
    const first = claimOn(folder, 'Desk')
    await first.take()
    expect(claimOn(folder, 'Laptop').elsewhere()?.name).toBe('Desk')
    expect(claimOn(folder, 'Desk').elsewhere()).toBeNull()
    await first.release()
    expect(claimOn(folder, 'Laptop').elsewhere()).toBeNull()
    // One that was taken over does not say that it is closed: the other has it open.
    await first.take()
    await claimOn(folder, 'Laptop').take()
    expect(() => first.check()).toThrow(ElsewhereError)
    await first.release()
    expect(claimOn(folder, 'Desk').elsewhere()?.name).toBe('Laptop')
  })

  test('a damaged note is no note', () => {
    const folder = aFolder()
    for (const text of ['', '{', '{"format":"headroom-open"}', '\0\0\0']) {
      writeFileSync(claimFile(folder), text)
      expect(claimOn(folder, 'Laptop').elsewhere()).toBeNull()
    }
  })

  test('copies that syncing made of files in conflict are told', async () => {
    const folder = aFolder()
    const names = [
      'practice (conflicted copy 2026-11-23).json',
      '2026.sync-conflict-20261123-080000-ABCDEFG.json',
      'journal (In Konflikt stehende Kopie).jsonl',
    ]
    for (const name of names) writeFileSync(join(folder, name), '{}')
    writeFileSync(join(folder, 'practice.json'), '')
    expect([...conflictCopies(nodeDisk, folder)].sort()).toEqual([...names].sort())
    const open = await openIn(folder, { claim: claimOn(folder, 'Desk') })
    expect(open.notices.map(({ code }) => code)).toContain('conflict-copy')
    open.store.close()
  })

  test('a computer is the same at each start', () => {
    expect(thisMachine()).toEqual(thisMachine())
    expect(thisMachine().id).toMatch(/^[0-9a-f]{16}$/)
  })
})
