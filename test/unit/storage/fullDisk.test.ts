import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
      expect(outcome.acknowledged).toBeGreaterThan(10)
      expect(outcome.head).toBe(outcome.acknowledged + 1)
      for (const name of readdirSync(folder).filter((entry) => /\.json(\.prev)?$/.test(entry))) {
        const text = Buffer.from(nodeDisk.read(join(folder, name)) ?? []).toString('utf8')
        expect(openText(text, name.split('.')[0] ?? '', sha256).ok).toBe(true)
      }
      expect(statSync(join(folder, 'journal.jsonl')).size).toBeLessThanOrEqual(limit * 1024)
      const open = await openIn(folder)
      onTestFinished(() => open.store.close())
      expect(open.notices).toEqual([])
      expect(open.host.rev()).toBe(outcome.acknowledged)
      expect(Object.keys(open.host.plan().years['2026']?.sessions ?? {}).length).toBe(outcome.acknowledged)
    },
  )
})
