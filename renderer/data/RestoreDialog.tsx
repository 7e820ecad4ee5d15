import { useState } from 'react'
import type { PlanDifference } from '../../shared/storage/census.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './Data.module.css'
import { type Looked, restore } from './dataActs.ts'
import { holdsText, useInstant } from './dataText.ts'

/** How many of the invoices that would be gone are named. */
const NAMED = 12

/** Shows what a backup or a file would change, before anything does. */
export function RestoreDialog({
  looked,
  isFile,
  restarts,
  onClose,
}: {
  readonly looked: Looked
  readonly isFile: boolean
  /** The present files cannot be written to: they are replaced, and the app starts again. */
  readonly restarts: boolean
  readonly onClose: (restored: boolean) => void
}) {
  const all = useWords()
  const words = all.data.look
  const format = useFormat()
  const instant = useInstant()
  const [busy, setBusy] = useState(false)
  const { id, savedAt, counts, difference } = looked
  const isSame = difference !== null && difference.kinds.length === 0 && !difference.other
  const act = async () => {
    setBusy(true)
    const isDone = await restore(id)
    setBusy(false)
    if (isDone) onClose(true)
  }
  return (
    <Dialog
      title={isFile ? words.file(instant(savedAt)) : words.backup(instant(savedAt))}
      isOpen
      onClose={() => onClose(false)}
      footer={
        <>
          <Button onPress={() => onClose(false)}>{all.app.cancel}</Button>
          <Button variant="primary" isDisabled={busy || (isSame && !restarts)} onPress={() => void act()}>
            {isFile ? words.replace : words.restore}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        {difference === null || restarts ? (
          <p>{words.holds(holdsText(counts, all.data, format, 13))}</p>
        ) : null}
        {difference === null ? null : isSame ? <p>{words.same}</p> : <Difference difference={difference} />}
        <p className={styles.quiet}>{restarts ? words.restarts : words.way}</p>
      </div>
    </Dialog>
  )
}

function Difference({ difference }: { readonly difference: PlanDifference }) {
  const { look: words, kinds } = useWords().data
  const format = useFormat()
  const number = (count: number) => (count === 0 ? '–' : format.number(count))
  return (
    <>
      {difference.issuedLost.length === 0 ? null : (
        <p className={styles.warning} role="alert">
          {words.issuedLost(
            difference.issuedLost.slice(0, NAMED).join(', '),
            Math.max(0, difference.issuedLost.length - NAMED),
          )}
        </p>
      )}
      {difference.kinds.length === 0 ? null : (
        <table className={styles.change}>
          <thead>
            <tr>
              <th scope="col">{words.kind}</th>
              <th scope="col">{words.added}</th>
              <th scope="col">{words.changed}</th>
              <th scope="col">{words.removed}</th>
            </tr>
          </thead>
          <tbody>
            {difference.kinds.map(({ kind, added, changed, removed }) => (
              <tr key={kind}>
                <th scope="row">{kinds[kind]}</th>
                <td>{number(added)}</td>
                <td>{number(changed)}</td>
                <td>{number(removed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {difference.other ? <p>{words.other}</p> : null}
    </>
  )
}
