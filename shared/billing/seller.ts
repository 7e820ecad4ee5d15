import type { Account, Business } from '../plan/business.ts'
import type { PaperLanguage } from '../plan/fields.ts'
import type { Seller } from '../plan/invoice.ts'

/** Where invoices in a currency are paid to: the account for it, or the business's own. */
export function accountOf(business: Business, currency: string): Pick<Account, 'iban' | 'bic' | 'bank'> {
  return business.accounts[accountIndex(business, currency)] ?? business
}

/** Which of the further accounts that is; -1 for the business's own. */
export function accountIndex({ currency: own, accounts }: Business, currency: string): number {
  return currency === own ? -1 : accounts.findIndex((account) => account.currency === currency)
}

/** The business as it stands on a paper: with the account for the paper's currency and the texts of its language. */
export function sellerOf(business: Business, currency: string, language: PaperLanguage): Seller {
  const { name, address, email, phone, taxId, registration, paymentCode, logo, texts } = business
  const { iban, bic, bank } = accountOf(business, currency)
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
