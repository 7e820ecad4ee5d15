/** Starts of Electron apps as a user makes them, without a debugger: when what is drawn is drawn, and what it takes. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { projectCache, projectFolder } from '../../electron/runtime/paths.mjs'
import { recordedRuntime } from '../../electron/runtime/resolve.mjs'
import { newFolder } from '../support/display.ts'
import { processesInSession } from '../support/processes.mjs'
import { until } from '../support/until.ts'

const sources = join(projectFolder, 'test', 'bench', 'start')
const built = join(projectCache, 'bench-start')

/** An app to start. */
export interface StartedApp {
  readonly name: string
  readonly appFolder: string
  readonly userData: string
  readonly env?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
}

/** The least windows, with their pages built. */
export async function leastApps(): Promise<readonly [empty: StartedApp, react: StartedApp]> {
  mkdirSync(built, { recursive: true })
  for (const name of readdirSync(sources).filter((file) => file !== 'react.js'))
    cpSync(join(sources, name), join(built, name))
  await build({
    configFile: false,
    root: sources,
    mode: 'production',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: built,
      emptyOutDir: false,
      target: 'chrome130',
      lib: { entry: join(sources, 'react.js'), formats: ['iife'], name: 'page', fileName: () => 'react.js' },
    },
  })
  const least = (page: string, name: string): StartedApp => ({
    name,
    appFolder: built,
    userData: join(newFolder('start'), 'data'),
    env: { HEADROOM_BENCH_PAGE: page },
  })
  return [least('empty', 'empty window, static page'), least('react', 'minimal window with React')]
}

/** Something that an app said, and when (milliseconds of the system's clock). */
type Said = ReadonlyMap<string, number>

/** An app that runs. */
export interface RunningStart {
  /** The instant at which its process was asked for. */
  readonly began: number
  /** Resolves when the app has said something, to when that was. */
  readonly said: (what: string) => Promise<number>
  /** Everything that was said. */
  readonly all: () => Said
  /** Memory of all its processes, each shared page counted by its share (PSS), in megabytes. */
  readonly memory: () => number
  readonly end: () => Promise<void>
}

/** Starts an app with the hook in it. */
export function startApp(app: StartedApp): RunningStart {
  const out = join(dirname(app.userData), `said-${Math.random()}`)
  const home = join(dirname(app.userData), 'home')
  mkdirSync(home, { recursive: true })
  const began = Date.now()
  const child = spawn(
    recordedRuntime().executable,
    [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--ozone-platform=x11',
      '--force-device-scale-factor=1',
      `--user-data-dir=${app.userData}`,
      withHook(app),
      ...(app.args ?? []),
    ],
    {
      detached: true,
      stdio: 'ignore',
      env: {
        ...process.env,
        HOME: home,
        XDG_CONFIG_HOME: join(home, '.config'),
        HEADROOM_BENCH_OUT: out,
        ...app.env,
      },
    },
  )
  const { pid = 0 } = child
  const all = () => readSaid(out)
  return {
    began,
    all,
    said: async (what) => {
      await until(`${app.name}: ${what}`, () => all().has(what), 30)
      return all().get(what) ?? 0
    },
    memory: () => memoryOf(pid),
    end: async () => {
      const ended = child.exitCode === null ? once(child, 'exit') : Promise.resolve()
      process.kill(-pid, 'SIGTERM')
      await ended
      await until('its processes have ended', () => processesInSession(pid).length === 0)
    },
  }
}

/** A folder with an app that is this one, with the hook loaded before it. */
function withHook({ appFolder, userData }: StartedApp): string {
  const folder = join(dirname(userData), 'hooked')
  const manifest = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')) as { main: string }
  const files = [join(sources, 'hook.cjs'), join(appFolder, manifest.main)]
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ ...manifest, type: 'module', main: 'main.js' }),
  )
  writeFileSync(
    join(folder, 'main.js'),
    files.map((file) => `import ${JSON.stringify(pathToFileURL(file))}\n`).join(''),
  )
  return folder
}

function readSaid(file: string): Said {
  if (!existsSync(file)) return new Map()
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.endsWith('}'))
  return new Map(
    lines.map((line) => {
      const { what, at } = JSON.parse(line) as { what: string; at: number }
      return [what, at] as const
    }),
  )
}

/** Megabytes of all processes of an app, by the process that began it; each shared page counts by its share (PSS). */
export function memoryOf(pid: number): number {
  return [...new Set([pid, ...processesInSession(pid)])].reduce((sum, one) => sum + pssOf(one), 0)
}

/** Megabytes of a process by `/proc/PID/smaps_rollup`; nothing for one that has ended. */
function pssOf(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) / 1000
  } catch {
    return 0
  }
}
