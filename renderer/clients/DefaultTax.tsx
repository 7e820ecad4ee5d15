import { proposedTax } from '../../shared/billing/proposedTax.ts'
import { lineTexts } from '../../shared/billing/texts.ts'
import type { Client } from '../../shared/plan/client.ts'
import type { LineTax } from '../../shared/plan/lineTax.ts'
import { TaxFields } from '../invoices/TaxFields.tsx'
import { usePlan } from '../state/plan.ts'
import type { RecordForm } from '../state/useRecord.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Select } from '../ui/Select.tsx'
import styles from './ClientFields.module.css'

/** The tax that new lines of the client's invoices propose: what follows from business and country, or its own. */
export function DefaultTax({ form }: { readonly form: RecordForm<Client> }) {
  const all = useWords()
  const words = all.clientPage
  const format = useFormat()
  const business = usePlan((plan) => plan.practice.business)
  const { value, choose, type, leave } = form
  const usual = proposedTax(business, { ...value, tax: null }, lineTexts(value.language))
  const text = ({ category, rate }: LineTax) =>
    category === 'S'
      ? `${format.number(rate / 10_000, rate % 10_000 === 0 ? 0 : 2)} %`
      : all.billing.taxes[category]
  const change = (tax: LineTax) => {
    const isTyped = tax.category === value.tax?.category && tax.rate === value.tax.rate
    if (isTyped) type({ tax })
    else choose({ tax })
  }
  return (
    <>
      <Select
        label={words.tax}
        options={[
          { id: 'usual', label: words.taxUsual(text(usual)) },
          { id: 'own', label: words.taxOwn },
        ]}
        value={value.tax === null ? 'usual' : 'own'}
        onChange={(id) => choose({ tax: id === 'own' ? (value.tax ?? usual) : null })}
      />
      {value.tax === null ? null : (
        <TaxFields
          label={words.taxIs}
          tax={value.tax}
          language={value.language}
          onChange={change}
          onLeave={leave}
          classNames={{ category: styles.part, rate: styles.part, reason: styles.part }}
        />
      )}
    </>
  )
}
