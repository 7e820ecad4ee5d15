import type { Account } from '../../shared/plan/business.ts'
import { newId } from '../state/clock.ts'
import { languageNow, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { ComboBox } from '../ui/ComboBox.tsx'
import { currencyOptions } from '../ui/choices.ts'
import { TextField } from '../ui/TextField.tsx'
import styles from './Business.module.css'
import { type BusinessPart, hasBicFault, hasIbanFault } from './businessForm.ts'

/** Where money goes: the account of the business's own currency, and further ones for others. */
export function AccountFields({ form, set }: BusinessPart) {
  const words = useWords().business
  const { accounts } = form
  const change = (at: number, part: Partial<Account>) =>
    set({ accounts: accounts.map((account, i) => (i === at ? { ...account, ...part } : account)) })
  return (
    <>
      <OneAccount account={form} onChange={set} />
      {accounts.map((account, i) => (
        <fieldset key={account.id} className={styles.account}>
          <legend>{words.accountFor(account.currency)}</legend>
          <OneAccount account={account} onChange={(part) => change(i, part)} />
          <div className={styles.end}>
            <Button
              size="small"
              variant="quiet"
              onPress={() => set({ accounts: accounts.filter((other) => other !== account) })}
            >
              {words.removeAccount}
            </Button>
          </div>
        </fieldset>
      ))}
      <div className={styles.full}>
        <Button
          size="small"
          isDisabled={accounts.length >= 20}
          onPress={() => set({ accounts: [...accounts, emptyAccount(form.currency)] })}
        >
          {words.addAccount}
        </Button>
      </div>
    </>
  )
}

/** A further account, for the franc or the euro first: those that the business does not have. */
function emptyAccount(own: string): Account {
  return { id: newId(), currency: own === 'EUR' ? 'CHF' : 'EUR', iban: '', bic: '', bank: '' }
}

type Fields = Pick<Account, 'currency' | 'iban' | 'bic' | 'bank'>

interface OneAccountProps {
  readonly account: Fields
  readonly onChange: (part: Partial<Fields>) => void
}

function OneAccount({ account, onChange }: OneAccountProps) {
  const words = useWords().business
  return (
    <>
      <div className={styles.narrow}>
        <ComboBox
          label={words.currency}
          options={currencyOptions(languageNow())}
          value={account.currency}
          onChange={(currency) => onChange({ currency })}
        />
      </div>
      <div className={styles.wide}>
        <TextField
          label={words.iban}
          value={account.iban}
          maxLength={42}
          onChange={(iban) => onChange({ iban })}
          error={hasIbanFault(account.iban) ? words.ibanWrong : null}
        />
      </div>
      <div className={styles.narrow}>
        <TextField
          label={words.bic}
          value={account.bic}
          maxLength={11}
          onChange={(bic) => onChange({ bic: bic.toUpperCase() })}
          error={hasBicFault(account.bic) ? words.bicWrong : null}
        />
      </div>
      <div className={styles.wide}>
        <TextField
          label={words.bank}
          value={account.bank}
          maxLength={500}
          onChange={(bank) => onChange({ bank })}
        />
      </div>
    </>
  )
}
