/** A working day of changes on a plan, step by step, for tests that let the disk fail under it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Conf from 'conf'
import { onTestFinished } from 'vitest'
import { type Disk, nodeDisk } from '../../../electron/storage/disk.ts'
import { type OpenOptions, type OpenPlan, openPlan } from '../../../electron/storage/openPlan.ts'
import type { StoreClass } from '../../../electron/storage/shardStore.ts'
import type { Command } from '../../../shared/commands/registry.ts'
import type { ExecuteReply, SaveState } from '../../../shared/ipc/contract.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { aClient, anEngagement, anEntry, aPattern, aSeries, aSession, HOME } from '../../support/builders.ts'

/** What electron-store makes of conf: it calls `configName` `name`, and knows Electron's folders. */
class ConfStore extends Conf {
  constructor({ name, ...options }: ConstructorParameters<typeof Conf>[0] & { readonly name: string }) {
    super({ ...options, configName: name })
  }
}
export const Store = ConfStore as unknown as StoreClass

/** The real file system without waiting for the device, for tests that are not about power cuts: that takes most of the time. */
export const quickDisk: Disk = { ...nodeDisk, flush: async () => {}, flushFolder: async () => {} }

/** An empty folder that goes with the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-storage-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A plan opened in a folder; nothing happens by itself unless the options say so. */
export async function openIn(folder: string, options: Partial<OpenOptions> = {}): Promise<Opened> {
  const states: SaveState[] = []
  const troubles: string[] = []
  let now = Date.parse('2026-11-23T08:00:00Z')
  const open = await openPlan({
    Store,
    folder,
    zone: HOME,
    appVersion: '0.1.0',
    now: () => {
      now += 1000
      return now
    },
    onState: (state) => states.push(state),
    onTrouble: (where, error) => troubles.push(`${where}: ${error}`),
    disk: nodeDisk,
    pause: () => new Promise(() => {}),
    whenIdle: () => () => {},
    ...options,
  })
  return { ...open, states, troubles }
}

export interface Opened extends OpenPlan {
  readonly states: readonly SaveState[]
  readonly troubles: readonly string[]
}

const all = { kind: 'all' } as const
const moved = (id: string, start: string): Command => ({
  type: 'session/change',
  id,
  scope: all,
  change: { start },
})

const setUp: Command = {
  type: 'practice/put',
  records: [
    { kind: 'client', value: aClient() },
    { kind: 'engagement', value: anEngagement() },
    { kind: 'pattern', value: aPattern() },
  ],
}

const planned = (id: string, start: string, title = 'Platform roadmap'): Command => ({
  type: 'session/create',
  sessions: [aSession({ id, start, title })],
})

export type Step = (open: OpenPlan) => Promise<readonly ExecuteReply[]>

const doing =
  (...commands: readonly Command[]): Step =>
  ({ host }) =>
    Promise.all(commands.map((command) => host.execute(command)))
const undo: Step = async ({ host }) => [await host.undo()]
const redo: Step = async ({ host }) => [await host.redo()]
const fold: Step = async ({ store }) => {
  await store.fold()
  return []
}

/** Changes in three years, alone and at once, with Undo and Redo between, and documents written now and then. */
export const day: readonly Step[] = [
  doing(setUp),
  doing(planned('a', '2026-11-23T09:00')),
  doing(planned('b', '2026-11-24T09:00', 'Zürich — “Überblick”')),
  fold,
  doing(moved('a', '2026-11-23T11:00'), moved('b', '2027-01-04T09:00'), planned('c', '2025-12-30T09:00')),
  undo,
  redo,
  doing({ type: 'session/create', sessions: [aSeries({ id: 's' })] }),
  fold,
  doing({ type: 'entry/put', entries: [anEntry({ id: 'e', day: '2026-11-23', start: '2026-11-23T09:00' })] }),
  doing(
    { type: 'session/delete', sessions: [{ id: 'c', scope: all }] },
    { type: 'entry/delete', ids: ['e'] },
  ),
  undo,
  undo,
  doing({ type: 'settings/change', change: { reserveMinutes: 120 } }),
  fold,
  fold,
  // Documents are written while changes arrive.
  async (open) => {
    await doing(moved('s', '2026-11-30T10:00'))(open)
    const folding = open.store.fold()
    const replies = await doing(moved('a', '2026-11-25T08:00'))(open)
    await folding
    return [...replies, ...(await doing(moved('b', '2026-11-26T08:00'))(open))]
  },
  fold,
  doing(moved('a', '2024-02-29T11:00')),
]

/** Every folding puts the journal aside, so that a day has that too. */
export const smallLimits = { foldAt: 1e9, putAsideAt: 1, history: { bytes: 1e9, steps: 1e9 } }

/** What the plan was at each revision of a day without any trouble. */
export async function plansOfDay(steps: readonly Step[] = day): Promise<ReadonlyMap<number, Plan>> {
  const open = await openIn(aFolder(), { limits: smallLimits })
  const plans = new Map([[0, open.host.plan()]])
  open.host.subscribe((message, plan) => plans.set(message.rev, plan))
  for (const step of steps) await step(open)
  open.store.close()
  return plans
}
