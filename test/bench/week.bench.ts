import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { HOME } from '../support/builders.ts'
import { launchHeadroom } from '../support/electronApp.ts'
import { type Measured, report, summaryOf, within } from '../support/measure.ts'
import { type Cost, gripOf, MainThread, type Spot } from './mainThread.ts'
import { buildPeerPages, peerNames, RAW } from './peerPages.ts'
import { folderWith } from './planFolder.ts'
import { MONDAY, mondayOf, planOf, weekOf, weeksOf } from './weekPlan.ts'
import { AT_ONCE, reportWeeks } from './weekTable.ts'

/** Sessions in each week. */
const SIZES = [60, 200, 1000]
const RUNS = 7
/** After so many milliseconds a week has found all that is sought for it. */
const SETTLED = 2_000
/** How long somebody looks at a week, at least, before the next; in milliseconds. */
const BETWEEN = 500
const size = { width: 1440, height: 900 }

/** Measured of one calendar with one number of sessions, in milliseconds of CPU of the main thread. */
interface Measurements {
  readonly mount: Measured | null
  readonly next: Measured
  readonly drag: Measured | null
}
type Table = Map<string, Map<number, Measurements>>

const table: Table = new Map()
const note = (what: string, count: number, measured: Measurements) =>
  table.set(what, (table.get(what) ?? new Map<number, Measurements>()).set(count, measured))

const summary = (what: string, costs: readonly Cost[]) =>
  summaryOf(
    what,
    costs.map(({ task }) => task),
  )

/** A pointer's moves where nothing is under it and nothing answers. */
const floor: Measured[] = []

async function bareMoves(thread: MainThread): Promise<readonly Cost[]> {
  const costs: Cost[] = []
  for (let run = 0; run < RUNS; run++) costs.push(await thread.costOfDrag({ x: 400, y: 300 }, 'true'))
  return costs
}

let pages: Awaited<ReturnType<typeof buildPeerPages>>
beforeAll(async () => {
  pages = await buildPeerPages()
}, 300_000)

test.each(Object.keys(peerNames))('the other calendars and raw DOM: %s', async (peer) => {
  if (!pages.peers.includes(peer)) return
  const { page, close } = await launchHeadroom({
    appFolder: join(import.meta.dirname, 'peers'),
    zone: HOME,
    env: { HEADROOM_BENCH_PAGES: pages.folder, HEADROOM_BENCH_PEER: peer },
    size,
  })
  await page.waitForFunction('window.peer')
  const thread = await MainThread.of(page)
  // What the browser itself takes for a move, of which no page has a part.
  if (peer === RAW) floor.push(summary('a page that shows nothing', await bareMoves(thread)))
  for (const count of SIZES) note(peerNames[peer] ?? peer, count, await measurePeer(thread, count))
  await close()
})

async function measurePeer(thread: MainThread, count: number): Promise<Measurements> {
  const sessions = [...weekOf(count, 0), ...weekOf(count, 1)]
  const event = await thread.ask<string>(
    `window.sessions = ${JSON.stringify(sessions)}; window.root = document.getElementById('root'); peer.event`,
  )
  const isFixed = await thread.ask<boolean>('peer.isFixed === true')
  const shows = (week: number) =>
    `document.querySelector(${JSON.stringify(event)})?.textContent.match(/ ${week}\\.\\d/)`
  const runs = count > 500 ? 3 : RUNS
  const mounts: Cost[] = []
  for (let run = -1; run < runs; run++) {
    await thread.ask('window.shown?.remove(); 0')
    await thread.rest()
    const cost = await thread.costUntil(shows(0), () =>
      thread.ask(`window.shown = peer.mount(root, sessions, '${MONDAY}'); 0`),
    )
    if (run >= 0) mounts.push(cost)
  }
  expect(await thread.ask(`document.querySelectorAll(${JSON.stringify(event)}).length`)).toBe(count)
  const steps: Cost[] = []
  for (let run = -1; run < runs; run++) {
    await thread.rest()
    const isForward = run % 2 !== 0
    const cost = await thread.costUntil(shows(isForward ? 1 : 0), () =>
      thread.ask(`shown.${isForward ? 'next' : 'previous'}(); 0`),
    )
    if (run >= 0) steps.push(cost)
  }
  return {
    mount: summary('mount', mounts),
    next: summary('next week', steps),
    drag: isFixed
      ? null
      : await drag(
          thread,
          event,
          `peer.carries?.() ?? document.querySelectorAll(peer.event).length > ${count}`,
        ),
  }
}

/** `carries` is an expression that holds while something is carried: the others draw one event more then. */
async function drag(thread: MainThread, selector: string, carries: string): Promise<Measured> {
  await thread.ask(`document.querySelector(${JSON.stringify(selector)}).scrollIntoView({ block: 'center' })`)
  await thread.rest()
  const costs: Cost[] = []
  for (let run = 0; run < 3; run++) {
    const spot = await thread.ask<Spot | null>(gripOf(selector))
    if (spot === null) throw new Error(`nothing to take hold of: ${selector}`)
    costs.push(await thread.costOfDrag(spot, carries))
    await thread.rest()
  }
  return summary('a move', costs)
}

