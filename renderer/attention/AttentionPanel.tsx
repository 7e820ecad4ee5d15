import { memo, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useStore } from 'zustand'
import type { Flag } from '../../shared/capacity/flags/flag.ts'
import type { WeekView } from '../../shared/capacity/weekView.ts'
import { runAction } from '../actions/actions.ts'
import { useKeys } from '../actions/useKeys.ts'
import { planStore } from '../state/planStore.ts'
import { useWords } from '../state/words.ts'
import { IconButton } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Icon } from '../ui/Icon.tsx'
import { AheadWeeks } from './AheadWeeks.tsx'
import styles from './Attention.module.css'
import { settleFocus } from './cardFocus.ts'
import { DueMatters } from './DueMatters.tsx'
import { FlagCard } from './FlagCard.tsx'

/** Flags drawn at first; the worst come first, so the rest can wait for a press. */
const MOST_SHOWN = 20

export interface AttentionPanelProps {
  readonly view: WeekView
  /** As a drag or draft would leave the week: the panel shows its flags. */
  readonly shown: WeekView
  /** As the fix that is looked at would leave it: the panel keeps its order under the pointer, and marks what would go. */
  readonly outcome: WeekView | null
}

/**
 * What needs attention in the shown week: what must be solved, what should be known, and what was accepted; below, how
 * much is open in the next weeks. It follows a drag a frame later than the grid: the meters are what the eye is on.
 */
export const AttentionPanel = memo(function AttentionPanel(props: AttentionPanelProps) {
  const shown = useDeferredValue(props.shown)
  const view = useDeferredValue(props.view)
  const { outcome } = props
  const [isWhole, setWhole] = useState(false)
  const panel = useRef<HTMLDivElement>(null)
  const open = useMemo(() => shown.flags.filter((flag) => flag.accepted === null), [shown.flags])
  const accepted = useMemo(() => shown.flags.filter((flag) => flag.accepted !== null), [shown.flags])
  const known = useMemo(() => new Set(view.flags.map((flag) => flag.key)), [view.flags])
  const left = useMemo(() => (outcome === null ? null : openKeys(outcome)), [outcome])
  const canChange = useStore(planStore, (state) => !state.readOnly)
  const isResting = view === shown
  const drawn = useMemo(() => (isWhole ? open : open.slice(0, MOST_SHOWN)), [isWhole, open])
  const words = useWords().week
  useSettledFocus(drawn, view, panel)
  const cards = (flags: readonly Flag[]) =>
    flags.map((flag) => (
      <FlagCard
        key={flag.key}
        flag={flag}
        isNew={!isResting && !known.has(flag.key)}
        isSolved={left !== null && flag.accepted === null && !left.has(flag.key)}
        canChange={canChange}
      />
    ))
  return (
    <div ref={panel} className={styles.panel} data-list-of={view.start} data-passing="whole">
      <Heading count={open.length} after={left?.size ?? null} canChange={canChange} />
      {open.length === 0 ? <NothingToSolve /> : null}
      <Group severity="over">{cards(drawn.filter((flag) => flag.severity === 'over'))}</Group>
      <Group severity="watch">{cards(drawn.filter((flag) => flag.severity === 'watch'))}</Group>
      {drawn.length === open.length ? null : (
        <Button className={classes(styles.disclosure)} onPress={() => setWhole(true)}>
          {words.moreFlags(open.length - drawn.length)}
        </Button>
      )}
      <DueMatters start={view.start} />
      <Accepted count={accepted.length}>{cards(accepted)}</Accepted>
      <AheadWeeks view={view} />
    </div>
  )
})

function openKeys(view: WeekView): ReadonlySet<string> {
  return new Set(view.flags.filter((flag) => flag.accepted === null).map((flag) => flag.key))
}

/** When the card that had the focus goes, the one in its place takes it. */
function useSettledFocus(
  drawn: readonly Flag[],
  view: WeekView,
  panel: React.RefObject<HTMLDivElement | null>,
): void {
  const before = useRef({ start: view.start, keys: drawn.map((flag) => flag.key) })
  useLayoutEffect(() => {
    settleFocus(before.current.start === view.start ? before.current.keys : [], panel.current)
    before.current = { start: view.start, keys: drawn.map((flag) => flag.key) }
  }, [drawn, view.start, panel])
}

function Heading({
  count,
  after,
  canChange,
}: {
  readonly count: number
  readonly after: number | null
  readonly canChange: boolean
}) {
  const words = useWords()
  const keys = useKeys()
  return (
    <header className={styles.heading}>
      <h2 tabIndex={-1}>{words.flags.heading}</h2>
      <span aria-hidden="true">{after === null || after === count ? count : `${count} → ${after}`}</span>
      <span className="spoken-only">{words.week.attentionCount(count)}</span>
      {canChange ? (
        <IconButton
          icon="calendar"
          variant="quiet"
          size="small"
          label={words.placing.title}
          keys={keys('planning.start')}
          onPress={() => runAction('planning.start')}
        />
      ) : null}
      <IconButton
        icon="close"
        variant="quiet"
        size="small"
        label={words.week.hideAttention}
        onPress={() => runAction('attention')}
      />
    </header>
  )
}

function Group(props: { readonly severity: Flag['severity']; readonly children: React.ReactNode[] }) {
  const words = useWords().flags
  if (props.children.length === 0) return null
  return (
    <section aria-label={words[props.severity]}>
      <ul className={styles.list}>{props.children}</ul>
    </section>
  )
}

function NothingToSolve() {
  const words = useWords().week
  return (
    <div className={styles.none}>
      <span className={styles.noneMark}>
        <Icon name="check" size={18} />
      </span>
      <b>{words.nothingToSolve}</b>
      <span>{words.nothingToSolveText}</span>
    </div>
  )
}

/** Accepted flags stay folded away, and can be taken back. */
function Accepted({ count, children }: { readonly count: number; readonly children: React.ReactNode[] }) {
  const words = useWords().week
  const [isOpen, setOpen] = useState(false)
  if (count === 0) return null
  return (
    <section className={styles.list}>
      <Button className={classes(styles.disclosure)} aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        {words.acceptedFlags(count)}
      </Button>
      {isOpen ? <ul className={styles.list}>{children}</ul> : null}
    </section>
  )
}
