import { type RefObject, useLayoutEffect, useRef } from 'react'

/*
 * A panel is loaded when it is first asked for. What is typed until it stands is for it: not for the screen below, whose
 * keys would act, and not lost.
 */
let typed = ''
let isAwaited = false

/** Keys are for a panel that is loading, until the returned function is called. */
export function awaitPanel(): () => void {
  isAwaited = true
  typed = ''
  return () => {
    isAwaited = false
  }
}

/** Whether keys are for a panel that is loading. */
export function isPanelAwaited(): boolean {
  return isAwaited
}

/** Keeps what a key types, as a field would. */
export function keepTyped({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): void {
  // With both of them, AltGr types a character.
  const isChord = metaKey || ctrlKey !== altKey
  if (key === 'Backspace') typed = typed.slice(0, -1)
  else if (key.length === 1 && !isChord) typed += key
}

/** Gives a panel's field the focus when the panel stands, and `onTyped` what was typed ahead, if anything. */
export function useTypedAhead(
  field: RefObject<HTMLInputElement | null>,
  onTyped: (text: string) => void,
): void {
  const take = useRef(onTyped)
  useLayoutEffect(() => {
    if (typed !== '') take.current(typed)
    typed = ''
    field.current?.focus()
  }, [field])
}
