import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
// For `window.headroom` in what runs in the page.
import type {} from '../../renderer/state/bridge.ts'
import { faults } from '../support/axe.ts'
import { newFolder } from '../support/display.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import { noteOpened } from '../support/openedByDesktop.ts'
import { showTheme } from '../support/theme.ts'
import { until } from '../support/until.ts'
import { answerSaveDialog, carryOut, pictures, textOf } from './pdfPractice.ts'

const looks = [
  { name: 'light-1440', locale: 'en-GB', width: 1440, theme: 'light' },
  { name: 'dark-1280-de', locale: 'de-DE', width: 1280, theme: 'dark' },
] as const

/** The sample practice in a window, with its pipeline shown and all questions answered. */
async function open({ locale, width, theme }: (typeof looks)[number]): Promise<RunningWindow> {
  const running = await launchHeadroom({
    now: '2026-11-24T09:30:00Z',
    zone: 'Europe/Berlin',
    env: { HEADROOM_LANG: locale },
    size: { width, height: 900 },
  })
  const { page } = running
  await page.getByRole('button').first().click()
  await page.getByRole('grid').waitFor()
  await showTheme(page, theme)
  await page.keyboard.press('7')
  await page.getByRole('grid').first().waitFor()
  await answered(running)
  return running
}

const answered = ({ page }: RunningWindow) =>
  until('every prospect has its answer', async () => (await page.locator('[aria-busy=true]').count()) === 0)

describe.each(looks)('the pipeline in $name', (look) => {
  let running: RunningWindow
  beforeAll(async () => {
    running = await open(look)
  })
  afterAll(() => running.kill())

  it('is readable, and so are its dialogs', async () => {
    const { page } = running
    await running.screenshot(`pipeline-${look.name}`)
    expect(await faults(running.page)).toEqual([])
    const dialogs = [
      ['new', () => page.locator('header button').last().click()],
      ['rates', () => page.keyboard.press('$')],
      ['won', () => page.getByRole('button', { name: /^(Won|Gewonnen): Interim/ }).click()],
      ['lost', () => page.getByRole('button', { name: /^(Lost|Verloren): Interim/ }).click()],
      ['touch', () => page.getByRole('button', { name: /^(Add somebody|Jemanden hinzufügen)$/ }).click()],
      ['outcome', () => page.getByRole('grid').last().getByRole('row').nth(2).click()],
      ['portfolio', () => page.getByRole('button', { name: /^Portfolio/ }).click()],
    ] as const
    for (const [name, show] of dialogs) {
      await show()
      await page.getByRole('dialog').waitFor()
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)))
      if (name === 'rates') {
        const fields = page.getByRole('dialog').getByRole('textbox')
        await fields.nth(0).fill('90000')
        await fields.nth(1).fill('18000')
        await fields.nth(1).press('Tab')
      }
      await running.screenshot(`pipeline-${look.name}-${name}`)
      expect([name, await faults(running.page)]).toEqual([name, []])
      await page.keyboard.press('Escape')
      await until(`${name} is closed`, async () => (await page.getByRole('dialog').count()) === 0)
    }
  })
})

describe('what leaves the pipeline', () => {
  let running: RunningWindow
  let folder: string
  beforeAll(async () => {
    folder = join(newFolder('pipeline'), 'files')
    mkdirSync(folder)
    running = await open(looks[0])
  })
  afterAll(() => running.kill())

  it('the portfolio is saved as PDF and as a page, with what was chosen and no client that is not to be named', async () => {
    const { page } = running
    await page.getByRole('button', { name: 'Portfolio…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Portfolio of outcomes' })
    await dialog.getByText('Name the clients').click()
    const pdf = join(folder, 'portfolio.pdf')
    await answerSaveDialog(running, pdf)
    await dialog.getByRole('button', { name: 'Save as PDF' }).click()
    await page.getByText('portfolio.pdf').waitFor()
    pictures(pdf, 'portfolio')
    const text = textOf(pdf)
    expect(text).toMatch(/Selected outcomes/)
    expect(text).toMatch(/Technical due diligence\n[\s\S]*Interim CTO/)
    // The text of an outcome names whom it names; the line above it no longer does.
    expect(text).not.toMatch(/Kestrel|Lead of the data platform/)
    const html = join(folder, 'portfolio.html')
    await answerSaveDialog(running, html)
    await dialog.getByText('Technical due diligence').click()
    await dialog.getByRole('button', { name: 'Save as web page' }).click()
    await page.getByText('portfolio.html').waitFor()
    const written = readFileSync(html, 'utf8')
    expect(written.match(/<h2[^>]*>[^<]*/g)).toEqual(['<h2 dir="auto">Interim CTO'])
    expect(written).not.toMatch(/Kestrel|<script|https?:/)
    await page.keyboard.press('Escape')
  })

  it('an agreement’s document is opened from the plan’s own path, unless it is a program or has gone', async () => {
    const { page } = running
    const opened = await noteOpened(running)
    const ask = (id: string) =>
      page.evaluate((asked) => window.headroom.request('agreement/open', { id: asked }), id)
    const link = async (file: string) => {
      const agreement = await page.evaluate(async () => {
        const { practice } = await window.headroom.request('plan/open', undefined)
        return practice.agreements['agreement-orbitWork']
      })
      if (agreement === undefined) throw new Error('the sample has no such agreement')
      await carryOut(running, {
        type: 'practice/put',
        records: [{ kind: 'agreement', value: { ...agreement, file } }],
      })
    }
    const paper = join(folder, 'SOW 2.pdf')
    writeFileSync(paper, '%PDF-1.7')
    await link(paper)
    expect(await ask('agreement-orbitWork')).toEqual({ state: 'there' })
    renameSync(paper, join(folder, 'moved.pdf'))
    expect(await ask('agreement-orbitWork')).toEqual({ state: 'gone' })
    const program = join(folder, 'run.sh')
    writeFileSync(program, '#!/bin/sh')
    await link(program)
    expect(await ask('agreement-orbitWork')).toEqual({ state: 'refused' })
    expect(await ask('nothing')).toEqual({ state: 'none' })
    expect(await opened()).toEqual([paper])
  })
})
