import { useState } from 'react'
import type { InvoiceFileReply } from '../../shared/ipc/documentsContract.ts'
import type { Invoice } from '../../shared/plan/invoice.ts'
import { bridge } from '../state/bridge.ts'
import { reportFault } from '../state/report.ts'
import { savePdf } from '../state/savePdf.ts'
import { toast } from '../state/toasts.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import page from './InvoicePage.module.css'
import styles from './StoredPdf.module.css'

type Trouble = Exclude<InvoiceFileReply['state'], 'there'>

/** The PDF that was stored when the invoice was issued: opened, shown, copied; printed again where it is missing or was changed. */
export function StoredPdf({ invoice }: { readonly invoice: Invoice }) {
  const { pdf: words } = useWords().billing
  const format = useFormat()
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [isBusy, setBusy] = useState(false)
  const { id, pdf } = invoice
  // It was stored since.
  const told = trouble === 'unsaved' && pdf !== null ? null : trouble
  const ask = async (request: () => Promise<InvoiceFileReply>, done = '') => {
    setBusy(true)
    try {
      const { state } = await request()
      setTrouble(state === 'there' ? null : state)
      if (state === 'there' && done !== '') toast({ text: done, tone: 'done' })
    } catch (fault) {
      reportFault(fault)
      setTrouble('failed')
    }
    setBusy(false)
  }
  const open = (how: 'file' | 'folder') => ask(() => bridge.request('invoice/open', { id, how }))
  const again = () => ask(() => bridge.request('invoice/printAgain', { id }), words.printedAgain)
  return (
    <section className={page.part}>
      <div className={page.partHead}>
        <h2>{words.stored}</h2>
        {pdf === null ? null : (
          <span>{words.storedPages(pdf.pages, `${format.number(Math.ceil(pdf.bytes / 1000))}\u00a0kB`)}</span>
        )}
      </div>
      {pdf === null ? (
        <p>{words.storing}</p>
      ) : (
        <dl className={page.facts}>
          <div className={page.fact}>
            <dt className={styles.name}>{words.fingerprint}</dt>
            <dd className={styles.print}>{pdf.sha256}</dd>
          </div>
        </dl>
      )}
      <div className={styles.buttons}>
        <Button isDisabled={isBusy} onPress={() => void open('file')}>
          {words.openStored}
        </Button>
        <Button isDisabled={isBusy} onPress={() => void open('folder')}>
          {words.showStored}
        </Button>
        <Button isDisabled={isBusy} onPress={() => void savePdf(id)}>
          {words.saveCopy}
        </Button>
      </div>
      {told === null ? null : (
        <div className={styles.trouble} role="alert">
          <p>{words.troubles[told]}</p>
          {told === 'missing' || told === 'differs' ? (
            <Button size="small" isDisabled={isBusy} onPress={() => void again()}>
              {words.printAgain}
            </Button>
          ) : null}
        </div>
      )}
    </section>
  )
}
