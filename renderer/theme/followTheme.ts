import { planStore } from '../state/planStore.ts'

/** Keeps the page's theme as the settings say; `system` leaves it to the desktop. */
export function followTheme(): () => void {
  const page = document.documentElement
  const apply = () => {
    const { theme } = planStore.getState().plan.practice.settings
    const wanted = theme === 'system' ? undefined : theme
    if (page.dataset.theme === wanted) return
    // At once: while a button's surface fades, its words would stand in the one theme on the other's ground.
    page.dataset.changingTheme = ''
    if (wanted === undefined) delete page.dataset.theme
    else page.dataset.theme = wanted
    void page.offsetHeight // the new colours are computed while nothing may fade
    delete page.dataset.changingTheme
  }
  apply()
  return planStore.subscribe(apply)
}
