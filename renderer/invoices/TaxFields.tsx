import { needsReason } from '../../shared/billing/tax.ts'
import { lineTexts } from '../../shared/billing/texts.ts'
import type { PaperLanguage } from '../../shared/plan/fields.ts'
import { type LineTax, type TaxCategory, taxCategories } from '../../shared/plan/lineTax.ts'
import { useWords } from '../state/words.ts'
import { NumberField } from '../ui/NumberField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'

export interface TaxFieldsProps {
  readonly label: string
  readonly tax: LineTax
  /** Of the document, for the reason that a category proposes. */
  readonly language: PaperLanguage
  readonly onChange: (tax: LineTax) => void
  /** The reason was left. */
  readonly onLeave?: () => void
  /** Where the three fields stand. */
  readonly classNames: {
    readonly category: string | undefined
    readonly rate: string | undefined
    readonly reason: string | undefined
  }
}

/** A tax: its category, then the rate where there is one, or the reason where there is none. */
export function TaxFields({ label, tax, language, onChange, onLeave, classNames }: TaxFieldsProps) {
  const words = useWords().billing
  const chooseCategory = (id: string) => {
    const category = taxCategories.find((known) => known === id)
    if (category !== undefined) onChange(taxOf(category, language, tax))
  }
  return (
    <>
      <div className={classNames.category}>
        <Select
          label={label}
          options={taxCategories.map((id) => ({ id, label: words.taxes[id] }))}
          value={tax.category}
          onChange={chooseCategory}
        />
      </div>
      {tax.category === 'S' ? (
        <div className={classNames.rate}>
          <NumberField
            label={words.editor.taxRate}
            value={tax.rate / 10_000}
            minValue={0}
            maxValue={100}
            digits={4}
            suffix="%"
            onChange={(percent) => onChange({ ...tax, rate: Math.round((percent ?? 0) * 10_000) })}
          />
        </div>
      ) : null}
      {needsReason(tax.category) ? (
        <div className={classNames.reason}>
          <TextField
            label={words.editor.taxReason}
            value={tax.reason}
            maxLength={500}
            onChange={(reason) => onChange({ ...tax, reason })}
            {...(onLeave === undefined ? {} : { onBlur: onLeave })}
          />
        </div>
      ) : null}
    </>
  )
}

function taxOf(category: TaxCategory, language: PaperLanguage, before: LineTax): LineTax {
  if (category === before.category) return before
  const reason = needsReason(category) ? lineTexts(language).taxReason(category) : ''
  return { category, rate: 0, reason }
}
