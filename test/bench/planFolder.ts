import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Conf from 'conf'
import { nodeDisk } from '../../electron/storage/disk.ts'
import { historyFiles } from '../../electron/storage/historyFiles.ts'
import { historyFolder } from '../../electron/storage/loadPlan.ts'
import { type OpenPlan, openPlan } from '../../electron/storage/openPlan.ts'
import type { StoreClass } from '../../electron/storage/shardStore.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { HOME } from '../support/builders.ts'
import { newFolder } from '../support/display.ts'

/** What electron-store makes of conf, outside of Electron. */
class Store extends Conf {
  constructor({ name, ...options }: { readonly name: string }) {
    super({ ...options, configName: name })
  }
}

/** How many steps there are since a journal was put aside last. */
const STEPS = 100

/**
 * A folder of app data that holds a plan, as after long use: a step that made it whole and is large is forgotten, and
 * there are some small ones after it.
 */
export async function folderWith(plan: Plan): Promise<string> {
  const userData = join(newFolder('week'), 'data')
  const folder = join(userData, 'plan')
  const made = await opened(folder)
  await made.host.execute({ type: 'plan/start', plan })
  await closed(made)
  for (const file of historyFiles(nodeDisk, historyFolder(folder))) rmSync(file.path)
  const used = await opened(folder)
  const { reserveMinutes } = plan.practice.settings
  for (let step = 1; step <= STEPS; step++) {
    const change = { reserveMinutes: step === STEPS ? reserveMinutes : step }
    await used.host.execute({ type: 'settings/change', change })
  }
  await closed(used)
  return userData
}

function opened(folder: string): Promise<OpenPlan> {
  return openPlan({
    Store: Store as unknown as StoreClass,
    folder,
    zone: HOME,
    appVersion: '0.1.0',
    now: () => Date.now(),
    onState: () => {},
    onTrouble: (where, error) => {
      throw new Error(where, { cause: error })
    },
    whenIdle: () => () => {},
  })
}

async function closed({ store }: OpenPlan): Promise<void> {
  await store.settle()
  store.close()
}
