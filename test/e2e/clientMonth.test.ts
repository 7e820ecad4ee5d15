import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
// For `window.headroom` in what runs in the page.
import type {} from '../../renderer/state/bridge.ts'
import type { Deliverable } from '../../shared/plan/deliverable.ts'
import { newEngagement } from '../../shared/plan/engagement.ts'
import { newSession } from '../../shared/plan/session.ts'
import type { TimeEntry } from '../../shared/plan/timeEntry.ts'
import { aDeliverable, anEntry, aRetainer } from '../support/builders.ts'
import { newFolder } from '../support/display.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import { lookAt } from '../support/theme.ts'
import {
  aBusiness,
  aClientCommand,
  answerSaveDialog,
  carryOut,
  languageOf,
  pdfTool,
  pictures,
  textOf,
} from './pdfPractice.ts'

let running: RunningWindow
let folder: string

const entry = (id: string, day: string, minutes: number, given: Partial<TimeEntry> = {}) =>
  anEntry({ id, engagementId: 'advice', day, start: null, minutes, note: 'Work', ...given })

const deliverable = (id: string, title: string, given: Partial<Deliverable> = {}) =>
  aDeliverable({
    id,
    engagementId: 'advice',
    title,
    due: '2026-12-11',
    estimateMinutes: 1200,
    ...given,
  })

const putDeliverables = (all: readonly Deliverable[]) =>
  carryOut(running, {
    type: 'practice/put',
    records: all.map((value) => ({ kind: 'deliverable', value })),
  })

beforeAll(async () => {
  folder = join(newFolder('client-month'), 'files')
  mkdirSync(folder)
  running = await launchHeadroom({ now: '2026-12-01T10:00:00Z', zone: 'Europe/Berlin', locale: 'en' })
  await carryOut(running, aBusiness)
  await carryOut(running, aClientCommand())
  const engagement = newEngagement({
    id: 'advice',
    clientId: 'northwind',
    name: 'Technical advisory',
    start: '2026-10-01',
    order: 1,
    rounding: { mode: 'up', increment: 15, scope: 'entry' },
    terms: [
      {
        from: '2026-10-01',
        terms: aRetainer({ rollover: { kind: 'capped', minutes: 600, expiresAfter: 1 } }),
      },
    ],
  })
  await carryOut(running, {
    type: 'practice/put',
    records: [
      { kind: 'engagement', value: engagement as never },
      { kind: 'area', value: { id: 'risk', name: 'Risk & security', archived: false, order: 1 } },
    ],
  })
  const agreed = [
    deliverable('audit', 'Security audit <b>& report</b>', { due: '2026-11-27', remainingMinutes: 300 }),
    deliverable('vendor', 'Vendor choice', { done: true, due: '2026-11-20', remainingMinutes: 0 }),
  ]
  await putDeliverables(agreed)
  await carryOut(running, {
    type: 'entry/put',
    entries: [
      entry('a', '2026-10-10', 1800),
      entry('b', '2026-11-03', 310, { areaId: 'risk', deliverableId: 'audit' }),
      entry('c', '2026-11-12', 2870, { deliverableId: 'vendor' }),
    ],
  })
  // Once more: the time that was written settled what remains of them.
  await putDeliverables(agreed)
  const session = (id: string, kind: 'focus' | 'meeting', start: string) =>
    newSession({
      id,
      kind,
      engagementId: 'advice',
      title: 'Board meeting',
      start,
      minutes: 120,
      zone: 'Europe/Berlin',
    })
  const sessions = [
    session('board', 'meeting', '2026-12-10T10:00'),
    session('focus', 'focus', '2026-12-15T09:00'),
  ]
  await carryOut(running, { type: 'session/create', sessions: sessions as never })
})

afterAll(async () => {
  await running?.close()
})

/** Prints the report of a month, as the screen asks for it, and gives its pages as text on one line each. */
async function print(name: string, month: string) {
  const path = join(folder, `${name}.pdf`)
  await answerSaveDialog(running, path)
  const reply = await running.page.evaluate(
    (day) =>
      window.headroom.request('monthReport/pdf', { clientId: 'northwind', month: day, unbilled: false }),
    month,
  )
  expect(reply).toMatchObject({ state: 'saved', path })
  pictures(path, name)
  const pages = textOf(path)
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s+/g, ' '))
  return { path, pages }
}

