import type { InvoiceDocument } from '../../shared/billing/document.ts'
import { InvoicePages } from '../documents/InvoicePages.tsx'
import { PagesPreview } from '../documents/PagesPreview.tsx'

/** The pages of an invoice as the PDF will have them. */
export function PaperPreview({ document }: { readonly document: InvoiceDocument }) {
  return <PagesPreview>{(onPages) => <InvoicePages document={document} onPages={onPages} />}</PagesPreview>
}
