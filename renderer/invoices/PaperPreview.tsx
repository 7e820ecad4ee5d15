import { useState } from 'react'
import type { InvoiceDocument } from '../../shared/billing/document.ts'
import { InvoicePages } from '../documents/InvoicePages.tsx'
import { useWords } from '../state/words.ts'
import styles from './PaperPreview.module.css'

/** The pages of an invoice as the PDF will have them, smaller. */
export function PaperPreview({ document }: { readonly document: InvoiceDocument }) {
  const words = useWords().billing.editor
  const [pages, setPages] = useState(0)
  return (
    <figure className={styles.figure} aria-label={words.preview}>
      <figcaption className={styles.caption}>
        <span>{words.preview}</span>
        <span>{pages === 0 ? '' : words.pages(pages)}</span>
      </figcaption>
      <div className={styles.preview} aria-hidden="true">
        <InvoicePages document={document} onPages={setPages} />
      </div>
    </figure>
  )
}
