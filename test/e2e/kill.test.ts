import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { auditSeries, isSound } from '../../shared/billing/after/series.ts'
import { issuedInvoices } from '../../shared/billing/numbering.ts'
import type { PlanRest } from '../../shared/ipc/contract.ts'
import { Plan } from '../../shared/plan/plan.ts'
import { aSession } from '../support/builders.ts'
import { newFolder } from '../support/display.ts'
import { times } from '../support/effort.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import { randomFrom } from '../support/random.ts'
import { planOf } from '../support/sampleApp.ts'
import { until } from '../support/until.ts'
import { aBusiness, aClientCommand, aDraft, carryOut } from './pdfPractice.ts'

const kills = times(10, 200)

function shuffled<T>(all: readonly T[], random: () => number): T[] {
  return all
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
}

/**
 * Edits as fast as the bridge answers, from several hands at once, and reports each acknowledged revision by the
 * console, which reaches this process even when the app is killed. Each edit writes its own number into one record, in
 * a year that the screen does not show, so that drawing does not slow the edits.
 */
async function editAtFullSpeed(app: RunningWindow, round: number): Promise<void> {
  await app.page.evaluate(
    ({ from, template }) => {
      const hand = async (name: number) => {
        for (let i = 0; ; i += 1) {
          const minutes = 1 + (i % 600)
          const id = `r${from}h${name}`
          const command =
            i === 0
              ? { type: 'session/create' as const, sessions: [{ ...template, id, minutes, title: `${i}` }] }
              : {
                  type: 'session/change' as const,
                  id,
                  scope: { kind: 'all' as const },
                  change: { minutes, title: `${i}` },
                }
          const reply = await window.headroom.request('plan/execute', {
            id: `c${i}`,
            command: command as never,
          })
          if (reply.ok) console.log(`ack ${id} ${i} ${reply.rev}`)
        }
      }
      for (let name = 0; name < 4; name += 1) void hand(name)
    },
    {
      from: round,
      template: aSession({ engagementId: null, start: '2031-02-03T09:00', notes: 'x'.repeat(2000) }),
    },
  )
}

/**
 * Drafts invoices and issues them in random order, as fast as the bridge answers, from two hands at once, so that each
 * kill falls somewhere between the draft, the number and the acknowledgement. One of each handful is credited whole.
 */
async function issueAtFullSpeed(app: RunningWindow, round: number, random: () => number): Promise<void> {
  const places = [0, 1, 2, 3]
  const orders = Array.from({ length: 8 }, () => shuffled(places, random))
  await app.page.evaluate(
    ({ from, orders, draft, credit }) => {
      const run = (command: object) =>
        window.headroom.request('plan/execute', { id: crypto.randomUUID(), command: command as never })
      const issue = async (id: string) => {
        const reply = await run({ type: 'invoice/issue', id, on: '2026-11-24' })
        if (reply.ok) console.log(`ack ${id} 1 ${reply.rev}`)
      }
      const hand = async (name: number) => {
        for (let i = 0; ; i += 1) {
          const ids = orders[i % orders.length]?.map((place) => `i${from}h${name}n${i}-${place}`) ?? []
          for (const id of ids.toSorted()) await run({ type: 'invoice/draft', invoice: { ...draft, id } })
          for (const id of ids) await issue(id)
          const [first = ''] = ids
          await run({ type: 'invoice/draft', invoice: { ...credit, id: `c${first}`, corrects: first } })
          await issue(`c${first}`)
        }
      }
      for (let name = 0; name < 2; name += 1) void hand(name)
    },
    {
      from: round,
      orders,
      draft: aDraft(),
      credit: aDraft({ kind: 'credit', corrects: 'x', paymentDays: 0 }),
    },
  )
}

interface Acknowledged {
  readonly rev: number
  /** The highest number acknowledged for each record. */
  readonly edits: ReadonlyMap<string, number>
}

function acknowledgedIn(lines: readonly string[]): Acknowledged {
  const edits = new Map<string, number>()
  let rev = 0
  for (const line of lines) {
    const match = /ack (\S+) (\d+) (\d+)/.exec(line)
    if (match === null) continue
    edits.set(match[1] ?? '', Number(match[2]))
    rev = Math.max(rev, Number(match[3]))
  }
  return { rev, edits }
}

/** What the app holds: the revision, and each record's number, which stands twice in the record. */
async function heldBy(app: RunningWindow) {
  return app.page.evaluate(async () => {
    const { rev, practice, notices } = await window.headroom.request('plan/open', undefined)
    const { years } = JSON.parse(await window.headroom.request('plan/rest', undefined)) as PlanRest
    const sessions = Object.values(years).flatMap((year) => Object.values(year.sessions))
    const records = sessions
      .filter(({ id }) => /^r\d+h\d$/.test(id))
      .map(({ id, title, minutes }) => ({ id, number: Number(title), minutes }))
    return { rev, notices, records, clients: Object.keys(practice.clients).length }
  })
}

