import { useEffect, useRef } from 'react'
import { actionOf } from '../actions/actions.ts'
import { useKeys } from '../actions/useKeys.ts'
import { toast } from '../state/toasts.ts'
import { useWords } from '../state/words.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import listStyles from '../ui/List.module.css'
import styles from './TourBar.module.css'
import { endTour, goToStep, tourSteps, useTour } from './tour.ts'

/** The tour below the screen that it tells about: it takes room and covers nothing. */
export function TourBar() {
  const words = useWords().help
  const at = useTour() ?? 0
  const step = tourSteps[at]
  if (step === undefined) return null
  const { title, text } = words.steps[step.id]
  const isLast = at === tourSteps.length - 1
  return (
    <section
      className={styles.bar}
      data-no-frame=""
      aria-label={words.tour}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave(words.ended)
      }}
    >
      <div className={styles.told} aria-live="polite">
        <p className={styles.count}>{words.step(at + 1, tourSteps.length)}</p>
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.text}>{text}</p>
        <StepKeys ids={step.actions} />
      </div>
      <div className={styles.buttons}>
        <Button isDisabled={at === 0} onPress={() => goToStep(at - 1)}>
          {words.back}
        </Button>
        <Onward
          key={step.id}
          label={isLast ? words.done : words.next}
          onPress={() => (isLast ? leave(words.ended) : goToStep(at + 1))}
        />
        <IconButton icon="close" variant="quiet" label={words.end} onPress={() => leave(words.ended)} />
      </div>
    </section>
  )
}

/** Each stop is gone on from by the same key: it takes the focus, whatever the screen that came up would take it for. */
function Onward({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <Button ref={button} variant="primary" onPress={onPress}>
      {label}
    </Button>
  )
}

/** The keys that a stop speaks of, each with what it does. */
function StepKeys({ ids }: { readonly ids: readonly string[] }) {
  const all = useWords()
  const keys = useKeys()
  const shown = ids.filter((id) => keys(id) !== '')
  if (shown.length === 0) return null
  return (
    <p className={styles.keys}>
      {shown.map((id) => (
        <span key={id} className={styles.key}>
          <kbd className={listStyles.keyCap}>{keys(id)}</kbd>
          {actionOf(id).label(all)}
        </span>
      ))}
    </p>
  )
}

/** The tour is over: where it can be found again is told, and the keyboard is in the screen. */
function leave(ended: string): void {
  endTour()
  toast({ text: ended, tone: 'plain' })
  // The week is kept behind the other screens.
  const shown = [...document.querySelectorAll('main')].find(
    (screen) => screen.closest('[aria-hidden]') === null,
  )
  shown?.querySelector<HTMLElement>('[tabindex="0"], button')?.focus()
}
