import { useCallback, useEffect, useMemo } from 'react'
import { createPortal } from 'react-dom'
import type { Report, ReportPart, ReportRow, ReportTable } from '../../shared/documents/report.ts'
import { paperWordsIn } from '../../shared/words/words.ts'
import closing from './closing.module.css'
import letterhead from './letterhead.module.css'
import { type MeasuredReport, measureReport } from './measureReport.ts'
import paper from './paper.module.css'
import styles from './report.module.css'
import { type Piece, pageReport } from './reportPaging.ts'
import { paperClass, Sheet } from './Sheet.tsx'
import table from './table.module.css'
import { useTrial } from './useTrial.ts'

export interface ReportPagesProps {
  readonly report: Report
  /** Pages that stand before it, and count among its own. */
  readonly before?: number
  /** Called when the pages stand, with their number. */
  readonly onPages?: (pages: number) => void
}

/** A report on its pages: set once unseen and measured, then dealt out, with the heads of tables repeated. */
export function ReportPages({ report, before = 0, onPages }: ReportPagesProps) {
  const measure = useCallback((trial: HTMLElement) => measureReport(report, trial), [report])
  const { trial, measured } = useTrial(report, measure)
  const pages = useMemo(
    () => (measured === null ? null : pageReport(measured.pieces, measured.room)),
    [measured],
  )
  const count = pages?.length ?? 0
  useEffect(() => {
    if (count > 0) onPages?.(count)
  }, [count, onPages])
  if (measured === null || pages === null)
    return createPortal(
      <div ref={trial} className={`${paper.measure} ${paperClass(report.paper)}`} aria-hidden="true">
        <Trial report={report} />
      </div>,
      document.body,
    )
  return pages.map((pieces, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place
    <Sheet key={i} paper={report.paper}>
      {i === 0 ? <Letterhead report={report} /> : <Continued report={report} />}
      <PageParts report={report} measured={measured} pieces={pieces} />
      <div className={paper.fill} />
      <Foot report={report} page={before + i + 1} pages={before + pages.length} />
    </Sheet>
  ))
}

/** All there is, in one column. */
function Trial({ report }: { readonly report: Report }) {
  return (
    <>
      <div data-part="letterhead">
        <Letterhead report={report} />
      </div>
      <div data-part="continued">
        <Continued report={report} />
      </div>
      {report.parts.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
        <div key={i} data-report-part={i}>
          <PartView part={part} rows={part.kind === 'table' ? part.rows : []} widths={null} isStart />
        </div>
      ))}
      <div data-part="foot" className={paper.measureFoot}>
        <Foot report={report} page={99} pages={99} />
      </div>
    </>
  )
}

interface PagePartsProps {
  readonly report: Report
  readonly measured: MeasuredReport
  readonly pieces: readonly Piece[]
}

function PageParts({ report, measured, pieces }: PagePartsProps) {
  return [...new Set(pieces.map(({ part }) => part))].map((index) => {
    const part = report.parts[index]
    if (part === undefined) return null
    const own = pieces.filter((piece) => piece.part === index)
    const rows = part.kind === 'table' ? own.flatMap(({ row }) => part.rows[row ?? -1] ?? []) : []
    return (
      <PartView
        key={index}
        part={part}
        rows={rows}
        widths={measured.widths[index] ?? null}
        isStart={own[0]?.row === 0}
      />
    )
  })
}

interface PartViewProps {
  readonly part: ReportPart
  /** The rows of a table that stand on the page. */
  readonly rows: readonly ReportRow[]
  readonly widths: readonly number[] | null
  /** The table begins here: its title stands above it. */
  readonly isStart: boolean
}

function PartView({ part, rows, widths, isStart }: PartViewProps) {
  if (part.kind === 'text')
    return (
      <div className={part.title === undefined ? undefined : styles.tableTitle}>
        {part.title === undefined ? null : <h2 dir="auto">{part.title}</h2>}
        <p className={part.title === undefined ? `${closing.paragraph} ${styles.text}` : styles.paragraph}>
          {part.text}
        </p>
      </div>
    )
  if (part.kind === 'signatures')
    return (
      <div className={styles.signatures}>
        {part.lines.map((line) => (
          <p key={line} className={styles.signature} dir="auto">
            {line}
          </p>
        ))}
      </div>
    )
  return (
    <>
      {isStart ? (
        <div data-title className={styles.tableTitle}>
          {part.title === '' ? null : <h2 dir="auto">{part.title}</h2>}
        </div>
      ) : null}
      <TableView table={part} rows={rows} widths={widths} />
    </>
  )
}

interface TableViewProps {
  readonly table: ReportTable
  readonly rows: readonly ReportRow[]
  readonly widths: readonly number[] | null
}

function TableView({ table: { columns }, rows, widths }: TableViewProps) {
  const look = (i: number) =>
    [columns[i]?.align === 'start' ? table.start : '', columns[i]?.wide ? table.text : '']
      .filter((name) => name)
      .join(' ')
  return (
    <table className={`${table.table} ${widths === null ? '' : table.fixed} ${styles.table}`}>
      {widths === null ? null : (
        <colgroup>
          {widths.map((width, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name and never move
            <col key={i} style={{ width: `${width}px` }} />
          ))}
        </colgroup>
      )}
      <thead>
        <tr>
          {columns.map(({ label, align }) => (
            <th key={label} className={align === 'start' ? table.start : ''} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          <tr key={i} className={styles[row.kind]}>
            {row.cells.map((text, k) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
              <td key={k} className={look(k)} dir="auto">
                <CellText text={text} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The first line of a text, and quieter what follows. */
function CellText({ text }: { readonly text: string }) {
  const end = text.indexOf('\n')
  if (end < 0) return text
  return (
    <>
      {text.slice(0, end)}
      <span className={table.more}>{text.slice(end + 1)}</span>
    </>
  )
}

function Letterhead({ report }: { readonly report: Report }) {
  return (
    <header className={styles.head}>
      {report.logo === undefined ? (
        <p className={styles.sender} dir="auto">
          {report.sender}
        </p>
      ) : (
        <img
          className={letterhead.logo}
          src={`data:${report.logo.type};base64,${report.logo.data}`}
          alt={report.sender}
        />
      )}
      <h1 className={styles.heading}>{report.heading}</h1>
      <dl className={styles.facts}>
        {report.facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  )
}

/** The top of a further page. Set for the eye only: a reader has heard it. */
function Continued({ report }: { readonly report: Report }) {
  return (
    <p className={letterhead.continued} aria-hidden="true" dir="auto">
      {report.continued}
    </p>
  )
}

interface FootProps {
  readonly report: Report
  readonly page: number
  readonly pages: number
}

function Foot({ report, page, pages }: FootProps) {
  return (
    <footer className={`${paper.foot} ${styles.foot}`}>
      <p dir="auto">{report.footer}</p>
      <p>{paperWordsIn(report.language).document.page(String(page), String(pages))}</p>
    </footer>
  )
}
