import { useEffect, useState } from 'react'
import type { Licences } from '../../shared/ipc/aboutContract.ts'
import { finder } from '../palette/rank.ts'
import { bridge } from '../state/bridge.ts'
import { reportFault } from '../state/report.ts'
import { toast } from '../state/toasts.ts'
import { useWords, wordsNow } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import listStyles from '../ui/List.module.css'
import { TextField } from '../ui/TextField.tsx'
import styles from './LicencesDialog.module.css'

/** What the app holds that others made, each part with its licence. */
export function LicencesDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords().settings.licences
  const licences = useLicences()
  return (
    <Dialog title={words.title} size="wide" isOpen onClose={onClose}>
      <p className={styles.intro}>{words.text}</p>
      {licences === null ? null : <Parts licences={licences} />}
    </Dialog>
  )
}

function useLicences(): Licences | null {
  const [licences, setLicences] = useState<Licences | null>(null)
  useEffect(() => {
    bridge.request('about/licences', undefined).then(setLicences, reportFault)
  }, [])
  return licences
}

function Parts({ licences: { parts, chromium } }: { readonly licences: Licences }) {
  const all = useWords()
  const words = all.settings.licences
  const [typed, setTyped] = useState('')
  const isFound = finder(typed)
  const shown = parts.filter(({ name, licence }) => isFound(`${name} ${licence}`))
  return (
    <>
      <div className={listStyles.finder}>
        <TextField label={words.find} value={typed} onChange={setTyped} />
        {chromium ? <Button onPress={() => void openChromium()}>{words.chromium}</Button> : null}
      </div>
      {shown.length === 0 ? <p className={listStyles.empty}>{all.app.nothingFound}</p> : null}
      {shown.map(({ name, version, licence, text }) => (
        <details key={`${name} ${version}`} className={styles.part}>
          <summary>
            <span className={styles.name}>
              {name} {version}
            </span>
            <span className={styles.licence}>{licence}</span>
          </summary>
          <pre className={styles.text}>{text}</pre>
        </details>
      ))}
    </>
  )
}

async function openChromium(): Promise<void> {
  if (await bridge.request('about/chromium', undefined)) return
  toast({ text: wordsNow().settings.licences.notOpened, tone: 'over' })
}
