import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Command } from '../../shared/commands/registry.ts'
import { anEngagement, anEntry } from '../support/builders.ts'
import type { RunningWindow } from '../support/electronApp.ts'
import { pageAsGrey, readQr } from '../support/readQr.ts'
import {
  aBusiness,
  aClientCommand,
  aDraft,
  aLine,
  aPrintingPractice,
  carryOut,
  draftCommand,
  languageOf,
  pictures,
  printTo,
  textOf,
} from './pdfPractice.ts'

let window: RunningWindow
let folder: string

beforeAll(async () => {
  ;({ window, folder } = await aPrintingPractice('pdf-codes'))
})

afterAll(async () => {
  await window?.close()
})

const page = (name: string) => join(folder, `${name}.pdf`)

describe('an invoice in euros', () => {
  beforeAll(async () => {
    await carryOut(window, { type: 'invoice/issue', id: 'invoice-1', on: '2026-11-30' })
    await printTo(window, 'invoice-1', page('issued'))
  })

  it('has a code that a banking app reads: the transfer as asked for', () => {
    expect(readQr(pageAsGrey(page('issued'), 1))?.split('\n')).toEqual([
      'BCD',
      '002',
      '1',
      'SCT',
      'COBADEFFXXX',
      'Ada Berger',
      'DE89370400440532013000',
      'EUR357.00',
      '',
      '',
      '2026-001',
    ])
  })
})

describe('a Swiss invoice', () => {
  const pages = () => textOf(page('swiss')).split('\f')

  beforeAll(async () => {
    const address = { street: 'Bahnhofstrasse', number: '7', postcode: '8001', town: 'Zürich', country: 'CH' }
    const account = { iban: 'CH9300762011623852957', bic: 'POFICHBEXXX', bank: 'PostFinance' }
    const swiss = { ...account, address, taxId: 'CHE-123.456.788 MWST', currency: 'CHF' }
    await carryOut(window, { type: 'business/change', change: swiss })
    const client = { name: 'Ateliers Lumière SA', address, currency: 'CHF', language: 'fr' } as const
    await carryOut(window, aClientCommand({ ...client, id: 'lumiere', order: 5 }))
    const draft = { id: 'swiss', clientId: 'lumiere', currency: 'CHF', language: 'fr' } as const
    await carryOut(window, draftCommand(aDraft(draft)))
    await carryOut(window, { type: 'invoice/issue', id: 'swiss', on: '2026-11-30' })
    expect(await printTo(window, 'swiss', page('swiss'))).toMatchObject({ state: 'saved', pages: 2 })
    pictures(page('swiss'), 'swiss')
    await carryOut(window, aBusiness)
  })

  it('is written in French, with the payment part at the foot of its last page', () => {
    const text = pages().join(' ').replace(/\s+/g, ' ')
    for (const part of ['Facture 2026-', 'Total à payer', '357.00 CHF', 'Section paiement', 'Récépissé'])
      expect(text).toContain(part)
    // What asks for the money stands on the page of the payment part.
    expect(pages()[1]).toContain('Merci de régler 357.00 CHF')
    expect(languageOf(page('swiss'))).toBe('fr')
  })

  it('has a code with structured addresses that a banking app reads', () => {
    const read = readQr(pageAsGrey(page('swiss'), 2))?.split('\n') ?? []
    expect(read.slice(0, 11)).toEqual([
      ...['SPC', '0200', '1', 'CH9300762011623852957', 'S', 'Ada Berger'],
      ...['Bahnhofstrasse', '7', '8001', 'Zürich', 'CH'],
    ])
    expect(read.slice(18, 22)).toEqual(['357.00', 'CHF', 'S', 'Ateliers Lumière SA'])
    expect(read.slice(27, 31)).toEqual([
      'SCOR',
      expect.stringMatching(/^RF\d\d2026\d+$/),
      expect.stringMatching(/^Facture 2026-\d+$/),
      'EPD',
    ])
  })
})

describe('the time behind an invoice', () => {
  it('stands on pages after it, which count among its own', async () => {
    const engagement = anEngagement({ id: 'eng', clientId: 'northwind' })
    await carryOut(window, {
      type: 'practice/put',
      records: [{ kind: 'engagement', value: engagement }],
    } as Command)
    const entry = anEntry({
      id: 'e1',
      engagementId: 'eng',
      day: '2026-11-02',
      start: null,
      minutes: 50,
      note: 'Review',
    })
    await carryOut(window, { type: 'entry/put', entries: [entry] } as Command)
    const basis = {
      kind: 'hours',
      engagementId: 'eng',
      rounding: { mode: 'up', increment: 15, scope: 'entry' },
      shared: 0,
    } as const
    const line = aLine({ amount: 60, entryIds: ['e1'], basis })
    await carryOut(window, draftCommand(aDraft({ id: 'annexed', annex: true, lines: [line] })))
    expect(await printTo(window, 'annexed', page('annexed'))).toMatchObject({ state: 'saved', pages: 2 })
    pictures(page('annexed'), 'annexed')
    const [first = '', second = ''] = textOf(page('annexed')).split('\f')
    expect(first).toContain('Page 1 of 2')
    expect(second).toContain('Page 2 of 2')
    expect(second.replace(/\s+/g, ' ')).toContain('2 Nov 2026 Review 0:50 1:00 As billed 0:50 1:00')
  })
})
