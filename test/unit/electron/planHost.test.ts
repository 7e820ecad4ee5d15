import { describe, expect, test } from 'vitest'
import { samplePractice } from '../../../assets/sample/practice.ts'
import { StepHistory } from '../../../electron/history.ts'
import { type JournalKeeper, PlanHost } from '../../../electron/planHost.ts'
import { draftInvoice } from '../../../shared/billing/draft.ts'
import type { Command } from '../../../shared/commands/registry.ts'
import { emptyPlan, type Plan } from '../../../shared/plan/plan.ts'
import type { JournalLine } from '../../../shared/storage/journalLine.ts'
import { currentVersion } from '../../../shared/storage/migrations.ts'
import { aClient, anEngagement, anEntry, aPlan, aSession } from '../../support/builders.ts'

const create = (id: string): Command => ({
  type: 'session/create',
  sessions: [aSession({ id, engagementId: null })],
})

function aHost(keeper: Partial<JournalKeeper> = {}, readOnly = false, plan: Plan = aPlan()) {
  const seen: string[] = []
  const lines: JournalLine[] = []
  const host = new PlanHost({
    plan,
    rev: 7,
    history: new StepHistory([], () => []),
    keeper: {
      append: async (line) => {
        lines.push(line)
        seen.push(`kept ${line.rev}`)
      },
      failing: () => false,
      ...keeper,
    },
    now: () => Date.parse('2026-11-23T08:00:00Z'),
    readOnly,
  })
  host.subscribe(({ rev, commandId }) => seen.push(`broadcast ${rev} ${commandId}`))
  return { host, seen, lines }
}

describe('a change', () => {
  test('is kept, then broadcast, then acknowledged', async () => {
    const { host, seen, lines } = aHost()
    const reply = await host.execute(create('a'), 'command-1')
    seen.push(`acknowledged ${reply.ok && reply.rev}`)
    expect(seen).toEqual(['kept 8', 'broadcast 8 command-1', 'acknowledged 8'])
    expect(lines).toEqual([
      {
        rev: 8,
        version: currentVersion,
        at: '2026-11-23T08:00:00.000Z',
        kind: 'do',
        of: null,
        type: 'session/create',
        subject: 'Platform roadmap',
        undoable: true,
        patches: expect.any(Array),
        inverse: expect.any(Array),
      },
    ])
  })

  test('is not shown as the plan before it is kept', async () => {
    const release: (() => void)[] = []
    const { host, seen } = aHost({ append: () => new Promise((saved) => release.push(saved)) })
    const before = host.plan()
    const first = host.execute(create('a'))
    const second = host.execute(create('b'))
    expect([host.plan() === before, host.rev(), seen]).toEqual([true, 7, []])
    for (const saved of release) saved()
    expect(await Promise.all([first, second])).toEqual([
      { ok: true, rev: 8 },
      { ok: true, rev: 9 },
    ])
    expect(seen).toEqual(['broadcast 8 null', 'broadcast 9 null'])
    expect(Object.keys(host.plan().years['2026']?.sessions ?? {})).toEqual(['a', 'b'])
  })

  test('that is refused, or changes nothing, is neither kept nor broadcast', async () => {
    const { host, seen } = aHost()
    expect(await host.execute({ type: 'entry/delete', ids: ['gone'] })).toEqual({
      ok: false,
      refusal: { path: ['ids', 0], code: 'entry-gone', params: {} },
    })
    expect(await host.execute({ type: 'settings/change', change: { reserveMinutes: 0 } })).toEqual({
      ok: true,
      rev: 7,
    })
    expect(seen).toEqual([])
  })

  test('is refused where the files must not be written', async () => {
    const { host, seen } = aHost({}, true)
    const refused = { ok: false, refusal: { path: [], code: 'read-only', params: {} } }
    expect(await Promise.all([host.execute(create('a')), host.undo(), host.redo()])).toEqual([
      refused,
      refused,
      refused,
    ])
    expect(seen).toEqual([])
  })

  test('no longer reaches a listener that has stopped', async () => {
    const { host } = aHost()
    const heard: number[] = []
    const stop = host.subscribe(({ rev }) => heard.push(rev))
    await host.execute(create('a'))
    stop()
    await host.execute(create('b'))
    expect(heard).toEqual([8])
  })
})

describe('the books', () => {
  /** An invoice that was drafted, edited and issued, after another step was done. */
  async function afterIssue() {
    const business = {
      name: 'Alex Marsh',
      taxId: 'DE123456788',
      tax: { category: 'S', rate: 190_000, reason: '' },
    } as const
    const address = { street: 'Hafenstraße', number: '12', postcode: '20457', town: 'Hamburg', country: 'DE' }
    const before = aPlan({ clients: [aClient({ address })], engagements: [anEngagement()] })
    const { host, lines } = aHost({}, false, before)
    const done = async (command: Command) => expect(await host.execute(command)).toMatchObject({ ok: true })
    await done({ type: 'business/change', change: { ...business, address } })
    await done({ type: 'entry/put', entries: [anEntry()] })
    const { invoice } = draftInvoice(host.plan(), {
      clientId: 'northwind',
      from: '2026-11-01',
      to: '2026-11-30',
      id: 'invoice-1',
      lineId: (n) => `line-${n}`,
      today: '2026-11-30',
    })
    await done(create('before'))
    await done({ type: 'invoice/draft', invoice })
    await done({ type: 'invoice/draft', invoice: { ...invoice, note: 'Thank you' } })
    await done({ type: 'invoice/issue', id: 'invoice-1', on: '2026-11-30' })
    return { host, lines }
  }

  test('stand when what they bill would be undone', async () => {
    const { host } = await afterIssue()
    expect(await host.undo()).toMatchObject({ ok: true })
    const issued = host.plan()
    expect(await host.undo()).toMatchObject({ ok: false })
    expect(host.plan()).toEqual(issued)
  })

  test('[D6] are stepped over with all that wrote the draft: undo takes back what was done before, after a restart too', async () => {
    const { host, lines } = await afterIssue()
    const { invoices, sessions } = host.plan().years['2026'] ?? {}
    expect(Object.keys(sessions ?? {})).toEqual(['before'])
    expect(new StepHistory(lines, () => []).summary()).toEqual(host.history())
    expect(await host.undo()).toMatchObject({ ok: true })
    expect(host.plan().years['2026']).toMatchObject({ invoices, sessions: {} })
    expect(await host.redo()).toMatchObject({ ok: true })
    expect(host.plan().years['2026']).toMatchObject({ invoices, sessions })
  })

  test('of a sample go when its start is undone', async () => {
    const { host } = aHost({}, false, emptyPlan('Europe/Berlin'))
    const plan = samplePractice({ today: '2026-11-24', zone: 'Europe/Berlin', language: 'en' })
    expect(await host.execute({ type: 'plan/start', plan })).toMatchObject({ ok: true })
    expect(await host.undo()).toMatchObject({ ok: true })
    expect(host.plan()).toEqual(emptyPlan('Europe/Berlin'))
  })
})
