import { useMemo, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { actionOf } from '../actions/actions.ts'
import { useKeys } from '../actions/useKeys.ts'
import { finder } from '../palette/rank.ts'
import { closeOverlay } from '../shell/overlays.ts'
import { languageNow, useWords } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import { Dialog } from '../ui/Dialog.tsx'
import listStyles from '../ui/List.module.css'
import { TextField } from '../ui/TextField.tsx'
import styles from './HelpDialog.module.css'

/** Help: the way to the tour and to the keys, and what the words mean. */
export function HelpDialog() {
  const words = useWords().help
  return (
    <Dialog title={words.title} isOpen size="wide" onClose={closeOverlay}>
      <p className={styles.intro}>{words.intro}</p>
      <div className={styles.ways}>
        <Way action="tour" title={words.startTour} text={words.startTourText} />
        <Way action="shortcuts" title={words.seeKeys} text={words.seeKeysText} />
      </div>
      <Glossary />
    </Dialog>
  )
}

/** Closes the help and does what the action does. */
function Way({
  action,
  title,
  text,
}: {
  readonly action: string
  readonly title: string
  readonly text: string
}) {
  const keys = useKeys()(action)
  return (
    <Button
      className={classes(styles.way)}
      onPress={() => {
        closeOverlay()
        actionOf(action).run()
      }}
    >
      <b>{title}</b>
      <span>{text}</span>
      {keys === '' ? null : <kbd className={listStyles.keyCap}>{keys}</kbd>}
    </Button>
  )
}

/** The words by their alphabet, to be searched in word and meaning. */
function Glossary() {
  const words = useWords().help
  const [typed, setTyped] = useState('')
  const entries = useMemo(() => {
    const { compare } = new Intl.Collator(languageNow())
    return Object.values(words.glossary).sort((a, b) => compare(a.word, b.word))
  }, [words])
  const isFound = finder(typed)
  const shown = entries.filter(({ word, meaning }) => isFound(`${word} ${meaning}`))
  return (
    <section aria-label={words.words}>
      <h3 className={styles.subtitle}>{words.words}</h3>
      <div className={styles.find}>
        <TextField label={words.find} value={typed} onChange={setTyped} />
      </div>
      {shown.length === 0 ? <Nothing /> : null}
      <dl className={styles.glossary}>
        {shown.map(({ word, meaning }) => (
          <div key={word} className={styles.entry}>
            <dt>{word}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Nothing() {
  return <p className={listStyles.empty}>{useWords().app.nothingFound}</p>
}
