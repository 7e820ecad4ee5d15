import { closeOverlay } from '../shell/overlays.ts'
import { isPanelAwaited, keepTyped } from '../shell/typedAhead.ts'
import { planStore } from '../state/planStore.ts'
import { actions } from './actions.ts'
import { matches } from './keys.ts'

const textFields =
  'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable], [role="spinbutton"]'
const overlays = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'

/** Runs actions by their keys, until the returned function is called. Fields, dialogs and menus keep their own keys. */
export function followShortcuts(): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || planStore.getState().status !== 'open') return
    if (isPanelAwaited()) {
      keepForPanel(event)
      return
    }
    const platform = planStore.getState().desktop?.platform ?? 'linux'
    const target = event.target instanceof Element ? event.target : null
    const inText = target?.matches(textFields) ?? false
    const inOverlay =
      target?.closest(overlays) != null ||
      document.querySelector('[role="alertdialog"], [aria-modal="true"]') !== null
    const action = actions.find(
      (one) => one.keys.some((keys) => matches(event, keys, platform)) && one.enabled(),
    )
    if (action === undefined) return
    const isKept = inText || (inOverlay && !(action.inPanel && target?.closest('[data-panel]') != null))
    if (isKept && action.inText !== true) return
    event.preventDefault()
    action.run()
  }
  window.addEventListener('keydown', listen)
  return () => window.removeEventListener('keydown', listen)
}

function keepForPanel(event: KeyboardEvent): void {
  event.preventDefault()
  if (event.key === 'Escape') closeOverlay()
  else keepTyped(event)
}
