import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { newFolder } from './display.ts'
import { killAll, processesInSession } from './processes.mjs'
import { until } from './until.ts'

const projectFolder = fileURLToPath(new URL('../..', import.meta.url))

/** Packages the built app into a new folder, as `npm run dist:dir` does, and returns the folder that runs. */
export function packApp(): string {
  const output = newFolder('package')
  const script = join(projectFolder, 'electron', 'runtime', 'packApp.mjs')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, `-c.directories.output=${output}`],
    { cwd: projectFolder, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`packaging failed:\n${stdout}\n${stderr}`)
  return join(output, 'linux-unpacked')
}

/** The same package once more, with an executable of its own; the other files are the same on disk. */
export function twinOf(folder: string): string {
  const twin = join(newFolder('twin'), 'app')
  for (const path of filesIn(folder)) {
    mkdirSync(dirname(join(twin, path)), { recursive: true })
    if (path === 'headroom') copyFileSync(join(folder, path), join(twin, path))
    else linkOrCopy(join(folder, path), join(twin, path))
  }
  return twin
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    cpSync(from, to)
  }
}

/** The files below a folder, relative to it. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  )
}

/** What an asar holds: each file's path with its size in bytes, and a way to its text. */
export interface Archive {
  readonly files: ReadonlyMap<string, number>
  readonly text: (path: string) => string
}

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>
  readonly size?: number
  /** Where the file begins behind the head; written as text, since numbers of JSON end sooner. */
  readonly offset?: string
}

/** Reads an asar: four numbers of 32 bits, the fourth the length of the head in JSON, then the files one after the other. */
export function readArchive(path: string): Archive {
  const bytes = readFileSync(path)
  const [headSize, headLength] = [bytes.readUInt32LE(4), bytes.readUInt32LE(12)]
  const root = JSON.parse(bytes.subarray(16, 16 + headLength).toString('utf8')) as Entry
  const entries = new Map<string, Entry>()
  const walk = (at: string, entry: Entry): void => {
    if (entry.files === undefined) entries.set(at, entry)
    for (const [name, child] of Object.entries(entry.files ?? {})) walk(`${at}/${name}`, child)
  }
  walk('', root)
  return {
    files: new Map([...entries].map(([name, { size = 0 }]) => [name, size])),
    text: (name) => {
      const { size = 0, offset = '0' } = entries.get(name) ?? {}
      const begin = 8 + headSize + Number(offset)
      return bytes.subarray(begin, begin + size).toString('utf8')
    },
  }
}

/** A packaged app that runs as it is shipped: nothing of it can be driven but its page. */
export interface ShippedApp {
  readonly page: Page
  readonly stderr: () => string
  /** Asks the app to quit as a session that ends does; its exit code. */
  readonly quit: () => Promise<number | null>
}

const running = new Set<ChildProcess>()

/**
 * Starts a package by itself. Its main process takes no orders, since the fuses forbid it; the page is reached through
 * Chromium's own port.
 */
export async function startShipped(
  executable: string,
  userData: string,
  given: { readonly args?: readonly string[]; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<ShippedApp> {
  const portFile = join(userData, 'DevToolsActivePort')
  rmSync(portFile, { force: true })
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(
    executable,
    [
      ...sandbox,
      '--ozone-platform=x11',
      '--remote-debugging-port=0',
      `--user-data-dir=${userData}`,
      '--lang=en-GB',
      ...(given.args ?? []),
    ],
    { env: environment(userData, given.env ?? {}), stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  )
  running.add(child)
  let stderr = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const port = await until('Chromium listens', () =>
    existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n')[0] : undefined,
  )
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const page = await until('the window is there', () => windowOf(browser))
  return { page, stderr: () => stderr, quit: () => quit(child, browser) }
}

/** Ends every package that still runs; to be called after a test file that started one. */
export async function endShipped(): Promise<void> {
  for (const child of running) {
    const { pid } = child
    if (pid !== undefined) killAll([pid, ...processesInSession(pid)])
    await until('the package has ended', () => hasEnded(child))
  }
  running.clear()
}

function environment(userData: string, given: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const home = join(dirname(userData), 'home')
  mkdirSync(home, { recursive: true })
  const kept = Object.entries(process.env).filter(([name]) => !/^(NODE_|VITEST|ELECTRON_|LC_)/.test(name))
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    LANG: 'C.UTF-8',
    LANGUAGE: 'en',
    ...given,
  }
}

function windowOf(browser: Browser): Page | undefined {
  const pages = browser.contexts().flatMap((context) => context.pages())
  return pages.find((page) => page.url().startsWith('app://headroom/') && !page.url().includes('document'))
}

async function quit(child: ChildProcess, browser: Browser): Promise<number | null> {
  child.kill('SIGTERM')
  await until('the package has quit', () => hasEnded(child), 15)
  await browser.close()
  running.delete(child)
  return child.exitCode
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}