describe('[R1] killed while editing at full speed', () => {
  test(
    `${kills} times: every acknowledged change is there, none is half done, and revisions never go back`,
    async () => {
      const seed = Number(process.env.HEADROOM_SEED ?? Date.now() % 1_000_000)
      const random = randomFrom(seed)
      const userData = join(newFolder('kill'), 'data')
      const known = new Map<string, number>()
      let rev = 0
      let edits = 0
      for (let round = 0; round <= kills; round += 1) {
        const app = await launchHeadroom({ userData, now: '2026-11-24T08:30:00Z', zone: 'Europe/Berlin' })
        if (round === 0) {
          await app.page.evaluate(() =>
            window.headroom.request('plan/start', { choice: 'sample', language: 'en' }),
          )
        }
        const held = await heldBy(app)
        const where = `seed ${seed}, round ${round}`
        expect(held.notices, where).toEqual([])
        expect(held.rev, where).toBeGreaterThanOrEqual(rev)
        expect(held.clients, where).toBeGreaterThan(3)
        for (const { id, number, minutes } of held.records) {
          expect(number, `${where}: ${id}`).toBeGreaterThanOrEqual(known.get(id) ?? 0)
          expect(minutes, `${where}: ${id} is half done`).toBe(1 + (number % 600))
        }
        for (const id of known.keys())
          expect(
            held.records.map((record) => record.id),
            where,
          ).toContain(id)
        const heard: string[] = []
        if (round < kills) {
          app.page.on('console', (message) => heard.push(message.text()))
          await editAtFullSpeed(app, round)
          const enough = 3 + Math.floor(random() * 60)
          await until(`${enough} changes are acknowledged`, () => heard.length >= enough, 30)
        }
        await app.kill()
        const acknowledged = acknowledgedIn(heard)
        rev = Math.max(held.rev, acknowledged.rev)
        edits += acknowledged.rev - held.rev > 0 ? acknowledged.rev - held.rev : 0
        for (const [id, number] of acknowledged.edits) known.set(id, number)
      }
      const files = readdirSync(join(userData, 'plan'))
      expect(files.filter((name) => name.includes('.damaged-'))).toEqual([])
      expect(files.filter((name) => name.includes('.tmp-')).length).toBeLessThanOrEqual(1)
      expect(edits).toBeGreaterThanOrEqual(kills * 3)
      console.log(`${kills} kills during ${edits} acknowledged changes, seed ${seed}`)
    },
    30_000 + kills * 20_000,
  )
})

describe('[M2] killed while invoices are issued at full speed', () => {
  test(
    `${kills} times: numbers are 1 to n without gap or double, no invoice is half, and none that was acknowledged is lost`,
    async () => {
      const seed = Number(process.env.HEADROOM_SEED ?? Date.now() % 1_000_000)
      const random = randomFrom(seed)
      const userData = join(newFolder('kill-issue'), 'data')
      const known = new Set<string>()
      let rev = 0
      for (let round = 0; round <= kills; round += 1) {
        const app = await launchHeadroom({ userData, now: '2026-11-24T08:30:00Z', zone: 'Europe/Berlin' })
        const where = `seed ${seed}, round ${round}`
        if (round === 0) for (const command of [aBusiness, aClientCommand()]) await carryOut(app, command)
        const held = await heldBy(app)
        expect([held.notices, held.rev >= rev], where).toEqual([[], true])
        const plan = await planOf(app.page)
        expect(Plan.safeParse(plan).error, where).toBeUndefined()
        const issued = issuedInvoices(plan)
        const audits = auditSeries(plan)
        expect(audits.every(isSound), where).toBe(true)
        expect(audits.length, where).toBe(issued.length === 0 ? 0 : 1)
        const numbers = issued.map(({ issued: { number } }) => number)
        const expected = numbers.map((_, i) => `2026-${String(i + 1).padStart(3, '0')}`)
        expect(numbers, where).toEqual(expected)
        expect(plan.practice.numbering.next['2026'] ?? 1, where).toBe(numbers.length + 1)
        for (const { lines, issued: frozen } of issued) {
          expect([lines.length, frozen.net, frozen.tax, frozen.gross], where).toEqual([
            1, 30_000, 5700, 35_700,
          ])
        }
        const ids = new Set(issued.map(({ id }) => id))
        for (const id of known) expect(ids, where).toContain(id)
        if (round === kills) expect(issued.some(({ kind }) => kind === 'credit')).toBe(true)
        const heard: string[] = []
        if (round < kills) {
          app.page.on('console', (message) => heard.push(message.text()))
          await issueAtFullSpeed(app, round, random)
          const enough = 2 + Math.floor(random() * 20)
          await until(`${enough} invoices are issued`, () => heard.length >= enough, 30)
        }
        await app.kill()
        const acknowledged = acknowledgedIn(heard)
        rev = Math.max(held.rev, acknowledged.rev)
        for (const id of acknowledged.edits.keys()) known.add(id)
      }
      expect(known.size).toBeGreaterThanOrEqual(times(kills * 2, 1000))
      console.log(`${kills} kills while ${known.size} invoices were issued, seed ${seed}`)
    },
    30_000 + kills * 20_000,
  )
})
