import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunningWindow } from '../support/electronApp.ts'
import {
  aClientCommand,
  aDraft,
  aLine,
  aPrintingPractice,
  carryOut,
  chooseLogo,
  draftCommand,
  languageOf,
  pdfTool,
  pictures,
  printTo,
  textOf,
} from './pdfPractice.ts'

let window: RunningWindow
let folder: string

beforeAll(async () => {
  ;({ window, folder } = await aPrintingPractice('pdf'))
})

afterAll(async () => {
  await window?.close()
})

const page = (name: string) => join(folder, `${name}.pdf`)

describe('an issued invoice as PDF', () => {
  beforeAll(async () => {
    const lines = [
      aLine({ amount: 1575 }),
      aLine({
        id: 'line-2',
        text: 'Board pack\nFixed price',
        unit: 'piece',
        amount: 1,
        per: 1,
        price: 90_000,
      }),
      aLine({
        id: 'line-3',
        text: 'Workshop\nWork by the day, November 2026',
        unit: 'day',
        amount: 3,
        per: 2,
        price: 124_000,
      }),
    ]
    await carryOut(window, draftCommand(aDraft({ id: 'issued', lines, note: 'Purchase order 4500012345.' })))
    await carryOut(window, { type: 'invoice/issue', id: 'issued', on: '2026-11-30' })
    expect(await printTo(window, 'issued', page('issued'))).toEqual({
      state: 'saved',
      path: page('issued'),
      pages: 1,
    })
    pictures(page('issued'), 'one-page')
  })

  it('says what the law and the client ask for', () => {
    const text = textOf(page('issued')).replace(/\s+/g, ' ')
    for (const part of [
      'Ada Berger · Lindenstraße 12 · 10969 Berlin',
      'Northwind Logistics GmbH',
      'Hafenweg 3',
      '20457 Hamburg',
      'Invoice 2026-001',
      'Invoice date 30 Nov 2026',
      'Service period 1 – 30 Nov 2026',
      'Due date 14 Dec 2026',
      'Your VAT ID DE987654321',
      'VAT ID DE123456788',
      '26:15 h 120.00 3,150.00',
      '1.5 days 1,240.00 1,860.00',
      'Net total 5,910.00',
      'VAT 19% on 5,910.00 1,122.90',
      'Total due €7,032.90',
      'Purchase order 4500012345.',
      'IBAN DE89 3704 0044 0532 0130 00',
      'BIC COBADEFFXXX',
      'Page 1 of 1',
    ])
      expect(text).toContain(part)
  })

  it('embeds its fonts as TrueType outlines', () => {
    const fonts = pdfTool('pdffonts', page('issued')).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts)
      expect(font).toMatch(/^[A-Z]{6}\+Inter-\w+ +CID TrueType +Identity-H +yes yes yes/)
  })

  it('is tagged, names itself and its language, and is one page of A4', () => {
    const info = pdfTool('pdfinfo', page('issued'))
    expect(info).toMatch(/^Title: +Invoice 2026-001 – Ada Berger$/m)
    expect(info).toMatch(/^Tagged: +yes$/m)
    expect(info).toMatch(/^Pages: +1$/m)
    expect(info).toMatch(/\(A4\)$/m)
    expect(languageOf(page('issued'))).toBe('en')
    const structure = pdfTool('pdfinfo', page('issued'), '-struct')
    for (const tag of ['H1', 'Table', 'TH', 'TD']) expect(structure).toMatch(new RegExp(`^ *${tag}\\b`, 'm'))
  })

  it('is the same file each time, byte for byte (P5)', async () => {
    await printTo(window, 'issued', page('again'))
    expect(readFileSync(page('again'))).toEqual(readFileSync(page('issued')))
  })
})

describe('a draft as PDF', () => {
  it('says on every page that it is none, and has no number', async () => {
    await printTo(window, 'invoice-1', page('draft'))
    pictures(page('draft'), 'draft')
    await printTo(window, 'invoice-1', page('draft-again'))
    const text = textOf(page('draft'))
    expect(textOf(page('draft-again'))).toBe(text)
    expect(text).toContain('Draft')
    expect(text).toContain('given at issue')
    expect(text).not.toMatch(/\d{4}-\d{3}/)
  })
})

