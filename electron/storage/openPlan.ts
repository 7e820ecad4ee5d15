import type { SaveState, StartNotice } from '../../shared/ipc/contract.ts'
import { StepHistory } from '../history.ts'
import { PlanHost } from '../planHost.ts'
import { finishAdoption } from './adopt.ts'
import { type Claim, conflictCopies } from './claim.ts'
import { type Disk, nodeDisk } from './disk.ts'
import { historyLimits, linesBack, olderLines } from './historyFiles.ts'
import { historyFolder, type LoadedPlan, loadPlan } from './loadPlan.ts'
import { PlanStore, type StoreLimits } from './planStore.ts'
import type { StoreClass } from './shardStore.ts'

export interface OpenOptions {
  /** electron-store's class. */
  readonly Store: StoreClass
  /** The folder of the plan's files; made with the first change. */
  readonly folder: string
  readonly zone: string
  readonly appVersion: string
  readonly now: () => number
  readonly onState: (state: SaveState) => void
  readonly onTrouble: (where: string, error: unknown) => void
  readonly disk?: Disk
  /** Who has the plan open; without it nobody else is looked for. */
  readonly claim?: Claim
  readonly pause?: (milliseconds: number) => Promise<void>
  readonly whenIdle?: (later: () => void) => () => void
  readonly limits?: StoreLimits
}

/** The plan, open: its truth, its keeper, and what the user must be told of its files. */
export interface OpenPlan {
  readonly host: PlanHost
  readonly store: PlanStore
  readonly notices: readonly StartNotice[]
}

const idleMilliseconds = 2000

/** Reads the plan from its folder and makes it ready for changes. Only one process may have a folder open. */
export async function openPlan(options: OpenOptions): Promise<OpenPlan> {
  const { Store, folder, zone, appVersion, now, onState, onTrouble, disk = nodeDisk } = options
  // electron-store makes the folder at the first look, open to others; so it is made before.
  await finishAdoption(disk, folder)
  disk.makeFolder(folder)
  const loaded = withOthers(await loadPlan({ Store, disk, folder, zone, breathe }), options, disk)
  const store: PlanStore = new PlanStore({
    Store,
    disk,
    folder,
    loaded,
    appVersion,
    now,
    pause: options.pause ?? pause,
    whenIdle: options.whenIdle ?? whenIdle,
    onState: (state) => {
      if (state.state === 'failed') host.confirmAll()
      onState(state)
    },
    onTrouble,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    ...(options.claim === undefined ? {} : { claim: options.claim }),
  })
  const older = loaded.undoable
    ? olderLines(disk, historyFolder(folder), loaded.lines[0]?.rev ?? loaded.rev + 1)
    : () => []
  const before = (first: number) =>
    loaded.undoable ? linesBack(disk, historyFolder(folder), first) : () => null
  const history = new StepHistory(loaded.lines, older, historyLimits.steps, before)
  const { plan, rev, readOnly, notices } = loaded
  const host = new PlanHost({ plan, rev, history, keeper: store, now, readOnly })
  return { host, store, notices }
}

/** What else is known of the folder: a plan that is open on another computer is only shown. */
function withOthers(loaded: LoadedPlan, { claim, folder }: OpenOptions, disk: Disk): LoadedPlan {
  if (claim === undefined) return loaded
  const elsewhere = claim.elsewhere()
  const [copy] = conflictCopies(disk, folder)
  const notices: readonly StartNotice[] = [
    ...loaded.notices,
    ...(elsewhere === null ? [] : [{ code: 'open-elsewhere' as const, params: { ...elsewhere } }]),
    ...(copy === undefined ? [] : [{ code: 'conflict-copy' as const, params: { file: copy } }]),
  ]
  return { ...loaded, notices, readOnly: loaded.readOnly || elsewhere !== null }
}

function breathe(): Promise<void> {
  return new Promise((go) => setImmediate(go))
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((go) => setTimeout(go, milliseconds))
}

function whenIdle(later: () => void): () => void {
  const timer = setTimeout(later, idleMilliseconds)
  return () => clearTimeout(timer)
}
