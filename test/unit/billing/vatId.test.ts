import { describe, expect, it } from 'vitest'
import { proposedTax } from '../../../shared/billing/proposedTax.ts'
import { lineTexts } from '../../../shared/billing/texts.ts'
import { vatFault } from '../../../shared/billing/vatId.ts'
import { newBusiness } from '../../../shared/plan/business.ts'
import { aClient } from '../../support/builders.ts'

describe('a VAT id', () => {
  it.each([
    ['DE 136 695 976', 'DE'],
    ['de136695976', ''],
    ['FR40303265045', 'FR'],
    ['EL094259216', 'GR'],
    ['ATU37675002', 'AT'],
    ['BE0428759497', 'BE'],
    ['BE1000000021', 'BE'],
    ['IE6388047V', 'IE'],
    ['NL004495445B01', 'NL'],
    ['ESX2482300W', 'ES'],
    ['IT00743110157', 'IT'],
    ['SE123456789701', 'SE'],
    ['XI980780684', 'GB'],
    ['GB 980 7806 84', 'GB'],
    ['CHE-116.281.710 MWST', 'CH'],
  ])('%s of %s is in order', (id, country) => {
    expect(vatFault(id, country)).toBeNull()
  })

  it.each([
    ['12/345/67890', 'DE'],
    ['94-1234567', 'US'],
    ['974760673 MVA', 'NO'],
    ['', 'DE'],
  ])('%s of %s is a local number, which nobody judges', (id, country) => {
    expect(vatFault(id, country)).toBeNull()
  })

  it.each([
    ['DE136695975', 'DE', 'digits'],
    ['DE13669597', 'DE', 'form'],
    ['FR41303265045', 'FR', 'digits'],
    ['BE1000000022', 'BE', 'digits'],
    ['EL094259215', 'GR', 'digits'],
    ['GR094259216', 'GR', 'greek'],
    ['DE136695976', 'AT', 'elsewhere'],
    ['XI980780685', 'GB', 'digits'],
  ])('%s of %s has the fault %s', (id, country, code) => {
    expect(vatFault(id, country)?.code).toBe(code)
  })

  it('says what it looks like where its form is wrong', () => {
    expect(vatFault('NL12', 'NL')).toEqual({ code: 'form', prefix: 'NL', pattern: 'NL999999999B99' })
  })
})

describe('the tax that a line proposes', () => {
  const usual = { category: 'S', rate: 190_000, reason: '' } as const
  const business = { ...newBusiness, tax: usual, address: { ...newBusiness.address, country: 'DE' } }
  const abroad = { ...newBusiness.address, country: 'FR' }
  const texts = { taxReason: () => 'because', smallBusiness: (country: string) => `small in ${country}` }

  it.each([
    ['the business’s own at home', {}, usual],
    [
      'reverse charge for a business elsewhere in the Union',
      { address: abroad, taxId: 'FR40303265045' },
      { category: 'AE', rate: 0, reason: 'because' },
    ],
    [
      'the client’s own before everything else',
      {
        address: abroad,
        taxId: 'FR40303265045',
        tax: { category: 'S', rate: 70_000, reason: '' } as const,
      },
      { category: 'S', rate: 70_000, reason: '' },
    ],
  ])('is %s', (_rule, given, expected) => {
    expect(proposedTax(business, aClient(given), texts)).toEqual(expected)
  })

  it('is exempt for a small business, by the wording of its country, unless the client has its own', () => {
    const small = { ...business, smallBusiness: true }
    const exempt = { category: 'E', rate: 0, reason: 'small in DE' }
    expect(proposedTax(small, aClient(), texts)).toEqual(exempt)
    expect(proposedTax(small, aClient({ address: abroad, taxId: 'FR40303265045' }), texts)).toEqual(exempt)
    expect(proposedTax(small, aClient({ tax: usual }), texts)).toEqual(usual)
    expect(lineTexts('de').smallBusiness('DE')).toContain('§ 19 UStG')
    expect(lineTexts('fr').smallBusiness('FR')).toBe('TVA non applicable, art. 293 B du CGI.')
    expect(lineTexts('en').smallBusiness('PT')).toBe(lineTexts('en').smallBusiness('ES'))
  })
})
