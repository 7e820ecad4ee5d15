import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { faults } from '../support/axe.ts'
import { noteOpened } from '../support/openedByDesktop.ts'
import { launchSample } from '../support/sampleApp.ts'
import { sourcesBelow } from '../support/sources.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))
/** What the sources of the app name: tools and types aside, all of it is shipped. */
const isTool = (path: string) => /^electron\/runtime\/|\/vite\.(\w+\.)?config\.ts$/.test(path)
/** Named for types alone, or read on one platform from the runtime itself. */
const typesOnly = new Set(['vite'])

function namedPackages(): ReadonlySet<string> {
  const named = sourcesBelow(['renderer', 'electron', 'shared'])
    .filter(({ path }) => !isTool(path))
    .flatMap(({ imports }) => imports)
    .filter((name) => !name.startsWith('.') && !name.startsWith('node:'))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    )
  return new Set(named.filter((name) => !typesOnly.has(name)))
}

test('the licences of everything that is shipped are in the app, each with its text', async () => {
  const { app, page, screenshot, close } = await launchSample()
  const { parts, chromium } = await page.evaluate(() => window.headroom.request('about/licences', undefined))
  const names = parts.map(({ name }) => name)
  expect([...namedPackages()].filter((name) => !names.includes(name))).toEqual([])
  // Fonts, and packages that others bring: which they are is the bundler's to say.
  expect(names).toEqual(expect.arrayContaining(['Inter', 'Arimo', 'electron', 'react-aria', 'moment']))
  expect(names.length).toBeGreaterThan(70)
  expect(parts.filter(({ text }) => text.length < 200).map(({ name }) => name)).toEqual([])
  for (const { name, version } of parts.filter((part) => part.version !== '' && part.name !== 'electron')) {
    const manifest = JSON.parse(readFileSync(join(project, 'node_modules', name, 'package.json'), 'utf8'))
    expect([name, version]).toEqual([name, manifest.version])
  }

  await page.keyboard.press(',')
  await page.getByRole('button', { name: 'Licences…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Licences' })
  await dialog.getByText(`electron ${await app.evaluate(() => process.versions.electron)}`).click()
  await dialog.getByText('Electron contributors').first().waitFor()
  expect(await dialog.locator('summary').count()).toBe(parts.length)
  expect(await faults(page)).toEqual([])
  await screenshot('licences')
  expect(chromium).toBe(true)
  const opened = await noteOpened({ app })
  await dialog.getByRole('button', { name: 'Parts of Chromium…' }).click()
  await expect.poll(opened).toEqual([expect.stringMatching(/LICENSES\.chromium\.html$/)])
  await close()
})
