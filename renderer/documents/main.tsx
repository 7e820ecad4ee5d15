/** The page that is printed: shows the document that main sends, and answers when its pages stand. */
import { StrictMode, useCallback, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { Bridge } from '../../shared/ipc/contract.ts'
import type { PrintedDocument } from '../../shared/ipc/documentsContract.ts'
import './document.css'
import { InvoicePages } from './InvoicePages.tsx'
import { LetterPages } from './LetterPages.tsx'
import { letterView } from './letterView.ts'
import { paperTitle } from './paperView.ts'
import { ReportPages } from './ReportPages.tsx'

interface Shown {
  readonly job: number
  readonly document: PrintedDocument
}

// The preload put it there before this script ran.
const bridge = (window as Window & { readonly headroom?: Bridge }).headroom

function DocumentPage({ bridge }: { readonly bridge: Bridge }) {
  const [shown, setShown] = useState<Shown | null>(null)
  useEffect(() => {
    const stop = bridge.on('document/show', ({ job, document }) =>
      setShown({ job, document: JSON.parse(document) }),
    )
    void bridge.request('document/ready', { job: 0, pages: 0 })
    return stop
  }, [bridge])
  const job = shown?.job
  const onPages = useCallback(
    (pages: number) => {
      if (job !== undefined) void bridge.request('document/ready', { job, pages })
    },
    [bridge, job],
  )
  useEffect(() => {
    if (shown === null) return
    const { title, language } = headOf(shown.document)
    document.title = title
    document.documentElement.lang = language
  }, [shown])
  if (shown === null) return null
  const printed = shown.document
  if (printed.kind === 'letter')
    return <LetterPages key={shown.job} letter={printed.letter} onPages={onPages} />
  // Their fonts are there once they were measured.
  return (
    <div key={shown.job} className="for-print">
      {printed.kind === 'invoice' ? (
        <InvoicePages document={printed.invoice} onPages={onPages} />
      ) : (
        <ReportPages report={printed.report} onPages={onPages} />
      )}
    </div>
  )
}

function headOf(printed: Shown['document']): { readonly title: string; readonly language: string } {
  if (printed.kind === 'letter') return letterView(printed.letter)
  if (printed.kind === 'report') return printed.report
  return { title: paperTitle(printed.invoice), language: printed.invoice.invoice.language }
}

const root = document.getElementById('paper')
if (root !== null && bridge !== undefined)
  createRoot(root).render(
    <StrictMode>
      <DocumentPage bridge={bridge} />
    </StrictMode>,
  )
