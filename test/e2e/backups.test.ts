import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { faults } from '../support/axe.ts'
import { aSession } from '../support/builders.ts'
import { newFolder } from '../support/display.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import { lookAt } from '../support/theme.ts'
import { until } from '../support/until.ts'

const clock = { now: '2026-11-24T08:30:00Z', zone: 'Europe/Berlin', locale: 'en' } as const

const start = (app: RunningWindow) =>
  app.page.evaluate(() => window.headroom.request('plan/start', { choice: 'sample', language: 'en' }))

const add = (app: RunningWindow, id: string) =>
  app.page.evaluate(
    (session) =>
      window.headroom.request('plan/execute', {
        id: session.id,
        command: { type: 'session/create', sessions: [session] } as never,
      }),
    aSession({ id, start: '2026-11-25T09:00', engagementId: null, title: id }),
  )

const open = (app: RunningWindow) => app.page.evaluate(() => window.headroom.request('plan/open', undefined))
const sessionsOf = async (app: RunningWindow) => Object.keys((await open(app)).years['2026']?.sessions ?? {})
const backups = (app: RunningWindow) =>
  app.page.evaluate(() => window.headroom.request('data/backups', undefined))

const toSettings = (app: RunningWindow) => app.page.getByRole('button', { name: /^Settings/ }).click()

describe('[R9] backups', () => {
  test('are made after the start; a restore shows what it changes, is done, and undone; a file goes out and comes back', async () => {
    const first = await launchHeadroom(clock)
    await start(first)
    await first.close()
    const app = await launchHeadroom({
      ...clock,
      userData: first.userData,
      size: { width: 1280, height: 800 },
    })
    const { page } = app
    await until('the first backup is made', async () => (await backups(app)).entries.length === 1, 30)
    await add(app, 'later')
    await toSettings(app)
    await page
      .getByRole('button', { name: /Restore the backup of/ })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('row', { name: /Sessions – – 1/ }).waitFor()
    expect(await faults(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Restore' }).click()
    await page.getByText('Restored.').waitFor()
    expect(await sessionsOf(app)).not.toContain('later')
    expect((await backups(app)).entries.map(({ why }) => why)).toEqual(['before-restore', 'auto'])
    await page.evaluate(() => window.headroom.request('plan/undo', undefined))
    expect(await sessionsOf(app)).toContain('later')

    const file = join(newFolder('everything'), 'everything.json')
    await app.app.evaluate(({ dialog: dialogs }, path) => {
      dialogs.showSaveDialog = (async () => ({ canceled: false, filePath: path })) as never
      dialogs.showOpenDialog = (async () => ({ canceled: false, filePaths: [path] })) as never
    }, file)
    await page.getByRole('button', { name: /Export everything/ }).click()
    await until('the file is written', () => existsSync(file))
    expect(readFileSync(file, 'utf8')).toContain('\n "format": "headroom-plan"')
    await add(app, 'after-export')
    await page.getByRole('button', { name: /Import everything/ }).click()
    await dialog.getByRole('button', { name: 'Replace everything' }).click()
    await page.getByText('Restored.').first().waitFor()
    // The message may still be the one of the restore before.
    await until(
      'what came after the export is gone',
      async () => !(await sessionsOf(app)).includes('after-export'),
    )
    writeFileSync(file, readFileSync(file, 'utf8').replace('"later"', '"other"'))
    await page.getByRole('button', { name: /Import everything/ }).click()
    await page.getByText(/checksum does not fit/).waitFor()
    await app.close()
  })
})

describe('[R9] a start whose data has gone', () => {
  test('offers the backups that lie beside it and a file of another computer, and goes on from one', async () => {
    const first = await launchHeadroom(clock)
    await first.page.getByRole('button', { name: /^Go on with a file/ }).waitFor()
    expect(await first.page.getByRole('heading', { name: 'There are backups here' }).count()).toBe(0)
    await start(first)
    await add(first, 'kept')
    await first.page.evaluate(() => window.headroom.request('data/backUp', undefined))
    await first.close()
    rmSync(join(first.userData, 'plan'), { recursive: true })

    const second = await launchHeadroom({
      ...clock,
      userData: first.userData,
      size: { width: 1280, height: 800 },
    })
    const { page } = second
    await page.getByRole('heading', { name: 'There are backups here' }).waitFor()
    await lookAt(second, 'start-backups')
    await page
      .getByRole('button', { name: /Restore the backup of/ })
      .first()
      .click()
    await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
    await page.getByRole('grid').waitFor()
    expect(await sessionsOf(second)).toContain('kept')
    await second.close()

    const third = await launchHeadroom({ ...clock, userData: first.userData })
    await third.page.getByRole('grid').waitFor()
    expect(await sessionsOf(third)).toContain('kept')
    await third.close()
  })
})

describe('[R4] files that nothing can repair', () => {
  test('open for reading only with a choice; a restore keeps them aside and starts with the backup', async () => {
    const first = await launchHeadroom(clock)
    await start(first)
    await add(first, 'kept')
    await first.page.evaluate(() => window.headroom.request('data/backUp', undefined))
    const rev = (await open(first)).rev
    await first.close()
    const plan = join(first.userData, 'plan')
    for (const name of readdirSync(plan)) if (/\.jsonl?/.test(name)) writeFileSync(join(plan, name), 'x')

    const second = await launchHeadroom({ ...clock, userData: first.userData })
    expect(await open(second)).toMatchObject({ readOnly: true })
    await second.page.getByText(/^Not readable, .*: clients and settings, the year 2026/).waitFor()
    expect(await faults(second.page)).toEqual([])
    await second.screenshot('nothing-readable')
    await second.page.getByRole('button', { name: 'Restore a backup' }).click()
    await second.page
      .getByRole('button', { name: /Restore the backup of/ })
      .first()
      .waitFor()
    await second.app.evaluate(({ app }) => {
      app.relaunch = () => {}
    })
    const { entries } = await backups(second)
    const id = entries[0]?.id ?? ''
    await second.page.evaluate((backup) => window.headroom.request('data/look', { id: backup }), id)
    expect(
      await second.page.evaluate((backup) => window.headroom.request('data/restore', { id: backup }), id),
    ).toEqual({ state: 'restarting' })
    await until('the app has ended', () => {
      try {
        return !process.kill(second.pid, 0)
      } catch {
        return true
      }
    })
    const kept = readdirSync(first.userData).filter((name) => name.startsWith('plan.damaged-'))
    expect(readFileSync(join(first.userData, kept[0] ?? '', 'practice.json'), 'utf8')).toBe('x')

    const third = await launchHeadroom({ ...clock, userData: first.userData })
    expect(await open(third)).toMatchObject({ readOnly: false, notices: [] })
    expect((await open(third)).rev).toBeGreaterThan(rev)
    expect(await sessionsOf(third)).toContain('kept')
    await third.close()
  })
})
