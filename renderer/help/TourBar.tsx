import { useEffect, useRef } from 'react'
import { actionOf } from '../actions/actions.ts'
import { useKeys } from '../actions/useKeys.ts'
import { toast } from '../state/toasts.ts'
import { useWords } from '../state/words.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import styles from './TourBar.module.css'
import { endTour, goToStep, tourSteps, useTour } from './tour.ts'

/** The tour below the screen that it tells about: it takes room and covers nothing. */
export function TourBar() {
  const words = useWords().help
  const at = useTour() ?? 0
  const onward = useRef<HTMLButtonElement>(null)
  const step = tourSteps[at]
  // Each stop is gone on from by the same key, whatever the screen that came up would take the focus for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus comes back at each stop
  useEffect(() => onward.current?.focus(), [at])
  if (step === undefined) return null
  const { title, text } = words.steps[step.id]
  const isLast = at === tourSteps.length - 1
  return (
    <section
      className={styles.bar}
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
        <Button
          ref={onward}
          variant="primary"
          onPress={() => (isLast ? leave(words.ended) : goToStep(at + 1))}
        >
          {isLast ? words.done : words.next}
        </Button>
        <IconButton icon="close" variant="quiet" label={words.end} onPress={() => leave(words.ended)} />
      </div>
    </section>
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
          <kbd>{keys(id)}</kbd>
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
  document.querySelector<HTMLElement>('main [tabindex="0"], main button')?.focus()
}
