import type { Business } from '../plan/business.ts'
import type { PaperLanguage } from '../plan/fields.ts'
import type { Seller } from '../plan/invoice.ts'

/** The business as it stands on a paper: with the account for the paper's currency and the texts of its language. */
export function sellerOf(business: Business, currency: string, language: PaperLanguage): Seller {
  const { name, address, email, phone, taxId, registration, paymentCode, logo, accounts, texts } = business
  const own = currency === business.currency
  const { iban, bic, bank } = (own ? undefined : accounts.find((a) => a.currency === currency)) ?? business
  return {
    name,
    address,
    email,
    phone,
    taxId,
    registration,
    iban,
    bic,
    bank,
    paymentCode,
    logo,
    ...texts[language],
  }
}
