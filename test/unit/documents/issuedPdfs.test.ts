import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { InvoiceFiles } from '../../../electron/documents/invoiceFiles.ts'
import { IssuedPdfs } from '../../../electron/documents/issuedPdfs.ts'
import { booksRefusal } from '../../../shared/billing/standing.ts'
import { execute } from '../../../shared/commands/execute.ts'
import { Command, type HostCommand } from '../../../shared/commands/registry.ts'
import type { Business } from '../../../shared/plan/business.ts'
import { findInvoice, type Plan } from '../../../shared/plan/plan.ts'
import { until } from '../../support/until.ts'
import { aBillingPlan, aDraft, carriedOut } from '../billing/aBillingPlan.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'invoices-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const issuedPlan = (business: Partial<Business> = {}) =>
  carriedOut(
    aBillingPlan({ business }),
    { type: 'invoice/draft', invoice: aDraft() },
    { type: 'invoice/issue', id: 'invoice-1', on: '2026-11-30' },
  )

/** A desk over a plan in memory; each print gives other bytes, as a printer's clock does. */
function desk(plan: Plan, broken: { now: boolean } = { now: false }) {
  const state = { plan, prints: 0, faults: [] as unknown[], failing: false, onPrint: () => {} }
  /** What waits for the disk. */
  const waiting: (() => void)[] = []
  const files = new InvoiceFiles(join(folder, 'invoices'))
  const pdfs = new IssuedPdfs({
    files,
    plan: () => Promise.resolve(state.plan),
    execute: (command: HostCommand) => {
      const result = execute(state.plan, command)
      if (!result.ok) return Promise.resolve(result)
      state.plan = result.plan
      const reply = { ok: true, rev: 1 } as const
      if (!state.failing) return Promise.resolve(reply)
      return new Promise<typeof reply>((saved) => waiting.push(() => saved(reply)))
    },
    isFailing: () => Promise.resolve(state.failing),
    print: async () => {
      await Promise.resolve()
      if (broken.now) throw new Error('no printer')
      state.prints += 1
      state.onPrint()
      return { pdf: Buffer.from(`%PDF print ${state.prints}`), pages: 2 }
    },
    fault: (_where, error) => state.faults.push(error),
  })
  const path = files.pathOf('invoice-1')
  const recorded = () => findInvoice(state.plan, 'invoice-1')?.pdf ?? null
  const recover = () => {
    state.failing = false
    for (const saved of waiting.splice(0)) saved()
  }
  return { state, pdfs, path, recorded, recover }
}

describe('the PDF of an issued invoice', () => {
  it('[M10] is printed once, kept private, recorded, and given byte for byte from then on', async () => {
    const { state, pdfs, path, recorded } = desk(issuedPlan())
    await pdfs.issued('invoice-1')
    expect(recorded()).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: 12, pages: 2 })
    expect(statSync(path).mode & 0o777).toBe(0o600)
    for (let i = 0; i < 3; i += 1)
      expect(await pdfs.get('invoice-1')).toMatchObject({
        state: 'there',
        bytes: readFileSync(path),
        pages: 2,
      })
    expect(state.prints).toBe(1)
  })

  it('is printed once, however many ask at once', async () => {
    const { state, pdfs } = desk(issuedPlan())
    await Promise.all([pdfs.issued('invoice-1'), pdfs.get('invoice-1'), pdfs.get('invoice-1')])
    expect(state.prints).toBe(1)
  })

  it('[M10] is never replaced in silence: what is missing or was changed is said, and printed again when asked', async () => {
    const { state, pdfs, path, recorded } = desk(issuedPlan())
    await pdfs.issued('invoice-1')
    const first = recorded()
    writeFileSync(path, '%PDF print X')
    expect(await pdfs.get('invoice-1')).toEqual({ state: 'differs' })
    writeFileSync(path, '%PDF longer than before')
    expect(await pdfs.get('invoice-1')).toEqual({ state: 'differs' })
    rmSync(path)
    expect(await pdfs.get('invoice-1')).toEqual({ state: 'missing' })
    expect([state.prints, recorded()]).toEqual([1, first])
    expect(await pdfs.printAgain('invoice-1')).toMatchObject({ state: 'there' })
    expect([state.prints, recorded()?.sha256 === first?.sha256]).toEqual([2, false])
  })

  it('is caught up with at the next start where the app ended in between', async () => {
    const broken = { now: true }
    const { state, pdfs, recorded } = desk(issuedPlan({ iban: 'DE02120300000000202051' }), broken)
    await pdfs.issued('invoice-1')
    expect([state.faults.length, recorded()]).toEqual([1, null])
    broken.now = false
    await pdfs.catchUp()
    expect(recorded()).not.toBeNull()
    await pdfs.catchUp()
    expect(state.prints).toBe(1)
  })

  it('[D5] [M10] is given to nobody while the disk refuses: the number may stand in memory alone', async () => {
    const { state, pdfs, recover } = desk(issuedPlan())
    state.failing = true
    expect(await pdfs.get('invoice-1')).toEqual({ state: 'unsaved' })
    expect(await pdfs.printAgain('invoice-1')).toEqual({ state: 'unsaved' })
    expect(state.prints).toBe(0)
    state.failing = false
    // Now it refuses after the invoice was printed and before that is saved.
    state.onPrint = () => {
      state.failing = true
    }
    const printing = pdfs.issued('invoice-1')
    await until('it is recorded in memory', () => findInvoice(state.plan, 'invoice-1')?.pdf)
    expect(await pdfs.get('invoice-1')).toEqual({ state: 'unsaved' })
    recover()
    await printing
    state.failing = true
    expect(await pdfs.get('invoice-1')).toMatchObject({ state: 'there' })
    expect(state.prints).toBe(1)
  })

  it('leaves the sample’s invoices alone until somebody asks for one', async () => {
    const { state, pdfs } = desk(issuedPlan())
    await pdfs.catchUp()
    expect(state.prints).toBe(0)
    expect(await pdfs.get('invoice-1')).toMatchObject({ state: 'there' })
  })

  it('does not exist for a draft, or for no invoice', async () => {
    const { pdfs } = desk(carriedOut(aBillingPlan(), { type: 'invoice/draft', invoice: aDraft() }))
    expect(await pdfs.get('invoice-1')).toEqual({ state: 'gone' })
    expect(await pdfs.printAgain('nobody')).toEqual({ state: 'gone' })
  })
})

describe('what was stored', () => {
  const pdf = { sha256: 'a'.repeat(64), bytes: 10, pages: 1 }

  it('is recorded by main alone: no window can say it', () => {
    expect(Command.safeParse({ type: 'invoice/stored', id: 'invoice-1', pdf }).success).toBe(false)
    const stored = { type: 'invoice/stored', id: 'invoice-1', pdf } as const
    expect(Command.safeParse({ type: 'batch', commands: [stored] }).success).toBe(false)
    expect(execute(issuedPlan(), stored)).toMatchObject({ ok: true, undoable: false })
  })

  it('is recorded of issued invoices only', () => {
    const draft = carriedOut(aBillingPlan(), { type: 'invoice/draft', invoice: aDraft() })
    expect(execute(draft, { type: 'invoice/stored', id: 'invoice-1', pdf })).toMatchObject({
      ok: false,
      refusal: { code: 'invoice-not-issued' },
    })
  })

  it('is not taken away by a step back', () => {
    const before = issuedPlan()
    const after = execute(before, { type: 'invoice/stored', id: 'invoice-1', pdf })
    if (!after.ok) throw new Error('refused')
    expect(booksRefusal(after.plan, before)?.code).toBe('issued-stands')
  })
})
