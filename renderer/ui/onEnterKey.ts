interface KeyPress {
  readonly key: string
  continuePropagation(): void
}

/**
 * Runs on Enter in a field of React Aria, which keeps every key to itself once someone listens: all others go on to
 * the dialog or grid around it, Escape above all.
 */
export function onEnterKey(run: () => void): (event: KeyPress) => void {
  return (event) => {
    if (event.key === 'Enter') run()
    else event.continuePropagation()
  }
}
