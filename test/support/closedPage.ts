import type { Page } from 'playwright-core'
import { until } from './until.ts'

declare global {
  interface Window {
    /** What the content policy refused since `noteViolations`. */
    violations?: string[]
  }
}

/** What a page of the app may not do, as Electron tells it; those of its settings that it tells. */
export const closedPage = {
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  enableBlinkFeatures: '',
  webviewTag: false,
  safeDialogs: true,
}

/** From now on the page notes what its content policy refuses. */
export async function noteViolations(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: string[] = []
    window.violations = seen
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
      seen.push(`${effectiveDirective} ${blockedURI} ${sourceFile}`),
    )
  })
}

/** Takes what was refused so far. Throws where nobody notes it. */
export function takeViolations(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    if (window.violations === undefined) throw new Error('nobody notes what is refused')
    return window.violations.splice(0)
  })
}

/** Waits until a screen stands with all that it loads. */
export async function screenDrawn(page: Page): Promise<void> {
  await until(
    'the screen is drawn',
    async () => (await page.getByRole('heading', { level: 1 }).count()) === 1,
  )
  await until('nothing is loading', () =>
    page.evaluate(() => document.querySelector('[aria-busy=true]') === null),
  )
}
