import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds on the page, and whether something sticks out of the window. A draft's watermark is there for the eye alone. */
export async function faults(page: Page): Promise<unknown[]> {
  await page.evaluate(source)
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(where: object, options: object): Promise<AxeResults> } }
    const { violations } = await axe.run({ exclude: ['[class*=watermark]'] }, { resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.slice(0, 3).map((node) => node.html.slice(0, 200)),
    }))
  })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  return wide ? [...found, 'wider than the window'] : found
}
