import { useState } from 'react'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { PassphraseField } from '../vault/PassphraseField.tsx'
import styles from './Data.module.css'
import { type Looked, lookWith } from './dataActs.ts'

/** Asks for the passphrase of a file that was picked. */
export function PassphraseDialog({ onClose }: { readonly onClose: (looked: Looked | null) => void }) {
  const { app, vault: words } = useWords()
  const [passphrase, setPassphrase] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const open = async () => {
    if (passphrase === '' || isBusy) return
    setBusy(true)
    const looked = await lookWith(passphrase)
    setBusy(false)
    if (looked === 'encrypted') setWrong(true)
    else onClose(looked)
  }
  return (
    <Dialog
      title={words.fileTitle}
      isOpen
      onClose={() => onClose(null)}
      footer={
        <>
          <Button onPress={() => onClose(null)}>{app.cancel}</Button>
          <Button variant="primary" isDisabled={passphrase === '' || isBusy} onPress={() => void open()}>
            {isBusy ? words.working : words.open}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <p>{words.fileText}</p>
        <PassphraseField
          value={passphrase}
          isWrong={isWrong}
          onChange={(next) => {
            setPassphrase(next)
            setWrong(false)
          }}
          onEnter={() => void open()}
        />
      </div>
    </Dialog>
  )
}
