import { describe, expect, it } from 'vitest'
import { type SwissPayment, swissBill } from '../../../shared/billing/swissBill.ts'

const address = { street: 'Bahnhofstrasse', number: '7', postcode: '8001', town: 'Zürich', country: 'CH' }
const seller: SwissPayment['seller'] = {
  name: 'Ada Berger',
  address,
  email: '',
  phone: '',
  taxId: 'CHE-123.456.788 MWST',
  registration: '',
  iban: 'CH93 0076 2011 6238 5295 7',
  bic: '',
  bank: '',
  paymentCode: true,
  logo: null,
  opening: '',
  footer: '',
}
const payment = (
  given: Partial<SwissPayment> = {},
  of: Partial<SwissPayment['seller']> = {},
): SwissPayment => ({
  buyer: { name: 'Helvetia AG', address, taxId: '', email: '' },
  currency: 'CHF',
  amount: 199_475,
  number: '2026-014',
  message: 'Invoice 2026-014',
  ...given,
  seller: { ...seller, ...of },
})

describe('a Swiss QR bill', () => {
  it('has structured addresses and a creditor reference made of the number (ISO 11649)', () => {
    expect(swissBill(payment())).toEqual({
      currency: 'CHF',
      amount: 1994.75,
      creditor: {
        name: 'Ada Berger',
        address: 'Bahnhofstrasse',
        buildingNumber: '7',
        zip: '8001',
        city: 'Zürich',
        country: 'CH',
        account: 'CH9300762011623852957',
      },
      debtor: {
        name: 'Helvetia AG',
        address: 'Bahnhofstrasse',
        buildingNumber: '7',
        zip: '8001',
        city: 'Zürich',
        country: 'CH',
      },
      reference: expect.stringMatching(/^RF\d\d2026014$/),
      message: 'Invoice 2026-014',
    })
    const reference = swissBill(payment())?.reference ?? ''
    expect(mod97(reference.slice(4) + reference.slice(0, 4))).toBe(1)
  })

  it('has a QR reference of 27 digits with a QR-IBAN, whose last is the check digit', () => {
    const bill = swissBill(payment({}, { iban: 'CH44 3199 9123 0008 8901 2' }))
    expect(bill?.reference).toMatch(/^0{19}2026014\d$/)
    const known = swissBill(
      payment({ number: '21 00000 00003 13947 14300 0901' }, { iban: 'CH4431999123000889012' }),
    )
    expect(known?.reference).toBe('210000000003139471430009017')
  })

  it.each([
    ['another currency', payment({ currency: 'USD' })],
    ['an account elsewhere', payment({}, { iban: 'DE89370400440532013000' })],
    ['a mistyped account', payment({}, { iban: 'CH9300762011623852958' })],
    ['nothing to pay', payment({ amount: 0 })],
    ['too much', payment({ amount: 100_000_000_000 })],
    ['a name that no bank reads', payment({}, { name: 'شركة' })],
    ['a business that wants none', payment({}, { paymentCode: false })],
  ])('is not there for %s', (_, asked) => {
    expect(swissBill(asked)).toBeNull()
  })

  it('leaves the payer to be written by hand where the name cannot stand on it', () => {
    const buyer = { name: 'Fish 🐟 & Co', address, taxId: '', email: '' }
    expect(swissBill(payment({ buyer }))?.debtor).toBeUndefined()
  })
})

function mod97(text: string): number {
  const digits = [...text].map((sign) => Number.parseInt(sign, 36)).join('')
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)
}
