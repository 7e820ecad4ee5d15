import { useMemo } from 'react'
import { type PromiseFlag, promiseProof } from '../../shared/capacity/flags/promiseProof.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { contextNow } from '../week/capacityNow.ts'
import styles from './Proof.module.css'

/** Pieces listed one by one; the shorter ones are counted. */
const MOST_LISTED = 8

/** What a client's week or month adds up to: its sessions and logged time, the longest first, against the promise. */
export function PromiseProofView({ flag }: { readonly flag: PromiseFlag }) {
  const words = useWords()
  const format = useFormat()
  const plan = usePlan((whole) => whole)
  const pieces = useMemo(() => promiseProof(plan, flag, contextNow()), [plan, flag])
  const { columns, logged, morePieces, pieces: sum } = words.attention
  const { planned, committed } = flag.facts
  const listed = pieces.slice(0, MOST_LISTED)
  const rest = pieces.slice(MOST_LISTED)
  const longest = listed[0]?.minutes ?? 1
  return (
    <div className={styles.proof}>
      <h3 className={styles.title}>{words.flags.title(flag, format)}</h3>
      <table className={styles.work}>
        <thead>
          <tr>
            <th scope="col">{columns.work}</th>
            <th scope="col">{columns.day}</th>
            <th scope="col">{columns.length}</th>
          </tr>
        </thead>
        <tbody>
          {listed.map(({ id, title, day, minutes, isLogged }) => (
            <tr key={id}>
              <th scope="row">
                {title} {isLogged ? <small>{logged}</small> : null}
                <i className={styles.bar} style={{ width: `${(minutes / longest) * 100}%` }} />
              </th>
              <td>{format.dayShort(day)}</td>
              <td>{format.duration(minutes)}</td>
            </tr>
          ))}
          {rest.length === 0 ? null : (
            <tr>
              <td colSpan={2}>{morePieces(rest.length)}</td>
              <td>{format.duration(rest.reduce((total, { minutes }) => total + minutes, 0))}</td>
            </tr>
          )}
        </tbody>
      </table>
      <p className={styles.sentence}>{sum(format.duration(planned), format.duration(committed))}</p>
    </div>
  )
}
