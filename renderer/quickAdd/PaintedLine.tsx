import type { Part } from '../../shared/quickAdd/reading.ts'
import { classes } from '../ui/classes.ts'
import styles from './QuickAdd.module.css'

interface Stretch {
  readonly from: number
  readonly words: string
  readonly what: string | undefined
}

/** A line with each stretch on the colour of what it was read as; `colour` is that of the client. */
export function PaintedLine({
  text,
  parts,
  colour,
}: {
  readonly text: string
  readonly parts: readonly Part[]
  readonly colour: string
}) {
  return stretchesOf(text, parts).map(({ from, words, what }) => (
    <span
      key={from}
      className={classes(styles.part)}
      data-what={what}
      data-colour={what === 'engagement' ? colour : undefined}
    >
      {words}
    </span>
  ))
}

/** The whole line cut at its parts; spaces between are stretches of nothing. */
function stretchesOf(text: string, parts: readonly Part[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  let at = 0
  for (const { from, to, what } of parts) {
    if (from > at) stretches.push({ from: at, words: text.slice(at, from), what: undefined })
    stretches.push({ from, words: text.slice(from, to), what })
    at = to
  }
  if (at < text.length) stretches.push({ from: at, words: text.slice(at), what: undefined })
  return stretches
}
