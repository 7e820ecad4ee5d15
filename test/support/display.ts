import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The environment variable that every process of one test run carries; its value is unique to the run. */
export const runVariable = 'HEADROOM_TEST_RUN'

/** Something that runs beside a test: where to find it, and how to end it. */
export interface Service {
  readonly address: string
  readonly stop: () => Promise<void>
}

/** A virtual X display (`:99`) of a size in pixels. */
export function startDisplay(width = 1920, height = 1200): Promise<Service> {
  const args = [
    '-displayfd',
    '3',
    '-screen',
    '0',
    `${width}x${height}x24`,
    '-nolisten',
    'tcp',
    '-ac',
    '-noreset',
  ]
  return startService('Xvfb', args, (line) => `:${line}`)
}

/** A D-Bus session bus of its own, for notifications, trays and their hosts. */
export function startBus(): Promise<Service> {
  const config = fileURLToPath(new URL('./bus.conf', import.meta.url))
  const args = [`--config-file=${config}`, '--nofork', '--nopidfile', '--print-address=3']
  return startService('dbus-daemon', args, (line) => line)
}

/** Starts a program that writes its address as a line to file descriptor 3 once it serves. */
async function startService(
  command: string,
  args: readonly string[],
  addressOf: (line: string) => string,
): Promise<Service> {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
  let errors = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const line = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`${command} ended with ${code}: ${errors}`)))
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (text.includes('\n')) resolve(text.trim())
    })
  })
  return { address: addressOf(line), stop: () => stop(child) }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/**
 * What a run of end-to-end tests has to itself: a mark that all its processes carry, a folder for their data, on Linux
 * a display and a session bus, and a keeper that ends and removes all of it, also when the runner is killed.
 */
export async function startTestSession(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-test-'))
  const run = folder.slice(-6) + process.pid
  process.env[runVariable] = run
  process.env.HEADROOM_TEST_FOLDER = folder
  const keeper = startKeeper(`${runVariable}=${run}`, folder)
  const services = process.platform === 'linux' ? await Promise.all([startDisplay(), startBus()]) : []
  const [display, bus] = services
  if (display) process.env.DISPLAY = display.address
  if (bus) process.env.DBUS_SESSION_BUS_ADDRESS = bus.address
  delete process.env.WAYLAND_DISPLAY
  return async () => {
    await Promise.all(services.map((service) => service.stop()))
    keeper.stdin?.end()
    if (keeper.exitCode === null) await once(keeper, 'exit')
  }
}

function startKeeper(mark: string, folder: string): ChildProcess {
  const script = fileURLToPath(new URL('./processes.mjs', import.meta.url))
  const { [runVariable]: _, ...env } = process.env
  const stdio = ['pipe', 'ignore', 'inherit'] as const
  return spawn(process.execPath, [script, mark, folder], { stdio: [...stdio], env, detached: true })
}

/** A new empty folder of the running session. */
export function newFolder(name: string): string {
  const session = process.env.HEADROOM_TEST_FOLDER
  if (!session || !existsSync(session)) throw new Error('no test session: run this in the e2e project')
  return mkdtempSync(join(session, `${name}-`))
}

/** The folder for screenshots and other things to look at after a run; git ignores it. */
export const outputFolder = fileURLToPath(new URL('../output/', import.meta.url))

/** Empties the folder for screenshots at the start of a run. */
export function emptyOutput(): void {
  rmSync(outputFolder, { recursive: true, force: true })
  mkdirSync(outputFolder, { recursive: true })
}
