import { useState } from 'react'
import { showFolder } from '../data/dataActs.ts'
import { openAgain } from '../state/plan.ts'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { PassphraseField } from './PassphraseField.tsx'
import styles from './Vault.module.css'
import { askVault } from './vaultActs.ts'

/** The start where the data is encrypted and only the passphrase opens it. */
export function UnlockScreen() {
  const { vault: words, data } = useWords()
  const [passphrase, setPassphrase] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const unlock = async () => {
    if (passphrase === '' || isBusy) return
    setBusy(true)
    const vault = await askVault('vault/unlock', { passphrase })
    setBusy(false)
    if (vault === 'wrong') setWrong(true)
    else if (vault !== null) openAgain()
  }
  return (
    <main className={styles.locked}>
      <div className={styles.card}>
        <span className={styles.icon}>
          <Icon name="lock" size={20} />
        </span>
        <h1 className={styles.title}>{words.locked}</h1>
        <p className={styles.quiet}>{words.lockedText}</p>
        <PassphraseField
          value={passphrase}
          isWrong={isWrong}
          onChange={(next) => {
            setPassphrase(next)
            setWrong(false)
          }}
          onEnter={() => void unlock()}
        />
        <div className={styles.buttons}>
          <Button variant="primary" isDisabled={passphrase === '' || isBusy} onPress={() => void unlock()}>
            {isBusy ? words.working : words.unlock}
          </Button>
          <Button variant="quiet" onPress={showFolder}>
            {data.showFolder}
          </Button>
        </div>
        <p className={styles.small}>{words.forgotten}</p>
      </div>
    </main>
  )
}
