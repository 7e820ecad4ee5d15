import { type RefObject, useEffect, useMemo } from 'react'
import { runAction } from '../../actions/actions.ts'
import { useKeys } from '../../actions/useKeys.ts'
import { usePlan } from '../../state/plan.ts'
import { useFormat, useWords } from '../../state/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { keyAt } from '../gridDom.ts'
import { type Planning, useWeekUi } from '../weekStore.ts'
import styles from './PlanningBar.module.css'
import { leaveOut, planAsFarAs, putBack, renewPlanning } from './planning.ts'
import { planningText } from './planningWords.ts'

const reaches = ['week', 'ahead'] as const

/** The bar below the week while the rest is proposed: how much, for whom, what has no room, and the two ways on. */
export function PlanningBar({ grid }: { readonly grid: RefObject<HTMLElement | null> }) {
  const planning = useWeekUi((ui) => ui.planning)
  return planning === null ? null : <Bar planning={planning} grid={grid} />
}

function Bar({
  planning,
  grid,
}: {
  readonly planning: Planning
  readonly grid: RefObject<HTMLElement | null>
}) {
  const words = useWords()
  const { placing } = words
  const format = useFormat()
  const keys = useKeys()
  const plan = usePlan((whole) => whole)
  const text = useMemo(() => planningText(planning, words, format), [planning, words, format])
  useEffect(() => {
    if (plan !== planning.plan) renewPlanning()
  }, [plan, planning.plan])
  useHeldGrid(grid)
  const left = planning.out.size
  const canAccept = planning.keys.size > 0
  return (
    <section className={styles.bar} aria-label={placing.title}>
      <div className={styles.text}>
        <p className={styles.summary}>
          <b>{text.summary}</b>
          {planning.placing.sessions.length === 0 ? null : (
            <span>{left === 0 ? placing.leaveOut : placing.leftOut(left)}</span>
          )}
        </p>
        {text.lines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </div>
      <div className={styles.end}>
        {left === 0 ? null : (
          <Button variant="quiet" onPress={putBack}>
            {placing.putBack}
          </Button>
        )}
        <Segmented
          label={placing.reach}
          value={planning.reach}
          options={reaches.map((id) => ({ id, name: placing.reaches[id] }))}
          onChange={planAsFarAs}
        />
        <Button autoFocus={!canAccept} onPress={() => runAction('planning.cancel')}>
          {canAccept ? words.app.cancel : words.app.close}{' '}
          <kbd className={styles.keys}>{keys('planning.cancel')}</kbd>
        </Button>
        {canAccept ? (
          <Button variant="primary" autoFocus onPress={() => runAction('planning.accept')}>
            {placing.accept} <kbd className={styles.keys}>{keys('planning.accept')}</kbd>
          </Button>
        ) : null}
      </div>
    </section>
  )
}

/** While something is proposed, the grid is for looking: a click leaves a proposed session out, and nothing is dragged or opened. */
function useHeldGrid(grid: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    // The screen stays while its grid changes between capacity and calendar, and from week to week.
    const frame = grid.current?.closest<HTMLElement>('main')
    if (frame == null) return
    const held = new AbortController()
    const options = { capture: true, signal: held.signal }
    const hold = (event: Event) => {
      if (!(event.target instanceof Element) || !grid.current?.contains(event.target)) return
      const key = keyAt(event.target)
      if (event.type === 'click' && key !== null) leaveOut(key)
      if (event.type !== 'click' || key !== null) event.stopPropagation()
    }
    for (const type of ['pointerdown', 'dblclick', 'click']) frame.addEventListener(type, hold, options)
    return () => held.abort()
  }, [grid])
}
