import type { Colour } from '../../shared/plan/fields.ts'
import { useWords } from '../state/words.ts'
import { IconButton } from '../ui/Button.tsx'
import styles from './InvoicePage.module.css'
import { toList } from './InvoicesScreen.tsx'

/** The title of one invoice, with the way back to all. */
export function InvoiceHeading({
  text,
  colour,
}: {
  readonly text: string
  readonly colour: Colour | undefined
}) {
  const words = useWords().billing
  return (
    <span className={styles.heading}>
      <IconButton icon="previous" variant="quiet" size="small" label={words.back} onPress={toList} />
      <span className={styles.dot} data-colour={colour} />
      {text}
    </span>
  )
}