describe('the report of a client’s month as PDF', () => {
  it('tells the hours, the retainer as its statement does, the roadmap and the month ahead', async () => {
    const { path, pages } = await print('client-month', '2026-11-01')
    const text = pages.join(' ')
    for (const part of [
      'Report, November 2026',
      'Client Northwind Logistics GmbH',
      'Consultant Ada Berger',
      'Worked 53:00',
      'Billable 53:15',
      'Technical advisory 53:00 53:15',
      'Risk & security 5:10',
      'Security audit <b>& report</b> 5:10',
      'Rounded up to 15 min per entry.',
      'Retainer: Technical advisory',
      'November 2026 10:00 40:00 53:15 3:15 0:00',
      '3:15 h beyond the hours are billed.',
      'Security audit <b>& report</b> 27 Nov 2026 75% 5:00 late',
      'Vendor choice 20 Nov 2026 100% done',
      '1 done, 1 late, 0 on the way, as of 1 Dec 2026.',
      '7 – 13 Dec 2026 2:00',
      'Total 4:00',
      'Thu 10 Dec Board meeting 10:00 – 12:00',
    ])
      expect(text).toContain(part)
    for (const [i, page] of pages.entries()) expect(page).toContain(`Page ${i + 1} of ${pages.length}`)
    const info = pdfTool('pdfinfo', path)
    expect(info).toMatch(/^Title: +Report for Northwind Logistics GmbH, November 2026$/m)
    expect(info).toMatch(/^Tagged: +yes$/m)
    expect(info).toMatch(/A4/)
    expect(languageOf(path)).toBe('en')
    expect(pdfTool('pdfinfo', path, '-struct')).toMatch(/^ *TH\b/m)
    expect(pdfTool('pdffonts', path)).not.toMatch(/Type 3/)
  })

  it('says of an empty month that it was one, on one page', async () => {
    const { pages } = await print('client-month-empty', '2026-02-01')
    expect(pages).toHaveLength(1)
    expect(pages[0]).toContain('No time was recorded in February 2026.')
    expect(pages[0]).toContain('Nothing is planned for March 2026 yet.')
    expect(pages[0]).toContain('Page 1 of 1')
  })

  it('goes over pages with the heads of its tables, in the client’s language, and loses no long name', async () => {
    const long = (i: number) =>
      `Ergebnis ${i}: Bestandsaufnahme der Plattform, Empfehlungen zu Betrieb und Sicherheit, mit Übergabe an das Team und Abnahme durch die Geschäftsführung`
    await putDeliverables(
      Array.from({ length: 14 }, (_, i) => deliverable(`many-${i}`, long(i + 1), { order: i + 2 })),
    )
    await carryOut(running, {
      type: 'entry/put',
      entries: Array.from({ length: 14 }, (_, i) =>
        entry(`m-${i}`, '2026-11-20', 15, { deliverableId: `many-${i}` }),
      ),
    })
    await carryOut(running, aClientCommand({ language: 'de' }))
    const { path, pages } = await print('client-month-german', '2026-11-01')
    expect(languageOf(path)).toBe('de')
    expect(pages.length).toBeGreaterThan(2)
    for (const [i, page] of pages.entries()) expect(page).toContain(`Seite ${i + 1} von ${pages.length}`)
    const text = pages.join(' ')
    for (let i = 1; i <= 14; i++) expect(text.split(`Ergebnis ${i}:`).length).toBeGreaterThanOrEqual(3)
    expect(text).toContain('Bericht, November 2026')
    expect(text).toContain('1 fertig, 1 verspätet, 14 in Arbeit, Stand 1. Dez. 2026.')
    expect(text).toContain('Termine im Dezember 2026')
    const roadmap = pages.filter((page) => page.includes('in Arbeit 10:00') || /50\s%/.test(page))
    for (const page of roadmap) expect(page).toContain('Fällig Fortschritt Noch zu tun Status')
  })
})

const look = (name: string) => lookAt(running, name)

describe('the report of a client’s month on screen', () => {
  it('is made from the palette and the client’s page: its pages are shown as they will be, and saved', async () => {
    const { page } = running
    await page.keyboard.press('Control+k')
    await page.keyboard.type('monthly report for northwind')
    await page.getByRole('option', { name: /Monthly report for Northwind/ }).waitFor()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Monthly report' })
    await dialog.getByText(/^\d+ pages$/).waitFor()
    expect(await dialog.locator('h1').first().textContent()).toBe('Bericht, November 2026')
    await look('month-report')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })

    await page.keyboard.press('Control+k')
    await page.keyboard.type('northwind')
    await page
      .getByRole('option', { name: /^Northwind Logistics GmbH/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Monthly report…' }).click()
    await dialog.getByText(/^\d+ pages$/).waitFor()
    const path = join(folder, 'from-screen.pdf')
    await answerSaveDialog(running, path)
    await dialog.getByRole('button', { name: 'Save as PDF…' }).click()
    await page.getByText('from-screen.pdf').waitFor()
    expect(textOf(path)).toContain('Bericht, November 2026')
  })
})
