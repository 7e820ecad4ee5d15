import { describe, expect, it } from 'vitest'
import { isIban, printedIban } from '../../../shared/billing/iban.ts'

describe('an IBAN', () => {
  it.each([
    'DE89 3704 0044 0532 0130 00',
    'de89370400440532013000',
    'GB82 WEST 1234 5698 7654 32',
    'CH93 0076 2011 6238 5295 7',
    'MT84 MALT 0110 0001 2345 MTLC AST0 01S',
    'FR14 2004 1010 0505 0001 3M02 606',
    'NO93 8601 1117 947',
    'BR97 0036 0305 0000 1000 9795 493P 1',
  ])('%s is valid', (iban) => {
    expect(isIban(iban)).toBe(true)
  })

  it.each([
    ['a wrong check digit', 'DE88 3704 0044 0532 0130 00'],
    ['two digits swapped', 'DE89 3704 0044 0532 0310 00'],
    ['one digit short', 'DE89 3704 0044 0532 0130 0'],
    ['a length that is not its country’s', 'DE02 1234 5678 9012 3456'],
    ['letters where the country stands in digits', '1289 3704 0044 0532 0130 00'],
    ['nothing', ''],
    ['punctuation', 'DE89-3704-0044-0532-0130-00'],
  ])('with %s is not', (_, iban) => {
    expect(isIban(iban)).toBe(false)
  })

  it('is printed in groups of four', () => {
    expect(printedIban('ch9300762011623852957')).toBe('CH93 0076 2011 6238 5295 7')
  })
})
