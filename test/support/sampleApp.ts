import type { Page } from 'playwright-core'
import type {} from '../../renderer/state/bridge.ts'
import type { Command } from '../../shared/commands/registry.ts'
import type { PlanRest } from '../../shared/ipc/contract.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Session } from '../../shared/plan/session.ts'
import { launchHeadroom, type RunningWindow } from './electronApp.ts'

/** The app in the week of the sample practice, at half past nine of its Tuesday in Berlin. */
export async function launchSample(
  options: Parameters<typeof launchHeadroom>[0] = {},
): Promise<RunningWindow> {
  const app = await launchHeadroom({
    now: '2026-11-24T08:30:00Z',
    zone: 'Europe/Berlin',
    env: { HEADROOM_LANG: 'en-GB' },
    size: { width: 1440, height: 900 },
    ...options,
  })
  await app.page.locator('main button').first().click()
  await app.page.getByRole('grid').waitFor()
  return app
}

/** Carries out a command as the window would; main's reply. */
export function carryOut(page: Page, command: Command): Promise<unknown> {
  return page.evaluate(
    (given) => window.headroom.request('plan/execute', { id: crypto.randomUUID(), command: given as never }),
    command,
  )
}

/** The plan as main holds it. */
export async function planOf(page: Page): Promise<Plan> {
  return page.evaluate(async () => {
    const { practice, years } = await window.headroom.request('plan/open', undefined)
    const rest = JSON.parse(await window.headroom.request('plan/rest', undefined)) as PlanRest
    return { practice, years: { ...rest.years, ...years } }
  })
}

/** The single sessions that main holds. */
export async function sessionsOf(page: Page): Promise<readonly Session[]> {
  const { years } = await planOf(page)
  return Object.values(years).flatMap((year) => Object.values(year.sessions))
}

/** Where an element is in the window. Throws where nothing is shown. */
export async function boxOf(page: Page, selector: string) {
  const box = await page.locator(selector).first().boundingBox()
  if (box === null) throw new Error(`nothing shown for ${selector}`)
  return box
}
