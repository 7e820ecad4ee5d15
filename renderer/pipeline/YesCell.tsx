import type { YesAnswer } from '../../shared/capacity/sayYes/sayYes.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Words } from '../../shared/words/words.ts'
import { useFormat, useWords } from '../state/words.ts'
import { IconButton } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import type { Answered } from './answers.ts'
import styles from './Pipeline.module.css'

interface YesCellProps {
  /** What the prospect is called. */
  readonly name: string
  readonly answered: Answered
  readonly onAsk: () => void
}

/** Yes or no, how many hours fit and from when; the whole answer is a press away. */
export function YesCell({ name, answered, onAsk }: YesCellProps) {
  const words = useWords().pipeline
  const { asked, answer, isOld } = answered
  const isOpen = asked === null && answer === null
  return (
    <span className={styles.yes} aria-busy={isOld}>
      {isOpen ? (
        <span className={styles.quiet}>{isOld ? words.thinking : words.noHours}</span>
      ) : answer === null ? null : (
        <Short answer={answer} />
      )}
      <IconButton icon="info" size="small" variant="quiet" label={words.ask(name)} onPress={onAsk} />
    </span>
  )
}

function Short({ answer }: { readonly answer: YesAnswer }) {
  const words = useWords().pipeline
  const format = useFormat()
  return (
    <span className={styles.verdict}>
      <Chip tone={answer.fits ? 'ok' : 'over'}>{answer.fits ? words.yes : words.no}</Chip>
      <span>{shortAnswer(answer, words, format)}</span>
    </span>
  )
}

/** `up to 12 h a week, from 1 Feb 2027`; of what does not fit the hours that do, and the first day from which all of it would. */
export function shortAnswer(
  { fits, offered, offeredWithRoom, earliest }: YesAnswer,
  words: Words['pipeline'],
  format: Format,
): string {
  const hours = fits
    ? words.fits(format.duration(offered))
    : offered > 0
      ? words.offered(format.duration(offered))
      : offeredWithRoom > 0
        ? words.withRoom(format.duration(offeredWithRoom))
        : words.nothingFits
  return `${hours}, ${earliest === null ? words.never : words.from(format.dayMedium(earliest))}`
}
