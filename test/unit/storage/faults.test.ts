import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { adoptPlan } from '../../../electron/storage/adopt.ts'
import type { Disk } from '../../../electron/storage/disk.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { aClient, aPlan, aSession } from '../../support/builders.ts'
import { times } from '../../support/effort.ts'
import { Crash, type Moment, ShadowDisk, systemError } from '../../support/shadowDisk.ts'
import { checkLeft, runUntilCrash } from './crashing.ts'
import { aFolder, day, openIn, plansOfDay, quickDisk, type Step, smallLimits } from './scenario.ts'

/*
 * Crashes and errors of the file system at every call: in a working day, while a plan of an older version is written
 * anew, in a restore, and while a plan gets new files.
 */

const moments: readonly Moment[] = ['before', 'after', 'torn']
const codes = ['ENOSPC', 'EACCES', 'EIO', 'EROFS']
const codeAt = (call: number) => codes[call % codes.length] ?? 'EIO'
const afterwards = ['end', 'power cut'] as const

/** Names the call at which something does not hold. */
async function at(where: string, check: () => Promise<void>): Promise<void> {
  try {
    await check()
  } catch (error) {
    throw new Error(`${where}: ${error instanceof Error ? error.message : ''}`, { cause: error })
  }
}

/** Crashes steps at every call, or each so many, and checks what is left; `folderOf` makes the folder anew for each run. */
async function crashEverywhere(
  rootOf: () => string,
  within: string,
  steps: readonly Step[],
  each = 1,
): Promise<number> {
  const root = rootOf()
  const whole = new ShadowDisk(root)
  const { plans } = await runUntilCrash(whole, join(root, within), steps)
  for (const { number: call, name, path } of whole.calls.filter(({ number }) => number % each === 0))
    for (const moment of moments) {
      if (moment === 'torn' && name !== 'write') continue
      const from = rootOf()
      const disk = new ShadowDisk(from, { crashAt: { call, moment } })
      const { acknowledged } = await runUntilCrash(disk, join(from, within), steps)
      for (const after of afterwards)
        await at(`${after} ${moment} call ${call} (${name} ${path})`, () =>
          checkLeft(disk, after, acknowledged, plans, within),
        )
    }
  return whole.calls.length
}

const create =
  (id: string): Step =>
  async ({ host }) => [
    await host.execute({ type: 'session/create', sessions: [aSession({ id, engagementId: null })] }),
  ]
const fold: Step = async ({ store }) => {
  await store.fold()
  return []
}

describe('[R8] a plan of an older version that is written anew', () => {
  const fixtures = join(import.meta.dirname, '../../fixtures/storage')
  test.each(['version-1', 'version-2', 'version-3'])(
    'from %s, ended at any call: it is what it was or what it became, and the next start completes it',
    async (version) => {
      const rootOf = () => {
        const root = aFolder()
        mkdirSync(join(root, 'plan'))
        cpSync(join(fixtures, version), join(root, 'plan'), { recursive: true })
        return root
      }
      const calls = await crashEverywhere(rootOf, 'plan', [create('a'), fold, create('b')], times(6, 1))
      expect(calls).toBeGreaterThan(30)
    },
    60_000,
  )
})

describe('[R9] a restore', () => {
  test('ended at any call is done or not done, whole', async () => {
    const other = aPlan({
      clients: [aClient({ id: 'other' })],
      sessions: [aSession({ id: 'o', start: '2024-05-06T09:00', engagementId: null })],
    })
    const restore: Step = async ({ host }) => [
      await host.execute({ type: 'plan/restore', plan: structuredClone(other) as never }),
    ]
    const undo: Step = async ({ host }) => [await host.undo()]
    const steps = [create('a'), fold, restore, fold, undo, fold]
    expect(await crashEverywhere(aFolder, '', steps)).toBeGreaterThan(40)
  }, 60_000)
})

