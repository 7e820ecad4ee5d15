import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { nodeDisk } from '../../../electron/storage/disk.ts'
import { sha256 } from '../../../electron/storage/shardStore.ts'
import { openText } from '../../../shared/storage/envelope.ts'
import { aFolder, openIn } from './scenario.ts'

/** The child as one file, since Node 20 runs no TypeScript. */
const outDir = mkdtempSync(join(tmpdir(), 'headroom-full-disk-'))
const child = join(outDir, 'child.mjs')

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'fullDiskChild.ts'),
      outDir,
      rolldownOptions: { output: { entryFileNames: 'child.mjs' } },
    },
    ssr: { noExternal: true, target: 'node' },
  })
})

afterAll(() => rmSync(outDir, { recursive: true }))

interface Outcome {
  readonly acknowledged: number
  readonly head: number
  readonly saved: boolean
  readonly state: { readonly state: string; readonly why?: string; readonly detail?: string }
  readonly troubles: readonly string[]
}

/** Runs the child where no file may pass so many KiB: a full disk without being root. */
function runLimited(folder: string, kibibytes: number, foldEach: number): Outcome {
  const script = `ulimit -f ${kibibytes}; exec "$0" "$@"`
  return JSON.parse(
    execFileSync('bash', ['-c', script, process.execPath, child, folder, String(foldEach)], {
      encoding: 'utf8',
    }),
  )
}

describe.skipIf(process.platform === 'win32')('[R2] a file that may not grow', () => {
  test.each([
    [60, 1000],
    [60, 7],
    [25, 3],
  ])(
    'past %d KiB, folding each %d changes: the user is told, no document is cut, nothing acknowledged is lost',
    async (limit, foldEach) => {
      const folder = aFolder()
      const outcome = runLimited(folder, limit, foldEach)
      expect(outcome).toMatchObject({
        saved: false,
        state: { state: 'failed', why: 'disk-full', detail: 'EFBIG' },
      })
      expect(statSync(join(folder, 'journal.jsonl')).size).toBeLessThanOrEqual(limit * 1024)
      await checkWhole(folder, outcome)
    },
  )
})

/** No document is cut, and all that was acknowledged is there. */
async function checkWhole(folder: string, { acknowledged, head }: Outcome): Promise<void> {
  expect(acknowledged).toBeGreaterThan(10)
  expect(head).toBe(acknowledged + 1)
  for (const name of readdirSync(folder).filter((entry) => /\.json(\.prev)?$/.test(entry))) {
    const text = Buffer.from(nodeDisk.read(join(folder, name)) ?? []).toString('utf8')
    expect(openText(text, name.split('.')[0] ?? '', sha256).ok).toBe(true)
  }
  const open = await openIn(folder)
  onTestFinished(() => open.store.close())
  expect(open.notices).toEqual([])
  expect(open.host.rev()).toBe(acknowledged)
  expect(Object.keys(open.host.plan().years['2026']?.sessions ?? {}).length).toBe(acknowledged)
}

/** A small disk in memory, in a room of the process's own: no root is needed where the system allows that. */
const mounting = ['--user', '--map-root-user', '--mount', 'sh', '-c']
const mount = 'mount -t tmpfs -o size="$SIZE"k tmpfs "$DISK"'

function canMount(): boolean {
  if (process.platform !== 'linux') return false
  const env = { ...process.env, SIZE: '100', DISK: outDir }
  return spawnSync('unshare', [...mounting, mount], { env, stdio: 'ignore' }).status === 0
}

describe.skipIf(!canMount())('[R3] a small disk that fills up', () => {
  test.each([
    [1024, 40],
    [400, 5],
    [150, 3],
  ])(
    'of %d KiB, folding each %d changes: the user is told, no document is cut, nothing acknowledged is lost',
    async (size, foldEach) => {
      const [disk, folder] = [aFolder(), join(aFolder(), 'copy')]
      mkdirSync(folder)
      const script = `${mount} && "$NODE" "$CHILD" "$DISK/plan" "$EACH" && cp -a "$DISK/plan/." "$COPY"`
      const env = {
        ...process.env,
        SIZE: String(size),
        DISK: disk,
        NODE: process.execPath,
        CHILD: child,
        EACH: String(foldEach),
        COPY: folder,
      }
      const outcome = JSON.parse(execFileSync('unshare', [...mounting, script], { encoding: 'utf8', env }))
      expect(outcome).toMatchObject({
        saved: false,
        state: { state: 'failed', why: 'disk-full', detail: 'ENOSPC' },
      })
      await checkWhole(folder, outcome)
    },
  )
})

const canTrace = spawnSync('strace', ['-o', '/dev/null', 'true'], { stdio: 'ignore' }).status === 0

describe.skipIf(!canTrace)('[R12] what the system is asked to do, in order', () => {
  test('a document is on the device before it takes its name, and the name before the next; a line before its reply', () => {
    const folder = aFolder()
    const log = join(aFolder(), 'log')
    const calls = 'trace=write,pwrite64,fsync,fdatasync,rename,link'
    const traced = [
      '-f',
      '-y',
      '-qq',
      '-s',
      '16',
      '-o',
      log,
      '-e',
      calls,
      process.execPath,
      child,
      folder,
      '4',
      '9',
    ]
    expect(JSON.parse(execFileSync('strace', traced, { encoding: 'utf8' }))).toMatchObject({ saved: true })
    const lines = readFileSync(log, 'utf8').split('\n')
    const renames = lines.flatMap((line, i) => {
      const [, from = '', to = ''] = /rename\("([^"]+)", "([^"]+)"/.exec(line) ?? []
      return to.endsWith('.json') ? [{ i, from, to }] : []
    })
    expect(new Set(renames.map(({ to }) => basename(to)))).toEqual(new Set(['practice.json', '2026.json']))
    for (const { i, from } of renames) {
      const touched = lines.slice(0, i).filter((line) => line.includes(`<${from}>`))
      expect(touched.at(-1), 'flushed after the last write').toMatch(/fdatasync/)
      const next = lines.slice(i + 1).find((line) => /rename|fsync\(/.test(line) && line.includes(folder))
      expect(next, 'then the folder').toMatch(new RegExp(`fsync\\(\\d+<${folder}>`))
    }
    // Nine lines, each flushed before anything else is written.
    const journal = lines.filter((line) => line.includes(`<${join(folder, 'journal.jsonl')}>`))
    const kinds = journal.map((line) => (/fdatasync/.test(line) ? 'flush' : 'write'))
    expect(kinds).toEqual(Array.from({ length: 18 }, (_, i) => (i % 2 === 0 ? 'write' : 'flush')))
  })
})
