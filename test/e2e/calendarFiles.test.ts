import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Session } from '../../shared/plan/session.ts'
import { newFolder } from '../support/display.ts'
import type { RunningWindow } from '../support/electronApp.ts'
import { launchSample, planOf } from '../support/sampleApp.ts'
import { until } from '../support/until.ts'
import { calendarText, centralEurope, eventText } from '../unit/exchange/calendarText.ts'

const NAME = 'X-WR-CALNAME:Work'
const zone = centralEurope('W. Europe Standard Time')
const at = (time: string) => `;TZID=W. Europe Standard Time:${time}`
const moved = eventText(
  'UID:steering',
  `RECURRENCE-ID${at('20261207T100000')}`,
  `DTSTART${at('20261208T150000')}`,
  'DURATION:PT1H',
  'SUMMARY:Steering, moved',
)
const series = (hour: string, ...more: readonly string[]) =>
  eventText(
    'UID:steering',
    `DTSTART${at(`20261130T${hour}0000`)}`,
    'DURATION:PT1H',
    'SUMMARY:Steering',
    'RRULE:FREQ=WEEKLY;COUNT=6',
    ...more,
  )
const call = eventText('UID:call', `DTSTART${at('20261203T140000')}`, 'DURATION:PT45M', 'SUMMARY:Tax adviser')
const skiing = eventText(
  'UID:ski',
  'DTSTART;VALUE=DATE:20270201',
  'DTEND;VALUE=DATE:20270206',
  'SUMMARY:Skiing',
)
const first = calendarText([zone, series('10'), moved, call, skiing], [NAME])
/** The series an hour later, the call gone. */
const newer = calendarText(
  [
    zone,
    series('11', 'SEQUENCE:1', 'LAST-MODIFIED:20261120T080000Z'),
    moved.replaceAll('20261207T100000', '20261207T110000'),
    skiing,
  ],
  [NAME],
)

/** Drops a calendar on the window; the dialog that it opens, when its preview is there. */
async function drop(page: Page, text: string, title = /Import “/): Promise<Locator> {
  const data = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([content], 'work.ics', { type: 'text/calendar' }))
    return transfer
  }, text)
  await page.dispatchEvent('body', 'drop', { dataTransfer: data })
  const dialog = page.getByRole('dialog', { name: title })
  await dialog.waitFor()
  return dialog
}

/** Answers the desktop's dialogs with a file. */
async function chooseFile({ app }: RunningWindow, path: string): Promise<void> {
  await app.evaluate(({ dialog }, file) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath: file })) as never
    dialog.showOpenDialog = (async () => ({ canceled: false, filePaths: [file] })) as never
  }, path)
}

async function runByName(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  // What is typed before the palette is there would be keys of the week.
  await page.getByRole('dialog').getByRole('combobox').waitFor()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}

async function imported(page: Page): Promise<readonly Session[]> {
  const { practice, years } = await planOf(page)
  return [
    ...Object.values(practice.series),
    ...Object.values(years).flatMap(({ sessions }) => Object.values(sessions)),
  ]
    .filter(({ source }) => source !== null)
    .sort((a, b) => (a.start < b.start ? -1 : 1))
}

test('a calendar is looked at, imported, adds nothing again, is updated by a newer file, and each step can be undone', async () => {
  const app = await launchSample()
  const { page } = app
  const dialog = await drop(page, first)
  const text = await dialog.innerText()
  expect(text).toMatch(/3 events, 1 of them repeats\s·\s30\sNov\s2026\s–\s5\sFeb\s2027/)
  expect(text).toMatch(/10:00\s–\s11:00, every week[\s\S]*6 times, 30\sNov\s2026\s–\s4\sJan\s2027/)
  expect(text).toMatch(/1 moved or changed/)
  await dialog.getByText('Time zones (1)').click()
  await dialog.getByText('W. Europe Standard Time: read as Europe/Berlin, by its Windows name').waitFor()
  await dialog.getByRole('button', { name: /Engagement of Steering/ }).click()
  await page.getByRole('option').nth(1).click()
  await app.screenshot('calendar-import')
  await dialog.getByRole('button', { name: 'Import 3' }).click()
  await until('they are there', async () => (await imported(page)).length === 2)
  const [steering, adviser] = await imported(page)
  expect([steering?.start, adviser?.start]).toEqual(['2026-11-30T10:00', '2026-12-03T14:00'])
  expect(steering?.recurrence?.changed['2026-12-07T10:00']).toMatchObject({ start: '2026-12-08T15:00' })
  expect(steering?.engagementId).not.toBeNull()

  const again = await drop(page, first)
  await again.getByText('Everything in this file is already here').waitFor()
  await again.getByRole('button', { name: 'Cancel' }).click()

  const update = await drop(page, newer)
  await update.getByText('Remove 1 that is no longer in the calendar').click()
  await update.getByRole('button', { name: 'Import 2' }).click()
  await until('the newer file counts', async () => (await imported(page))[0]?.start === '2026-11-30T11:00')
  const after = await imported(page)
  expect(after).toHaveLength(1)
  expect(after[0]).toMatchObject({ id: steering?.id, engagementId: steering?.engagementId })

  await page.keyboard.press('Control+z')
  await until('the update is undone', async () => (await imported(page)).length === 2)
  expect(await imported(page)).toEqual([steering, adviser])
  await page.keyboard.press('Control+z')
  await until('the import is undone', async () => (await imported(page)).length === 0)
  await app.close()
})

test('reading a large calendar shows how far it is and ends when it is cancelled; the export of a plan is all here', async () => {
  const app = await launchSample()
  const { page } = app
  const folder = newFolder('calendars')
  const large = join(folder, 'large.ics')
  const many = Array.from({ length: 90_000 }, (_, i) =>
    eventText(`UID:large-${i}`, 'DTSTART:20261201T090000Z', 'DURATION:PT1H', `SUMMARY:Meeting ${i}`),
  )
  writeFileSync(large, calendarText(many))
  await chooseFile(app, large)
  await runByName(page, 'import a calendar')
  const reading = page.getByRole('dialog', { name: 'Reading the calendar' })
  await reading.getByText(/events so far/).waitFor()
  await app.screenshot('calendar-reading')
  await reading.getByRole('button', { name: 'Cancel' }).click()
  await reading.waitFor({ state: 'detached' })
  expect(await imported(page)).toEqual([])

  const exported = join(folder, 'plan.ics')
  await chooseFile(app, exported)
  await runByName(page, 'export as a calendar')
  await page.getByRole('dialog').getByRole('button', { name: 'Save…' }).click()
  await until('it is written', () => {
    try {
      return readFileSync(exported, 'utf8').endsWith('END:VCALENDAR\r\n')
    } catch {
      return false
    }
  })
  await runByName(page, 'import a calendar')
  await page.getByText('Everything in this file is already here').waitFor()
  await app.close()
})
