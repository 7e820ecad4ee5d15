import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { emptyYear } from '../../../shared/plan/plan.ts'
import { openText, type Sealed, sealText } from '../../../shared/storage/envelope.ts'
import { currentVersion, migrate } from '../../../shared/storage/migrations.ts'
import { shardOf } from '../../../shared/storage/shard.ts'
import { aClient, anEngagement, anEntry, aPlan, aSeries, aSession } from '../../support/builders.ts'

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

const plan = aPlan({
  clients: [aClient({ name: 'Zürich & Söhne "sha256":"' })],
  engagements: [anEngagement()],
  sessions: [aSession({ title: '","data":{' }), aSeries()],
  entries: [anEntry()],
})

const year: Sealed = {
  shard: '2026',
  version: currentVersion,
  rev: 12,
  savedAt: '2026-11-23T08:00:00.000Z',
  appVersion: '0.1.0',
  years: null,
  data: shardOf(plan, '2026'),
}
const practice: Sealed = { ...year, shard: 'practice', years: ['2026'], data: plan.practice }

describe('a document', () => {
  test.each([practice, year, { ...year, data: null }])('of $shard comes back as it was', (sealed) => {
    expect(openText(sealText(sealed, digest), sealed.shard, digest)).toEqual({ ok: true, sealed })
  })

  test('cut anywhere is refused', () => {
    const text = sealText(year, digest)
    for (let length = 0; length < text.length; length += 1) {
      expect(openText(text.slice(0, length), '2026', digest).ok).toBe(false)
    }
  })

  test('with any character changed is refused', () => {
    const text = sealText(year, digest)
    for (let i = 0; i < text.length; i += 1) {
      const other = text[i] === '1' ? '2' : '1'
      expect(openText(text.slice(0, i) + other + text.slice(i + 1), '2026', digest).ok).toBe(false)
    }
  })

  test.each([
    ['', 'not-json'],
    ['\u0000'.repeat(4096), 'not-json'],
    ['\ufeff{}', 'not-json'],
    ['{"a":1}{"a":1}', 'not-json'],
    ['null', 'not-headroom'],
    ['[1,2,3]', 'not-headroom'],
    ['"x"', 'not-headroom'],
    ['5', 'not-headroom'],
    ['{}', 'not-headroom'],
    ['{"format":"headroom","version":0}', 'not-headroom'],
    ['{"format":"headroom","version":1}', 'checksum'],
    [sealText({ ...year, shard: '2027' }, digest), 'not-headroom'],
    [sealText({ ...year, version: currentVersion + 1 }, digest), 'newer-version'],
    ['{"format":"headroom","version":99,"plan":"in a shape nobody knows yet"}', 'newer-version'],
    [sealText({ ...year, data: plan.practice }, digest), 'schema'],
  ])('%.60s is refused as %s %s', (text, why) => {
    const opened = openText(text, '2026', digest)
    expect(opened.ok ? 'opened' : opened.why).toBe(why)
  })

  test('that breaks the schema is refused with the place', () => {
    const broken = {
      ...year,
      data: { ...emptyYear, sessions: { a: { ...aSession({ id: 'a' }), minutes: 0 } } },
    }
    expect(openText(sealText(broken, digest), '2026', digest)).toEqual({
      ok: false,
      why: 'schema',
      detail: 'sessions.a.minutes: minutes-positive',
    })
  })
})

describe('migrations', () => {
  const examples = join(import.meta.dirname, '../../fixtures/storage')

  test('there is a frozen example of every version ever written', () => {
    const versions = Array.from({ length: currentVersion }, (_, i) => `version-${i + 1}`)
    expect(readdirSync(examples).sort()).toEqual(versions.sort())
  })

  test.each(
    readdirSync(examples).flatMap((version) =>
      readdirSync(join(examples, version)).map((file) => [version, file]),
    ),
  )('%s/%s opens today', (version, file) => {
    const text = readFileSync(join(examples, version ?? '', file ?? ''), 'utf8')
    const opened = openText(text, (file ?? '').replace('.json', ''), digest)
    expect(opened.ok ? '' : opened).toBe('')
  })

  test('lead over every version between', () => {
    const steps = {
      1: (shard: string, data: unknown) => ({ shard, data, two: true }),
      2: (_shard: string, data: unknown) => ({ ...(data as object), three: true }),
    }
    expect(migrate('2026', 1, 'one', 3, steps)).toEqual({
      shard: '2026',
      data: 'one',
      two: true,
      three: true,
    })
    expect(migrate('2026', 2, { data: 'two' }, 3, steps)).toEqual({ data: 'two', three: true })
    expect(migrate('2026', 3, 'three', 3, steps)).toBe('three')
    expect(() => migrate('2026', 1, 'one', 3, { 2: () => null })).toThrow('no migration from version 1')
  })
})
