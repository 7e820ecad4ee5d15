import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { firstPlan } from '../../electron/start/firstPlan.ts'
import type {} from '../../renderer/state/bridge.ts'
import { HOME } from '../support/builders.ts'
import { DesktopBus } from '../support/desktopBus.ts'
import { launchHeadroom, launchWithoutWindow, type RunningApp } from '../support/electronApp.ts'
import { type Measured, report, summaryOf, within } from '../support/measure.ts'
import { practiceOf } from './capacityPlans.ts'
import { folderWith } from './planFolder.ts'
import { leastApps, memoryOf, type StartedApp, startApp } from './startApps.ts'

/*
 * The start beside an empty Electron window, in turns, so that what else the machine does meets them all: from the start
 * of the process to the first frame with the week in it (a picture of it, `electron/frame`) and until the app answers,
 * from a click in the tray to the window, and the memory of all processes.
 */

const ROUNDS = 6
/** Milliseconds after the first frame until a start has come to rest and what it took is given back (`electron/giveBack.ts`). */
const REST = 14_000
/** Milliseconds after a first start until a picture of the week is kept. */
const FIRST_REST = 8000
/** Milliseconds after an hour of use until nothing is left to do. */
const SETTLED = 4000
/** Milliseconds from a collection until the freed memory is given back. */
const GIVEN_BACK = 1500
const NOW = '2026-11-24T08:30:00Z'
const env = { HEADROOM_NOW: NOW, TZ: HOME, HEADROOM_LANG: 'en' }
const SAMPLE = 'Headroom, sample practice'
const TEN = 'Headroom, ten years'

let apps: readonly StartedApp[]
let empty: StartedApp

beforeAll(async () => {
  const [first, react] = await leastApps()
  empty = first
  const sample = firstPlan({ choice: 'sample', today: '2026-11-24', zone: HOME, language: 'en' })
  const headroom = async (name: string, plan: typeof sample): Promise<StartedApp> => ({
    name,
    appFolder: process.cwd(),
    userData: await folderWith(plan),
    env,
  })
  apps = [empty, react, await headroom(SAMPLE, sample), await headroom(TEN, practiceOf(10))]
}, 120_000)

const isOurs = ({ appFolder }: StartedApp) => appFolder === process.cwd()

/** Values by app, in the order of the apps. */
class Values {
  readonly #values = new Map<string, number[]>()

  add(name: string, value: number): void {
    this.#values.set(name, [...(this.#values.get(name) ?? []), value])
  }

