import { attentionStore } from './attentionStore.ts'

/** The cards of the panel, top to bottom. Attribute: `data-flag` is the flag's key. */
function cards(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-flag]')]
}

/** The key of the flag whose card has the focus, itself or in it; null where the focus is elsewhere. */
export function flagInHand(): string | null {
  return document.activeElement?.closest<HTMLElement>('[data-flag]')?.dataset.flag ?? null
}

/** Whether the card itself has the focus: then Enter is the card's, not that of a button in it. */
export function cardHasFocus(): boolean {
  return document.activeElement?.matches('[data-flag]') ?? false
}

/** Goes to the next card or the one before; to the first where the focus is elsewhere. False where there is none. */
export function stepCard(by: 1 | -1 | 'first'): boolean {
  const all = cards()
  const at = all.findIndex((card) => card.dataset.flag === flagInHand())
  const next = at < 0 || by === 'first' ? all[0] : all[Math.min(all.length - 1, Math.max(0, at + by))]
  next?.focus()
  return next !== undefined
}

/** After cards changed: gives the focus to the first where it is awaited, or to the one that took a solved one's place. */
export function settleFocus(before: readonly string[], panel: HTMLElement | null): void {
  const { wantsFocus, leaving } = attentionStore.getState()
  if (wantsFocus) {
    attentionStore.setState({ wantsFocus: false })
    if (!stepCard('first')) panel?.querySelector<HTMLElement>('h2')?.focus()
    return
  }
  const all = cards()
  if (leaving === null || all.some((card) => card.dataset.flag === leaving)) return
  attentionStore.setState({ leaving: null })
  const active = document.activeElement
  if (active !== null && active !== document.body && panel?.contains(active) !== true) return
  const next = all[Math.min(all.length - 1, Math.max(0, before.indexOf(leaving)))]
  ;(next ?? panel?.querySelector<HTMLElement>('h2'))?.focus()
}
