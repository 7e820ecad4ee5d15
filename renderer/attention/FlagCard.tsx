// biome-ignore-all lint/a11y/useSemanticElements: a card of a list is a group, not a <fieldset>
import { memo, useEffect, useId, useRef } from 'react'
import { useStore } from 'zustand'
import type { Fix, Flag } from '../../shared/capacity/flags/flag.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Menu, type MenuLine } from '../ui/Menu.tsx'
import { AnchoredPopover } from '../ui/Popover.tsx'
import { gridInSight } from '../week/gridDom.ts'
import { askWhy, canAskWhy } from '../why/whyStore.ts'
import { AcceptForm } from './AcceptForm.tsx'
import styles from './Attention.module.css'
import { attentionStore } from './attentionStore.ts'
import { stepCard } from './cardFocus.ts'
import { DeadlineProofView } from './DeadlineProofView.tsx'
import { leaveFix, lookAtFix } from './fixPreview.ts'
import { accept, applyFix, proofOf, prove, reopen, show } from './flagActions.ts'
import { PromiseProofView } from './PromiseProofView.tsx'
import { useFixes } from './useFixes.ts'

export interface FlagCardProps {
  readonly flag: Flag
  /** A drag or draft would raise it. */
  readonly isNew: boolean
  /** The fix that is looked at would make it go. */
  readonly isSolved: boolean
  readonly canChange: boolean
}

/** A flag: its sentence, its proof, the ways out, and where it is. Its card takes the focus as a whole (J and K). */
export const FlagCard = memo(function FlagCard(props: FlagCardProps) {
  const { flag, isNew, isSolved, canChange } = props
  const words = useWords()
  const format = useFormat()
  const card = useRef<HTMLDivElement>(null)
  const id = useId()
  const isAccepted = flag.accepted !== null
  return (
    <li>
      <div
        ref={card}
        role="group"
        tabIndex={-1}
        data-flag={flag.key}
        onKeyDown={onKeyDown}
        aria-labelledby={`${id}title`}
        aria-describedby={`${id}sentence`}
        className={classes(
          styles.card,
          flag.severity === 'watch' && styles.watch,
          isAccepted && styles.accepted,
          isNew && styles.isNew,
          isSolved && styles.isSolved,
        )}
      >
        <h3 id={`${id}title`} className={styles.title}>
          {words.flags.title(flag, format)}
        </h3>
        <p id={`${id}sentence`} className={styles.sentence}>
          {words.flags.sentence(flag, format)}
        </p>
        {flag.accepted === null || flag.accepted.note === '' ? null : (
          <p className={styles.note}>{flag.accepted.note}</p>
        )}
        <CardButtons flag={flag} canChange={canChange} />
      </div>
      <CardPopover flag={flag} card={card} />
    </li>
  )
})

/** Arrows go from card to card, Escape back to the grid. */
function onKeyDown(event: React.KeyboardEvent): void {
  if (event.target !== event.currentTarget) return
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  if (event.key === 'ArrowDown') stepCard(1)
  else if (event.key === 'ArrowUp') stepCard(-1)
  else if (event.key === 'Escape') gridInSight()?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  else return
  event.preventDefault()
}

type ButtonsProps = Pick<FlagCardProps, 'flag' | 'canChange'>

