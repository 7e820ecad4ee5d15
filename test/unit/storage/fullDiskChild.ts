/**
 * Runs in a process whose files may not grow past a limit: changes the plan until a change is not saved, or so many
 * times, tries to fold and to save, and says what was acknowledged. Bundled and started by fullDisk.test.ts.
 */
import Conf from 'conf'
import { openPlan } from '../../../electron/storage/openPlan.ts'
import type { StoreClass } from '../../../electron/storage/shardStore.ts'
import type { SaveState } from '../../../shared/ipc/contract.ts'
import { aSession } from '../../support/builders.ts'

class Store extends Conf {
  constructor({ name, ...options }: { readonly name: string }) {
    super({ ...options, configName: name })
  }
}

// The limit comes as a signal that ends a process, unless it is heard; then the write fails with EFBIG.
process.on('SIGXFSZ', () => {})

const [folder = '', foldEach = '', most = '1000'] = process.argv.slice(2)
let state: SaveState = { state: 'saved', at: null }
const troubles = new Set<string>()
const { host, store } = await openPlan({
  Store: Store as unknown as StoreClass,
  folder,
  zone: 'Europe/Berlin',
  appVersion: '0.1.0',
  now: () => 0,
  onState: (next) => {
    state = next
  },
  onTrouble: (where, error) =>
    troubles.add(`${where} ${error instanceof Error && 'code' in error ? error.code : error}`),
  whenIdle: () => () => {},
})

let acknowledged = 0
const failed = () => state.state === 'failed'
for (let i = 0; i < Number(most) && !failed(); i += 1) {
  const session = aSession({ id: `s${i}`, engagementId: null, notes: 'n'.repeat(700) })
  void host.execute({ type: 'session/create', sessions: [session] }).then((reply) => {
    if (reply.ok) acknowledged = reply.rev
  })
  while (acknowledged < i + 1 && !failed()) await new Promise((go) => setImmediate(go))
  if (i % Number(foldEach) === 0) await store.fold()
}
await store.fold()
const saved = await store.settle()
process.stdout.write(
  JSON.stringify({ acknowledged, head: host.rev(), saved, state, troubles: [...troubles].sort() }),
)
process.exit(0)
