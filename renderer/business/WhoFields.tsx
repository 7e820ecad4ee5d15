import type { Address } from '../../shared/plan/fields.ts'
import { emailFault, taxIdFault } from '../clients/clientFaults.ts'
import { languageNow, useWords } from '../state/words.ts'
import { ComboBox } from '../ui/ComboBox.tsx'
import { countryOptions } from '../ui/choices.ts'
import { TextField } from '../ui/TextField.tsx'
import styles from './Business.module.css'
import type { BusinessPart } from './businessForm.ts'

/** Who issues the invoices: name, address, how to reach, and how the state knows it. */
export function WhoFields({ form, set }: BusinessPart) {
  const all = useWords()
  const words = all.business
  const { address } = form
  return (
    <>
      <div className={styles.full}>
        <TextField label={words.name} value={form.name} maxLength={500} onChange={(name) => set({ name })} />
      </div>
      <AddressFields address={address} onChange={(part) => set({ address: { ...address, ...part } })} />
      <div className={styles.half}>
        <TextField
          label={words.email}
          type="email"
          value={form.email}
          maxLength={500}
          onChange={(email) => set({ email })}
          error={emailFault(all, form.email)}
        />
      </div>
      <div className={styles.half}>
        <TextField
          label={words.phone}
          type="tel"
          value={form.phone}
          maxLength={500}
          onChange={(phone) => set({ phone })}
        />
      </div>
      <div className={styles.half}>
        <TextField
          label={words.taxId}
          value={form.taxId}
          maxLength={40}
          onChange={(taxId) => set({ taxId })}
          error={taxIdFault(all, languageNow(), form.taxId, address.country)}
        />
      </div>
      <div className={styles.half}>
        <TextField
          label={words.registration}
          description={words.registrationHelp}
          value={form.registration}
          maxLength={500}
          onChange={(registration) => set({ registration })}
        />
      </div>
    </>
  )
}

interface AddressFieldsProps {
  readonly address: Address
  readonly onChange: (part: Partial<Address>) => void
}

function AddressFields({ address, onChange }: AddressFieldsProps) {
  const words = useWords().business
  return (
    <>
      <div className={styles.wide}>
        <TextField
          label={words.street}
          value={address.street}
          maxLength={500}
          onChange={(street) => onChange({ street })}
        />
      </div>
      <div className={styles.narrow}>
        <TextField
          label={words.number}
          value={address.number}
          maxLength={40}
          onChange={(number) => onChange({ number })}
        />
      </div>
      <div className={styles.narrow}>
        <TextField
          label={words.postcode}
          value={address.postcode}
          maxLength={40}
          onChange={(postcode) => onChange({ postcode })}
        />
      </div>
      <div className={styles.narrow}>
        <TextField
          label={words.town}
          value={address.town}
          maxLength={500}
          onChange={(town) => onChange({ town })}
        />
      </div>
      <div className={styles.narrow}>
        <ComboBox
          label={words.country}
          options={countryOptions(languageNow())}
          value={address.country === '' ? null : address.country}
          onChange={(country) => onChange({ country })}
        />
      </div>
    </>
  )
}
