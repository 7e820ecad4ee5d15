import { memo, useDeferredValue, useMemo, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useStore } from 'zustand'
import type { Flag } from '../../shared/capacity/flag.ts'
import type { WeekView } from '../../shared/capacity/weekView.ts'
import { runAction } from '../actions/actions.ts'
import { planStore } from '../state/planStore.ts'
import { useWords } from '../state/words.ts'
import { IconButton } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Icon } from '../ui/Icon.tsx'
import styles from './Attention.module.css'
import { FlagCard } from './FlagCard.tsx'

/** Flags drawn at first; the worst come first, so the rest can wait for a press. */
const MOST_SHOWN = 20

/**
 * What needs attention in the shown week: what must be solved, what should be known, and what was accepted. It follows a
 * drag a frame later than the grid: the meters are what the eye is on.
 */
export const AttentionPanel = memo(function AttentionPanel(props: {
  readonly view: WeekView
  readonly shown: WeekView
}) {
  const words = useWords()
  const shown = useDeferredValue(props.shown)
  const view = useDeferredValue(props.view)
  const [isWhole, setWhole] = useState(false)
  const open = useMemo(() => shown.flags.filter((flag) => flag.accepted === null), [shown.flags])
  const accepted = useMemo(() => shown.flags.filter((flag) => flag.accepted !== null), [shown.flags])
  const known = useMemo(() => new Set(view.flags.map((flag) => flag.key)), [view.flags])
  const canChange = useStore(planStore, (state) => !state.readOnly)
  const isResting = view === shown
  const drawn = isWhole ? open : open.slice(0, MOST_SHOWN)
  const cards = (flags: readonly Flag[]) =>
    flags.map((flag) => (
      <FlagCard
        key={flag.key}
        flag={flag}
        isNew={!isResting && !known.has(flag.key)}
        isResting={isResting}
        canChange={canChange}
      />
    ))
  return (
    <div className={styles.panel}>
      <header className={styles.heading}>
        <h2>{words.flags.heading}</h2>
        <span aria-hidden="true">{open.length}</span>
        <span className="spoken-only">{words.week.attentionCount(open.length)}</span>
        <IconButton
          icon="close"
          variant="quiet"
          size="small"
          label={words.week.hideAttention}
          onPress={() => runAction('attention')}
        />
      </header>
      {open.length === 0 ? <NothingToSolve /> : null}
      <Group title={words.flags.over}>{cards(drawn.filter((flag) => flag.severity === 'over'))}</Group>
      <Group title={words.flags.watch}>{cards(drawn.filter((flag) => flag.severity === 'watch'))}</Group>
      {drawn.length === open.length ? null : (
        <Button className={classes(styles.disclosure)} onPress={() => setWhole(true)}>
          {words.week.moreFlags(open.length - drawn.length)}
        </Button>
      )}
      <Accepted count={accepted.length}>{cards(accepted)}</Accepted>
    </div>
  )
})

function Group({ title, children }: { readonly title: string; readonly children: React.ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <section aria-label={title}>
      <ul className={styles.list}>{children}</ul>
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
