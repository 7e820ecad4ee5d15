import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { expect, test } from 'vitest'
import { launchHeadroom } from '../support/electronApp.ts'

/*
 * [S2] The sandbox of the operating system, as an ordinary user has it. As root Chromium goes without, so the app is
 * started as `nobody` here. It needs user namespaces, which some kernels and containers refuse: then nothing is tested,
 * and the run says that this was skipped.
 */
const isRoot = process.getuid?.() === 0
const asUser = isRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : []
const hasNamespaces =
  process.platform === 'linux' &&
  (([command = '', ...args]: readonly string[]) => spawnSync(command, args).status === 0)([
    ...asUser,
    'unshare',
    '--user',
    '--pid',
    '--net',
    '--fork',
    'true',
  ])
if (!hasNamespaces) process.stdout.write('  [S2] skipped: this system lets no user make namespaces\n')

test.skipIf(!hasNamespaces)(
  '[S2] pages run in the system’s sandbox: system calls filtered, and users, processes and network of their own',
  async () => {
    const app = await launchHeadroom({ sandboxed: true, now: '2026-11-24T08:30:00Z', zone: 'Europe/Berlin' })
    await app.page.evaluate(() => window.headroom.request('plan/start', { choice: 'sample', language: 'en' }))
    const found = await app.app.evaluate(({ app: electron, BrowserWindow }) => ({
      switches: ['no-sandbox', 'disable-setuid-sandbox', 'disable-seccomp-filter-sandbox'].filter((name) =>
        electron.commandLine.hasSwitch(name),
      ),
      main: process.pid,
      renderers: BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getOSProcessId()),
      sandboxed: electron
        .getAppMetrics()
        .filter(({ type }) => type === 'Tab')
        .map(({ sandboxed }) => sandboxed ?? null),
    }))
    expect(found.switches).toEqual([])
    expect(found.renderers.length).toBeGreaterThan(0)
    const status = (pid: number | string, line: string) =>
      new RegExp(`^${line}:\\s+(\\S+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    const space = (pid: number | string, name: string) => readlinkSync(`/proc/${pid}/ns/${name}`)
    expect(status(found.main, 'Uid')).not.toBe('0')
    for (const pid of found.renderers) {
      expect([status(pid, 'Seccomp'), status(pid, 'NoNewPrivs'), status(pid, 'Uid')]).toEqual([
        '2',
        '1',
        status(found.main, 'Uid'),
      ])
      for (const name of ['user', 'pid', 'net'])
        expect([name, space(pid, name) === space(found.main, name)]).toEqual([name, false])
    }
    await app.close()
  },
)
