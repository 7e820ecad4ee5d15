import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import type {} from '../../renderer/state/bridge.ts'
import { newFolder } from '../support/display.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import { until } from '../support/until.ts'

/* The other two ways to start, and what bad input gets. It is Tuesday 24 November 2026, 10:30 in Berlin. */

const launch = {
  now: '2026-11-24T09:30:00Z',
  zone: 'Europe/Berlin',
  env: { HEADROOM_LANG: 'en-GB' },
  size: { width: 1280, height: 800 },
} as const

let app: RunningWindow
afterEach(() => app.kill())

async function start(): Promise<RunningWindow> {
  app = await launchHeadroom(launch)
  app.page.setDefaultTimeout(8_000)
  return app
}

async function opened() {
  return app.page.evaluate(() => {
    return window.headroom.request('plan/open', undefined)
  })
}

/** The file dialog of the main process answers with this file from now on. */
async function chooseFile(name: string, content: string | Buffer): Promise<void> {
  const path = join(newFolder('calendar'), name)
  writeFileSync(path, content)
  await app.app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] })
  }, path)
}

const calendarOf = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:Work', ...events, 'END:VCALENDAR', ''].join('\r\n')
const event = (uid: string, ...lines: string[]) =>
  ['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20261101T080000Z', `SUMMARY:${uid}`, ...lines, 'END:VEVENT'].join(
    '\r\n',
  )

describe('a first start', () => {
  it('with a calendar file ends with its meetings in an otherwise empty plan', async () => {
    const { page } = await start()
    const endless = event('Standup', 'DTSTART:20261123T083000Z', 'DTEND:20261123T084500Z', 'RRULE:FREQ=DAILY')
    await chooseFile('work.ics', calendarOf(endless))
    await page.getByText('Import my calendar (.ics)').click()
    await page.getByRole('button', { name: 'Import 1' }).click()
    const { practice } = await until('the series is in the plan', async () => {
      const plan = await opened()
      return Object.keys(plan.practice.series).length === 1 ? plan : null
    })
    expect(Object.values(practice.series)).toMatchObject([
      { title: 'Standup', recurrence: { rule: 'FREQ=DAILY' } },
    ])
    expect(practice.clients).toEqual({})
    expect(Object.keys(practice.patterns)).toHaveLength(1)
  })

  it('empty goes on to a client, an engagement and a session', async () => {
    const { page } = await start()
    await page.getByText('Start empty').click()
    await page.getByRole('button', { name: 'Add a client' }).click()
    await page.getByRole('button', { name: 'New client', exact: true }).first().click()
    const form = page.getByRole('dialog')
    await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Northwind')
    await form.getByRole('button', { name: 'Create' }).click()
    await page.getByRole('button', { name: 'New engagement' }).click()
    await form.getByRole('textbox', { name: 'What it is for' }).fill('Advisory')
    await form.getByRole('button', { name: 'Create' }).click()
    await form.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Week', exact: true }).click()
    await page.getByRole('grid').waitFor()
    await page.keyboard.press('n')
    await form.getByRole('textbox', { name: 'Title' }).fill('First talk')
    await form.getByRole('button', { name: 'Add session' }).click()
    await until('the session is in the plan', async () =>
      Object.values((await opened()).years['2026']?.sessions ?? {}).some(
        ({ title }) => title === 'First talk',
      ),
    )
  })
})

describe('bad input', () => {
  it('a session of no length is refused at the form with the reason, and again in main', async () => {
    const { page } = await start()
    await page.getByText('Start with a sample practice').click()
    await page.getByRole('grid').waitFor()
    const { rev, practice } = await opened()
    await page.keyboard.press('n')
    const editor = page.getByRole('dialog')
    await editor.getByRole('textbox', { name: 'Title' }).fill('Nothing')
    await editor.getByRole('textbox', { name: 'Length' }).fill('0')
    await editor.getByRole('textbox', { name: 'Length' }).blur()
    await editor.getByRole('button', { name: 'Add session' }).click()
    await editor.getByText('The length must be at least one minute').waitFor()
    await app.screenshot('bad-length')
    const zero = { ...Object.values(practice.series)[0], id: 'zero', recurrence: null, minutes: 0 }
    const unknown = { ...zero, id: 'unknown', minutes: 30, engagementId: 'nobody' }
    const replies = await page.evaluate(
      async (sessions) => {
        const send = (session: object) =>
          window.headroom.request('plan/execute', {
            id: crypto.randomUUID(),
            command: { type: 'session/create', sessions: [session] } as never,
          })
        return Promise.all(sessions.map(send))
      },
      [zero, unknown],
    )
    expect(replies).toMatchObject([
      { ok: false, refusal: { code: 'minutes-positive' } },
      { ok: false, refusal: { code: 'engagement-gone' } },
    ])
    expect((await opened()).rev).toBe(rev)
  })

  it.each<[string, string | Buffer, RegExp]>([
    ['no calendar', 'Dear all,\nplease find the minutes attached.\n', /not imported[\s\S]*calendar/],
    [
      'a calendar that is cut off',
      calendarOf(event('cut', 'DTSTART:20261126T150000Z')).split('END:VEVENT')[0] ?? '',
      /not imported[\s\S]*line \d/i,
    ],
    ['20 MB of noise', Buffer.alloc(20 * 1024 * 1024, 'x y z\n'), /not imported/],
    [
      'a zone that nobody knows',
      calendarOf(
        event('lost', 'DTSTART;TZID=Mars/Olympus:20261126T150000', 'DTEND;TZID=Mars/Olympus:20261126T160000'),
      ),
      /“Mars\/Olympus” is unknown/,
    ],
  ])('%s gets a message that says what and where, and nothing changes', async (name, content, message) => {
    const { page } = await start()
    await page.getByText('Start empty').click()
    await page.getByRole('button', { name: 'Import a calendar' }).waitFor()
    const { rev } = await opened()
    await chooseFile('bad.ics', content)
    await page.getByRole('button', { name: 'Import a calendar' }).click()
    const dialog: Locator = page.getByRole('dialog').or(page.getByRole('alertdialog'))
    const said = await until('the dialog says so', async () => {
      const text = await dialog.innerText()
      return message.test(text) ? text : null
    })
    expect(said).toMatch(message)
    await app.screenshot(`bad-${name.replaceAll(' ', '-')}`)
    expect((await opened()).rev).toBe(rev)
  })
})
