import { useMemo } from 'react'
import type { Client } from '../../shared/plan/client.ts'
import { colourNames, PaperLanguage } from '../../shared/plan/fields.ts'
import type { RecordForm } from '../state/useRecord.ts'
import { useFormat, useWords } from '../state/words.ts'
import { ComboBox } from '../ui/ComboBox.tsx'
import { countryOptions, currencyOptions, zoneOptions } from '../ui/choices.ts'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import styles from './ClientFields.module.css'
import { ColourField } from './ColourField.tsx'
import { emailFault, taxIdFault } from './clientFaults.ts'
import { DefaultTax } from './DefaultTax.tsx'

export interface ClientFieldsProps {
  readonly form: RecordForm<Client>
}

type TextName = 'name' | 'code' | 'taxId' | 'email' | 'phone' | 'notes'

/** What a text field of the client's form shares with the others. */
function textOf({ value, type, leave, error }: RecordForm<Client>, name: TextName) {
  return {
    value: value[name],
    onChange: (text: string) => type({ [name]: text }),
    onBlur: leave,
    onEnter: leave,
    error: error(name),
  }
}

/** Who the client is: name, short code, colour, zone, and how to reach it. */
export function AboutFields({ form }: ClientFieldsProps) {
  const all = useWords()
  const words = all.clients
  const { value } = form
  const zones = useMemo(() => zoneOptions(value.zone), [value.zone])
  return (
    <div className={styles.fields}>
      <TextField label={words.name} {...textOf(form, 'name')} />
      <TextField label={words.code} description={words.codeHelp} maxLength={12} {...textOf(form, 'code')} />
      <ColourField
        label={words.colour}
        value={value.colour}
        names={colourNames}
        onChange={(colour) => form.choose({ colour })}
      />
      <ComboBox
        label={words.zone}
        options={zones}
        value={value.zone}
        onChange={(zone) => form.choose({ zone })}
        error={form.error('zone')}
      />
      <TextField
        label={words.email}
        type="email"
        {...textOf(form, 'email')}
        error={form.error('email') ?? emailFault(all, value.email)}
      />
      <TextField label={all.clientPage.phone} type="tel" {...textOf(form, 'phone')} />
      <div className={styles.wide}>
        <TextArea label={words.notes} {...textOf(form, 'notes')} />
      </div>
    </div>
  )
}

/** Where invoices go, in the parts that EN 16931 asks for. */
export function AddressFields({ form }: ClientFieldsProps) {
  const words = useWords().clients
  const { language } = useFormat()
  const countries = useMemo(() => countryOptions(language), [language])
  const { address } = form.value
  const line = (field: 'street' | 'number' | 'postcode' | 'town') => (
    <TextField
      label={words[field]}
      value={address[field]}
      maxLength={field === 'number' || field === 'postcode' ? 40 : 500}
      onChange={(text) => form.type({ address: { ...address, [field]: text } })}
      onBlur={form.leave}
      onEnter={form.leave}
    />
  )
  return (
    <div className={styles.fields}>
      <div className={styles.street}>
        {line('street')}
        {line('number')}
      </div>
      <div className={styles.town}>
        {line('postcode')}
        {line('town')}
      </div>
      <ComboBox
        label={words.country}
        options={countries}
        value={address.country === '' ? null : address.country}
        onChange={(country) => form.choose({ address: { ...address, country } })}
        error={form.error('address')}
      />
    </div>
  )
}

/** How the client is billed: tax id, currency, language, payment terms, and the tax that its lines propose. */
export function BillingFields({ form }: ClientFieldsProps) {
  const all = useWords()
  const words = all.clients
  const { language } = useFormat()
  const { value } = form
  const currencies = useMemo(() => currencyOptions(language), [language])
  return (
    <div className={styles.fields}>
      <TextField
        label={words.taxId}
        description={all.clientPage.taxIdHelp}
        maxLength={40}
        {...textOf(form, 'taxId')}
        error={form.error('taxId') ?? taxIdFault(all, language, value.taxId, value.address.country)}
      />
      <ComboBox
        label={words.currency}
        options={currencies}
        value={value.currency}
        onChange={(currency) => form.choose({ currency })}
        error={form.error('currency')}
      />
      <Select
        label={words.language}
        options={PaperLanguage.options.map((id) => ({ id, label: words.languages[id] }))}
        value={value.language}
        onChange={(chosen) => form.choose({ language: PaperLanguage.catch(value.language).parse(chosen) })}
      />
      <NumberField
        label={words.paymentDays}
        value={value.paymentDays}
        minValue={0}
        maxValue={365}
        suffix={words.days}
        onChange={(days) => days !== null && form.choose({ paymentDays: days })}
      />
      <DefaultTax form={form} />
    </div>
  )
}