describe('errors of the file system at every call of a day', () => {
  const steps = day.slice(0, 12)

  /** A day until a change is refused by the disk; whether it went through, and what was acknowledged. */
  async function run(disk: Disk, pause: () => Promise<void>, folder: string) {
    let acknowledged = 0
    let fail: () => void = () => {}
    const failed = new Promise<boolean>((done) => {
      fail = () => done(false)
    })
    const options = { disk, pause, limits: smallLimits }
    const open = await openIn(folder, {
      ...options,
      onState: ({ state }) => (state === 'failed' ? fail() : undefined),
    }).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error) return null
      throw error
    })
    for (const step of open === null ? [] : steps) {
      const done = step(open as never).then((replies) => {
        for (const reply of replies) if (reply.ok) acknowledged = Math.max(acknowledged, reply.rev)
        return true
      })
      if (!(await Promise.race([done, failed]))) break
    }
    return { open, acknowledged }
  }

  async function callsOfIt(): Promise<number> {
    const folder = aFolder()
    const disk = new ShadowDisk(folder)
    await run(disk, () => new Promise(() => {}), folder)
    return disk.calls.length
  }

  test('that stay: nothing acknowledged is lost, nothing is half done', async () => {
    const plans = await plansOfDay(steps)
    for (let call = 0; call < (await callsOfIt()); call += 1) {
      const folder = aFolder()
      const disk = new ShadowDisk(folder, {
        fail: ({ number }) => (number >= call ? systemError(codeAt(call)) : null),
      })
      const { acknowledged } = await run(disk, () => new Promise(() => {}), folder)
      for (const after of afterwards)
        await at(`${codeAt(call)} from call ${call} on, ${after}`, () =>
          checkLeft(disk, after, acknowledged, plans),
        )
    }
  }, 60_000)

  test('that pass: everything is saved in the end', async () => {
    const plans = await plansOfDay(steps)
    const last = Math.max(...plans.keys())
    for (let call = 1; call < (await callsOfIt()); call += 1) {
      const folder = aFolder()
      const disk = new ShadowDisk(folder, {
        fail: ({ number }) => (number === call ? systemError(codeAt(call)) : null),
      })
      const open = await openIn(folder, { disk, pause: () => Promise.resolve(), limits: smallLimits })
      await at(`${codeAt(call)} at call ${call}`, async () => {
        for (const step of steps)
          for (const reply of await step(open)) expect(reply).toMatchObject({ ok: true })
        expect(await open.store.settle()).toBe(true)
        for (const after of afterwards) await checkLeft(disk, after, last, plans)
      })
    }
  }, 60_000)
})

describe('a plan that gets new files in the place of damaged ones', () => {
  const plan: Plan = aPlan({
    clients: [aClient()],
    sessions: [
      aSession({ id: 'a', start: '2025-05-06T09:00', engagementId: null }),
      aSession({ id: 'b', start: '2026-05-06T09:00', engagementId: null }),
    ],
  })
  const damaged = ['practice.json', '2026.json', 'journal.jsonl']

  function aDamagedOne(): string {
    const root = aFolder()
    mkdirSync(join(root, 'plan', 'history'), { recursive: true })
    for (const name of damaged) writeFileSync(join(root, 'plan', name), `damaged ${name}`)
    return root
  }

  const adopt = (disk: Disk, root: string, now = Date.parse('2026-11-24T08:00:00Z')) =>
    adoptPlan({ disk, folder: join(root, 'plan'), plan, rev: 50, appVersion: '0.1.0', now })

  /** Either all is as it was, or the new plan is there whole; the damaged files are somewhere, as they were. */
  async function checkEither(disk: ShadowDisk, after: 'end' | 'power cut'): Promise<void> {
    const root = aFolder()
    disk.leave(root, after)
    const folder = join(root, 'plan')
    const open = await openIn(folder, { disk: quickDisk })
    open.store.close()
    const kept = readdirSync(root).find((name) => name.startsWith('plan.damaged-')) ?? 'plan'
    for (const name of damaged) expect(readFileSync(join(root, kept, name), 'utf8')).toBe(`damaged ${name}`)
    if (kept === 'plan') {
      expect(open.host.readOnly()).toBe(true)
      await adopt(quickDisk, root, Date.parse('2026-11-24T09:00:00Z'))
    }
    const again = await openIn(folder, { disk: quickDisk })
    expect([again.host.rev(), again.host.plan(), again.notices]).toEqual([50, plan, []])
    expect(await create('next')(again)).toEqual([{ ok: true, rev: 51 }])
    again.store.close()
  }

  test('ended at any call: all is as it was, or done whole', async () => {
    const root = aDamagedOne()
    const whole = new ShadowDisk(root)
    await adopt(whole, root)
    expect(whole.calls.length).toBeGreaterThan(15)
    for (const { number: call, name, path } of whole.calls)
      for (const moment of moments) {
        const from = aDamagedOne()
        const disk = new ShadowDisk(from, { crashAt: { call, moment } })
        void adopt(disk, from).catch((error: unknown) => {
          if (!(error instanceof Crash)) throw error
        })
        await disk.crashed
        for (const after of afterwards)
          await at(`${after} ${moment} call ${call} (${name} ${path})`, () => checkEither(disk, after))
      }
  })

  test('with an error at any call: the same', async () => {
    const root = aDamagedOne()
    const whole = new ShadowDisk(root)
    await adopt(whole, root)
    for (const { number: call, name, path } of whole.calls)
      for (const stays of [true, false]) {
        const from = aDamagedOne()
        const disk = new ShadowDisk(from, {
          fail: ({ number }) =>
            number === call || (stays && number > call) ? systemError(codeAt(call)) : null,
        })
        await expect(adopt(disk, from)).rejects.toMatchObject({ code: codeAt(call) })
        for (const after of afterwards)
          await at(`${codeAt(call)} at call ${call} (${name} ${path}), ${after}`, () =>
            checkEither(disk, after),
          )
      }
  })
})
