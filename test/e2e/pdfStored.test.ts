import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import { noteOpened } from '../support/openedByDesktop.ts'
import { until } from '../support/until.ts'
import {
  aBusiness,
  aClientCommand,
  aDraft,
  aLine,
  answerSaveDialog,
  aPrintingPractice,
  askStored,
  carryOut,
  draftCommand,
  print,
  printTo,
  recordedPdf,
  textOf,
} from './pdfPractice.ts'

let window: RunningWindow
let folder: string

beforeAll(async () => {
  ;({ window, folder } = await aPrintingPractice('pdf-stored'))
})

afterAll(async () => {
  await window?.close()
})

const page = (name: string) => join(folder, `${name}.pdf`)

describe('the stored PDF of an issued invoice', () => {
  beforeAll(async () => {
    await carryOut(window, draftCommand(aDraft({ id: 'issued' })))
    await carryOut(window, { type: 'invoice/issue', id: 'issued', on: '2026-11-30' })
    await printTo(window, 'issued', page('issued'))
  })

  const ask = (name: 'invoice/printAgain' | 'invoice/open') => askStored(window, name, 'issued')
  const recorded = () => recordedPdf(window, 'issued')
  const file = () => join(window.userData, 'invoices', 'invoice-issued.pdf')

  it('is on disk as it was recorded: its hash, its size, its pages', async () => {
    const bytes = readFileSync(file())
    expect(await recorded()).toEqual({
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      pages: 1,
    })
    expect(statSync(file()).mode & 0o777).toBe(0o600)
    expect(bytes).toEqual(readFileSync(page('issued')))
  })

  it('is opened by main, and where it was changed or is gone that is said and nothing is opened', async () => {
    const opened = await noteOpened(window)
    expect(await ask('invoice/open')).toEqual({ state: 'there' })
    writeFileSync(file(), 'something else')
    expect(await ask('invoice/open')).toEqual({ state: 'differs' })
    expect(await printTo(window, 'issued', page('none'))).toMatchObject({ code: 'pdf-differs' })
    rmSync(file())
    expect(await ask('invoice/open')).toEqual({ state: 'missing' })
    expect(existsSync(page('none'))).toBe(false)
    expect(await opened()).toEqual([file()])
  })

  it('is printed again when asked, from what was frozen', async () => {
    await carryOut(window, { type: 'business/change', change: { name: 'Somebody Else' } })
    expect(await ask('invoice/printAgain')).toEqual({ state: 'there' })
    await carryOut(window, aBusiness)
    expect(textOf(file())).toBe(textOf(page('issued')))
    expect((await recorded())?.bytes).toBe(statSync(file()).size)
  })
})

describe('printing goes on', () => {
  beforeAll(async () => {
    const lines = Array.from({ length: 30 }, (_, i) => aLine({ id: `l${i}`, amount: 60 + i }))
    await carryOut(window, draftCommand(aDraft({ id: 'long-draft', lines })))
    await printTo(window, 'invoice-1', page('draft'))
  })

  it('after a rejected printToPDF anywhere in the app (P1)', async () => {
    const rejected = await window.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]
        ?.webContents.printToPDF({ pageRanges: '999' })
        .then(
          () => false,
          () => true,
        ),
    )
    expect(rejected).toBe(true)
    expect(await printTo(window, 'invoice-1', page('poisoned'))).toMatchObject({ state: 'saved' })
    expect(textOf(page('poisoned'))).toBe(textOf(page('draft')))
  })

  it('when the print window is closed in the middle (P2)', async () => {
    await answerSaveDialog(window, page('closed'))
    await window.app.evaluate(({ BrowserWindow }) => {
      const printed = BrowserWindow.getAllWindows().find((each) =>
        each.webContents.getURL().endsWith('/document.html'),
      )
      if (printed === undefined) throw new Error('no print window is kept')
      const contents = printed.webContents
      const begin = contents.printToPDF.bind(contents)
      contents.printToPDF = (options) => {
        const printing = begin(options)
        printed.destroy()
        return printing
      }
    })
    expect(await print(window, ['long-draft'])).toMatchObject([{ state: 'saved', pages: 3 }])
    expect(await printTo(window, 'invoice-1', page('after-close'))).toMatchObject({
      state: 'saved',
      pages: 1,
    })
  })

  it('for ten at once (P3)', async () => {
    await answerSaveDialog(window, page('ten'))
    const replies = await print(
      window,
      Array.from({ length: 10 }, (_, i) => (i % 2 ? 'long-draft' : 'invoice-1')),
    )
    expect(replies.map((reply) => ('pages' in reply ? reply.pages : reply))).toEqual([
      1, 3, 1, 3, 1, 3, 1, 3, 1, 3,
    ])
  })

  it('and a target that cannot be written gives a reason and leaves no half file (P4)', async () => {
    // The writer is tested against full disks by itself; here a folder is in the file's place, and one is missing.
    mkdirSync(join(folder, 'taken.pdf'))
    expect(await printTo(window, 'issued', join(folder, 'taken.pdf'))).toMatchObject({ state: 'failed' })
    expect(await printTo(window, 'issued', join(folder, 'missing', 'a.pdf'))).toMatchObject({
      state: 'failed',
    })
    expect(existsSync(join(folder, 'missing'))).toBe(false)
    expect(readdirSync(folder).filter((name) => name.includes('tmp'))).toEqual([])
    expect(statSync(page('issued')).size).toBeGreaterThan(1000)
  })

  it('unless the user cancels', async () => {
    await answerSaveDialog(window, null)
    expect(await print(window, ['issued'])).toEqual([{ state: 'cancelled' }])
  })
})

describe('an app that ended before it stored what it issued', () => {
  it('prints and stores what it issued after its next start', async () => {
    const options = { now: '2026-11-30T10:00:00Z', zone: 'Europe/Berlin', locale: 'en' } as const
    const first = await launchHeadroom(options)
    await carryOut(first, aBusiness)
    // The sample's account is nobody's; this one is somebody's.
    await carryOut(first, { type: 'business/change', change: { iban: 'DE02120300000000202051' } })
    await carryOut(first, aClientCommand())
    await carryOut(first, draftCommand(aDraft()))
    // A file in the folder's place keeps the PDF from the disk until the end.
    const taken = join(first.userData, 'invoices')
    writeFileSync(taken, '')
    await carryOut(first, { type: 'invoice/issue', id: 'invoice-1', on: '2026-11-30' })
    await first.kill()
    rmSync(taken)
    const second = await launchHeadroom({ ...options, userData: first.userData })
    const path = join(first.userData, 'invoices', 'invoice-invoice-1.pdf')
    await until('the PDF is stored', () => existsSync(path))
    expect(textOf(path)).toContain('Invoice 2026-001')
    await until('it is recorded', async () => (await recordedPdf(second, 'invoice-1')) !== null)
    await second.close()
  })
})
