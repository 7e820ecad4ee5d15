/** Work on a plan until the disk dies under it, and what must hold of what is left. */
import { join } from 'node:path'
import { expect } from 'vitest'
import type { OpenPlan } from '../../../electron/storage/openPlan.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { aSession } from '../../support/builders.ts'
import { Crash, type ShadowDisk } from '../../support/shadowDisk.ts'
import { aFolder, openIn, quickDisk, type Step, smallLimits } from './scenario.ts'

export interface Run {
  /** The highest revision that was acknowledged. */
  readonly acknowledged: number
  /** What the plan was at each revision, as far as the run got. */
  readonly plans: ReadonlyMap<number, Plan>
}

/** Carries out steps until the disk dies. */
export async function runUntilCrash(
  disk: ShadowDisk,
  folder: string,
  steps: readonly Step[],
  limits = smallLimits,
): Promise<Run> {
  const plans = new Map<number, Plan>()
  let acknowledged = 0
  let isDead = false
  void disk.crashed.then(() => {
    isDead = true
  })
  const open = await openIn(folder, { disk, limits }).catch((error: unknown) => {
    if (error instanceof Crash) return null
    throw error
  })
  if (open === null) return { acknowledged, plans }
  note(open, plans)
  for (const step of steps) {
    const replies = step(open).then((replies) => {
      for (const reply of replies) if (reply.ok) acknowledged = Math.max(acknowledged, reply.rev)
    })
    await Promise.race([replies, disk.crashed])
    if (isDead) break
  }
  return { acknowledged, plans }
}

function note({ host }: OpenPlan, plans: Map<number, Plan>): void {
  plans.set(host.rev(), host.plan())
  host.subscribe(({ rev }, plan) => plans.set(rev, plan))
}

/** Reopens what is left and checks that it is a state that was, no older than what was acknowledged, and still usable. */
export async function checkLeft(
  disk: ShadowDisk,
  after: 'end' | 'power cut',
  acknowledged: number,
  plans: ReadonlyMap<number, Plan>,
  within = '',
): Promise<void> {
  const root = aFolder()
  disk.leave(root, after)
  const folder = join(root, within)
  const open = await openIn(folder, { disk: quickDisk })
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
  const again = await openIn(folder, { disk: quickDisk })
  expect({ rev: again.host.rev(), plan: again.host.plan() }).toEqual({ rev: rev + 1, plan: open.host.plan() })
  expect(again.notices).toEqual([])
  again.store.close()
}
