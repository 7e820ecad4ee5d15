/** A practice on disk for tests of the desktop: seeded once through the real app, then copied for each start. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { recordedRuntime } from '../../electron/runtime/resolve.mjs'
import type {} from '../../renderer/state/bridge.ts'
import type { Command } from '../../shared/commands/registry.ts'
import type { Destination, Events, RequestPayload } from '../../shared/ipc/contract.ts'
import type { Session } from '../../shared/plan/session.ts'
import { aClient, anEngagement } from './builders.ts'
import { DesktopBus } from './desktopBus.ts'
import { newFolder } from './display.ts'
import { launchHeadroom } from './electronApp.ts'
import { until } from './until.ts'

declare global {
  interface Window {
    /** What the main process told the page since `listenTo`. */
    heard?: { readonly name: string; readonly event: unknown }[]
  }
}

const projectFolder = fileURLToPath(new URL('../..', import.meta.url))

/** Tuesday 24 November 2026, when all these tests take place, at a time in Berlin (winter: UTC+1). */
export const berlin = (time: string) => new Date(`2026-11-24T${time}+01:00`).toISOString()

/** Waits until the page has its bridge. */
async function bridgeOf(page: Page): Promise<void> {
  await until('the page has its bridge', () => page.evaluate(() => 'headroom' in window))
}

/** Lets the window carry out commands one after another; fails when one is refused. */
export async function carryOut(page: Page, commands: readonly Command[]): Promise<void> {
  await bridgeOf(page)
  const sent = commands as readonly RequestPayload<'plan/execute'>['command'][]
  const replies = await page.evaluate(
    async ({ commands }) => {
      const replies: unknown[] = []
      for (const command of commands)
        replies.push(await window.headroom.request('plan/execute', { id: crypto.randomUUID(), command }))
      return replies
    },
    { commands: sent },
  )
  for (const reply of replies)
    if (!(reply as { ok: boolean }).ok) throw new Error(`refused: ${JSON.stringify(reply)}`)
}

/** The folder of an app's data with a client, an engagement and these sessions in it. Never used by a running app. */
export async function seedDay(sessions: readonly Session[]): Promise<string> {
  const app = await launchHeadroom({ now: berlin('05:00:00'), zone: 'Europe/Berlin', locale: 'en' })
  await bridgeOf(app.page)
  await app.page.evaluate(() => {
    return window.headroom.request('plan/start', { choice: 'empty', language: 'en' })
  })
  await carryOut(app.page, [
    {
      type: 'practice/put',
      records: [
        { kind: 'client', value: aClient({ name: 'R&D <Lumen>' }) },
        { kind: 'engagement', value: anEngagement() },
      ],
    },
    { type: 'session/create', sessions: [...sessions] },
  ])
  await app.close()
  return app.userData
}

/** A copy of seeded data for one test. */
export function copyOf(seeded: string): string {
  const copy = join(newFolder('day'), 'data')
  cpSync(seeded, copy, { recursive: true })
  return copy
}

/** Lets the page write down what the main process tells it. */
export async function listenTo(page: Page, ...names: readonly (keyof Events)[]): Promise<void> {
  await bridgeOf(page)
  await page.evaluate((names) => {
    const heard: { name: string; event: unknown }[] = []
    window.heard = heard
    for (const name of names) window.headroom.on(name, (event) => heard.push({ name, event }))
  }, names)
}

/** The places to which the main process sent the window since `listenTo`. */
export async function placesGone(page: Page): Promise<readonly Destination[]> {
  const heard = await page.evaluate(() => window.heard ?? [])
  return heard.filter(({ name }) => name === 'go').map(({ event }) => event as Destination)
}

/** Waits until the main process sends the window to a place. */
export function wentTo(page: Page): Promise<Destination> {
  return until('the window is sent to a place', async () => (await placesGone(page)).at(-1))
}

/** Starts Headroom a second time on the same data, with further arguments; resolves with the exit code of that start. */
export async function startAgain(
  userData: string,
  env: Readonly<Record<string, string>>,
  more: readonly string[] = [],
): Promise<number | null> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const args = [...asRoot, '--ozone-platform=x11', `--user-data-dir=${userData}`, projectFolder, ...more]
  const second = spawn(recordedRuntime().executable, args, {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  })
  const [code] = (await once(second, 'exit')) as [number | null]
  return code
}

/**
 * Starts Headroom on a desktop of its own at a time of that day in Berlin. The desktop joins `desktops`, which whoever
 * asks stops in the end.
 */
export async function startDay(
  desktops: DesktopBus[],
  { time, name, userData }: { readonly time: string; readonly name: string; readonly userData: string },
) {
  const desktop = await DesktopBus.start(name)
  desktops.push(desktop)
  const env = { ...desktop.env, HEADROOM_LANG: 'en-GB' }
  const app = await launchHeadroom({ now: berlin(time), zone: 'Europe/Berlin', locale: 'en', userData, env })
  return { desktop, app }
}
