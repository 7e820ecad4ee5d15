import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sha256 } from '../../../electron/storage/shardStore.ts'
import type { PlanPatch } from '../../../shared/ipc/contract.ts'
import { journalText } from '../../../shared/storage/journalLine.ts'
import { currentVersion } from '../../../shared/storage/migrations.ts'
import { replayShard } from '../../../shared/storage/replay.ts'
import { toVersion2 } from '../../../shared/storage/toVersion2.ts'
import { toVersion3 } from '../../../shared/storage/toVersion3.ts'
import { toVersion4 } from '../../../shared/storage/toVersion4.ts'
import { aFolder, openIn } from './scenario.ts'

const example = join(import.meta.dirname, '../../fixtures/storage/version-1')

/** A line as the first version wrote it: without a version. */
function firstLine(rev: number, patches: readonly PlanPatch[], inverse: readonly PlanPatch[]): string {
  const about = {
    at: '2026-11-23T08:00:00.000Z',
    kind: 'do',
    of: null,
    type: 't',
    subject: '',
    undoable: true,
  }
  const body = JSON.stringify({ rev, ...about, patches, inverse })
  return `${body.slice(0, -1)},"sum":"${sha256(body)}"}\n`
}

const terms = ['practice', 'engagements', 'fable-1', 'terms', 0, 'terms']
const raise = (rev: number, minutes: number) =>
  firstLine(
    rev,
    [{ op: 'replace', path: [...terms, 'budgetMinutes'], value: minutes }],
    [{ op: 'replace', path: [...terms, 'budgetMinutes'], value: 4500 }],
  )

/** The folder of a plan that the first version wrote, with a change that is in its journal only. */
function oldFolder(): string {
  const folder = aFolder()
  cpSync(example, folder, { recursive: true })
  writeFileSync(join(folder, 'journal.jsonl'), raise(2, 5400))
  return folder
}

describe('a plan of the first version', () => {
  test('keeps a change that stood in its journal only', async () => {
    const { host, store, notices } = await openIn(oldFolder())
    store.close()
    const { budget, terms: history } = host.plan().practice.engagements['fable-1'] ?? {}
    expect([notices, host.rev(), budget, history?.[0]?.terms]).toEqual([
      [],
      2,
      { kind: 'hours', minutes: 5400 },
      { kind: 'fixed', price: 900_000, instalments: [] },
    ])
  })

  test('goes on in the new shape, whether or not it was folded before the next start', async () => {
    for (const isFolded of [false, true]) {
      const folder = oldFolder()
      const first = await openIn(folder)
      await first.host.execute({ type: 'settings/change', change: { focusHours: { from: 540, to: 720 } } })
      if (isFolded) await first.store.fold()
      first.store.close()
      const again = await openIn(folder)
      again.store.close()
      expect([again.notices, again.host.plan()]).toEqual([[], first.host.plan()])
    }
  })

  test('undoes no step from before the upgrade, and every one since', async () => {
    const folder = oldFolder()
    const first = await openIn(folder)
    const before = first.host.plan()
    expect(first.host.history().undo).toBeNull()
    await first.host.execute({ type: 'settings/change', change: { reserveMinutes: 60 } })
    first.store.close()
    const again = await openIn(folder)
    expect(await again.host.undo()).toMatchObject({ ok: true })
    expect([again.host.plan(), again.host.history().undo]).toEqual([before, null])
    again.store.close()
  })
})

test('a journal line of a newer version opens the plan for reading only', async () => {
  const folder = aFolder()
  const first = await openIn(folder)
  await first.host.execute({ type: 'settings/change', change: { reserveMinutes: 60 } })
  first.store.close()
  const file = join(folder, 'journal.jsonl')
  const line = {
    rev: 2,
    version: 99,
    at: '',
    kind: 'do',
    of: null,
    type: 't',
    subject: '',
    undoable: true,
  } as const
  const text = readFileSync(file, 'utf8') + journalText({ ...line, patches: [], inverse: [] }, sha256)
  writeFileSync(file, text)
  const again = await openIn(folder)
  again.store.close()
  expect([again.host.readOnly(), again.notices, again.host.plan()]).toEqual([
    true,
    [{ code: 'newer-version', params: { version: '99' } }],
    first.host.plan(),
  ])
  expect(readFileSync(file, 'utf8')).toBe(text)
})

