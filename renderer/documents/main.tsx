/** The page that is printed: shows the document that main sends, and answers when its pages stand. */
import { StrictMode, useCallback, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { Bridge, Events } from '../../shared/ipc/contract.ts'
import './document.css'
import { InvoicePages } from './InvoicePages.tsx'
import { LetterPages } from './LetterPages.tsx'
import { letterView } from './letterView.ts'
import { paperView } from './paperView.ts'
import { ReportPages } from './ReportPages.tsx'

type Shown = Events['document/show']

// The preload put it there before this script ran.
const bridge = (window as Window & { readonly headroom?: Bridge }).headroom

function DocumentPage({ bridge }: { readonly bridge: Bridge }) {
  const [shown, setShown] = useState<Shown | null>(null)
  useEffect(() => {
    const stop = bridge.on('document/show', setShown)
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
  if (printed.kind === 'invoice')
    return <InvoicePages key={shown.job} document={printed.invoice} onPages={onPages} />
  if (printed.kind === 'letter')
    return <LetterPages key={shown.job} letter={printed.letter} onPages={onPages} />
  return <ReportPages key={shown.job} report={printed.report} onPages={onPages} />
}

function headOf(printed: Shown['document']): { readonly title: string; readonly language: string } {
  if (printed.kind === 'letter') return letterView(printed.letter)
  return printed.kind === 'invoice' ? paperView(printed.invoice) : printed.report
}

const root = document.getElementById('paper')
if (root !== null && bridge !== undefined)
  createRoot(root).render(
    <StrictMode>
      <DocumentPage bridge={bridge} />
    </StrictMode>,
  )
