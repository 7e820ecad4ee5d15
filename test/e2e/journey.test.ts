import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {} from '../../renderer/state/bridge.ts'
import { DesktopBus } from '../support/desktopBus.ts'
import { newFolder, outputFolder } from '../support/display.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import { planOf } from '../support/sampleApp.ts'
import { until } from '../support/until.ts'

/*
 * One walk through the app as a careful user takes it: the sample practice, a week that is planned, checked, imported
 * into, billed and remembered. Each step goes on from the one before. It is Tuesday 24 November 2026, 10:30 in Berlin.
 */

const launch = {
  now: '2026-11-24T09:30:00Z',
  zone: 'Europe/Berlin',
  size: { width: 1440, height: 900 },
} as const
const folder = newFolder('journey')

let desktop: DesktopBus
let app: RunningWindow
let page: Page

beforeAll(async () => {
  desktop = await DesktopBus.start('journey')
  app = await start()
})
afterAll(async () => {
  await app.kill()
  await desktop.stop()
})

async function start(): Promise<RunningWindow> {
  const env = { ...desktop.env, HEADROOM_LANG: 'en-GB' }
  const started = await launchHeadroom({
    ...launch,
    env,
    ...(app === undefined ? {} : { userData: app.userData }),
  })
  page = started.page
  page.setDefaultTimeout(8_000)
  return started
}

const grid = () => page.getByRole('grid')
const block = (name: string | RegExp) => grid().getByRole('button', { name }).first()
const dayHead = (weekday: string) => grid().getByRole('columnheader', { name: new RegExp(`^${weekday}`) })
const cell = (name: RegExp) => grid().getByRole('gridcell', { name }).first()
const spoken = async (locator: Locator) =>
  plain((await locator.getAttribute('aria-label')) ?? (await locator.innerText()))
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
const headSays = (weekday: string, text: string) =>
  until(`${weekday} says ${text}`, async () => (await spoken(dayHead(weekday))).includes(text))
const undo = () => page.keyboard.press('Control+z')