function CardButtons({ flag, canChange }: ButtonsProps) {
  const words = useWords()
  const format = useFormat()
  const isAccepted = flag.accepted !== null
  const proof = proofOf(flag)
  const found = useFixes(flag, canChange && !isAccepted)
  const [best, ...others] = (found ?? []).filter((fix) => fix.kind !== 'accept')
  // Whatever was looked at is over when its button goes.
  useEffect(() => leaveFix, [])
  return (
    <div className={styles.fixes}>
      {best === undefined || !canChange ? null : <FixButton flag={flag} fix={best} />}
      {proof === null ? null : (
        <Button size="small" aria-haspopup="dialog" onPress={() => prove(flag)}>
          {proof.kind === 'window' ? words.attention.seeProof : words.attention.whatAddsUp}
        </Button>
      )}
      {found !== null && best === undefined && canChange && !isAccepted ? (
        <Button size="small" onPress={() => void accept(flag, '')}>
          {words.week.acceptNow}
        </Button>
      ) : null}
      <span className={styles.together}>
        {canAskWhy(flag) ? (
          <Button
            size="small"
            aria-haspopup="dialog"
            aria-label={words.why.askOf(words.flags.title(flag, format))}
            onPress={() => askWhy(flag)}
          >
            {words.why.ask}
          </Button>
        ) : null}
        {proof !== null ? null : (
          <Button size="small" onPress={() => show(flag)}>
            {words.flags.show}
          </Button>
        )}
        {!canChange ? null : isAccepted ? (
          <Button size="small" onPress={() => reopen(flag)}>
            {words.flags.reopen}
          </Button>
        ) : (
          <MoreMenu flag={flag} fixes={others} />
        )}
      </span>
    </div>
  )
}

/** A way out. Resting on it shows on the grid what it would do. */
function FixButton({ flag, fix }: { readonly flag: Flag; readonly fix: Fix }) {
  const words = useWords()
  const format = useFormat()
  const look = (isLooking: boolean, isSpoken: boolean) => (isLooking ? lookAtFix(fix, isSpoken) : leaveFix())
  return (
    <Button
      size="small"
      onHoverChange={(is) => look(is, false)}
      onFocusChange={(is) => look(is, true)}
      onPress={() => void applyFix(flag, fix)}
    >
      {words.flags.fix(fix, format)}
    </Button>
  )
}

function MoreMenu({ flag, fixes }: { readonly flag: Flag; readonly fixes: readonly Fix[] }) {
  const words = useWords()
  const format = useFormat()
  const label = words.week.moreFor(words.flags.title(flag, format))
  const lines = fixes.map(
    (fix): MenuLine => ({
      id: fix.id,
      label: words.flags.fix(fix, format),
      run: () => void applyFix(flag, fix),
      look: (isLooking) => (isLooking ? lookAtFix(fix, true) : leaveFix()),
    }),
  )
  const showLine: MenuLine = { id: 'show', label: words.flags.show, run: () => show(flag) }
  const acceptLine: MenuLine = { id: 'accept', label: words.week.accept, run: () => openAccept(flag) }
  return (
    <Menu
      label={label}
      button={<IconButton icon="more" size="small" label={label} />}
      lines={[
        ...lines,
        ...(lines.length === 0 ? [] : ['separator' as const]),
        ...(proofOf(flag) === null ? [] : [showLine]),
        acceptLine,
      ]}
    />
  )
}

function openAccept({ key }: Flag): void {
  attentionStore.setState({ open: { key, what: 'accept' } })
}

interface PopoverProps {
  readonly flag: Flag
  readonly card: React.RefObject<Element | null>
}

/** The proof, or the form that accepts the flag, beside its card; made only when it is opened. */
function CardPopover({ flag, card }: PopoverProps) {
  const opened = useStore(attentionStore, (state) => (state.open?.key === flag.key ? state.open.what : null))
  const isProvable = opened !== 'proof' || proofOf(flag) !== null
  return opened === null || !isProvable ? null : <OpenPopover flag={flag} card={card} what={opened} />
}

function OpenPopover({ flag, card, what }: PopoverProps & { readonly what: 'accept' | 'proof' }) {
  const words = useWords()
  const format = useFormat()
  const proof = what === 'proof' ? proofOf(flag) : null
  const close = () => attentionStore.setState({ open: null })
  const title = words.flags.title(flag, format)
  return (
    <AnchoredPopover
      label={what === 'proof' ? words.attention.proofOf(title) : words.week.acceptNow}
      anchor={card}
      placement="left top"
      isOpen
      onClose={close}
    >
      {what === 'accept' ? <AcceptForm flag={flag} close={close} /> : null}
      {proof?.kind === 'window' ? <DeadlineProofView flag={proof.flag} /> : null}
      {proof?.kind === 'pieces' ? <PromiseProofView flag={proof.flag} /> : null}
    </AnchoredPopover>
  )
}
