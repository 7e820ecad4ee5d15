interface KeyPress {
  readonly key: string
  continuePropagation(): void
  preventDefault(): void
}

/**
 * Runs on Enter in a field of React Aria, which keeps every key to itself once someone listens: all others go on to
 * the dialog or grid around it, Escape above all. What Enter opens takes the focus, so the rest of this key press must not
 * reach it: it would answer a question that nobody has read.
 */
export function onEnterKey(run: () => void): (event: KeyPress) => void {
  return (event) => {
    if (event.key !== 'Enter') return event.continuePropagation()
    event.preventDefault()
    run()
  }
}
