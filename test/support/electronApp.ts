import type { ChildProcess } from 'node:child_process'
import { lstatSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { recordedRuntime } from '../../electron/runtime/resolve.mjs'
import { newFolder, outputFolder } from './display.ts'
import { asOrdinaryUser } from './ordinaryUser.ts'
import { killAll, processesInSession } from './processes.mjs'
import { tracing } from './traced.ts'
import { until } from './until.ts'

/** How a launch differs from an ordinary first start in an empty folder. */
export interface LaunchOptions {
  /** The folder of the app's data; a new empty one if left out. Name it again to start a second time on the same data. */
  readonly userData?: string
  readonly env?: Readonly<Record<string, string>>
  /** Further arguments after the app's folder. */
  readonly args?: readonly string[]
  /** The instant (ISO 8601, UTC) at which the app's clock starts. */
  readonly now?: string
  /** The IANA zone of the computer. */
  readonly zone?: string
  /** Content size of the window in pixels. */
  readonly size?: { readonly width: number; readonly height: number }
  readonly locale?: 'en' | 'de'
  /** Runs the app as an ordinary user in Chromium's sandbox, also when the tests run as root (who otherwise goes without). */
  readonly sandboxed?: boolean
  /** An executable that was packaged with its app, instead of the built app on the development runtime. */
  readonly packaged?: string
  /** Has every connection that the app opens written down (`tracedConnects` of the folder above the data). */
  readonly traced?: boolean
  /** A folder with another app to run, for tests of this harness. */
  readonly appFolder?: string
}

/** A running app. Whatever a test forgets to close is ended after its file. */
export interface RunningApp {
  readonly app: ElectronApplication
  readonly userData: string
  /** Process id of the main process. */
  readonly pid: number
  /** The main process; Playwright knows it no more once the app has quit by itself. */
  readonly main: ChildProcess
  /** What the pages wrote to the console as `type: text`, and the lines of standard error. */
  readonly written: { readonly console: readonly string[]; readonly stderr: readonly string[] }
  /** Quits as a user does; fails when the app does not end within the deadline. */
  readonly close: () => Promise<void>
  /** Ends all its processes at once, as a power cut would. */
  readonly kill: () => Promise<void>
}

/** A running app with its window. */
export interface RunningWindow extends RunningApp {
  readonly page: Page
  /** Saves what the window shows as test/output/NAME.png and returns the path. */
  readonly screenshot: (name: string) => Promise<string>
}

const projectFolder = fileURLToPath(new URL('../..', import.meta.url))
const running = new Set<RunningApp>()

/** Starts the built app and waits for its window. */
export async function launchHeadroom(options: LaunchOptions = {}): Promise<RunningWindow> {
  const started = await launchWithoutWindow(options)
  const page = await mainPage(started.app)
  if (options.size) await resize(started.app, page, options.size)
  // The picture of the last week that a start begins with shows everything twice to a locator.
  await page.waitForFunction(() => document.getElementById('frame') === null)
  const screenshot = async (name: string) => {
    const path = join(outputFolder, `${name}.png`)
    await page.screenshot({ path, scale: 'css' })
    return path
  }
  return { ...started, page, screenshot }
}

/** Starts the built app and waits for its main process only, for starts that show no window. */
export async function launchWithoutWindow(options: LaunchOptions = {}): Promise<RunningApp> {
  const userData = options.userData ?? join(newFolder('app'), 'data')
  const { executable, appFolder } = targetOf(options, userData)
  const launch = () =>
    _electron.launch({
      executablePath: options.traced ? tracing(executable, dirname(userData)) : executable,
      args: argumentsFor(options, userData, appFolder),
      env: environmentFor(options, userData),
      chromiumSandbox: isSandboxed(options),
      timeout: 30_000,
    })
  const app = await launch().catch((error: unknown) => {
    if (!diedBeforeTheApp(error, userData)) throw error
    return launch()
  })
  const written = record(app)
  const pid = await pidOf(app)
  const started: RunningApp = {
    app,
    userData,
    pid,
    main: app.process(),
    written,
    close: () => close(started),
    kill: () => kill(started),
  }
  running.add(started)
  return started
}

/**
 * Whether Electron crashed while the debugger came and before the app asked to be the only one on its data, which it does
 * first of all (seen in CI). A later crash is the app's.
 */
function diedBeforeTheApp(error: unknown, userData: string): boolean {
  const hasBegun = lstatSync(join(userData, 'SingletonLock'), { throwIfNoEntry: false }) !== undefined
  return !hasBegun && error instanceof Error && error.message.includes('signal=SIGSEGV')
}

/** The id of the main process. While the app starts, a collection can take the debugger's promise: then it is asked again. */
async function pidOf(app: ElectronApplication, tries = 3): Promise<number> {
  try {
    return await app.evaluate(() => process.pid)
  } catch (error) {
    if (tries <= 1 || !(error instanceof Error) || !error.message.includes('garbage collected')) throw error
    return pidOf(app, tries - 1)
  }
}

/** Ends every app that is still running; called after each test file. */
export async function killRemaining(): Promise<void> {
  await Promise.all([...running].map((app) => app.kill()))
}

function argumentsFor(options: LaunchOptions, userData: string, appFolder: string): string[] {
  return [
    ...(isSandboxed(options) ? [] : ['--no-sandbox']),
    ...(process.platform === 'linux' ? ['--ozone-platform=x11'] : []),
    '--force-device-scale-factor=1',
    `--user-data-dir=${userData}`,
    ...(options.locale ? [`--lang=${options.locale}`] : []),
    ...(options.packaged ? [] : [appFolder]),
    ...(options.args ?? []),
  ]
}

/** The environment of the runner with the user's own folders replaced, so that no test touches them. */
function environmentFor(options: LaunchOptions, userData: string): Record<string, string> {
  const home = join(dirname(userData), 'home')
  mkdirSync(home, { recursive: true })
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(NODE_|VITEST|ELECTRON_|TZ$|LC_|LANG)/.test(name),
  )
  return {
    ...Object.fromEntries(own.map(([name, value]) => [name, value ?? ''])),
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_STATE_HOME: join(home, '.local/state'),
    XDG_CACHE_HOME: join(home, '.cache'),
    LANG: 'C.UTF-8',
    LANGUAGE: options.locale ?? 'en',
    TZ: options.zone ?? 'UTC',
    ...(options.now ? { HEADROOM_NOW: options.now } : {}),
    ...(options.locale ? { HEADROOM_LANG: options.locale } : {}),
    ...options.env,
  }
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}

