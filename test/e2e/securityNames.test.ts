import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { sealPlanFile } from '../../shared/storage/planFile.ts'
import { anAgreement, anEngagement, anEntry, anExpense, aSession } from '../support/builders.ts'
import { screenDrawn } from '../support/closedPage.ts'
import type { RunningWindow } from '../support/electronApp.ts'
import { noteOpened } from '../support/openedByDesktop.ts'
import { planOf } from '../support/sampleApp.ts'
import { until } from '../support/until.ts'
import {
  aClientCommand,
  aDraft,
  aLine,
  aPrintingPractice,
  carryOut,
  draftCommand,
  printTo,
  textOf,
} from './pdfPractice.ts'

/*
 * What comes from elsewhere (a calendar, a table, a file with everything) names clients and files as it likes. Markup
 * and formulas in names stay text on the screen, on paper and in tables; a path leads nowhere but where the user put
 * something.
 */

const markup = '<img src=x onerror="window.ran=1">'
const script = '<script>window.ran=1</script><b>bold</b>'
const formula = '=HYPERLINK("http://example.com","Pay")'
const outside = '../../../outside'

let app: RunningWindow
let folder: string

beforeAll(async () => {
  ;({ window: app, folder } = await aPrintingPractice('names'))
  await carryOut(app, aClientCommand({ name: `${markup} ${outside}` }))
  await carryOut(app, {
    type: 'practice/put',
    records: [
      { kind: 'engagement', value: anEngagement({ name: script }) as never },
      ...paths().map(([id, file]) => ({
        kind: 'agreement' as const,
        value: anAgreement({ id, title: markup, file }) as never,
      })),
    ],
  })
  const at = '2026-11-30T11:00'
  await carryOut(app, {
    type: 'session/create',
    sessions: [aSession({ id: 'session-1', title: markup, start: at, engagementId: 'northwind-cto' })],
  })
  await carryOut(app, {
    type: 'entry/put',
    entries: [
      anEntry({ id: 'entry-1', note: formula, day: '2026-11-27', start: '2026-11-27T09:00' }),
      anEntry({ id: 'entry-2', note: script, day: '2026-11-27', start: '2026-11-27T12:00' }),
    ],
  })
  await carryOut(app, { type: 'expense/put', expenses: [anExpense({ id: 'expense-1', title: formula })] })
  await carryOut(
    app,
    draftCommand(aDraft({ id: 'named', lines: [aLine({ text: `${markup}\n${formula}` })] })),
  )
})

/** Files that an agreement may name, and how the app must take them. */
function paths(): readonly (readonly [id: string, file: string, state: string])[] {
  const document = join(folder, 'there.pdf')
  const program = join(folder, 'program.sh')
  if (!existsSync(document)) {
    writeFileSync(document, '%PDF-1.7')
    writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 })
    symlinkSync(program, join(folder, 'link.pdf'))
    mkdirSync(join(folder, 'folder.pdf'))
  }
  return [
    ['file-there', document, 'there'],
    ['file-relative', `${outside}/there.pdf`, 'refused'],
    ['file-passwd', '/etc/passwd', 'refused'],
    ['file-program', program, 'refused'],
    ['file-link', join(folder, 'link.pdf'), 'refused'],
    ['file-folder', join(folder, 'folder.pdf'), 'refused'],
    ['file-share', '//server/share/there.pdf', 'refused'],
    ['file-url', 'file:///etc/there.pdf', 'refused'],
    ['file-gone', join(folder, 'gone.pdf'), 'gone'],
  ]
}

/** What the window holds that came from a name and is more than text. */
const madeOfNames = () =>
  app.page.evaluate(() => ({
    ran: 'ran' in globalThis,
    elements: [...document.querySelectorAll('img[src="x"], body script, b')].filter(
      (element) => element.localName !== 'b' || element.textContent === 'bold',
    ).length,
  }))

describe('markup in names stays text', () => {
  test.each(['1', 'v', '2', '3', '4', '5', '6', ','])('on screen %s', async (key) => {
    await app.page.keyboard.press(key)
    await screenDrawn(app.page)
    expect(await madeOfNames()).toEqual({ ran: false, elements: 0 })
  })

  test('and is shown as it was typed', async () => {
    await app.page.keyboard.press('3')
    await until('the client is listed', () =>
      app.page.evaluate((name) => document.body.innerText.includes(name), markup),
    )
  })

  test('on paper', async () => {
    const path = join(folder, 'named.pdf')
    expect(await printTo(app, 'named', path)).toMatchObject({ state: 'saved' })
    const text = textOf(path).replace(/\s+/g, ' ')
    expect(text).toContain(markup)
    expect(text).toContain(formula)
  })

  test('in a page of outcomes', async () => {
    const outcome = { kind: 'completed', on: '2026-11-30', reason: '', result: markup } as const
    const value = anEngagement({ name: script, status: 'closed', end: '2026-11-30', outcome })
    await carryOut(app, { type: 'practice/put', records: [{ kind: 'engagement', value: value as never }] })
    const path = join(folder, 'outcomes.html')
    await answerWith(path)
    const reply = await app.page.evaluate(() =>
      window.headroom.request('portfolio/save', {
        as: 'html',
        ids: ['northwind-cto'],
        heading: '<script>window.ran=1</script>',
        language: 'en',
        showClients: true,
      }),
    )
    expect(reply).toMatchObject({ state: 'saved' })
    const html = readFileSync(path, 'utf8')
    expect(html).toContain('&lt;script&gt;window.ran=1')
    expect(html).not.toMatch(/<script|<img src=x|<b>bold/)
  })
})

