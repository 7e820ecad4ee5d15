import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { epcCode, type Transfer } from '../../../shared/billing/epcCode.ts'

const transfer = (given: Partial<Transfer> = {}, seller: Partial<Transfer['seller']> = {}): Transfer => ({
  seller: {
    name: 'Ada Berger',
    iban: 'DE89 3704 0044 0532 0130 00',
    bic: 'COBADEFFXXX',
    paymentCode: true,
    ...seller,
  },
  currency: 'EUR',
  amount: 12_345,
  text: '2026-001',
  ...given,
})

describe('the code to pay in euros by', () => {
  it('is what EPC069-12 asks for, line by line', () => {
    expect(epcCode(transfer())?.split('\n')).toEqual([
      'BCD',
      '002',
      '1',
      'SCT',
      'COBADEFFXXX',
      'Ada Berger',
      'DE89370400440532013000',
      'EUR123.45',
      '',
      '',
      '2026-001',
    ])
  })

  it.each([
    [1, 'EUR0.01'],
    [99_999_999_999, 'EUR999999999.99'],
    [100_000, 'EUR1000.00'],
  ])('writes %d cents without grouping', (amount, written) => {
    expect(epcCode(transfer({ amount }))?.split('\n')[7]).toBe(written)
  })

  it.each([
    ['another currency', transfer({ currency: 'CHF' })],
    ['nothing to pay', transfer({ amount: 0 })],
    ['more than a transfer can carry', transfer({ amount: 100_000_000_000 })],
    ['a mistyped account', transfer({}, { iban: 'DE89370400440532013001' })],
    ['an account outside SEPA', transfer({}, { iban: 'TR330006100519786457841326' })],
    ['no name', transfer({}, { name: '  ' })],
    ['a business that wants none', transfer({}, { paymentCode: false })],
  ])('is not there for %s', (_, asked) => {
    expect(epcCode(asked)).toBeNull()
  })

  it('leaves out a BIC that is none, and keeps each field on its line and in its length', () => {
    const lines = epcCode(transfer({ text: `a\nb${'x'.repeat(200)}` }, { bic: '?', name: 'A\r\nB' }))?.split(
      '\n',
    )
    expect(lines?.slice(4, 6)).toEqual(['', 'A B'])
    expect(lines?.at(-1)).toHaveLength(140)
  })

  it('fits 331 bytes whatever the names are', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 400 })
    fc.assert(
      fc.property(text, text, (name, quoted) => {
        const code = epcCode(transfer({ text: quoted }, { name }))
        if (code === null) return
        expect(new TextEncoder().encode(code).length).toBeLessThanOrEqual(331)
        expect(code.split('\n')).toHaveLength(11)
        expect([...(code.split('\n')[5] ?? '')].length).toBeLessThanOrEqual(70)
      }),
    )
  })
})