test('a line of an older version after one of a newer is no history of one plan', () => {
  const lines = [currentVersion, 1].map((version, i) => ({
    rev: i + 1,
    version,
    at: '',
    kind: 'do' as const,
    of: null,
    type: 't',
    subject: '',
    undoable: true,
    patches: [],
    inverse: [],
  }))
  expect(replayShard('2026', { version: 1, data: null }, 0, lines)).toBeNull()
})

test('the step to version 2 leaves what is in the new shape already', () => {
  const practice = JSON.parse(readFileSync(join(example, 'practice.json'), 'utf8')).data
  const once = toVersion2('practice', practice)
  expect(toVersion2('practice', once)).toEqual(once)
})

test('a fixed price of version 1 with an hours budget of nothing has no budget', () => {
  const practice = JSON.parse(readFileSync(join(example, 'practice.json'), 'utf8')).data
  practice.engagements['fable-1'].terms[0].terms.budgetMinutes = 0
  expect(toVersion2('practice', practice)).toMatchObject({ engagements: { 'fable-1': { budget: null } } })
})

describe('the step to version 3', () => {
  const before = join(example, '../version-2')
  const dataOf = (file: string) => JSON.parse(readFileSync(join(before, file), 'utf8')).data

  test('leaves what is in the new shape already', () => {
    for (const [name, file] of [
      ['practice', 'practice.json'],
      ['2026', '2026.json'],
    ] as const) {
      const once = toVersion3(name, dataOf(file))
      expect(toVersion3(name, once)).toEqual(once)
    }
    expect(toVersion3('2025', null)).toBeNull()
  })

  test('keeps all that stood there, and what it adds changes no sum', () => {
    const old = dataOf('practice.json')
    const practice = toVersion3('practice', old) as typeof old
    expect(practice).toMatchObject({
      ...old,
      engagements: {
        'northwind-1': { terms: [{ terms: { kind: 'daily', halfDays: true } }], outcome: null },
        'lumen-1': { terms: [{ terms: { overage: 'billed', rollover: { expiresAfter: null } } }] },
        'fable-1': { terms: [{ terms: { instalments: [] } }] },
      },
    })
    expect(toVersion3('2026', dataOf('2026.json'))).toMatchObject(dataOf('2026.json'))
  })
})

describe('the step to version 4', () => {
  const before = join(example, '../version-3')
  const dataOf = (file: string) => JSON.parse(readFileSync(join(before, file), 'utf8')).data

  test('leaves what is in the new shape already', () => {
    for (const [name, file] of [
      ['practice', 'practice.json'],
      ['2026', '2026.json'],
    ] as const) {
      const once = toVersion4(name, dataOf(file))
      expect(toVersion4(name, once)).toEqual(once)
    }
    expect(toVersion4('2025', null)).toBeNull()
  })

  test('keeps all that stood there; the footer stands in every language', () => {
    const old = dataOf('practice.json')
    const { footer, ...business } = old.business
    expect(footer).not.toBe('')
    const texts = { opening: '', footer }
    expect(toVersion4('practice', old)).toMatchObject({
      ...old,
      business: { ...business, texts: { en: texts, de: texts, fr: texts } },
    })
    expect(toVersion4('2026', dataOf('2026.json'))).toMatchObject(dataOf('2026.json'))
  })

  test('the leads of before stand, clients and sessions take the usual ones', () => {
    const usual = { focus: 'usual', meeting: 'usual', travel: 'usual', admin: 'usual' }
    const old = dataOf('practice.json')
    expect(toVersion4('practice', old)).toMatchObject({
      settings: { reminders: { ...old.settings.reminders, dayEnd: true, quietHours: null } },
      clients: { northwind: { leads: usual } },
      series: { 'series-demo': { lead: 'usual' } },
    })
    expect(toVersion4('2026', dataOf('2026.json'))).toMatchObject({
      sessions: { 'sample-1': { lead: 'usual' } },
    })
  })
})