describe('an invoice of several pages', () => {
  it('repeats the table’s head, carries the sum over and numbers its pages', async () => {
    const lines = Array.from({ length: 30 }, (_, i) =>
      aLine({ id: `l${i}`, text: `Architecture review ${i + 1}\nPlatform, week ${i + 1}`, amount: 60 + i }),
    )
    await carryOut(window, draftCommand(aDraft({ id: 'long', lines })))
    await carryOut(window, { type: 'invoice/issue', id: 'long', on: '2026-11-30' })
    expect(await printTo(window, 'long', page('long'))).toMatchObject({ state: 'saved', pages: 3 })
    pictures(page('long'), 'three-pages')
    const pages = textOf(page('long')).split('\f').slice(0, -1)
    expect(pages).toHaveLength(3)
    let sum = 0
    for (const [i, text] of pages.entries()) {
      expect(text).toContain(`Page ${i + 1} of 3`)
      expect(text).toMatch(/Description +Quantity +Unit price +Amount \(EUR\)/)
      const carried = [...text.matchAll(/Carried forward +([\d,]+\.\d\d)/g)].map((match) =>
        Number(match[1]?.replaceAll(',', '')),
      )
      const amounts = [...text.matchAll(/ 120\.00 +([\d,]+\.\d\d)/g)].map((match) =>
        Number(match[1]?.replaceAll(',', '')),
      )
      if (i > 0) expect(carried[0]).toBeCloseTo(sum, 2)
      sum += amounts.reduce((total, amount) => total + amount, 0)
      if (i < 2) expect(carried.at(-1)).toBeCloseTo(sum, 2)
    }
    expect(pages[2]?.replace(/\s+/g, ' ')).toContain('Net total 4,470.00')
  })

  it('is written in German for a German client, and breaks a text that is longer than a page', async () => {
    const long = Array.from(
      { length: 140 },
      (_, i) => `Absatz ${i + 1}: Prüfung der Schnittstellen und Abstimmung mit der Fachabteilung.`,
    )
    await carryOut(
      window,
      aClientCommand({
        id: 'lumen',
        name: 'Lumen Gesundheitstechnik GmbH & Co. KG',
        language: 'de',
        order: 2,
      }),
    )
    const lines = [
      aLine({ text: `Sicherheitsprüfung\n${long.join('\n')}` }),
      aLine({
        id: 'l2',
        text: 'Schulung',
        unit: 'day',
        amount: 1,
        per: 2,
        price: 120_000,
        tax: { category: 'S', rate: 70_000, reason: '' },
      }),
    ]
    await carryOut(window, draftCommand(aDraft({ id: 'german', clientId: 'lumen', language: 'de', lines })))
    await carryOut(window, { type: 'invoice/issue', id: 'german', on: '2026-11-30' })
    await printTo(window, 'german', page('german'))
    pictures(page('german'), 'german')
    const text = textOf(page('german')).replace(/\s+/g, ' ')
    for (let i = 1; i <= 140; i += 1) expect(text).toContain(`Absatz ${i}:`)
    expect(text).toContain('2:30 Std. 120,00 19 % 300,00')
    expect(text).toContain('0,5 Tage 1.200,00 7')
    expect(text).toContain('Umsatzsteuer 19 % auf 300,00 57,00')
    expect(text).toContain('Gesamtbetrag 999,00 €')
    expect(text).toContain('Leistungszeitraum 01.11.2026 – 30.11.2026')
    expect(pdfTool('pdfinfo', page('german'))).toMatch(/^Title: +Rechnung \d{4}-\d{3} – Ada Berger$/m)
  })

  it('stays whole with long names, right-to-left and emoji', async () => {
    const name =
      'شركة الملاحة الدولية 🚀 <b>Fish & Chips</b> "quoted" ZwingendErforderlicheGesellschaftFürUnendlichLangeFirmennamenMitBeschränkterHaftung'
    const strasse = {
      street: 'Straße der Außerordentlich Ausführlichen Anschriften und Wegbeschreibungen',
      number: '1234567890 b',
      postcode: '00000',
      town: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
      country: 'GB',
    }
    await carryOut(window, aClientCommand({ id: 'naughty', name, address: strasse, order: 3 }))
    const reverse = {
      category: 'AE',
      rate: 0,
      reason: 'Reverse charge: VAT is to be accounted for by the recipient.',
    } as const
    const texts = [
      '👩‍👩‍👧‍👦 family emoji',
      'עברית מימין לשמאל',
      '中文字符 日本語 한국어',
      '\u202eabc\u202c',
      'x'.repeat(300),
      'Ω≈ç√∫˜µ≤≥÷',
      '\ttab',
      'Price of a trillion',
    ]
    const lines = texts.map((text, i) =>
      aLine({
        id: `n${i}`,
        text,
        tax: reverse,
        ...(i === 7 ? { unit: 'piece', amount: 1, per: 1, price: 4e12 } : {}),
      } as never),
    )
    await carryOut(window, draftCommand(aDraft({ id: 'naughty', clientId: 'naughty', lines })))
    await carryOut(window, { type: 'invoice/issue', id: 'naughty', on: '2026-11-30' })
    expect(await printTo(window, 'naughty', page('naughty'))).toMatchObject({ state: 'saved', pages: 2 })
    pictures(page('naughty'), 'naughty')
    const text = textOf(page('naughty')).replace(/\s+/g, ' ')
    expect(text).toContain('Reverse charge: VAT is to be accounted for by the recipient.')
    expect(text).toContain('€40,000,002,100.00')
    expect(text).toContain('UNITED KINGDOM')
  })
})

describe('a logo', () => {
  it('is known by its bytes and not by its name', async () => {
    const path = join(folder, 'logo.png')
    writeFileSync(path, '<svg xmlns="http://www.w3.org/2000/svg"/>')
    expect(await chooseLogo(window, path)).toEqual({ state: 'failed', code: 'type' })
  })

  it('is made small, kept by its hash, and stands in the place of the name', async () => {
    const reply = await chooseLogo(window, join(import.meta.dirname, '../../assets/icon/icons/512x512.png'))
    if (reply.state !== 'chosen') throw new Error(`no logo: ${JSON.stringify(reply)}`)
    const { name, picture } = reply
    const bytes = Buffer.from(picture.data, 'base64')
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(name)
    // 512 pixels high as it was chosen; 500 are more than paper shows.
    expect([picture.type, bytes.readUInt32BE(20)]).toEqual(['image/png', 500])
    const command = { type: 'business/change', change: { logo: name }, picture: { name, picture } } as const
    await carryOut(window, command)
    await carryOut(window, draftCommand(aDraft({ id: 'with-logo' })))
    await printTo(window, 'with-logo', page('logo'))
    pictures(page('logo'), 'logo')
    expect(pdfTool('pdfimages', page('logo'), '-list')).toMatch(/^ +1 +0 image +500 +500 /m)
    await carryOut(window, { type: 'business/change', change: { logo: null } })
  })
})
