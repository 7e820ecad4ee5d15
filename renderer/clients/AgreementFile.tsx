import { useEffect, useId, useState } from 'react'
import type { LinkedFileReply } from '../../shared/ipc/contract.ts'
import type { Agreement } from '../../shared/plan/agreement.ts'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import styles from './AgreementFile.module.css'
import { chooseFile, lookAtFile, openFile } from './agreementFiles.ts'

interface AgreementFileProps {
  /** The agreement as it is in the plan; null where it is new. Only its document can be opened. */
  readonly saved: Agreement | null
  readonly file: string
  readonly onChange: (file: string) => void
}

/** The link to an agreement's document: chosen, opened, taken away, and told where it is not there any more. */
export function AgreementFile({ saved, file, onChange }: AgreementFileProps) {
  const words = useWords().agreements
  const label = useId()
  const isSaved = saved !== null && saved.file === file
  const state = useFileState(isSaved && file !== '' ? saved : null)
  const choose = async () => {
    const path = await chooseFile()
    if (path !== null) onChange(path)
  }
  const problem = state === null || state === 'there' ? null : words.files[state]
  return (
    <fieldset aria-labelledby={label} className={styles.file}>
      <span id={label} className={styles.label}>
        {words.file}
      </span>
      <div className={styles.line}>
        <span className={styles.name} title={file}>
          {file === '' ? (
            <span className={styles.quiet}>{words.fileNone}</span>
          ) : (
            <>
              <b>{nameOf(file)}</b>
              <small>{folderOf(file)}</small>
            </>
          )}
        </span>
        <Button size="small" onPress={() => void choose()}>
          {words.fileChoose}
        </Button>
        {file === '' ? null : (
          <>
            <Button
              size="small"
              isDisabled={!isSaved || problem !== null}
              onPress={() => saved !== null && void openFile(saved.id)}
            >
              {words.fileOpen}
            </Button>
            <Button size="small" variant="quiet" onPress={() => onChange('')}>
              {words.fileUnlink}
            </Button>
          </>
        )}
      </div>
      {problem === null ? (
        <span className={styles.quiet}>{file === '' || isSaved ? words.fileHelp : words.fileSaveFirst}</span>
      ) : (
        <span role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </fieldset>
  )
}

/** Where the document of a saved agreement stands; null until that is known, and without one. */
function useFileState(saved: Agreement | null): LinkedFileReply['state'] | null {
  const [known, setKnown] = useState<{
    readonly of: Agreement
    readonly state: LinkedFileReply['state']
  } | null>(null)
  useEffect(() => {
    if (saved === null) return
    let isWanted = true
    void lookAtFile(saved.id).then((state) => {
      if (isWanted) setKnown({ of: saved, state })
    })
    return () => {
      isWanted = false
    }
  }, [saved])
  return known !== null && known.of === saved ? known.state : null
}

function nameOf(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.length - nameOf(path).length - 1))
}
