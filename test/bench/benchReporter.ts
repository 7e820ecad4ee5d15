import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { arch, cpus, release, totalmem, type } from 'node:os'
import type { Reporter } from 'vitest/reporters'
import { recordedRuntime } from '../../electron/runtime/resolve.mjs'
import { tableText } from '../support/benchTable.ts'
import { type BenchTable, benchTables, GATHERED } from '../support/measure.ts'

/** Prints what all benches of a run measured as one table, with the versions and the machine. */
export default class BenchReporter implements Reporter {
  #began = 0

  onInit(): void {
    this.#began = performance.now()
    process.env[GATHERED] = '1'
    rmSync(benchTables, { force: true })
  }

  onTestRunEnd(): void {
    if (!existsSync(benchTables)) return
    const lines = readFileSync(benchTables, 'utf8').trim().split('\n')
    const tables = lines.map((line): BenchTable => JSON.parse(line))
    const seconds = Math.round((performance.now() - this.#began) / 1000)
    process.stdout.write(`\n${head(seconds)}\n\n${tableText(tables)}\n`)
  }
}

function head(seconds: number): string {
  const { electron, chrome, node } = versionsOfElectron()
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB`
  return [
    `Electron ${electron}, Chromium ${chrome}, Node ${node} in it and ${process.versions.node} beside it`,
    `${machine}, ${systemName()} ${arch()}`,
    `${Math.floor(seconds / 60)} min ${seconds % 60} s. Medians, and their ratio to the first line of each part.`,
  ].join('\n')
}

function versionsOfElectron(): NodeJS.ProcessVersions & {
  readonly electron?: string
  readonly chrome?: string
} {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const told = execFileSync(recordedRuntime().executable, ['-p', 'JSON.stringify(process.versions)'], { env })
  return JSON.parse(told.toString())
}

function systemName(): string {
  const file = '/etc/os-release'
  const named = existsSync(file) ? /^PRETTY_NAME="(.+)"$/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined
  return named ?? `${type()} ${release()}`
}
