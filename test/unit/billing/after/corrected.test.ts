import { describe, expect, it } from 'vitest'
import { isCorrectable } from '../../../../shared/billing/after/corrected.ts'
import { draftCorrected } from '../../../../shared/billing/after/creditDraft.ts'
import { invoiceDocument } from '../../../../shared/billing/document.ts'
import { booksRefusal } from '../../../../shared/billing/standing.ts'
import { billedEntries } from '../../../../shared/plan/billed.ts'
import { aBillingPlan, aLine, carriedOut, november, worked } from '../aBillingPlan.ts'
import { anIssuedPlan, corrected, credited, issuedIn, paid, refusedWith, statusIn } from './aftermath.ts'

const cheaper = { lines: [aLine({ price: 9000 })] }

describe('[M7] a corrected invoice', () => {
  it('takes the place of another: nothing is owed on that one, and what was paid on it counts', () => {
    const plan = corrected(paid(anIssuedPlan(), 10_000), cheaper)
    expect(statusIn(plan)).toMatchObject({ state: 'replaced', due: 0 })
    expect(statusIn(plan, 'invoice-1-corrected')).toMatchObject({
      state: 'part-paid',
      gross: 10_710,
      paid: 10_000,
      due: 710,
    })
    expect(issuedIn(plan).issued.gross).toBe(11_900)
  })

  it('may be corrected itself, and all that was paid counts for the last', () => {
    const once = paid(corrected(paid(anIssuedPlan(), 4000), cheaper), 3000, 'invoice-1-corrected')
    const twice = corrected(once, { lines: [aLine({ price: 8000 })] }, 'invoice-1-corrected', '2026-12-03')
    expect(statusIn(twice, 'invoice-1-corrected-corrected')).toMatchObject({ paid: 7000, due: 9520 - 7000 })
    expect(statusIn(twice, 'invoice-1-corrected').state).toBe('replaced')
  })

  it('says which invoice it corrects, with its number and day', () => {
    const plan = corrected(anIssuedPlan())
    const page = invoiceDocument(plan, issuedIn(plan, 'invoice-1-corrected'), '2026-12-24')
    expect(page.corrects).toEqual({ number: '2026-001', on: '2026-11-30' })
  })

  it('is not written for one with credit notes, one that was replaced or written off, or a credit note', () => {
    const plan = anIssuedPlan({ lines: [aLine({ amount: 2 })] })
    const part = credited(plan, { choice: { kind: 'lines', amounts: new Map([['line-1', 1]]) } })
    const draft = draftCorrected(issuedIn(plan), { id: 'new', today: '2026-12-02' })
    expect(refusedWith(part, { type: 'invoice/draft', invoice: draft })).toBe('invoice-credited')
    const replaced = corrected(plan)
    expect(refusedWith(replaced, { type: 'invoice/draft', invoice: draft })).toBe('invoice-replaced')
    const lost = carriedOut(plan, {
      type: 'invoice/write-off',
      id: 'invoice-1',
      writtenOff: { on: '2026-12-02', note: '' },
    })
    expect(refusedWith(lost, { type: 'invoice/draft', invoice: draft })).toBe('invoice-written-off')
    const ofNote = { ...draft, corrects: 'credit-1' }
    expect(refusedWith(part, { type: 'invoice/draft', invoice: ofNote })).toBe('correction-of-nothing')
    expect([part, replaced, lost, plan].map((one) => isCorrectable(one, issuedIn(one)))).toEqual([
      false,
      false,
      false,
      true,
    ])
  })

  it('is one draft at a time, for the same client and currency', () => {
    const plan = anIssuedPlan()
    const draft = draftCorrected(issuedIn(plan), { id: 'new', today: '2026-12-02' })
    const drafted = carriedOut(plan, { type: 'invoice/draft', invoice: draft })
    expect(refusedWith(drafted, { type: 'invoice/draft', invoice: { ...draft, id: 'other' } })).toBe(
      'correction-drafted',
    )
    expect(refusedWith(drafted, { type: 'invoice/draft', invoice: { ...draft, note: 'x' } })).toBeNull()
    const dollars = { ...draft, currency: 'USD' }
    expect(refusedWith(drafted, { type: 'invoice/draft', invoice: dollars })).toBe('correction-other')
  })

  it('keeps the work billed throughout, lets go of what it drops, and the books stand [M2]', () => {
    const plan = aBillingPlan({ entries: [worked('2026-11-10', 90), worked('2026-11-11', 30)] })
    const { invoice } = november(plan)
    const [line] = invoice.lines
    if (line === undefined) throw new Error('no line')
    const lines = line.entryIds.map((id, i) => ({ ...line, id: `line-${i}`, entryIds: [id] }))
    const issued = anIssuedPlan({ ...invoice, lines }, plan)
    const draft = draftCorrected(issuedIn(issued), { id: 'new', today: '2026-12-02' })
    const drafted = carriedOut(issued, {
      type: 'invoice/draft',
      invoice: { ...draft, lines: lines.slice(0, 1) },
    })
    expect([...new Set(billedEntries(drafted).values())]).toEqual(['invoice-1'])
    expect(booksRefusal(drafted, drafted)).toBeNull()
    const thief = { ...invoice, id: 'thief', lines: lines.slice(1) }
    expect(refusedWith(drafted, { type: 'invoice/draft', invoice: thief })).toBe('entry-billed')
    const done = carriedOut(drafted, { type: 'invoice/issue', id: 'new', on: '2026-12-02' })
    expect([...billedEntries(done)]).toEqual([[lines[0]?.entryIds[0], 'new']])
    expect(refusedWith(done, { type: 'invoice/draft', invoice: thief })).toBeNull()
    expect(booksRefusal(done, drafted)?.code).toBe('issued-stands')
  })
})
