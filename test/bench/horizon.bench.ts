import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Plan } from '../../shared/plan/plan.ts'
import { addDays } from '../../shared/time/day.ts'
import {
  aClient,
  aDeliverable,
  anEngagement,
  aPattern,
  aPlan,
  aSeries,
  aSession,
  HOME,
} from '../support/builders.ts'
import { launchHeadroom } from '../support/electronApp.ts'
import { report, summaryOf } from '../support/measure.ts'
import { type Cost, MainThread } from './mainThread.ts'
import { folderWith } from './planFolder.ts'
import { MONDAY } from './weekPlan.ts'

/*
 * The horizon at its largest: 104 weeks of fourteen clients, beside the same cells as raw DOM in the same page, which
 * is what the browser itself takes for them.
 */

const CLIENTS = 14
const WEEKS = 104
const RUNS = 9
/** Pixels of a step of a scroll: a turn of the wheel, and a page. */
const WHEEL = 120
const PAGE = 1000
/** Milliseconds of a draw, and of a long task. */
const DRAW = 100
const LONG = 50

/** Each client has a promise, a weekly session, single ones in every second week, and a due day each quarter. */
function largePlan(): Plan {
  const clients = Array.from({ length: CLIENTS }, (_, i) => i)
  return aPlan({
    clients: clients.map((i) => aClient({ id: `c${i}`, name: `Client ${i}`, order: i })),
    engagements: clients.map((i) =>
      anEngagement({
        id: `e${i}`,
        clientId: `c${i}`,
        order: i,
        end: addDays(MONDAY, 300 + 30 * i),
        commitments: [{ from: '2026-01-01', commitment: { kind: 'hoursPerWeek', minutes: 240 } }],
      }),
    ),
    patterns: [aPattern({ from: '2015-01-01' })],
    sessions: clients.flatMap((i) => [
      aSeries({
        id: `series-${i}`,
        engagementId: `e${i}`,
        start: `${addDays(MONDAY, i % 5)}T${String(9 + (i >> 1)).padStart(2, '0')}:00`,
        minutes: 75,
        rule: 'FREQ=WEEKLY',
      }),
      ...Array.from({ length: WEEKS / 2 }, (_, week) =>
        aSession({
          id: `s${i}-${week}`,
          engagementId: `e${i}`,
          start: `${addDays(MONDAY, 14 * week + (i % 5))}T14:00`,
          minutes: 30 + 15 * (i % 7),
        }),
      ),
    ]),
    deliverables: clients.flatMap((i) =>
      Array.from({ length: 8 }, (_, quarter) =>
        aDeliverable({
          id: `d${i}-${quarter}`,
          engagementId: `e${i}`,
          due: addDays(MONDAY, 20 + i + 91 * quarter),
        }),
      ),
    ),
  })
}

const launched = async () =>
  launchHeadroom({
    userData: await folderWith(largePlan()),
    now: '2026-11-23T07:00:00Z',
    zone: HOME,
    locale: 'en',
    size: { width: 1440, height: 900 },
  })

const GRID = `document.querySelector('[role="grid"][data-zoom]')`
const isDrawn = `${GRID}?.querySelectorAll('[role="gridcell"]').length > 200`

const task = (what: string, costs: readonly Cost[], most: number) => ({
  ...summaryOf(
    what,
    costs.map((cost) => cost.task),
  ),
  bars: [{ most }],
})

