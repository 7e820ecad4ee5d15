import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type {} from '../../renderer/state/bridge.ts'
import { faults } from './axe.ts'
import type { RunningWindow } from './electronApp.ts'
import { carryOut } from './sampleApp.ts'
import { until } from './until.ts'

/** The themes that are looked at. */
export const themes = ['light', 'dark'] as const
type Theme = (typeof themes)[number]

/** Puts the page in a theme, by the setting for it, and waits until it shows it. */
export async function showTheme(page: Page, theme: Theme): Promise<void> {
  await carryOut(page, { type: 'settings/change', change: { theme } })
  await until('the theme is on', () =>
    page.evaluate((wanted) => document.documentElement.dataset.theme === wanted, theme),
  )
}

/** Looks at what is shown in both themes: axe finds nothing, and a picture of each is kept. */
export async function lookAt(app: RunningWindow, name: string): Promise<void> {
  for (const theme of themes) {
    await showTheme(app.page, theme)
    expect({ name, theme, found: await faults(app.page) }).toEqual({ name, theme, found: [] })
    await app.screenshot(`${name}-${theme}`)
  }
}
