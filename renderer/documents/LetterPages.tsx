import { useEffect, useMemo } from 'react'
import type { LetterDocument } from '../../shared/billing/after/letterDocument.ts'
import closing from './closing.module.css'
import { letterView } from './letterView.ts'
import { Foot, Letterhead, Totals } from './PaperParts.tsx'
import paper from './paper.module.css'
import { Sheet } from './Sheet.tsx'

export interface LetterPagesProps {
  readonly letter: LetterDocument
  /** Called when the page stands. */
  readonly onPages?: (pages: number) => void
}

/** A reminder on the invoice's own paper. Its texts are short: it is one page. */
export function LetterPages({ letter, onPages }: LetterPagesProps) {
  const view = useMemo(() => letterView(letter), [letter])
  useEffect(() => {
    let isCurrent = true
    void globalThis.document.fonts.ready.then(() => {
      if (isCurrent) onPages?.(1)
    })
    return () => {
      isCurrent = false
    }
  }, [onPages])
  const paragraph = (text: string) => (
    <p key={text} className={closing.paragraph} dir="auto">
      {text}
    </p>
  )
  return (
    <Sheet paper={view.paper}>
      <Letterhead view={view} />
      {view.before.map(paragraph)}
      <Totals view={view} />
      {view.after.map(paragraph)}
      <div className={paper.fill} />
      <Foot view={view} page={1} pages={1} />
    </Sheet>
  )
}
