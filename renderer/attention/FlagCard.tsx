import { memo, useRef, useState } from 'react'
import type { Flag } from '../../shared/capacity/flag.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Menu, type MenuLine } from '../ui/Menu.tsx'
import { AnchoredPopover } from '../ui/Popover.tsx'
import { TextArea } from '../ui/TextField.tsx'
import styles from './Attention.module.css'
import { accept, applyFix, reopen, show } from './flagActions.ts'
import { useFixes } from './useFixes.ts'

/** Fixes that are buttons: the best one; the others stand in the menu. */
const BUTTONS = 1

export interface FlagCardProps {
  readonly flag: Flag
  /** A drag or draft would raise it. */
  readonly isNew: boolean
  /** Nothing is being dragged or drafted, so fixes are of use. */
  readonly isResting: boolean
  readonly canChange: boolean
}

/** A flag: its sentence, the ways out, and where it is. */
export const FlagCard = memo(function FlagCard({ flag, isNew, isResting, canChange }: FlagCardProps) {
  const words = useWords()
  const format = useFormat()
  const card = useRef<HTMLLIElement>(null)
  const [isAccepting, setAccepting] = useState(false)
  const found = useFixes(flag, isResting && canChange && flag.accepted === null)
  const fixes = (found ?? []).filter((fix) => fix.kind !== 'accept')
  const more = fixes.slice(BUTTONS).map(
    (fix): MenuLine => ({
      id: fix.id,
      label: words.flags.fix(fix, format),
      run: () => void applyFix(flag, fix),
    }),
  )
  const acceptLine: MenuLine = { id: 'accept', label: words.week.accept, run: () => setAccepting(true) }
  const isAccepted = flag.accepted !== null
  return (
    <li
      ref={card}
      className={classes(
        styles.card,
        flag.severity === 'watch' && styles.watch,
        isAccepted && styles.accepted,
        isNew && styles.isNew,
      )}
    >
      <h3 className={styles.title}>{words.flags.title(flag, format)}</h3>
      <p className={styles.sentence}>{words.flags.sentence(flag, format)}</p>
      {flag.accepted === null || flag.accepted.note === '' ? null : (
        <p className={styles.note}>{flag.accepted.note}</p>
      )}
      <div className={styles.fixes}>
        {fixes.slice(0, BUTTONS).map((fix) => (
          <Button key={fix.id} size="small" onPress={() => void applyFix(flag, fix)}>
            {words.flags.fix(fix, format)}
          </Button>
        ))}
        {found !== null && fixes.length === 0 && canChange && !isAccepted ? (
          <Button size="small" onPress={() => void accept(flag, '')}>
            {words.week.acceptNow}
          </Button>
        ) : null}
        <Button size="small" onPress={() => show(flag)}>
          {words.flags.show}
        </Button>
        {!canChange ? null : isAccepted ? (
          <Button size="small" onPress={() => reopen(flag)}>
            {words.flags.reopen}
          </Button>
        ) : (
          <Menu
            label={words.week.moreFor(words.flags.title(flag, format))}
            button={
              <IconButton
                icon="more"
                size="small"
                label={words.week.moreFor(words.flags.title(flag, format))}
              />
            }
            lines={more.length === 0 ? [acceptLine] : [...more, 'separator', acceptLine]}
          />
        )}
      </div>
      <AnchoredPopover
        label={words.week.acceptNow}
        anchor={card}
        placement="left top"
        isOpen={isAccepting}
        onClose={() => setAccepting(false)}
      >
        <AcceptForm flag={flag} close={() => setAccepting(false)} />
      </AnchoredPopover>
    </li>
  )
})

function AcceptForm({ flag, close }: { readonly flag: Flag; readonly close: () => void }) {
  const words = useWords()
  const [note, setNote] = useState('')
  const done = () => {
    close()
    void accept(flag, note)
  }
  return (
    <div className={styles.acceptForm}>
      <TextArea
        label={words.week.acceptNote}
        value={note}
        onChange={setNote}
        autoFocus
        rows={3}
        maxLength={20_000}
      />
      <Button variant="primary" onPress={done}>
        {words.week.acceptNow}
      </Button>
    </div>
  )
}
