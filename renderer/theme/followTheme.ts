import { planStore } from '../state/planStore.ts'

/** Keeps the page's theme and language as the settings say; `system` leaves the theme to the desktop. */
export function followTheme(): () => void {
  const apply = () => {
    const { theme } = planStore.getState().plan.practice.settings
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }
  apply()
  return planStore.subscribe(apply)
}
