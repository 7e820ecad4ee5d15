import { useMemo } from 'react'
import { chargeOf, passOns } from '../../shared/plan/expense.ts'
import { own } from '../../shared/plan/plan.ts'
import { clientOptions } from '../clients/clientOptions.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { ComboBox } from '../ui/ComboBox.tsx'
import { currencyOptions } from '../ui/choices.ts'
import { DateField } from '../ui/DateField.tsx'
import { Icon } from '../ui/Icon.tsx'
import { MoneyField } from '../ui/MoneyField.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { type Option, Select } from '../ui/Select.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import styles from './Expenses.module.css'
import type { ExpenseDraft } from './expenseForm.ts'
import { chooseReceipt, openReceipt, receiptName } from './receipt.ts'

export interface ExpenseFieldsProps {
  readonly draft: ExpenseDraft
  /** On a draft only what is not billed may change, on an issued invoice nothing. */
  readonly lock: 'draft' | 'billed' | null
  readonly set: (change: Partial<ExpenseDraft>) => void
  readonly error: (field: keyof ExpenseDraft) => string | null
}

/** The fields of an expense: what, for whom, how much, how it is billed, and its receipt. */
export function ExpenseFields(props: ExpenseFieldsProps) {
  const { draft, lock, set, error } = props
  const words = useWords().expenses
  return (
    <div className={styles.fields}>
      <div className={styles.wide}>
        <TextField
          label={words.what}
          value={draft.title}
          autoFocus
          isRequired
          isDisabled={lock === 'billed'}
          onChange={(title) => set({ title })}
          error={error('title')}
        />
      </div>
      <WhoFields {...props} />
      <MoneyFields {...props} />
      <BillingFields {...props} />
      <ReceiptField {...props} />
      <div className={styles.wide}>
        <TextArea
          label={words.notes}
          value={draft.notes}
          rows={2}
          isDisabled={lock === 'billed'}
          onChange={(notes) => set({ notes })}
          error={error('notes')}
        />
      </div>
    </div>
  )
}

/** Stands for own business among the clients, and for no engagement among theirs. */
const NONE = 'none'

function WhoFields({ draft, lock, set, error }: ExpenseFieldsProps) {
  const words = useWords().expenses
  const { clients, engagements } = usePlan((plan) => plan.practice)
  const billedTo = useMemo(
    (): readonly Option[] => [
      { id: NONE, label: words.ownBusiness },
      ...clientOptions(clients, ({ archived, id }) => !archived || id === draft.clientId),
    ],
    [clients, draft.clientId, words],
  )
  const engagementOptions = [
    { id: NONE, label: words.noEngagement },
    ...Object.values(engagements)
      .filter(({ clientId }) => clientId === draft.clientId)
      .sort((a, b) => a.order - b.order)
      .map(({ id, name }) => ({ id, label: name })),
  ]
  const chooseClient = (id: string) => {
    const client = own(clients, id)
    const change = { clientId: client?.id ?? null, engagementId: null, billable: client !== undefined }
    // A currency that nobody has put an amount to follows the client.
    set(draft.amount === null && client !== undefined ? { ...change, currency: client.currency } : change)
  }
  return (
    <>
      <Select
        label={words.client}
        options={billedTo}
        value={draft.clientId ?? NONE}
        isDisabled={lock !== null}
        onChange={chooseClient}
        error={error('clientId')}
      />
      <Select
        label={words.engagement}
        options={engagementOptions}
        value={draft.engagementId ?? NONE}
        isDisabled={lock !== null || draft.clientId === null}
        onChange={(id) => set({ engagementId: id === NONE ? null : id })}
        error={error('engagementId')}
      />
    </>
  )
}

function MoneyFields({ draft, lock, set, error }: ExpenseFieldsProps) {
  const words = useWords().expenses
  const { language } = useFormat()
  const currencies = useMemo(() => currencyOptions(language), [language])
  return (
    <>
      <DateField
        label={words.day}
        day={draft.day}
        isDisabled={lock !== null}
        onChange={(day) => day !== null && set({ day })}
        error={error('day')}
      />
      <ComboBox
        label={words.currency}
        options={currencies}
        value={draft.currency}
        isDisabled={lock !== null}
        onChange={(currency) => set({ currency })}
        error={error('currency')}
      />
      <MoneyField
        label={words.amount}
        description={words.amountHelp}
        minor={draft.amount}
        currency={draft.currency}
        allowEmpty
        isDisabled={lock !== null}
        onChange={(amount) => set({ amount })}
        error={error('amount')}
      />
      <NumberField
        label={words.taxRate}
        description={words.taxHelp}
        value={draft.taxRate / 10_000}
        minValue={0}
        maxValue={100}
        digits={4}
        suffix="%"
        isDisabled={lock !== null}
        onChange={(percent) => set({ taxRate: Math.round((percent ?? 0) * 10_000) })}
        error={error('taxRate')}
      />
    </>
  )
}

function BillingFields({ draft, lock, set, error }: ExpenseFieldsProps) {
  const words = useWords().expenses
  const format = useFormat()
  const client = usePlan((plan) => own(plan.practice.clients, draft.clientId ?? ''))
  if (client === undefined) return null
  const { amount, currency, taxRate, passOn } = draft
  const charge =
    amount === null ? '' : words.charge(format.money(chargeOf({ amount, taxRate, passOn }), currency))
  const note = currency === client.currency ? charge : words.otherCurrency(client.currency)
  return (
    <div className={styles.group}>
      <Checkbox
        label={words.billable}
        isSelected={draft.billable}
        isDisabled={lock !== null}
        onChange={(billable) => set({ billable })}
      />
      {draft.billable ? (
        <Select
          label={words.passOn}
          options={passOns.map((id) => ({ id, label: words.passOns[id] }))}
          value={passOn}
          isDisabled={lock !== null || taxRate === 0}
          onChange={(id) => set({ passOn: passOns.find((known) => known === id) ?? passOn })}
          error={error('passOn')}
        />
      ) : null}
      {draft.billable && note !== '' ? (
        <output className={`${styles.wide} ${styles.quiet}`}>{note}</output>
      ) : null}
    </div>
  )
}

function ReceiptField({ draft, lock, set }: ExpenseFieldsProps) {
  const words = useWords().expenses
  const saved = usePlan(
    ({ years }) => years[draft.day.slice(0, 4)]?.expenses[draft.id]?.receipt === draft.receipt,
  )
  const choose = async () => {
    const receipt = await chooseReceipt()
    if (receipt !== null) set({ receipt })
  }
  const isSet = draft.receipt !== ''
  return (
    <fieldset className={`${styles.wide} ${styles.receipt}`}>
      <legend>{words.receipt}</legend>
      <span className={isSet ? styles.file : styles.quiet} title={draft.receipt}>
        {isSet ? <Icon name="file" size={14} /> : null}
        <span>{isSet ? receiptName(draft.receipt) : words.noReceipt}</span>
      </span>
      {isSet && saved ? (
        <Button size="small" icon="external" onPress={() => void openReceipt(draft.id)}>
          {words.openShort}
        </Button>
      ) : null}
      {isSet ? (
        <Button size="small" isDisabled={lock === 'billed'} onPress={() => set({ receipt: '' })}>
          {words.removeReceipt}
        </Button>
      ) : null}
      <Button size="small" isDisabled={lock === 'billed'} onPress={() => void choose()}>
        {words.chooseReceipt}
      </Button>
      <p className={styles.quiet}>{words.receiptStays}</p>
    </fieldset>
  )
}
