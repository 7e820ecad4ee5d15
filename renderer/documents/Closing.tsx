import styles from './paper.module.css'
import type { PaperCode } from './paperPayment.ts'
import { QrCode } from './QrCode.tsx'

/** A paragraph below the totals, with a code to scan beside it where there is one. */
export function Closing({ text, code }: { readonly text: string; readonly code: PaperCode | null }) {
  if (code === null)
    return (
      <p className={styles.paragraph} dir="auto" data-paragraph>
        {text}
      </p>
    )
  return (
    <div className={styles.payment} data-paragraph="whole">
      <p className={styles.request} dir="auto">
        {text}
      </p>
      <figure className={styles.code}>
        <QrCode text={code.text} label={code.long} className={styles.qr} />
        <figcaption>{code.label}</figcaption>
      </figure>
    </div>
  )
}