test('104 weeks of fourteen clients are drawn and scrolled, beside the same cells as raw DOM', async () => {
  const { page, close } = await launched()
  await page.getByRole('grid').waitFor()
  const thread = await MainThread.of(page)
  const key = (digit: string) => thread.key(digit, `Digit${digit}`, digit.charCodeAt(0))
  await key('2')
  await page.getByRole('button', { name: /26.weeks/ }).click()
  await page.getByRole('option', { name: /104.weeks/ }).click()
  await page.waitForFunction(`${GRID}?.getAttribute('aria-colcount') === '${WEEKS + 1}'`)
  expect(await page.locator('[role="grid"][data-zoom] [role="rowheader"]').count()).toBe(CLIENTS + 1)

  // The keys that go from screen to screen are for no field.
  await page.locator(':focus').blur()

  const draws: Cost[] = []
  for (let run = -1; run < RUNS; run++) {
    await thread.costUntil(`!${GRID}`, () => key('1'))
    await thread.rest()
    const cost = await thread.costUntil(isDrawn, () => key('2'))
    if (run >= 0) draws.push(cost)
  }

  const firsts: Cost[] = []
  for (let run = 0; run < 3; run++) {
    await thread.costUntil(`!${GRID}`, () => key('1'))
    await page.reload()
    await page.getByRole('grid').waitFor()
    await thread.rest()
    firsts.push(await thread.costUntil(isDrawn, () => key('2')))
  }

  await thread.ask(`window.longTasks = []
    new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)))
      .observe({ entryTypes: ['longtask'] }); 0`)
  const wheels = await scroll(thread, WHEEL)
  const pages = await scroll(thread, PAGE)
  await thread.rest()
  const long = await thread.ask<number[]>('longTasks')

  const raws: Cost[] = []
  await thread.ask(`window.copy = ${GRID}.cloneNode(true); window.beside = ${GRID}.parentElement; 0`)
  for (let run = -1; run < RUNS; run++) {
    await thread.ask(`${GRID}.style.display = 'none'; 0`)
    await thread.rest()
    const cost = await thread.costUntil(`window.raw?.isConnected`, () =>
      thread.ask('window.raw = copy.cloneNode(true); beside.append(raw); 0'),
    )
    if (run >= 0) raws.push(cost)
    await thread.ask(`raw.remove(); ${GRID}.style.display = ''; 0`)
    await thread.rest()
  }
  await close()

  report('horizon of 104 weeks and 14 clients (ms of CPU)', [
    task('drawn', draws, DRAW),
    task('drawn for the first time since the start', firsts, DRAW),
    task('the same cells, raw DOM', raws, DRAW),
    task('scrolled by a turn of the wheel', wheels, LONG),
    task('scrolled by a page', pages, LONG),
  ])
  report('horizon, so many times as much as raw DOM', [
    summaryOf('drawn', [median(draws) / median(raws)]),
    { ...summaryOf('long tasks of all scrolls (by the clock)', [long.length]), bars: [{ most: 0 }] },
  ])
})

/** Whether a script that the page asked for holds the library of the charts: its class names stay in any build. */
function hasCharts(url: string): boolean {
  const file = join(import.meta.dirname, '../../dist/renderer', new URL(url).pathname)
  return readFileSync(file, 'utf8').includes('recharts')
}

test('the start and the horizon load none of the code of the charts', async () => {
  const { page, close } = await launched()
  await page.getByRole('grid').waitFor()
  const scripts: string[] = []
  page.on('request', (request) => request.url().endsWith('.js') && scripts.push(request.url()))
  await page.reload()
  await page.getByRole('grid').waitFor()
  await page.keyboard.press('2')
  await page.waitForFunction(isDrawn)
  expect(scripts.length).toBeGreaterThan(10)
  expect(scripts.filter(hasCharts)).toEqual([])
  await page.keyboard.press('6')
  await page.locator('svg.recharts-surface').first().waitFor()
  expect(scripts.filter(hasCharts)).toHaveLength(1)
  await close()
})

const median = (costs: readonly Cost[]) => task('', costs, 0).median

/** From the first week to the last. */
async function scroll(thread: MainThread, pixels: number): Promise<readonly Cost[]> {
  await thread.costToRest(() => thread.ask(`${GRID}.scrollLeft = 0; 0`))
  const costs: Cost[] = []
  const width = await thread.ask<number>(`${GRID}.scrollWidth - ${GRID}.clientWidth`)
  for (let at = pixels; at < width; at += pixels) {
    costs.push(await thread.costToRest(() => thread.ask(`${GRID}.scrollLeft = ${at}; 0`)))
  }
  return costs
}
