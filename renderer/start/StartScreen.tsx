import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { startTour } from '../help/tour.ts'
import { openOverlay } from '../shell/overlays.ts'
import { bridge } from '../state/bridge.ts'
import { planStore } from '../state/planStore.ts'
import { reportFault } from '../state/report.ts'
import { toast } from '../state/toasts.ts'
import { languageNow, refusalSentence, useWords, wordsNow } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import { onDemand } from '../ui/onDemand.tsx'
import styles from './StartScreen.module.css'

const EarlierData = onDemand(async () => (await import('./EarlierData.tsx')).EarlierData)

type Choice = 'sample' | 'empty' | 'calendar'

/** The first start: a sample practice, an empty plan, or one's own calendar. */
export function StartScreen() {
  const words = useWords().start
  const [chosen, setChosen] = useState<Choice | null>(null)
  const choose = (choice: Choice, then?: () => void) => {
    setChosen(choice)
    void begin(choice).then((begun) => {
      if (begun) then?.()
      else setChosen(null)
    })
  }
  const choices: readonly (readonly [Choice, string, string])[] = [
    ['sample', words.sample, words.sampleText],
    ['empty', words.empty, words.emptyText],
    ['calendar', words.calendar, words.calendarText],
  ]
  return (
    <main className={styles.start}>
      <div className={styles.column}>
        <div className={styles.mark} aria-hidden="true" />
        <h1 className={styles.title}>{words.title}</h1>
        <p className={styles.text}>{words.text}</p>
        <div className={styles.choices}>
          {choices.map(([choice, title, text]) => (
            <Button
              key={choice}
              className={classes(styles.choice)}
              isDisabled={chosen !== null}
              onPress={() => choose(choice)}
            >
              <b>{title}</b>
              <span>{chosen === choice ? words.working : text}</span>
            </Button>
          ))}
        </div>
        <Button
          className={classes(styles.link)}
          isDisabled={chosen !== null}
          onPress={() => choose('sample', startTour)}
        >
          {words.tour}
        </Button>
        <EarlierData />
      </div>
    </main>
  )
}

/** Has main fill the plan; what came of it arrives as a change like any other. */
async function begin(choice: Choice): Promise<boolean> {
  try {
    const reply = await bridge.request('plan/start', {
      choice: choice === 'sample' ? 'sample' : 'empty',
      language: languageNow(),
    })
    if (!reply.ok) {
      toast({ text: refusalSentence(wordsNow(), reply.refusal), tone: 'over' })
      return false
    }
    if (choice === 'calendar') openOverlay('import')
    planStore.setState({ unused: false })
    return true
  } catch (fault) {
    reportFault(fault)
    toast({ text: wordsNow().app.notDone, tone: 'over' })
    return false
  }
}
