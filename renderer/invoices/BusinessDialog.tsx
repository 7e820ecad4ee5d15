import { useState } from 'react'
import { isBic, isIban } from '../../shared/billing/iban.ts'
import { nextNumber } from '../../shared/billing/numbering.ts'
import { type Business, Numbering } from '../../shared/plan/business.ts'
import type { Address } from '../../shared/plan/fields.ts'
import { emailFault, taxIdFault } from '../clients/clientFaults.ts'
import { useToday } from '../state/clock.ts'
import { execute, planNow, usePlan } from '../state/plan.ts'
import { languageNow, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { ComboBox } from '../ui/ComboBox.tsx'
import { countryOptions } from '../ui/choices.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import styles from './BusinessDialog.module.css'
import { TaxFields } from './TaxFields.tsx'

interface Form {
  readonly business: Business
  readonly change: (change: Partial<Business>) => void
}

/** What stands on every invoice about the planner's own business, and what a new invoice starts with. */
export function BusinessDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords()
  const own = words.billing.form
  const [business, setBusiness] = useState(() => planNow().practice.business)
  const [pattern, setPattern] = useState(() => planNow().practice.numbering.pattern)
  const form: Form = { business, change: (change) => setBusiness((before) => ({ ...before, ...change })) }
  const isPattern = Numbering.shape.pattern.safeParse(pattern).success
  const save = async () => {
    const reply = await execute({ type: 'business/change', change: business as never, pattern })
    if (reply.ok) onClose()
  }
  return (
    <Dialog
      title={own.title}
      isOpen
      onClose={onClose}
      isDismissable={false}
      footer={
        <>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button variant="primary" isDisabled={!isPattern} onPress={() => void save()}>
            {own.save}
          </Button>
        </>
      }
    >
      <h3 className={styles.group}>{own.who}</h3>
      <Who {...form} />
      <h3 className={styles.group}>{own.account}</h3>
      <Account {...form} />
      <h3 className={styles.group}>{own.usual}</h3>
      <Usual {...form} pattern={pattern} isPattern={isPattern} onPattern={setPattern} />
    </Dialog>
  )
}

function Who({ business, change }: Form) {
  const all = useWords()
  const words = all.billing.form
  const changeAddress = (part: Partial<Address>) => change({ address: { ...business.address, ...part } })
  const { address } = business
  return (
    <div className={styles.row}>
      <div className={styles.full}>
        <TextField
          label={words.name}
          value={business.name}
          maxLength={500}
          autoFocus
          onChange={(name) => change({ name })}
        />
      </div>
      <div className={styles.wide}>
        <TextField
          label={words.street}
          value={address.street}
          maxLength={500}
          onChange={(street) => changeAddress({ street })}
        />
      </div>
      <div className={styles.narrow}>
        <TextField
          label={words.number}
          value={address.number}
          maxLength={40}
          onChange={(number) => changeAddress({ number })}
        />
      </div>
      <div className={styles.narrow}>
        <TextField
          label={words.postcode}
          value={address.postcode}
          maxLength={40}
          onChange={(postcode) => changeAddress({ postcode })}
        />
      </div>
      <div className={styles.narrow}>
        <TextField
          label={words.town}
          value={address.town}
          maxLength={500}
          onChange={(town) => changeAddress({ town })}
        />
      </div>
      <div className={styles.narrow}>
        <ComboBox
          label={words.country}
          options={countryOptions(languageNow())}
          value={address.country === '' ? null : address.country}
          onChange={(country) => changeAddress({ country })}
        />
      </div>
      <div className={styles.half}>
        <TextField
          label={words.email}
          type="email"
          value={business.email}
          maxLength={500}
          onChange={(email) => change({ email })}
          error={emailFault(all, business.email)}
        />
      </div>
      <div className={styles.half}>
        <TextField
          label={words.phone}
          type="tel"
          value={business.phone}
          maxLength={500}
          onChange={(phone) => change({ phone })}
        />
      </div>
      <div className={styles.half}>
        <TextField
          label={words.taxId}
          value={business.taxId}
          maxLength={40}
          onChange={(taxId) => change({ taxId })}
          error={taxIdFault(all, languageNow(), business.taxId, address.country)}
        />
      </div>
      <div className={styles.half}>
        <TextField
          label={words.registration}
          description={words.registrationHelp}
          value={business.registration}
          maxLength={500}
          onChange={(registration) => change({ registration })}
        />
      </div>
    </div>
  )
}

function Account({ business, change }: Form) {
  const words = useWords().billing.form
  const isWrong = business.iban.trim() !== '' && !isIban(business.iban)
  return (
    <div className={styles.row}>
      <div className={styles.full}>
        <TextField
          label={words.iban}
          value={business.iban}
          maxLength={42}
          onChange={(iban) => change({ iban })}
          error={isWrong ? words.ibanWrong : null}
        />
      </div>
      <div className={styles.narrow}>
        <TextField
          label={words.bic}
          value={business.bic}
          maxLength={11}
          onChange={(bic) => change({ bic: bic.toUpperCase() })}
          error={business.bic.trim() === '' || isBic(business.bic) ? null : words.bicWrong}
        />
      </div>
      <div className={styles.wide}>
        <TextField
          label={words.bank}
          value={business.bank}
          maxLength={500}
          onChange={(bank) => change({ bank })}
        />
      </div>
    </div>
  )
}

interface UsualProps extends Form {
  readonly pattern: string
  readonly isPattern: boolean
  readonly onPattern: (pattern: string) => void
}

function Usual({ business, change, pattern, isPattern, onPattern }: UsualProps) {
  const words = useWords().billing.form
  const today = useToday()
  const next = usePlan((plan) => plan.practice.numbering.next)
  return (
    <div className={styles.row}>
      <TaxFields
        label={words.tax}
        tax={business.tax}
        language={languageNow()}
        onChange={(tax) => change({ tax })}
        classNames={{ category: styles.wide, rate: styles.narrow, reason: styles.full }}
      />
      <div className={styles.full}>
        <TextField
          label={words.pattern}
          value={pattern}
          maxLength={60}
          onChange={onPattern}
          error={isPattern ? null : words.patternWrong}
          description={isPattern ? words.patternHelp(nextNumber({ pattern, next }, today).number) : undefined}
        />
      </div>
      <div className={styles.full}>
        <TextArea
          label={words.footer}
          value={business.texts.en.footer}
          rows={2}
          maxLength={20_000}
          onChange={(footer) => change({ texts: withFooter(business.texts, footer) })}
        />
      </div>
    </div>
  )
}

/** The text under every invoice, whatever its language. */
function withFooter({ en, de, fr }: Business['texts'], footer: string): Business['texts'] {
  return { en: { ...en, footer }, de: { ...de, footer }, fr: { ...fr, footer } }
}
