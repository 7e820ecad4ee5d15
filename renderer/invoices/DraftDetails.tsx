import { useMemo } from 'react'
import { paperLanguages } from '../../shared/plan/fields.ts'
import type { Exchange, Invoice } from '../../shared/plan/invoice.ts'
import { useToday } from '../state/clock.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Switch } from '../ui/Checkbox.tsx'
import { ComboBox } from '../ui/ComboBox.tsx'
import { currencyOptions } from '../ui/choices.ts'
import { DateField } from '../ui/DateField.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import styles from './InvoicePage.module.css'
import { TypedLine } from './TypedArea.tsx'

interface DetailsProps {
  readonly invoice: Invoice
  readonly onChange: (change: Partial<Invoice>) => void
}

/** What holds for the whole invoice: its period, when to pay, its language and currency, and how prices are meant. */
export function DraftDetails(props: DetailsProps) {
  const { invoice, onChange } = props
  const { editor, proposal } = useWords().billing
  const { supply } = invoice
  const { language } = useFormat()
  const known = useMemo(() => currencyOptions(language), [language])
  return (
    <section className={styles.part}>
      <div className={styles.fields}>
        <DateField
          label={proposal.from}
          day={supply.from}
          maxDay={supply.to}
          onChange={(from) => from !== null && onChange({ supply: { ...supply, from } })}
        />
        <DateField
          label={proposal.to}
          day={supply.to}
          minDay={supply.from}
          onChange={(to) => to !== null && onChange({ supply: { ...supply, to } })}
        />
        <NumberField
          label={editor.paymentDays}
          value={invoice.paymentDays}
          minValue={0}
          maxValue={365}
          step={1}
          onChange={(paymentDays) => paymentDays !== null && onChange({ paymentDays })}
        />
        <Select
          label={editor.language}
          options={paperLanguages.map((id) => ({
            id,
            label: new Intl.DisplayNames([id], { type: 'language' }).of(id) ?? id,
          }))}
          value={invoice.language}
          onChange={(id) =>
            onChange({ language: paperLanguages.find((language) => language === id) ?? invoice.language })
          }
        />
      </div>
      <div className={styles.fields}>
        <Select
          label={editor.prices}
          options={[
            { id: 'net', label: editor.pricesAre.net },
            { id: 'gross', label: editor.pricesAre.gross },
          ]}
          value={invoice.prices}
          onChange={(id) => onChange({ prices: id === 'gross' ? 'gross' : 'net' })}
        />
        <ComboBox
          label={editor.currency}
          options={known}
          value={invoice.currency}
          onChange={(currency) =>
            currency !== null && currency !== invoice.currency && onChange({ currency, exchange: null })
          }
        />
        <TypedLine
          label={editor.reference}
          text={invoice.reference}
          onCommit={(reference) => onChange({ reference })}
        />
      </div>
      {invoice.prices === 'gross' ? <p className={styles.quiet}>{editor.pricesHelp}</p> : null}
      <ExchangeFields {...props} />
      <Switch label={editor.annex} isSelected={invoice.annex} onChange={(annex) => onChange({ annex })} />
    </section>
  )
}

/** The rate at which an invoice in another currency is kept: only where it is in another one. */
function ExchangeFields({ invoice, onChange }: DetailsProps) {
  const { editor } = useWords().billing
  const home = usePlan((plan) => plan.practice.business.currency)
  const today = useToday()
  const { exchange, currency } = invoice
  if (currency === home) return null
  const set = (change: Partial<Exchange>) =>
    onChange({ exchange: { ...(exchange ?? { rate: 1_000_000, on: today, source: '' }), ...change } })
  return (
    <div className={styles.fields} data-place-of="exchange">
      <NumberField
        label={editor.exchange(currency, home)}
        value={exchange === null ? null : exchange.rate / 1_000_000}
        minValue={0.000001}
        maxValue={1_000_000}
        digits={6}
        onChange={(rate) =>
          rate === null ? onChange({ exchange: null }) : set({ rate: Math.round(rate * 1_000_000) })
        }
      />
      <DateField
        label={editor.exchangeOn}
        day={exchange?.on ?? null}
        onChange={(on) => on !== null && set({ on })}
      />
      <TypedLine
        label={editor.exchangeSource}
        text={exchange?.source ?? ''}
        onCommit={(source) => set({ source })}
      />
    </div>
  )
}