const views = { capacity: 'Headroom, capacity grid', calendar: 'Headroom, calendar' }
/** The list of flags follows the week; with it the screen is whole. */
const WHOLE = ', with the flags beside it'
const listShows = (week: number) => `document.querySelector('[data-list-of="${mondayOf(week)}"]')`
/** The grid in sight; the weeks beside it are drawn out of sight. Null where another screen is. */
const grid = `document.querySelector('[data-kept=""]:not([aria-hidden]) [data-weeks] > :not([aria-hidden])')`
const shows = (week: number) => `${grid}?.querySelector('[data-key]')?.dataset.key.startsWith('w${week}-')
  && ${grid}.querySelector('[data-head-day="${mondayOf(week)}"]')`

const SEEN_BLOCK = '[data-kept=""] [data-weeks] > :not([aria-hidden]) [data-key]'

/** Headroom with a plan of so many sessions a week, and its main thread. */
async function opened(count: number) {
  const app = await launchHeadroom({
    userData: await folderWith(planOf(count)),
    now: '2026-11-23T07:00:00Z',
    zone: HOME,
    locale: 'en',
    size,
  })
  await app.page.locator('[data-key]').first().waitFor()
  return { app, thread: await MainThread.of(app.page) }
}

test('Headroom', async () => {
  for (const count of SIZES) {
    const { app, thread } = await opened(count)
    for (const view of ['capacity', 'calendar'] as const) {
      if (view === 'calendar')
        await thread.costUntil(`${grid}?.querySelector('[data-column]')`, () => key(thread, 'v'))
      const { week, whole, atOnce } = await measureHeadroom(thread, count)
      note(views[view], count, week)
      note(views[view] + WHOLE, count, whole)
      note(views[view] + AT_ONCE, count, atOnce)
    }
    await app.close()
  }
})

const key = (thread: MainThread, sign: string) =>
  thread.key(
    sign,
    /\d/.test(sign) ? `Digit${sign}` : `Key${sign.toUpperCase()}`,
    sign.toUpperCase().charCodeAt(0),
  )

async function measureHeadroom(
  thread: MainThread,
  count: number,
): Promise<{ readonly week: Measurements; readonly whole: Measurements; readonly atOnce: Measurements }> {
  const mounts: Shown[] = []
  for (let run = -1; run < RUNS; run++) {
    await thread.costUntil(`${grid} === null`, () => key(thread, '5'))
    await thread.rest()
    const shown = await showing(thread, 0, () => key(thread, '1'))
    if (run >= 0) mounts.push(shown)
  }
  const steps: Shown[] = []
  for (let week = 1; week < weeksOf(count); week++) {
    await pause(BETWEEN)
    await thread.rest()
    steps.push(await showing(thread, week, () => thread.key('PageDown', 'PageDown', 34)))
  }
  const moved = await drag(thread, SEEN_BLOCK, `document.querySelector('[data-carried]')`)
  const back: Cost[] = []
  for (let week = weeksOf(count) - 2; week >= 0; week--)
    back.push(await thread.costUntil(shows(week), () => thread.key('PageUp', 'PageUp', 33)))
  const of = (what: string, costs: readonly Shown[], part: keyof Shown) =>
    summary(
      what,
      costs.map((cost) => cost[part]),
    )
  return {
    week: { mount: of('mount', mounts, 'week'), next: of('next week', steps, 'week'), drag: moved },
    whole: { mount: of('mount', mounts, 'whole'), next: of('next week', steps, 'whole'), drag: null },
    // The first of them was drawn ahead.
    atOnce: { mount: null, next: summary('paged on at once', back.slice(1)), drag: null },
  }
}

interface Shown {
  readonly week: Cost
  readonly whole: Cost
}

/** What an act costs until a week stands, and until the list of flags beside it is that week's too. */
async function showing(thread: MainThread, week: number, act: () => Promise<unknown>): Promise<Shown> {
  const first = await thread.costUntil(shows(week), act)
  const rest = await thread.costUntil(listShows(week), async () => {})
  const whole = {
    task: first.task + rest.task,
    script: first.script + rest.script,
    layout: first.layout + rest.layout,
  }
  return { week: first, whole }
}

test('two thousand changes of the week leave heap and nodes as they were', async () => {
  const { app, thread } = await opened(60)
  // A hundred weeks on and back. What the engine keeps of weeks it has seen is there before the first count.
  const change = async () => {
    for (let i = 0; i < 100; i++) await thread.key('PageDown', 'PageDown', 34)
    for (let i = 0; i < 100; i++) await thread.key('PageUp', 'PageUp', 33)
    await thread.costUntil(`${shows(0)} && ${listShows(0)}`, async () => {})
    // Ways out and the weeks ahead are sought once the week has come to rest.
    await pause(SETTLED)
    await thread.rest()
  }
  // Nor is code that is still being compiled: in the first hundreds of changes it grows by a few hundred KB, then no more.
  for (let round = 0; round < 4; round++) await change()
  const before = await thread.held()
  for (let round = 0; round < 10; round++) await change()
  const after = await thread.held()
  report('week changes (ratio after 2,000 of them)', [
    within(summaryOf('heap', [after.heap / before.heap]), { most: 1.05 }),
    within(summaryOf('nodes', [after.nodes / before.nodes]), { most: 1.05 }),
    summaryOf('listeners', [after.listeners / before.listeners]),
  ])
  await app.close()
  expect(after.heap / before.heap).toBeLessThan(1.05)
  expect(after.nodes / before.nodes).toBeLessThan(1.05)
})

test('the table', () => {
  if (floor.length > 0) report('pointer move, at least (ms)', floor)
  reportWeeks(table, SIZES, peerNames[RAW] ?? RAW)
})
