import { useMemo } from 'react'
import { Client, type Client as ClientRecord } from '../../shared/plan/client.ts'
import { colourNames } from '../../shared/plan/fields.ts'
import { execute } from '../state/plan.ts'
import { type RecordForm, useRecord } from '../state/useRecord.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { ComboBox } from '../ui/ComboBox.tsx'
import { countryOptions, currencyOptions, zoneOptions } from '../ui/choices.ts'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { AgreementList } from './AgreementList.tsx'
import styles from './ClientPage.module.css'
import { ColourField } from './ColourField.tsx'
import { EngagementList } from './EngagementList.tsx'

/** One client: engagements and what is due, then who it is and how it is billed. */
export function ClientPage({ client }: { readonly client: ClientRecord }) {
  const words = useWords().clients
  const form = useRecord('client', client, Client)
  return (
    <div className={styles.page}>
      <header className={styles.head} data-colour={client.colour}>
        <span className={styles.mark} />
        <h2>{client.name}</h2>
        <div className={styles.headActions}>
          <Button size="small" onPress={() => form.choose({ archived: !client.archived })}>
            {client.archived ? words.unarchive : words.archive}
          </Button>
          <Button
            size="small"
            variant="quiet"
            onPress={() => void execute({ type: 'practice/delete', kind: 'client', id: client.id })}
          >
            {words.remove}
          </Button>
        </div>
      </header>
      <EngagementList client={client} />
      <AgreementList client={client} />
      <section aria-labelledby="client-details" className={styles.section}>
        <h3 id="client-details">{words.details}</h3>
        <Details form={form} />
      </section>
      <section aria-labelledby="client-billing" className={styles.section}>
        <h3 id="client-billing">{words.billing}</h3>
        <Billing form={form} />
      </section>
    </div>
  )
}

interface FormProps {
  readonly form: RecordForm<ClientRecord>
}

function Details({ form }: FormProps) {
  const words = useWords().clients
  const { value } = form
  const zones = useMemo(() => zoneOptions(value.zone), [value.zone])
  return (
    <div className={styles.fields}>
      <TextField
        label={words.name}
        value={value.name}
        onChange={(name) => form.type({ name })}
        onBlur={form.leave}
        onEnter={form.leave}
        error={form.error('name')}
      />
      <TextField
        label={words.code}
        description={words.codeHelp}
        value={value.code}
        maxLength={12}
        onChange={(code) => form.type({ code })}
        onBlur={form.leave}
        onEnter={form.leave}
        error={form.error('code')}
      />
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
      />
      <div className={styles.wide}>
        <TextArea
          label={words.notes}
          value={value.notes}
          onChange={(notes) => form.type({ notes })}
          onBlur={form.leave}
          error={form.error('notes')}
        />
      </div>
    </div>
  )
}

function Billing({ form }: FormProps) {
  const words = useWords().clients
  const { language } = useFormat()
  const { value } = form
  const countries = useMemo(() => countryOptions(language), [language])
  const currencies = useMemo(() => currencyOptions(language), [language])
  const { address } = value
  const line = (field: 'street' | 'number' | 'postcode' | 'town') => (
    <TextField
      label={words[field]}
      value={address[field]}
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
      />
      <TextField
        label={words.taxId}
        value={value.taxId}
        maxLength={40}
        onChange={(taxId) => form.type({ taxId })}
        onBlur={form.leave}
        onEnter={form.leave}
        error={form.error('taxId')}
      />
      <TextField
        label={words.email}
        type="email"
        value={value.email}
        onChange={(email) => form.type({ email })}
        onBlur={form.leave}
        onEnter={form.leave}
        error={form.error('email')}
      />
      <ComboBox
        label={words.currency}
        options={currencies}
        value={value.currency}
        onChange={(currency) => form.choose({ currency })}
      />
      <Select
        label={words.language}
        options={[
          { id: 'en', label: words.languages.en },
          { id: 'de', label: words.languages.de },
        ]}
        value={value.language}
        onChange={(chosen) => form.choose({ language: chosen === 'de' ? 'de' : 'en' })}
      />
      <NumberField
        label={words.paymentDays}
        value={value.paymentDays}
        minValue={0}
        maxValue={365}
        suffix={words.days}
        onChange={(days) => days !== null && form.choose({ paymentDays: days })}
      />
    </div>
  )
}
