import type { RefObject } from 'react'
import { usePlan } from '../state/plan.ts'
import { useWords } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import { viewNow } from './capacityNow.ts'
import styles from './DragGhost.module.css'
import { clientOf } from './edits.ts'
import { bookingOf } from './proposals.ts'
import { useWeekUi } from './weekStore.ts'

/** What the pointer carries, and in one line what dropping it would do. Moved by the drag, not by React. */
export function DragGhost({ ghost }: { readonly ghost: RefObject<HTMLDivElement | null> }) {
  const carrying = useWeekUi((ui) => ui.carrying)
  const proposal = useWeekUi((ui) => ui.proposal)
  const words = useWords()
  const plan = usePlan((whole) => whole)
  const booking = carrying?.key == null ? undefined : bookingOf(viewNow(), carrying.key)
  const target = proposal?.cells[0]
  const clientId =
    target === undefined
      ? booking === undefined
        ? null
        : clientOf(plan, booking.occurrence.engagementId)
      : target.clientId
  const colour = clientId === null ? 'slate' : (plan.practice.clients[clientId]?.colour ?? 'slate')
  return (
    <>
      {carrying === null ? null : (
        <div className={styles.shield} data-kind={carrying.kind} aria-hidden="true" />
      )}
      <div
        ref={ghost}
        className={styles.ghost}
        data-colour={colour}
        aria-hidden="true"
        hidden={carrying === null}
      >
        {carrying === null ? null : (
          <>
            <div className={styles.ghostCard}>
              <span className={styles.ghostTitle}>{booking?.occurrence.title ?? words.week.newSession}</span>
              <span className={styles.ghostTime}>{proposal?.label ?? ''}</span>
            </div>
            {proposal === null || proposal.line.text === '' ? null : (
              <div
                className={classes(
                  styles.outcome,
                  proposal.line.tone === 'over' && styles.bad,
                  proposal.line.tone === 'watch' && styles.watch,
                )}
              >
                {proposal.line.text}
              </div>
            )}
          </>
        )}
      </div>
    </>
  )
}
