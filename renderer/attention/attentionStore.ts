import { createStore } from 'zustand/vanilla'

/** What is open beside a card of the attention panel, and where the focus of the panel goes next. */
interface Attention {
  readonly open: { readonly key: string; readonly what: 'accept' | 'proof' } | null
  /** The first card takes the focus as soon as there is one: the panel is about to be shown. */
  readonly wantsFocus: boolean
  /** The flag that is being solved or accepted: when its card goes, the next one takes the focus. */
  readonly leaving: string | null
}

const nothing: Attention = { open: null, wantsFocus: false, leaving: null }

export const attentionStore = createStore<Attention>(() => nothing)

/** Puts everything back as it was at the start; a test begins with it. */
export function forgetAttention(): void {
  attentionStore.setState(nothing)
}
