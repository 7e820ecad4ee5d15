/** The pieces that a page is set from. Each is drawn twice: once to be measured, once on its page. */
import type { ReactNode } from 'react'
import closing from './closing.module.css'
import letterhead from './letterhead.module.css'
import styles from './paper.module.css'
import type { Fact, PaperRow, PaperView } from './paperView.ts'
import table from './table.module.css'

/** Sender, address window, facts and heading: the top of the first page. */
export function Letterhead({ view }: { readonly view: PaperView }) {
  const [name, ...lines] = view.address
  return (
    <header>
      {view.window === 'din' ? <Marks /> : null}
      <div className={letterhead.sender} dir="auto">
        {view.logo === null ? (
          view.senderName
        ) : (
          <img className={letterhead.logo} src={view.logo} alt={view.senderName} />
        )}
      </div>
      <div className={`${letterhead.parties} ${view.window === 'high' ? letterhead.high : ''}`}>
        <div className={letterhead.window}>
          <p className={letterhead.returnLine} dir="auto">
            {view.returnLine}
          </p>
          <address className={letterhead.address}>
            <div className={letterhead.addressName} dir="auto">
              {name}
            </div>
            {lines.map((line) => (
              <div key={line} dir="auto">
                {line}
              </div>
            ))}
          </address>
        </div>
        <dl className={letterhead.facts}>
          {view.facts.map((fact) => (
            <FactLine key={fact.label} fact={fact} className={letterhead.fact} />
          ))}
        </dl>
      </div>
      <h1 className={letterhead.heading}>{view.heading}</h1>
    </header>
  )
}

/** Where the page is folded and punched (DIN 5008 form B). For the eye only. */
function Marks() {
  return (
    <div aria-hidden="true">
      <div className={`${letterhead.mark} ${letterhead.upperFold}`} />
      <div className={`${letterhead.mark} ${letterhead.punch}`} />
      <div className={`${letterhead.mark} ${letterhead.lowerFold}`} />
    </div>
  )
}

/** The top of a further page. Set for the eye only: a reader has heard it. */
export function Continued({ view }: { readonly view: PaperView }) {
  return (
    <p className={letterhead.continued} aria-hidden="true">
      {view.continued}
    </p>
  )
}

function FactLine({ fact, className }: { readonly fact: Fact; readonly className: string | undefined }) {
  return (
    <div className={className}>
      <dt>{fact.label}</dt>
      <dd dir="auto">{fact.value}</dd>
    </div>
  )
}

/** Widths of the table's columns in CSS pixels, so that they are the same on every page. */
export type ColumnWidths = readonly number[]

/** The table of one page. */
export function LineTable({
  view,
  widths,
  children,
}: {
  readonly view: PaperView
  readonly widths: ColumnWidths | null
  readonly children: ReactNode
}) {
  const { head, taxHead } = view
  return (
    <table className={`${table.table} ${widths === null ? '' : table.fixed}`}>
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
          <th className={`${table.start} ${table.position}`} scope="col">
            {head.position}
          </th>
          <th className={table.start} scope="col">
            {head.text}
          </th>
          <th scope="col">{head.quantity}</th>
          <th scope="col">{head.price}</th>
          {taxHead === null ? null : <th scope="col">{taxHead}</th>}
          <th scope="col">{head.amount}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

/** A row, or the part of its text that stands on one page: its figures stand with its first line. */
export function LineRow({
  row,
  taxed,
  lead,
  more,
  isFirst,
  isLast,
}: {
  readonly row: PaperRow
  readonly taxed: boolean
  readonly lead: string
  readonly more: string
  readonly isFirst: boolean
  readonly isLast: boolean
}) {
  const cell = (kind?: string) =>
    [kind, isFirst ? '' : table.resumed, isLast ? '' : table.open].filter((name) => name).join(' ')
  const figure = (text: ReactNode) => (isFirst ? text : null)
  return (
    <tr>
      <td className={cell(`${table.start} ${table.position}`)}>{figure(row.position)}</td>
      <td className={cell(`${table.start} ${table.text}`)}>
        {lead === '' ? null : (
          <span className={table.lead} dir="auto" data-lead={row.key}>
            {lead}
          </span>
        )}
        {more === '' ? null : (
          <span className={table.more} dir="auto" data-more={row.key}>
            {more}
          </span>
        )}
      </td>
      <td className={cell()}>{figure(row.quantity)}</td>
      <td className={cell()}>{figure(row.price)}</td>
      {taxed ? <td className={cell()}>{figure(row.tax)}</td> : null}
      <td className={cell()}>{figure(row.amount)}</td>
    </tr>
  )
}

/** The sum so far, where the table is broken by a page. */
export function CarryRow({ view, sum }: { readonly view: PaperView; readonly sum: string }) {
  return (
    <tr className={table.carry}>
      <td className={table.start} />
      <td className={`${table.start} ${table.text}`} colSpan={view.taxHead === null ? 3 : 4}>
        {view.carried}
      </td>
      <td>{sum}</td>
    </tr>
  )
}

/** Net, taxes and the total. */
export function Totals({ view }: { readonly view: PaperView }) {
  return (
    <dl className={closing.totals}>
      {view.totals.map((fact) => (
        <FactLine key={fact.label} fact={fact} className={closing.total} />
      ))}
      <FactLine fact={view.gross} className={closing.gross} />
    </dl>
  )
}

/** The sender's details and the page's number, at the foot of every page. */
export function Foot({
  view,
  page,
  pages,
}: {
  readonly view: PaperView
  readonly page: number
  readonly pages: number
}) {
  return (
    <footer className={styles.foot} aria-hidden={page > 1}>
      {view.footer.map((column, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name and never move
        <ul key={i}>
          {column.map((line) => (
            <li key={line} dir="auto">
              {line}
            </li>
          ))}
        </ul>
      ))}
      <p>{view.page(page, pages)}</p>
    </footer>
  )
}
