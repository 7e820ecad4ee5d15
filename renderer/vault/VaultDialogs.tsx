import { type ReactNode, useState } from 'react'
import { LEAST_PASSPHRASE, type VaultView } from '../../shared/ipc/vaultContract.ts'
import { toast } from '../state/toasts.ts'
import { useWords, wordsNow } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { PassphraseField } from './PassphraseField.tsx'
import styles from './Vault.module.css'
import { askVault } from './vaultActs.ts'

export interface VaultDialogProps {
  readonly vault: VaultView
  /** Null where it was given up. */
  readonly onClose: (vault: VaultView | null) => void
}

/** Asks for a new passphrase, and says plainly what losing it means. */
export function TurnOnDialog({ vault, onClose }: VaultDialogProps) {
  const words = useWords().vault
  const fresh = useNewPassphrase()
  const [keychain, setKeychain] = useState(vault.keychain.available)
  const [isWritten, setWritten] = useState(false)
  const { isBusy, act } = useAct(onClose, 'nowOn')
  return (
    <VaultDialog
      title={words.turnOn}
      confirm={words.doOn}
      isReady={fresh.isReady && isWritten}
      isBusy={isBusy}
      onConfirm={() => void act(() => askVault('vault/turnOn', { passphrase: fresh.value, keychain }))}
      onClose={() => onClose(null)}
    >
      {fresh.fields}
      <p className={styles.warning}>{words.lost}</p>
      <Checkbox label={words.written} isSelected={isWritten} onChange={setWritten} />
      {vault.keychain.available ? (
        <Checkbox
          label={words.keychain}
          description={words.keychainHelp}
          isSelected={keychain}
          onChange={setKeychain}
        />
      ) : null}
      <p className={styles.small}>{words.remains}</p>
    </VaultDialog>
  )
}

/** Asks for the passphrase before everything is written clear again. */
export function TurnOffDialog({ onClose }: VaultDialogProps) {
  const words = useWords().vault
  const [passphrase, setPassphrase] = useState('')
  const { isBusy, isWrong, act, forgive } = useAct(onClose, 'nowOff')
  const confirm = () => void act(() => askVault('vault/turnOff', { passphrase }))
  return (
    <VaultDialog
      title={words.turnOff}
      confirm={words.doOff}
      isReady={passphrase !== ''}
      isBusy={isBusy}
      onConfirm={confirm}
      onClose={() => onClose(null)}
    >
      <p>{words.offText}</p>
      <PassphraseField
        value={passphrase}
        isWrong={isWrong}
        onChange={(next) => {
          setPassphrase(next)
          forgive()
        }}
      />
    </VaultDialog>
  )
}

/** Another passphrase for the same data. */
export function ChangeDialog({ onClose }: VaultDialogProps) {
  const words = useWords().vault
  const fresh = useNewPassphrase()
  const [before, setBefore] = useState('')
  const { isBusy, isWrong, act, forgive } = useAct(onClose, 'changed')
  return (
    <VaultDialog
      title={words.change}
      confirm={words.doChange}
      isReady={before !== '' && fresh.isReady}
      isBusy={isBusy}
      onConfirm={() => void act(() => askVault('vault/change', { before, after: fresh.value }))}
      onClose={() => onClose(null)}
    >
      <PassphraseField
        label={words.before}
        value={before}
        isWrong={isWrong}
        onChange={(next) => {
          setBefore(next)
          forgive()
        }}
      />
      {fresh.fields}
      <p className={styles.warning}>{words.lost}</p>
      <p className={styles.small}>{words.oldBackups}</p>
    </VaultDialog>
  )
}

/** Runs one act at a time, and closes with what came of it. */
function useAct(
  onClose: VaultDialogProps['onClose'],
  done: 'nowOn' | 'nowOff' | 'changed',
): {
  readonly isBusy: boolean
  readonly isWrong: boolean
  readonly forgive: () => void
  readonly act: (ask: () => Promise<VaultView | 'wrong' | null>) => Promise<void>
} {
  const [isBusy, setBusy] = useState(false)
  const [isWrong, setWrong] = useState(false)
  const act = async (ask: () => Promise<VaultView | 'wrong' | null>) => {
    setBusy(true)
    const vault = await ask()
    setBusy(false)
    if (vault === 'wrong') setWrong(true)
    if (vault === 'wrong' || vault === null) return
    toast({ text: wordsNow().vault[done], tone: 'done' })
    onClose(vault)
  }
  return { isBusy, isWrong, act, forgive: () => setWrong(false) }
}

/** A new passphrase, typed twice. */
function useNewPassphrase(): {
  readonly value: string
  readonly isReady: boolean
  readonly fields: ReactNode
} {
  const words = useWords().vault
  const [value, setValue] = useState('')
  const [again, setAgain] = useState('')
  const isUnlike = again !== '' && !value.startsWith(again)
  const fields = (
    <>
      <TextField
        label={words.after}
        description={words.rule(LEAST_PASSPHRASE)}
        type="password"
        value={value}
        onChange={setValue}
      />
      <TextField
        label={words.again}
        type="password"
        value={again}
        onChange={setAgain}
        error={isUnlike ? words.unlike : null}
      />
    </>
  )
  return { value, isReady: value.length >= LEAST_PASSPHRASE && value === again, fields }
}

function VaultDialog(props: {
  readonly title: string
  readonly confirm: string
  readonly isReady: boolean
  readonly isBusy: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const { app, vault: words } = useWords()
  const { title, confirm, isReady, isBusy, onConfirm, onClose, children } = props
  return (
    <Dialog
      title={title.replace(/\s?…$/, '')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} isDisabled={isBusy}>
            {app.cancel}
          </Button>
          <Button variant="primary" isDisabled={!isReady || isBusy} onPress={onConfirm}>
            {isBusy ? words.working : confirm}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>{children}</div>
    </Dialog>
  )
}
