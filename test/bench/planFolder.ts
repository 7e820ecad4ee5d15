import { join } from 'node:path'
import Conf from 'conf'
import { openPlan } from '../../electron/storage/openPlan.ts'
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

/** A folder of app data that holds a plan. */
export async function folderWith(plan: Plan): Promise<string> {
  const userData = join(newFolder('week'), 'data')
  const { host, store } = await openPlan({
    Store: Store as unknown as StoreClass,
    folder: join(userData, 'plan'),
    zone: HOME,
    appVersion: '0.1.0',
    now: () => Date.now(),
    onState: () => {},
    onTrouble: (where, error) => {
      throw new Error(where, { cause: error })
    },
    whenIdle: () => () => {},
  })
  await host.execute({ type: 'plan/start', plan })
  await store.settle()
  store.close()
  return userData
}
