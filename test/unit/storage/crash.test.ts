import { describe, expect, test } from 'vitest'
import type { Plan } from '../../../shared/plan/plan.ts'
import { aSession } from '../../support/builders.ts'
import { type Call, Crash, type Moment, ShadowDisk } from '../../support/shadowDisk.ts'
import { aFolder, day, openIn, plansOfDay, smallLimits } from './scenario.ts'

/** Runs a day until the disk dies; the highest revision that was acknowledged. */
async function runUntilCrash(disk: ShadowDisk, folder: string): Promise<number> {
  let acknowledged = 0
  let isDead = false
  void disk.crashed.then(() => {
    isDead = true
  })
  const open = await openIn(folder, { disk, limits: smallLimits }).catch((error: unknown) => {
    if (error instanceof Crash) return null
    throw error
  })
  if (open === null) return 0
  for (const step of day) {
    const replies = step(open).then((replies) => {
      for (const reply of replies) if (reply.ok) acknowledged = Math.max(acknowledged, reply.rev)
    })
    await Promise.race([replies, disk.crashed])
    if (isDead) break
  }
  return acknowledged
}

async function callsOfADay(): Promise<readonly Call[]> {
  const folder = aFolder()
  const disk = new ShadowDisk(folder)
  await runUntilCrash(disk, folder)
  return disk.calls
}

/** Reopens what is left and checks that it is a state that was, no older than what was acknowledged, and still usable. */
async function checkLeft(
  disk: ShadowDisk,
  after: 'end' | 'power cut',
  acknowledged: number,
  plans: ReadonlyMap<number, Plan>,
) {
  const folder = aFolder()
  disk.leave(folder, after)
  const open = await openIn(folder)
  const rev = open.host.rev()
  expect(rev).toBeGreaterThanOrEqual(acknowledged)
  expect(open.notices).toEqual([])
  expect(open.host.plan()).toEqual(plans.get(rev))
  const next = await open.host.execute({
    type: 'session/create',
    sessions: [aSession({ id: 'next', engagementId: null })],
  })
  expect(next).toEqual({ ok: true, rev: rev + 1 })
  open.store.close()
  const again = await openIn(folder)
  expect({ rev: again.host.rev(), plan: again.host.plan() }).toEqual({ rev: rev + 1, plan: open.host.plan() })
  expect(again.notices).toEqual([])
  again.store.close()
}

describe('a process that ends, or a power cut, at any call', () => {
  const moments: readonly Moment[] = ['before', 'after', 'torn']
  test.each(moments)(
    '%s the call: what was acknowledged is there, nothing is half done, and the next change works',
    async (moment) => {
      const plans = await plansOfDay()
      const calls = await callsOfADay()
      expect(calls.length).toBeGreaterThan(100)
      // Only a write can be torn; for any other call that is the moment before.
      for (const { number: call } of calls.filter(({ name }) => moment !== 'torn' || name === 'write')) {
        const folder = aFolder()
        const disk = new ShadowDisk(folder, { crashAt: { call, moment } })
        const acknowledged = await runUntilCrash(disk, folder)
        for (const after of ['end', 'power cut'] as const) {
          try {
            await checkLeft(disk, after, acknowledged, plans)
          } catch (error) {
            throw new Error(
              `${after} ${moment} call ${call} (${disk.calls[call]?.name} ${disk.calls[call]?.path})`,
              { cause: error },
            )
          }
        }
      }
    },
    120_000,
  )
})