function isSandboxed(options: LaunchOptions): boolean {
  return !isRoot() || options.sandboxed === true
}

/** What to run: the runtime with the app's folder, or the packaged app. */
function targetOf(options: LaunchOptions, userData: string) {
  const executable = options.packaged ?? recordedRuntime().executable
  const appFolder = options.appFolder ?? projectFolder
  if (!isRoot() || !options.sandboxed) return { executable, appFolder }
  return asOrdinaryUser(executable, appFolder, dirname(userData))
}

/** The page of the app's window; the page that is printed is another one. */
function mainPage(app: ElectronApplication): Promise<Page> {
  return until('the window is there', () =>
    app.windows().find((page) => /^app:\/\/headroom\/(index\.html)?([?#]|$)/.test(page.url())),
  )
}

async function resize(app: ElectronApplication, page: Page, size: { width: number; height: number }) {
  const window = await app.browserWindow(page)
  await window.evaluate((target, { width, height }) => target.setContentSize(width, height), size)
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size)
}

function record(app: ElectronApplication) {
  const console: string[] = []
  const stderr: string[] = []
  app.on('window', (page) =>
    page.on('console', (message) => console.push(`${message.type()}: ${message.text()}`)),
  )
  app
    .process()
    .stderr?.on('data', (chunk: Buffer) => stderr.push(...chunk.toString().split('\n').filter(Boolean)))
  return { console, stderr }
}

async function close(started: RunningApp): Promise<void> {
  running.delete(started)
  const ended = hasEnded(started)
  await started.app.evaluate(({ app }) => app.quit()).catch(ignoreEnd)
  try {
    await until('the app has quit', ended, 15)
    await started.app.close()
    await until('its processes have ended', () => processesInSession(started.pid).length === 0)
  } catch (error) {
    await kill(started)
    throw error
  }
}

async function kill(started: RunningApp): Promise<void> {
  running.delete(started)
  killAll([started.pid, ...processesInSession(started.pid)])
  await until('the main process has ended', hasEnded(started))
  await started.app.close()
  await until('all processes have ended', () => {
    const left = processesInSession(started.pid)
    killAll(left)
    return left.length === 0
  })
}

function hasEnded({ main }: RunningApp): () => boolean {
  return () => main.exitCode !== null || main.signalCode !== null
}

/** A process that quits answers no more: that is what was asked for. */
function ignoreEnd(error: unknown): void {
  if (!(error instanceof Error) || !/closed|destroyed|Target/i.test(error.message)) throw error
}