test.each(['time', 'expenses'] as const)('formulas in names stay text in the table of %s', async (what) => {
  const path = join(folder, `${what}.csv`)
  await answerWith(path)
  const reply = await app.page.evaluate(
    (wanted) =>
      window.headroom.request('csv/save', {
        what: wanted,
        range: { from: '2026-11-01', to: '2026-11-30', clientId: null },
        style: 'plain',
      }),
    what,
  )
  expect(reply).toMatchObject({ state: 'saved' })
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(`'=HYPERLINK(""http://example.com"",""Pay"")`)
  expect(text).not.toMatch(/(^|[,;\n])"?[=+@]/)
})

describe('a path leads nowhere but where the user put something', () => {
  test('a name does not choose the folder that a file is saved to', async () => {
    const proposed = await proposedPath()
    expect(dirname(proposed)).toBe(folder)
    expect(proposed).toMatch(/[/]Timesheet [^/]*img src=x onerror= [^/]*[.]pdf$/)
  })

  test('of the files that agreements name only a document that is there is opened', async () => {
    const opened = await noteOpened(app)
    const found = await app.page.evaluate(
      async (ids) =>
        Promise.all(ids.map(async (id) => (await window.headroom.request('agreement/open', { id })).state)),
      paths().map(([id]) => id),
    )
    expect(found).toEqual(paths().map(([, , state]) => state))
    await app.page.evaluate(
      async (path) => window.headroom.request('file/show', { path }),
      join(folder, 'there.pdf'),
    )
    await app.page.evaluate(() => window.headroom.request('file/show', { path: '/etc/passwd' }))
    expect(await opened()).toEqual([join(folder, 'there.pdf')])
  })

  test.each(['../there.pdf', '../../evil.pdf', '/tmp/evil.pdf', 'a/b.pdf', '..\\evil.pdf', 'evil.sh'])(
    'a file with everything that brings a file named %s is refused whole',
    async (name) => {
      const path = join(folder, 'everything.json')
      const digest = (text: string) => createHash('sha256').update(text).digest('hex')
      const plan = await planOf(app.page)
      const text = sealPlanFile(
        { rev: 1, savedAt: '2026-11-30T10:00:00Z', appVersion: '0.1.0', plan, files: { [name]: 'JVBERg==' } },
        digest,
        1,
      )
      writeFileSync(path, text)
      await app.app.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = (async () => ({ canceled: false, filePaths: [chosen] })) as never
      }, path)
      const reply = await app.page.evaluate(() => window.headroom.request('data/import', undefined))
      expect(reply).toMatchObject({ state: 'failed' })
      for (const parent of [app.userData, dirname(app.userData), folder, dirname(folder)])
        expect(readdirSync(parent).filter((entry) => entry.startsWith('evil'))).toEqual([])
    },
  )

  test('a backup is asked for by its name, not by a path', async () => {
    writeFileSync(join(app.userData, 'outside.json.gz'), 'x')
    for (const id of ['../outside.json.gz', '/etc/passwd', '..', join(folder, 'everything.json')]) {
      const reply = await app.page.evaluate(
        (asked) => window.headroom.request('data/look', { id: asked }),
        id,
      )
      expect(reply).toMatchObject({ state: 'failed' })
    }
  })
})

async function answerWith(path: string): Promise<void> {
  await app.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as never
  }, path)
}

/** Where the save dialog for the client's timesheet begins. */
async function proposedPath(): Promise<string> {
  await app.app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = (async (_window: unknown, options: { defaultPath: string }) => {
      Object.assign(globalThis, { proposed: options.defaultPath })
      return { canceled: true, filePath: '' }
    }) as never
  })
  await app.page.evaluate(() =>
    window.headroom.request('timesheet/pdf', {
      clientId: 'northwind',
      from: '2026-11-01',
      to: '2026-11-30',
      unbilled: false,
    }),
  )
  return app.app.evaluate(() => (globalThis as unknown as { proposed: string }).proposed)
}
