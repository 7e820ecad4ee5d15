import { useEffect, useState } from 'react'
import type { VaultView } from '../../shared/ipc/vaultContract.ts'
import { bridge } from '../state/bridge.ts'
import { reportFault } from '../state/report.ts'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Switch } from '../ui/Checkbox.tsx'
import { Section } from '../ui/Screen.tsx'
import styles from './Vault.module.css'
import { ChangeDialog, TurnOffDialog, TurnOnDialog } from './VaultDialogs.tsx'
import { askVault } from './vaultActs.ts'

const dialogs = { on: TurnOnDialog, off: TurnOffDialog, change: ChangeDialog }

/** Settings: whether the data is encrypted, and by what it opens. */
export function EncryptionSection() {
  const words = useWords().vault
  const [vault, setVault] = useState<VaultView | null>(null)
  const [asked, setAsked] = useState<keyof typeof dialogs | null>(null)
  useEffect(() => {
    bridge.request('vault/state', undefined).then(setVault).catch(reportFault)
  }, [])
  if (vault === null) return <Section title={words.title}>{null}</Section>
  const isOn = vault.state === 'open'
  const AskedDialog = asked === null ? null : dialogs[asked]
  const changeKeychain = async (on: boolean) => {
    const next = await askVault('vault/keychain', { on })
    if (next !== null && next !== 'wrong') setVault(next)
  }
  return (
    <Section title={words.title}>
      <div className={styles.stack}>
        <p className={styles.quiet}>{isOn ? words.on : words.off}</p>
        {vault.changing ? <p role="status">{words.changing}</p> : null}
        {isOn && vault.keychain.available ? (
          <Switch
            label={words.keychain}
            description={words.keychainHelp}
            isSelected={vault.keychain.on}
            onChange={(on) => void changeKeychain(on)}
          />
        ) : null}
        <div className={styles.buttons}>
          {isOn ? (
            <>
              <Button onPress={() => setAsked('change')}>{words.change}</Button>
              <Button variant="quiet" onPress={() => setAsked('off')}>
                {words.turnOff}
              </Button>
            </>
          ) : (
            <Button onPress={() => setAsked('on')}>{words.turnOn}</Button>
          )}
        </div>
      </div>
      {AskedDialog === null ? null : (
        <AskedDialog
          vault={vault}
          onClose={(next) => {
            setAsked(null)
            if (next !== null) setVault(next)
          }}
        />
      )}
    </Section>
  )
}
