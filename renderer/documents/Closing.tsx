import closing from './closing.module.css'
import type { PaperCode } from './paperPayment.ts'
import { QrCode } from './QrCode.tsx'

/** A paragraph below the totals, with a code to scan beside it where there is one. */
export function Closing({ text, code }: { readonly text: string; readonly code: PaperCode | null }) {
  if (code === null)
    return (
      <p className={closing.paragraph} dir="auto" data-paragraph>
        {text}
      </p>
    )
  return (
    <div className={closing.payment} data-paragraph="whole">
      <p className={closing.request} dir="auto">
        {text}
      </p>
      <figure className={closing.code}>
        <QrCode text={code.text} label={code.long} className={closing.qr} />
        <figcaption>{code.label}</figcaption>
      </figure>
    </div>
  )
}
