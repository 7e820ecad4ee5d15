import { useState } from 'react'
import type { WorkedRead } from '../../../shared/exchange/time/workedFile.ts'
import { useFormat, useWords } from '../../state/words.ts'
import { Button } from '../../ui/Button.tsx'
import shared from '../ImportDialog.module.css'
import styles from './TableDialog.module.css'

/** Rows drawn at once. */
const PAGE = 50

/** The rows as they were read, to be compared with the file. */
export function TableRows({ read }: { readonly read: WorkedRead }) {
  const { timeImport: words } = useWords()
  const [isOpen, setOpen] = useState(false)
  if (read.rows.length === 0) return null
  return (
    <details className={shared.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.rowsTitle(read.rows.length)}</summary>
      {isOpen ? <Rows read={read} /> : null}
    </details>
  )
}

function Rows({ read }: { readonly read: WorkedRead }) {
  const { timeImport: words } = useWords()
  const format = useFormat()
  const [shown, setShown] = useState(PAGE)
  const { rows, groups } = read
  const { line, day, start, length, client, note } = words.row
  return (
    <>
      <table className={styles.rows} aria-label={words.rowsTitle(rows.length)}>
        <thead>
          <tr>
            {[line, day, start, length, client, note].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <tr key={row.line}>
              <th scope="row">{row.line}</th>
              <td>{format.dayMedium(row.day)}</td>
              <td>{row.start === null ? '' : format.time(row.start)}</td>
              <td>{format.clockDuration(row.minutes)}</td>
              <td className={styles.names}>
                {words.mappingOf(groups[row.group]?.client ?? '', groups[row.group]?.project ?? '')}
              </td>
              <td>{[row.task, row.note].filter((text) => text !== '').join(': ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length <= shown ? null : (
        <Button variant="quiet" onPress={() => setShown(shown + PAGE * 4)}>
          {words.showMore(Math.min(PAGE * 4, rows.length - shown))}
        </Button>
      )}
    </>
  )
}