  /** With bars for apps: so many times as much as the first of them took. */
  lines(bars: Readonly<Record<string, number>> = {}): Measured[] {
    const lines = [...this.#values].map(([name, values]) => summaryOf(name, values))
    return lines.map((line) => {
      const most = bars[line.what]
      return most === undefined ? line : within(line, { most, of: lines[0] ?? line })
    })
  }
}

test('from the start of the process to what is drawn, and the memory at rest', async () => {
  const [drawn, usable, memory] = [new Values(), new Values(), new Values()]
  // The first start of each fills the code caches and leaves a picture of the week, and does not count.
  for (let round = -2; round < ROUNDS; round += 1)
    for (const app of apps) {
      const start = startApp(app)
      const at = await start.said('drawn')
      const answers = await start.said('usable')
      if (round >= 0) {
        drawn.add(app.name, at - start.began)
        usable.add(app.name, answers - start.began)
      }
      if (process.env.HEADROOM_BENCH_MARKS)
        process.stdout.write(
          `${app.name} ${[...start.all()].map(([what, when]) => `${what} ${(when - start.began).toFixed(0)}`).join(', ')}\n`,
        )
      // A start that never comes to rest writes no code cache, and takes no picture.
      await pause(round < 0 && isOurs(app) ? FIRST_REST : 300)
      if (round === ROUNDS - 1) {
        await pause(REST)
        memory.add(app.name, start.memory())
      }
      await start.end()
    }
  report('start to what is drawn (ms)', drawn.lines({ [SAMPLE]: 1.2, [TEN]: 1.35 }))
  report('start to the app that answers (ms)', usable.lines())
  report('memory at rest, all processes (MB)', memory.lines({ [SAMPLE]: 1.15, [TEN]: 1.25 }))
  expect(drawn.lines()).toHaveLength(apps.length)
})

test('from a click in the tray to the window, started hidden', async () => {
  const shown = new Values()
  const desktop = await DesktopBus.start('bench-tray', { tray: true })
  for (let round = 0; round < 3; round += 1)
    for (const app of apps) {
      const start = startApp({
        ...app,
        args: isOurs(app) ? ['--hidden'] : [],
        env: { ...app.env, ...desktop.env, HEADROOM_BENCH_SHOW: isOurs(app) ? 'tray' : 'itself' },
      })
      let clicked = await start.said('waiting')
      if (isOurs(app)) {
        const item = await desktop.trayItem()
        clicked = Date.now()
        await item.activate()
      }
      shown.add(app.name, (await start.said('visible')) - clicked)
      await start.end()
    }
  await desktop.stop()
  report('tray click to the drawn window (ms)', shown.lines())
})

/** Five hundred weeks, as many changes and a hundred screens: an hour of hurried work. */
async function work(page: Page): Promise<void> {
  for (let round = 0; round < 10; round += 1) {
    for (let i = 0; i < 50; i += 1) await page.keyboard.press(round % 2 === 0 ? 'PageDown' : 'PageUp')
    for (const key of ['2', '3', '4', '5', '6', '7', ',', '1', 'v', 'v']) {
      await page.keyboard.press(key)
      await page.getByRole('heading', { level: 1 }).waitFor()
    }
    await page.evaluate(async (first) => {
      for (let i = 0; i < 50; i += 1) {
        const change = { reserveMinutes: 60 + ((first + i) % 50) }
        const command = { type: 'settings/change', change } as const
        await window.headroom.request('plan/execute', { id: crypto.randomUUID(), command })
      }
    }, round * 50)
  }
}

test('the memory after an hour of use', async () => {
  const memory = new Values()
  // Watched by the same debugger as ours.
  const least = await launchWithoutWindow({ ...launchOf(empty), appFolder: empty.appFolder })
  await least.app.firstWindow()
  await collected(least)
  memory.add(empty.name, memoryOf(least.pid))
  await least.close()
  for (const app of apps.slice(2)) {
    const running = await launchHeadroom({ ...launchOf(app), size: { width: 1440, height: 900 } })
    await running.page.locator('[data-key]').first().waitFor()
    await collected(running)
    memory.add(`${app.name}, at rest`, memoryOf(running.pid))
    await work(running.page)
    await collected(running)
    memory.add(`${app.name}, after an hour`, memoryOf(running.pid))
    await running.close()
  }
  report('memory after an hour of use (MB)', memory.lines())
})

/** Lets an app rest, and then throw away what nobody needs any more, as ours does at rest after its start. */
async function collected({ app }: RunningApp): Promise<void> {
  await pause(SETTLED)
  await app.evaluate(async ({ webContents }) => {
    const { Session } = process.getBuiltinModule('node:inspector')
    const main = new Session()
    main.connect()
    // A session that ends takes back what it asked for: the collection is a task of its own.
    await new Promise((done) => main.post('HeapProfiler.collectGarbage', done))
    main.disconnect()
    for (const { debugger: page } of webContents.getAllWebContents()) {
      page.attach()
      await page.sendCommand('HeapProfiler.collectGarbage')
      page.detach()
    }
  })
  await pause(GIVEN_BACK)
}

function launchOf({ userData, env: own }: StartedApp) {
  return { userData, env: own ?? {}, now: NOW, zone: HOME, locale: 'en' as const }
}
