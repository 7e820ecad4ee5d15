import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newEngagement } from '../../shared/plan/engagement.ts'
import type { TimeEntry } from '../../shared/plan/timeEntry.ts'
import { anEntry, anExpense } from '../support/builders.ts'
import { newFolder } from '../support/display.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import {
  aBusiness,
  aClientCommand,
  answerSaveDialog,
  carryOut,
  pdfTool,
  pictures,
  textOf,
} from './pdfPractice.ts'

let main: RunningWindow
let folder: string

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }

const engagement = newEngagement({
  id: 'northwind-cto',
  clientId: 'northwind',
  name: 'Fractional CTO',
  start: '2026-01-01',
  terms: [{ from: '2026-01-01', terms: { kind: 'hourly', rate: 12_000 } }],
  rounding: { mode: 'up', increment: 15, scope: 'day' },
  order: 1,
})

/** Two entries on each day of three working weeks. */
const entries: TimeEntry[] = Array.from({ length: 21 }, (_, i) => {
  const day = `2026-11-${String(i + 2).padStart(2, '0')}`
  return [
    anEntry({ id: `a-${i}`, day, start: `${day}T09:00`, minutes: 100, note: `Architecture review ${i + 1}` }),
    anEntry({ id: `b-${i}`, day, start: null, minutes: 20, note: '=SUM(A1)' }),
  ]
}).flat()

beforeAll(async () => {
  folder = join(newFolder('timesheet'), 'files')
  mkdirSync(folder)
  main = await launchHeadroom({ now: '2026-11-30T10:00:00Z', zone: 'Europe/Berlin', locale: 'en' })
  await carryOut(main, aBusiness)
  await carryOut(main, aClientCommand())
  await carryOut(main, {
    type: 'practice/put',
    records: [{ kind: 'engagement', value: engagement as never }],
  })
  await carryOut(main, { type: 'entry/put', entries: entries as never })
  await carryOut(main, { type: 'expense/put', expenses: [anExpense()] })
})

afterAll(async () => {
  await main?.close()
})

async function timesheetTo(path: string, clientId = 'northwind') {
  await answerSaveDialog(main, path)
  return await main.page.evaluate((request) => window.headroom.request('timesheet/pdf', request), {
    clientId,
    ...NOVEMBER,
    unbilled: false,
  })
}

describe('the timesheet as PDF', () => {
  it('has every entry, its heads on every page, and the signatures on the last', async () => {
    const path = join(folder, 'sheet.pdf')
    expect(await timesheetTo(path)).toEqual({ state: 'saved', path, pages: 3 })
    pictures(path, 'timesheet')
    const pages = textOf(path).split('\f').slice(0, -1)
    expect(pages).toHaveLength(3)
    for (const [i, text] of pages.slice(0, 2).entries()) {
      expect(text).toContain(`Page ${i + 1} of 3`)
      expect(text).toMatch(/Time +Work +Worked +Billable/)
    }
    const all = pages.join('\n').replace(/\s+/g, ' ')
    for (const { note } of entries) expect(all).toContain(note)
    for (const part of [
      'Timesheet',
      'Client Northwind Logistics GmbH',
      'Consultant Ada Berger',
      'Period 1 – 30 Nov 2026',
      'Mon 2 Nov 2:00 2:00',
      '09:00 – 10:40 Architecture review 1 1:40',
      'By engagement',
      'Fractional CTO 42:00 42:00',
      'Rounded up to 15 min per day.',
    ])
      expect(all).toContain(part)
    expect(pages[2]).toMatch(/Date, signature: Ada Berger +Date, signature: Northwind Logistics GmbH/)
    expect(pdfTool('pdfinfo', path)).toMatch(
      /^Title: +Timesheet for Northwind Logistics GmbH, 1 – 30 Nov 2026$/m,
    )
  })

  it('is in the client’s language, and refused for no client', async () => {
    await carryOut(main, aClientCommand({ language: 'de' }))
    const path = join(folder, 'nachweis.pdf')
    expect(await timesheetTo(path)).toMatchObject({ state: 'saved' })
    pictures(path, 'timesheet-de')
    const text = textOf(path).replace(/\s+/g, ' ')
    for (const part of [
      'Stundennachweis',
      'Auftragnehmer Ada Berger',
      'Seite 1 von 3',
      'Datum, Unterschrift: Ada Berger',
    ])
      expect(text).toContain(part)
    expect(await timesheetTo(path, 'nobody')).toEqual({ state: 'failed', code: 'client-gone', detail: '' })
  })
})

describe('time and expenses as CSV', () => {
  async function saveTo(
    path: string | null,
    what: 'time' | 'expenses',
    style: 'plain' | 'sheet' | 'commaSheet',
  ) {
    await answerSaveDialog(main, path)
    return await main.page.evaluate(
      ([kind, written, range]) =>
        window.headroom.request('csv/save', {
          what: kind,
          style: written,
          range: { clientId: null, ...range },
        }),
      [what, style, NOVEMBER] as const,
    )
  }

  it('writes the bytes of the style that was asked for', async () => {
    const path = join(folder, 'time.csv')
    expect(await saveTo(path, 'time', 'commaSheet')).toEqual({ state: 'saved', path })
    const bytes = readFileSync(path)
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = bytes.toString('utf8').split('\r\n')
    expect(lines).toHaveLength(entries.length + 2)
    expect(lines[1]).toContain(';Architecture review 1;;true;100;1,6667;100;1,6667;120,00;200,00;EUR;')
    expect(lines[2]).toContain(";'=SUM(A1);;true;20;0,3333;20;0,3333;120,00;40,00;EUR;")
    expect(await saveTo(join(folder, 'expenses'), 'expenses', 'plain')).toEqual({
      state: 'saved',
      path: join(folder, 'expenses.csv'),
    })
    expect(readFileSync(join(folder, 'expenses.csv'), 'utf8').split('\r\n')[1]).toBe(
      '2026-11-20,Northwind Logistics GmbH,,Train to Hamburg,89.90,EUR,7,5.88,84.02,true,net,84.02,,,',
    )
  })

  it('writes nothing where nobody chose a place, and says why where it cannot', async () => {
    expect(await saveTo(null, 'time', 'plain')).toEqual({ state: 'cancelled' })
    expect(await saveTo(join(folder, 'no', 'such', 'time.csv'), 'time', 'plain')).toMatchObject({
      state: 'failed',
    })
  })
})