async function middle(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox()
  if (box === null) throw new Error('not on the screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 })
  await page.mouse.move(to.x, to.y, { steps: 5 })
}

/** What main holds: asked over the bridge, so it is what is acknowledged. */
async function plan() {
  const { rev } = await page.evaluate(() => window.headroom.request('plan/open', undefined))
  return { rev, ...(await planOf(page)) }
}

describe('the journey', () => {
  it('1. the first start asks, and the sample practice has a current week that does not fit', async () => {
    await page.getByText('Start empty').waitFor()
    await page.getByText('Import my calendar (.ics)').waitFor()
    await app.screenshot('journey-1-start')
    await page.getByText('Start with a sample practice').click()
    await grid().waitFor()
    await headSays('Tuesday', '9 h 45 of 8 h planned, 1 h 45 over')
    await until('flags are shown', async () => (await page.getByText('Double-booked').count()) > 0)
    await app.screenshot('journey-1-week')
  })

  it('2. the week moves to the next, the previous and back to today, and starts on any weekday', async () => {
    await page.getByRole('button', { name: 'Next week' }).click()
    await page.getByRole('heading', { name: 'Week 49' }).waitFor()
    await page.getByRole('button', { name: 'Previous week' }).click()
    await page.getByRole('button', { name: 'Previous week' }).click()
    await page.getByRole('heading', { name: 'Week 47' }).waitFor()
    await page.getByRole('button', { name: 'Today', exact: true }).click()
    await page.getByRole('heading', { name: 'Week 48' }).waitFor()
    await page.getByRole('button', { name: 'Settings', exact: true }).click()
    await page.getByRole('button', { name: /First day of the week/ }).click()
    await page.getByRole('option', { name: 'Sunday' }).click()
    await page.getByRole('button', { name: 'Week', exact: true }).click()
    await page.getByRole('heading', { name: /22 – 28 Nov 2026/ }).waitFor()
    await undo()
    await page.getByRole('heading', { name: /23 – 29 Nov 2026/ }).waitFor()
  })

  it('3a. a session is created by the key N, moved and resized by keys, and all of it undone', async () => {
    await page.keyboard.press('n')
    const editor = page.getByRole('dialog')
    await editor.getByRole('textbox', { name: 'Title' }).fill('Architecture review')
    await editor.getByRole('textbox', { name: 'Length' }).fill('1h30')
    await editor.getByRole('button', { name: 'Add session' }).click()
    await block(/^Architecture review/).waitFor()
    await block(/^Architecture review/).focus()
    const before = await spoken(block(/^Architecture review/))
    expect(before).toContain('1 h 30')
    await page.keyboard.press('Alt+ArrowRight')
    await until('it moved a day on', async () => {
      const sessions = Object.values((await plan()).years['2026']?.sessions ?? {})
      return sessions.some(
        (session) => session.title === 'Architecture review' && session.start.startsWith('2026-11-24'),
      )
    })
    await page.keyboard.press('Alt+Shift+ArrowDown')
    await until('it is a quarter of an hour longer', async () => {
      const sessions = Object.values((await plan()).years['2026']?.sessions ?? {})
      return sessions.some((session) => session.title === 'Architecture review' && session.minutes === 105)
    })
    await undo()
    await undo()
    await undo()
    await until('it is gone again', async () => (await block(/^Architecture review/).count()) === 0)
  })

  it('3b. while a session is dragged its target shows the outcome, and the drop makes it so', async () => {
    const session = block(/^Security audit.*4 h/)
    await drag(await middle(session), await middle(cell(/^Lumen Health, Friday/)))
    await headSays('Friday', '8 h 15 of 4 h planned')
    await headSays('Thursday', '3 h of 8 h planned')
    await app.screenshot('journey-3-drag')
    expect(Object.values((await plan()).years['2026']?.sessions ?? {})).not.toContainEqual(
      expect.objectContaining({ title: 'Security audit', start: '2026-11-27T09:00' }),
    )
    await page.mouse.up()
    await until('main has it on Friday', async () =>
      Object.values((await plan()).years['2026']?.sessions ?? {}).some(
        (s) => s.title === 'Security audit' && s.start === '2026-11-27T09:00',
      ),
    )
    await undo()
    await headSays('Friday', '4 h 15 of 4 h planned')
  })

  it('3c. Escape in a drag costs nothing', async () => {
    const { rev } = await plan()
    await drag(await middle(block(/^Security audit.*4 h/)), await middle(cell(/^Lumen Health, Friday/)))
    await headSays('Friday', '8 h 15 of 4 h planned')
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await headSays('Friday', '4 h 15 of 4 h planned')
    expect((await plan()).rev).toBe(rev)
  })

  it('3d. a drag over empty cells draws sessions, Ctrl+D copies, Delete deletes', async () => {
    const count = async () => Object.keys((await plan()).years['2026']?.sessions ?? {}).length
    const before = await count()
    const [from, to] = [
      await middle(cell(/^Orbit Robotics, Monday/)),
      await middle(cell(/^Orbit Robotics, Tuesday/)),
    ]
    await drag(from, to)
    await page.mouse.up()
    const editor = page.getByRole('dialog')
    await editor.getByRole('textbox', { name: 'Title' }).fill('Prototype')
    await editor.getByRole('button', { name: 'Add 2 sessions' }).click()
    await until('two more', async () => (await count()) === before + 2)
    await block(/^Prototype/).focus()
    await page.keyboard.press('Control+d')
    await until('a copy', async () => (await count()) === before + 3)
    await block(/^Prototype/).focus()
    await page.keyboard.press('Delete')
    await until('one deleted', async () => (await count()) === before + 2)
    for (let i = 0; i < 3; i++) await undo()
    await until('all undone', async () => (await count()) === before)
  })

  it('4. a flag says what is wrong, and its fix works in one click', async () => {
    const card = page.getByRole('listitem').filter({ hasText: /Double-booked Tue 10:30/ })
    await card.waitFor()
    expect(plain(await card.innerText())).toContain(
      'Steering committee (Northwind) overlaps Board call (Lumen Health) by 30 min.',
    )
    // Its ways out come when the week rests.
    await until('a way out is offered', async () => (await card.getByRole('button').count()) > 2)
    await card.getByRole('button').first().click()
    await until('the flag is gone', async () => (await card.count()) === 0)
    await undo()
    await card.waitFor()
  })

  it.each([
    ['overlap', /Double-booked Tue 10:30/],
    ['day-over', /Tuesday 1.h.45 over/],
    ['week-over', /Week 45.min over/],
    ['outside-hours', /Architecture notes is outside working hours/],
    ['client-over', /Lumen Health retainer 1.h.10 over/],
    ['client-under', /Northwind 3.h.30 short/],
  ])('4. %s is flagged with a sentence and a way out', async (_code, title) => {
    const card = page.getByRole('listitem').filter({ hasText: title }).first()
    await card.waitFor()
    expect(await card.getByRole('paragraph').first().innerText()).toMatch(/\w.*\.$/s)
    await until('a fix is offered', async () => {
      const names = await card.getByRole('button').allInnerTexts()
      return names.some((name) => name !== '' && !['Show', 'What adds up', 'See the proof'].includes(name))
    })
  })

  it('5. a calendar file is previewed, imported, and imported again changes nothing', async () => {
    const file = join(folder, 'meetings.ics')
    writeFileSync(file, calendar)
    await chooseFile(file)
    const dialog = await openImport()
    await app.screenshot('journey-5-import')
    await dialog.getByRole('button', { name: /^Import \d/ }).click()
    await until('the meetings are in the plan', async () => {
      const { practice, years } = await plan()
      const titles = [practice.series, years['2026']?.sessions ?? {}].flatMap((map) =>
        Object.values(map).map((s) => s.title),
      )
      return titles.includes('Weekly sync') && titles.includes('Vendor briefing')
    })
    const { rev } = await plan()
    const again = await openImport()
    await app.screenshot('journey-5-again')
    await again.getByText('Importing it again would change nothing.').waitFor()
    await page.keyboard.press('Escape')
    await again.waitFor({ state: 'detached' })
    expect((await plan()).rev).toBe(rev)
  })

  it('6. worked sessions become a draft, the draft an invoice, the invoice a PDF that adds up', async () => {
    await block(/^Hiring loop/).focus()
    await page.keyboard.press('w')
    await until('it is worked', async () => (await spoken(block(/^Hiring loop/))).includes('worked'))
    await page.getByRole('button', { name: 'Invoices', exact: true }).click()
    await page.getByRole('button', { name: 'New invoice' }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Create draft' }).click()
    await until('the draft is kept', async () => (await draftOrNew()) !== undefined)
    await issue()
    await until('the invoice has its number', async () => (await draftOrNew())?.issued?.number === '2026-007')
    const pdf = join(folder, 'invoice.pdf')
    await app.app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
    }, pdf)
    await page.getByRole('button', { name: /PDF/ }).first().click()
    const text = await until('the PDF is written', () => pdfText(pdf), 20)
    execFileSync('pdftoppm', ['-png', '-r', '80', pdf, join(outputFolder, 'journey-6-invoice')])
    await app.screenshot('journey-6-issued')
    const issued = (await draftOrNew())?.issued
    expect(text).toContain('2026-007')
    expect(text).toContain('Northwind')
    expect(text).toContain('Alex Marsh Consulting')
    expect(text.replaceAll(/[^\d]/g, '')).toContain(String(issued?.gross))
    expect(issued?.gross).toBe((issued?.net ?? 0) + (issued?.tax ?? 0))
  })

  it('7. the tray tells the day and what is next, and closing the window keeps it', async () => {
    const tray = await desktop.trayItem()
    const labels = (await tray.labels()).join('\n')
    expect(labels).toMatch(/9 h 45.*8 h/)
    expect(labels).toContain('Vendor review: Oracle · Northwind')
    const window = await app.app.browserWindow(page)
    await window.evaluate((own) => own.close())
    await until('the window is hidden', () => window.evaluate((own) => !own.isVisible()))
    await tray.activate()
    await until('the tray brings it back', () => window.evaluate((own) => own.isVisible()))
  })

  it('8. quit and started again, everything is there', async () => {
    const before = await plan()
    await app.close()
    app = await start()
    await page.getByRole('main').waitFor()
    expect(await plan()).toEqual(before)
  })

  it('9. starting over asks again how to start, and can be undone', async () => {
    const before = await plan()
    await page.getByRole('button', { name: 'Settings', exact: true }).click()
    await page.getByRole('button', { name: 'Start over' }).click()
    await page.getByText('Start empty').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('navigation', { name: 'Main' }).waitFor()
    const after = await plan()
    expect({ practice: after.practice, years: after.years }).toEqual({
      practice: before.practice,
      years: before.years,
    })
  })
})

