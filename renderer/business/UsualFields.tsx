import { smallBusinessReason } from '../../shared/billing/smallBusiness.ts'
import { TaxFields } from '../invoices/TaxFields.tsx'
import { languageNow, useWords } from '../state/words.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import styles from './Business.module.css'
import type { BusinessPart } from './businessForm.ts'

/** What a new client and a new invoice start with. */
export function UsualFields({ form, set }: BusinessPart) {
  const words = useWords().business
  const charge = (smallBusiness: boolean) =>
    set({
      smallBusiness,
      tax: smallBusiness
        ? { category: 'E', rate: 0, reason: smallBusinessReason(form.address.country, languageNow()) }
        : { category: 'S', rate: 0, reason: '' },
    })
  return (
    <>
      <div className={styles.full}>
        <Checkbox
          label={words.smallBusiness}
          description={words.smallBusinessHelp}
          isSelected={form.smallBusiness}
          onChange={charge}
        />
      </div>
      <TaxFields
        label={words.tax}
        tax={form.tax}
        language={languageNow()}
        onChange={(tax) => set({ tax })}
        classNames={{ category: styles.wide, rate: styles.narrow, reason: styles.full }}
      />
      <div className={styles.narrow}>
        <NumberField
          label={words.paymentDays}
          value={form.paymentDays}
          minValue={0}
          maxValue={365}
          suffix={words.days}
          onChange={(days) => days !== null && set({ paymentDays: days })}
        />
      </div>
      <div className={styles.full}>
        <Checkbox
          label={words.paymentCode}
          description={words.paymentCodeHelp}
          isSelected={form.paymentCode}
          onChange={(paymentCode) => set({ paymentCode })}
        />
      </div>
    </>
  )
}
