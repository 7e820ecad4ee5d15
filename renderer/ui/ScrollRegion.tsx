import type { ReactNode } from 'react'

interface ScrollRegionProps {
  readonly label: string
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** Something to read that scrolls by itself: the keyboard reaches it, and a reader of screens says what it is. */
export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className={className} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
