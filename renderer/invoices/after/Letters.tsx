import type { Issued } from '../../../shared/billing/after/links.ts'
import { bridge } from '../../state/bridge.ts'
import { execute } from '../../state/plan.ts'
import { savePdfOf } from '../../state/savePdf.ts'
import { toastWithUndo } from '../../state/undoToast.ts'
import { useFormat, useWords } from '../../state/words.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import page from '../InvoicePage.module.css'
import styles from './After.module.css'

/** The letters that asked for an invoice; nothing where none was written. */
export function Letters({ invoice }: { readonly invoice: Issued }) {
  const words = useWords().money
  const format = useFormat()
  if (invoice.letters.length === 0) return null
  const remove = async (letterId: string) => {
    const reply = await execute({ type: 'invoice/letter-remove', id: invoice.id, letterId })
    if (reply.ok) toastWithUndo(words.letter.removed)
  }
  const save = (letterId: string) =>
    void savePdfOf(() => bridge.request('money/save', { what: 'letter', id: invoice.id, letterId }))
  return (
    <section className={page.part}>
      <div className={page.partHead}>
        <h2>{words.after.letters}</h2>
      </div>
      <dl className={page.facts}>
        {invoice.letters.map((letter) => (
          <div key={letter.id} className={page.fact}>
            <dt>
              {words.after.letterOf(letter.level, format.dayMedium(letter.on))}
              {' · '}
              {words.after.letterText(
                format.money(letter.open + letter.fee, invoice.currency),
                format.dayMedium(letter.payBy),
              )}
            </dt>
            <dd className={styles.entry}>
              <Button size="small" onPress={() => save(letter.id)}>
                {words.after.saveLetter}
              </Button>
              <IconButton
                icon="trash"
                variant="quiet"
                size="small"
                label={words.after.removeLetter}
                onPress={() => void remove(letter.id)}
              />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
