import { type ReactNode, useState } from 'react'
import { useWords } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import { ScrollRegion } from '../ui/ScrollRegion.tsx'
import styles from './PagesPreview.module.css'

interface PagesPreviewProps {
  /** What is shown; "Preview" unless given. */
  readonly label?: string
  /** Whether the preview keeps to a part of the window's height and scrolls by itself. */
  readonly isScrolled?: boolean
  /** The pages; they say how many they are. */
  readonly children: (onPages: (count: number) => void) => ReactNode
}

/** The pages of a document as the PDF will have them, smaller. A reader of screens hears how many there are: the PDF itself can be read. */
export function PagesPreview({ label, isScrolled = false, children }: PagesPreviewProps) {
  const words = useWords().app.paper
  const name = label ?? words.preview
  const [count, setCount] = useState(0)
  const paper = (
    <div className={styles.paper} aria-hidden="true">
      {children(setCount)}
    </div>
  )
  return (
    <figure className={styles.figure} aria-label={name}>
      <figcaption className={styles.caption}>
        <span>{name}</span>
        <span role="status">{count === 0 ? '' : words.pages(count)}</span>
      </figcaption>
      {isScrolled ? (
        <ScrollRegion className={classes(styles.scrolled)} label={name}>
          {paper}
        </ScrollRegion>
      ) : (
        paper
      )}
    </figure>
  )
}