/** Answers the file dialog of the main process. */
async function chooseFile(path: string): Promise<void> {
  await app.app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] })
  }, path)
}

async function openImport(): Promise<Locator> {
  await until('no dialog is open', async () => (await page.getByRole('dialog').count()) === 0)
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').waitFor()
  await page.keyboard.type('import calendar')
  await app.screenshot('journey-5-palette')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: /Work/ })
  await dialog.waitFor()
  return dialog
}

async function issue(): Promise<void> {
  await page
    .getByRole('button', { name: /^Issue/ })
    .first()
    .click()
  const asked = page.getByRole('dialog').or(page.getByRole('alertdialog'))
  await app.screenshot('journey-6-issue')
  await asked.getByRole('button', { name: /^Issue/ }).click()
}

/** The invoice that is not of the sample. */
async function draftOrNew() {
  const all = Object.values((await plan()).years['2026']?.invoices ?? {})
  return all.find((invoice) => !invoice.id.startsWith('sample-'))
}

function pdfText(path: string): string | null {
  try {
    return execFileSync('pdftotext', ['-layout', path, '-'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return null
  }
}

const calendar = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
  'X-WR-CALNAME:Work',
  'X-WR-TIMEZONE:Europe/Berlin',
  'BEGIN:VEVENT',
  'UID:sync@google.com',
  'DTSTAMP:20261101T080000Z',
  'DTSTART;TZID=America/New_York:20261120T100000',
  'DTEND;TZID=America/New_York:20261120T110000',
  'RRULE:FREQ=WEEKLY;BYDAY=FR',
  'SUMMARY:Weekly sync',
  'ORGANIZER:mailto:sam@orbit.example',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:briefing@google.com',
  'DTSTAMP:20261101T080000Z',
  'DTSTART:20261126T150000Z',
  'DTEND:20261126T153000Z',
  'SUMMARY:Vendor briefing',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:offsite@google.com',
  'DTSTAMP:20261101T080000Z',
  'DTSTART;VALUE=DATE:20261202',
  'DTEND;VALUE=DATE:20261204',
  'SUMMARY:Team offsite',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n')
