import { describe, expect, test } from 'vitest'
import { type Call, type Moment, ShadowDisk } from '../../support/shadowDisk.ts'
import { checkLeft, runUntilCrash } from './crashing.ts'
import { aFolder, day, plansOfDay } from './scenario.ts'

async function callsOfADay(): Promise<readonly Call[]> {
  const folder = aFolder()
  const disk = new ShadowDisk(folder)
  await runUntilCrash(disk, folder, day)
  return disk.calls
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
        const { acknowledged } = await runUntilCrash(disk, folder, day)
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
