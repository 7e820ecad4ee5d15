import { useMemo } from 'react'
import { type DeadlineFlag, deadlineProof } from '../../shared/capacity/flags/deadlineProof.ts'
import type { DeadlineItem } from '../../shared/capacity/flags/flag.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { contextNow } from '../week/capacityNow.ts'
import styles from './Proof.module.css'
import { ProofChart } from './ProofChart.tsx'

/** Work listed by name; more of it is counted. */
const MOST_LISTED = 8

/** Why a deadline cannot be met: the chart, the work that must be done, and where the time goes. */
export function DeadlineProofView({ flag }: { readonly flag: DeadlineFlag }) {
  const words = useWords()
  const format = useFormat()
  const plan = usePlan((whole) => whole)
  const proof = useMemo(() => deadlineProof(plan, flag, contextNow()), [plan, flag])
  return (
    <div className={styles.proof}>
      <h3 className={styles.title}>{words.flags.title(flag, format)}</h3>
      <ProofChart proof={proof} />
      <WorkTable items={proof.items} />
      <p className={styles.sentence}>{words.attention.supply(proof, format)}</p>
    </div>
  )
}

function WorkTable({ items }: { readonly items: readonly DeadlineItem[] }) {
  const { attention: words, flags } = useWords()
  const { work } = flags
  const format = useFormat()
  // What the proof hangs on comes first; the rest of the window's work only adds to it.
  const ordered = [...items.filter(({ named }) => named), ...items.filter(({ named }) => !named)]
  const marksSome = items.some(({ named }) => !named)
  const listed = ordered.slice(0, MOST_LISTED)
  const rest = ordered.slice(MOST_LISTED)
  return (
    <>
      <table className={styles.work}>
        <thead>
          <tr>
            <th scope="col">{words.columns.work}</th>
            <th scope="col">{words.columns.due}</th>
            <th scope="col">{words.columns.minutes}</th>
          </tr>
        </thead>
        <tbody>
          {listed.map((item) => (
            <tr key={item.id} className={item.named ? undefined : styles.besides}>
              <th scope="row">
                {item.retainer === null ? item.title : work(item, format)}{' '}
                {item.retainer === null ? <small>{item.client}</small> : null}{' '}
                {marksSome && item.named ? <span className={styles.decisive}>{words.decisive}</span> : null}
              </th>
              <td>{format.dayShort(item.due)}</td>
              <td>{format.duration(item.minutes)}</td>
            </tr>
          ))}
          {rest.length === 0 ? null : (
            <tr>
              <td colSpan={2}>{words.moreWork(rest.length)}</td>
              <td>{format.duration(rest.reduce((sum, { minutes }) => sum + minutes, 0))}</td>
            </tr>
          )}
        </tbody>
      </table>
      {marksSome ? <p className={styles.sentence}>{words.decisiveNote}</p> : null}
    </>
  )
}
