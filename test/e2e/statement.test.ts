import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
// For `window.headroom` in what runs in the page.
import type {} from '../../renderer/state/bridge.ts'
import { newEngagement } from '../../shared/plan/engagement.ts'
import { addDays } from '../../shared/time/day.ts'
import { anEntry, aRetainer } from '../support/builders.ts'
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

let running: RunningWindow
let folder: string

const entry = (id: string, day: string, minutes: number, note: string) =>
  anEntry({ id, engagementId: 'advice', day, start: null, minutes, note })

beforeAll(async () => {
  folder = join(newFolder('statement'), 'files')
  mkdirSync(folder)
  running = await launchHeadroom({ now: '2026-11-20T10:00:00Z', zone: 'Europe/Berlin', locale: 'en' })
  await carryOut(running, aBusiness)
  await carryOut(running, aClientCommand())
  const engagement = newEngagement({
    id: 'advice',
    clientId: 'northwind',
    name: 'Technical advisory',
    start: '2026-08-01',
    order: 1,
    terms: [
      {
        from: '2026-08-01',
        terms: aRetainer({ rollover: { kind: 'capped', minutes: 600, expiresAfter: 1 } }),
      },
    ],
  })
  await carryOut(running, {
    type: 'practice/put',
    records: [{ kind: 'engagement', value: engagement as never }],
  })
  await carryOut(running, {
    type: 'entry/put',
    entries: [
      entry('a', '2026-08-10', 2100, 'Architecture review'),
      entry('b', '2026-09-10', 2820, 'Hiring'),
      entry('c', '2026-10-10', 1800, 'Vendor choice'),
      entry('d', '2026-11-03', 315, 'Board call and preparation'),
      entry('e', '2026-11-12', 450, 'Security audit'),
    ],
  })
})

afterAll(async () => {
  await running?.close()
})

async function print(name: string, day: string): Promise<string> {
  const path = join(folder, `${name}.pdf`)
  await answerSaveDialog(running, path)
  const reply = await running.page.evaluate(
    (on) => window.headroom.request('statement/pdf', { engagementId: 'advice', day: on }),
    day,
  )
  expect(reply).toMatchObject({ state: 'saved', path })
  pictures(path, name)
  return path
}

describe('the statement of a retainer as PDF', () => {
  it('answers how many hours are left, period by period, with the time of the last one', async () => {
    const path = await print('statement', '2026-11-20')
    const text = textOf(path).replace(/\s+/g, ' ')
    for (const part of [
      'Hours, November 2026',
      'Client Northwind Logistics GmbH',
      'Engagement Technical advisory',
      'Period 1 – 30 Nov 2026',
      'As of 20 Nov 2026',
      'Hours left 37:15',
      'Next reset 1 Dec 2026',
      '37:15 h of 50:00 h left, until the next period begins on 1 Dec 2026.',
      'Of these, 27:15 h lapse after 30 Nov 2026.',
      'Period Opening Granted Used Billed beyond Closing',
      'August 2026 0:00 40:00 35:00 0:00 5:00',
      'September 2026 5:00 40:00 47:00 2:00 0:00',
      'October 2026 0:00 40:00 30:00 0:00 10:00',
      'November 2026 (so far) 10:00 40:00 12:45 0:00 37:15',
      '3 Nov 2026 Board call and preparation 5:15',
      '12 Nov 2026 Security audit 7:30',
      'Used in all 12:45',
      'Page 1 of 1',
    ])
      expect(text).toContain(part)
    const info = pdfTool('pdfinfo', path)
    expect(info).toMatch(/^Title: +Retainer hours of Northwind Logistics GmbH, November 2026$/m)
    expect(info).toMatch(/^Tagged: +yes$/m)
    expect(pdfTool('pdfinfo', path, '-struct')).toMatch(/^ *TH\b/m)
  })

  it('tells an earlier period as it was closed, and its own time alone', async () => {
    const text = textOf(await print('statement-september', '2026-09-15')).replace(/\s+/g, ' ')
    expect(text).toContain('2:00 h beyond the hours are billed.')
    expect(text).toContain('Hiring 47:00')
    expect(text).not.toContain('October')
  })

  it('is in the language of the client’s documents, and goes on over pages with the head of its table', async () => {
    const entries = Array.from({ length: 60 }, (_, i) =>
      entry(`many-${i}`, addDays('2026-11-01', i % 20), 15, `Abstimmung ${i + 1}`),
    )
    await carryOut(running, { type: 'entry/put', entries })
    await carryOut(running, aClientCommand({ language: 'de' }))
    const path = await print('statement-german', '2026-11-20')
    expect(pdfTool('pdfinfo', path)).toMatch(/^Pages: +3$/m)
    const pages = textOf(path)
      .split('\f')
      .map((page) => page.replace(/\s+/g, ' '))
    expect(pages[0]).toContain('Stunden, November 2026')
    expect(pages[0]).toContain('22:15 h von 50:00 h übrig, bis der nächste Zeitraum am 1. Dez. 2026 beginnt')
    expect(pages[1]).toContain('Tag Was getan wurde Zeit')
    expect(pages[2]).toContain('Verbraucht insgesamt 27:45')
    const all = pages.join(' ')
    for (let i = 1; i <= 60; i++) expect(all.split(`Abstimmung ${i} `).length).toBe(2)
  })
})
