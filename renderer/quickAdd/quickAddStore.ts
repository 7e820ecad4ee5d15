import { createStore } from 'zustand/vanilla'
import type { Id } from '../../shared/plan/fields.ts'
import { openOverlay } from '../shell/overlays.ts'

interface QuickAddUi {
  /** The line as typed: kept when the panel is closed, until it was added. */
  readonly text: string
  /** The engagement chosen among several that fit; undefined where nothing was chosen. */
  readonly chosen: Id | undefined
}

const nothing: QuickAddUi = { text: '', chosen: undefined }

/** What is typed into quick add. */
export const quickAddStore = createStore<QuickAddUi>(() => nothing)

/** Opens quick add, with a line where one is given, else with the one that was typed last. */
export function openQuickAdd(text?: string): void {
  if (text !== undefined) quickAddStore.setState({ text, chosen: undefined })
  openOverlay('quickAdd')
}

/** Forgets the line: it was added, or a test begins. */
export function forgetLine(): void {
  quickAddStore.setState(nothing)
}
