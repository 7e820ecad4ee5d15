import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { newFolder, runVariable } from '../../support/display.ts'
import { launchHeadroom, launchWithoutWindow } from '../../support/electronApp.ts'
import { processesInSession, processesOfRun } from '../../support/processes.mjs'
import { until } from '../../support/until.ts'

const appFolder = fileURLToPath(new URL('../../support/tinyApp', import.meta.url))
const projectFolder = fileURLToPath(new URL('../../..', import.meta.url))

describe('the harness', () => {
  test('starts an app as Electron’s default app does: named by its folder, in its own data folder, at the given zone', async () => {
    const { app, page, userData, close } = await launchHeadroom({
      appFolder,
      zone: 'Asia/Kolkata',
      size: { width: 500, height: 300 },
    })
    expect(
      await app.evaluate(({ app }) => ({
        name: app.getName(),
        version: app.getVersion(),
        folder: app.getAppPath(),
        userData: app.getPath('userData'),
        isPackaged: app.isPackaged,
      })),
    ).toEqual({ name: 'Tiny', version: '1.2.3', folder: appFolder, userData, isPackaged: false })
    await page.getByRole('button').click()
    expect(
      await page.evaluate(() => ({
        clicks: document.querySelector('button')?.textContent,
        zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
        width: innerWidth,
        height: innerHeight,
      })),
    ).toEqual({ clicks: '1', zone: 'Asia/Calcutta', width: 500, height: 300 })
    await close()
  })

  test('starts once more what crashed before the app began, and nothing that crashed later', async () => {
    const crashingOnce = (first: string) => {
      const folder = newFolder('crashing')
      const lines = [
        `const { existsSync, writeFileSync } = require('node:fs')`,
        `const seen = require('node:path').join(__dirname, 'seen')`,
        `if (!existsSync(seen)) { writeFileSync(seen, ''); ${first}; process.kill(process.pid, 'SIGSEGV') }`,
      ]
      writeFileSync(join(folder, 'main.cjs'), lines.join('\n'))
      writeFileSync(join(folder, 'package.json'), '{ "name": "crashing", "main": "main.cjs" }')
      return { appFolder: folder, userData: join(folder, 'data') }
    }
    const { app, close } = await launchWithoutWindow(crashingOnce(''))
    expect(await app.evaluate(({ app }) => app.getName())).toBe('crashing')
    await close()
    const late = crashingOnce(`require('electron').app.requestSingleInstanceLock()`)
    await expect(launchWithoutWindow(late)).rejects.toThrow('SIGSEGV')
  })

  test('runs an app in Chromium’s sandbox when asked to, also as root', async () => {
    const { app, page, close } = await launchHeadroom({ appFolder, sandboxed: true })
    await page.getByRole('button').click()
    const renderer = await app.evaluate(({ BrowserWindow, app }) => ({
      pid: BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
      isSandboxOff: app.commandLine.hasSwitch('no-sandbox'),
    }))
    expect(renderer.isSandboxOff).toBe(false)
    expect(readFileSync(`/proc/${renderer.pid}/status`, 'utf8')).toMatch(/^Seccomp:\t2$/m)
    await close()
  })

  test('leaves no process behind when the app quits or is killed', async () => {
    for (const way of ['close', 'kill'] as const) {
      const launched = await launchHeadroom({ appFolder })
      expect(processesInSession(launched.pid).length).toBeGreaterThan(3)
      await launched[way]()
      expect(processesInSession(launched.pid)).toEqual([])
    }
  })

  test('leaves no process and no folder behind when the test runner itself is killed', async () => {
    const { [runVariable]: _, ...env } = process.env
    const runner = spawn(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/support/tinyApp/vitest.config.ts'],
      { cwd: projectFolder, env: env, stdio: ['ignore', 'pipe', 'ignore'] },
    )
    let output = ''
    runner.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
    const [, mark = '', folder = ''] = await until(
      'the inner run has its window',
      () => /RUNNING (\S+) (\S+)/.exec(output),
      40,
    )
    const own = () => processesOfRun(`${runVariable}=${mark}`, folder)
    expect(own().length).toBeGreaterThan(8)
    runner.kill('SIGKILL')
    await once(runner, 'exit')
    await until('its processes are gone', () => own().length === 0)
    await until('its folder is gone', () => !existsSync(folder))
  })
})
