import type { HorizonOutcome } from '../../shared/horizon/outcome.ts'
import type { Id } from '../../shared/plan/fields.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import styles from './Horizon.module.css'
import type { Moved } from './moved.ts'

/** What a move does, while it is being made. */
export function OutcomeLine({ moved, outcome }: { readonly moved: Moved; readonly outcome: HorizonOutcome }) {
  const words = useWords().horizon
  const format = useFormat()
  const { deliverables, engagements } = usePlan((plan) => plan.practice)
  const titles = (ids: readonly Id[]) => ids.map((id) => deliverables[id]?.title ?? '').join(', ')
  const what =
    moved.kind === 'end'
      ? words.moveEnd(engagements[moved.id]?.name ?? '')
      : words.moveDue(deliverables[moved.id]?.title ?? '')
  const { broken, mended, over, free } = outcome
  const change = free.after - free.before
  const parts = [
    ...(broken.length === 0 ? [] : [words.outcome.broken(titles(broken))]),
    ...(mended.length === 0 ? [] : [words.outcome.mended(titles(mended))]),
    ...(over.before === over.after ? [] : [words.outcome.over(over.before, over.after)]),
    ...(change === 0 ? [] : [words.outcome.free(`${change > 0 ? '+' : ''}${format.duration(change)}`)]),
  ]
  const isWorse = broken.length > 0 || over.after > over.before
  return (
    <p role="status" className={styles.outcome} data-tone={isWorse ? 'over' : 'ok'}>
      <b>{words.outcome.to(what, format.dayMedium(moved.day))}</b>{' '}
      {parts.length === 0 ? words.outcome.same : parts.join(' ')}
    </p>
  )
}
