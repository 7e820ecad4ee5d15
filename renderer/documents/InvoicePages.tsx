import { memo, type RefObject, useEffect, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import type { InvoiceDocument } from '../../shared/billing/document.ts'
import { Closing } from './Closing.tsx'
import letterhead from './letterhead.module.css'
import { type Measured, measure } from './measure.ts'
import { CarryRow, Continued, Foot, Letterhead, LineRow, LineTable, Totals } from './PaperParts.tsx'
import { type PagePlan, type Part, paginate } from './paginate.ts'
import styles from './paper.module.css'
import { type PaperRow, type PaperView, paperView } from './paperView.ts'
import { ReportPages } from './ReportPages.tsx'
import { paperClass, Sheet } from './Sheet.tsx'
import { SwissPart, useSwissDrawing } from './SwissPart.tsx'
import type { Drawn } from './swissSvg.ts'
import { useTrial } from './useTrial.ts'

export interface InvoicePagesProps {
  readonly document: InvoiceDocument
  /** Called when the pages stand, with their number. */
  readonly onPages?: (pages: number) => void
}

/**
 * An invoice on its pages, as the PDF has them: everything is set once unseen and measured with its fonts, then dealt out
 * to pages. (CSS margin boxes, which could number pages, came with Chromium 131.)
 */
export function InvoicePages({ document, onPages }: InvoicePagesProps) {
  const [own, setOwn] = useState(0)
  const [after, setAfter] = useState(0)
  const { annex } = document
  const count = own === 0 || (annex !== null && after === 0) ? 0 : own + after
  useEffect(() => {
    if (count > 0) onPages?.(count)
  }, [count, onPages])
  return (
    <>
      <OwnPages document={document} onPages={setOwn} after={after} />
      {annex === null ? null : <ReportPages report={annex} before={own} onPages={setAfter} />}
    </>
  )
}

interface OwnPagesProps extends InvoicePagesProps {
  /** Pages of the annex. */
  readonly after: number
}

/** The pages of the invoice itself; set once, and again when it changes or the annex's pages are known. */
const OwnPages = memo(function OwnPages({ document, onPages, after }: OwnPagesProps) {
  const view = useMemo(() => paperView(document), [document])
  const { trial, measured } = useTrial(view, measure)
  const pages = measured === null ? null : paginate(measured.blocks, measured.room)
  const bill = useSwissDrawing(view.bill?.data ?? null, view.language)
  const isDrawn = view.bill === null || bill !== null
  const count = isDrawn ? (pages?.length ?? 0) : 0
  useEffect(() => {
    if (count > 0) onPages?.(count)
  }, [count, onPages])
  return (
    <>
      {pages === null ? createPortal(<Trial view={view} measured={trial} />, globalThis.document.body) : null}
      {measured === null || pages === null
        ? null
        : pages.map((_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place
            <Page key={i} view={view} measured={measured} plans={pages} index={i} bill={bill} after={after} />
          ))}
    </>
  )
})

/** All there is, in one column, unseen. */
function Trial({
  view,
  measured,
}: {
  readonly view: PaperView
  readonly measured: RefObject<HTMLDivElement | null>
}) {
  const taxed = view.taxHead !== null
  return (
    <div ref={measured} className={`${styles.measure} ${paperClass(view.paper)}`} aria-hidden="true">
      <div data-part="letterhead">
        <Letterhead view={view} />
      </div>
      <div data-part="continued">
        <Continued view={view} />
      </div>
      {view.opening === '' ? null : <Opening text={view.opening} />}
      <LineTable view={view} widths={null}>
        {view.rows.map((row) => (
          <LineRow key={row.key} row={row} taxed={taxed} {...leadAndMore(row)} isFirst isLast />
        ))}
        <CarryRow view={view} sum={view.rows.at(-1)?.sumSoFar ?? ''} />
      </LineTable>
      <div data-part="totals">
        <Totals view={view} />
      </div>
      {view.paragraphs.map(({ text, code }) => (
        <Closing key={text} text={text} code={code} />
      ))}
      {view.bill === null ? null : <div className={styles.billRoom} data-part="bill" />}
      <div data-part="foot" className={styles.measureFoot}>
        <Foot view={view} page={99} pages={99} />
      </div>
    </div>
  )
}

function Opening({ text }: { readonly text: string }) {
  return (
    <p className={letterhead.opening} dir="auto" data-opening>
      {text}
    </p>
  )
}

/** The first line of a row's text, and the rest. */
function leadAndMore({ text }: PaperRow): { lead: string; more: string } {
  const end = text.indexOf('\n')
  return end < 0 ? { lead: text, more: '' } : { lead: text.slice(0, end), more: text.slice(end + 1) }
}

interface PageProps {
  readonly view: PaperView
  readonly measured: Measured
  readonly plans: readonly PagePlan[]
  readonly index: number
  readonly bill: Drawn | null
  readonly after: number
}

function Page({ view, measured, plans, index, bill, after }: PageProps) {
  const plan = plans[index]
  if (plan === undefined) return null
  const rows = plan.parts.filter((part) => part.id.startsWith('row-'))
  const has = (id: string) => plan.parts.some((part) => part.id === id)
  const opening = plan.parts.find((part) => part.id === 'opening')
  return (
    <Sheet paper={view.paper} withBill={has('bill')}>
      {view.watermark === null ? null : (
        <div className={styles.watermark} aria-hidden="true">
          {view.watermark}
        </div>
      )}
      {index === 0 ? <Letterhead view={view} /> : <Continued view={view} />}
      {opening === undefined ? null : <Opening text={sliceOf(view.opening, measured, opening)} />}
      {rows.length > 0 || has('totals') ? <PageTable {...{ view, measured, plans, index, rows }} /> : null}
      {has('totals') ? <Totals view={view} /> : null}
      {plan.parts.map((part) => {
        const paragraph = part.id.startsWith('paragraph-') ? view.paragraphs[numberOf(part)] : undefined
        return paragraph === undefined ? null : (
          <Closing key={part.id} text={sliceOf(paragraph.text, measured, part)} code={paragraph.code} />
        )
      })}
      <div className={styles.fill} />
      <Foot view={view} page={index + 1} pages={plans.length + after} />
      {view.bill !== null && bill !== null && has('bill') ? (
        <SwissPart drawn={bill} label={view.bill.long} />
      ) : null}
    </Sheet>
  )
}

function PageTable({
  view,
  measured,
  plans,
  index,
  rows,
}: Omit<PageProps, 'bill' | 'after'> & { readonly rows: readonly Part[] }) {
  const plan = plans[index]
  const sumBefore = (page: number) => {
    const parts = plans.slice(0, page).flatMap(({ parts }) => parts)
    const last = parts.findLast((part) => part.id.startsWith('row-'))
    return last === undefined ? '' : (view.rows[numberOf(last)]?.sumSoFar ?? '')
  }
  return (
    <LineTable view={view} widths={measured.widths}>
      {plan?.carriedIn ? <CarryRow view={view} sum={sumBefore(index)} /> : null}
      {rows.map((part) => (
        <PageRow key={part.id} view={view} measured={measured} part={part} />
      ))}
      {plan?.carriedOut ? <CarryRow view={view} sum={sumBefore(index + 1)} /> : null}
    </LineTable>
  )
}

function PageRow({
  view,
  measured,
  part,
}: {
  readonly view: PaperView
  readonly measured: Measured
  readonly part: Part
}) {
  const row = view.rows[numberOf(part)]
  if (row === undefined) return null
  const lines = measured.texts[part.id]?.length ?? 1
  const { lead } = leadAndMore(row)
  const leadLines = measured.leadLines[part.id] ?? 1
  const leadPart = { ...part, to: Math.min(part.to, leadLines) }
  const morePart = { ...part, from: Math.max(part.from, leadLines) }
  return (
    <LineRow
      row={row}
      taxed={view.taxHead !== null}
      lead={leadPart.from < leadPart.to ? sliceOf(row.text, measured, leadPart, lead.length) : ''}
      more={morePart.from < morePart.to ? sliceOf(row.text, measured, morePart) : ''}
      isFirst={part.from === 0}
      isLast={part.to === lines}
    />
  )
}

function numberOf(part: Part): number {
  return Number(part.id.slice(part.id.indexOf('-') + 1))
}

/** The lines of a text that a part shows, without the line break that the page's end replaces. */
function sliceOf(text: string, measured: Measured, part: Part, end = text.length): string {
  const lines = measured.texts[part.id] ?? []
  const from = lines[part.from]?.from ?? 0
  const to = part.to >= lines.length ? end : (lines[part.to - 1]?.to ?? end)
  return text.slice(from, Math.min(to, end)).replace(/\n$/, '')
}
