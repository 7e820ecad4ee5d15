import { placeNow } from '../state/navigation.ts'
import { planStore } from '../state/planStore.ts'
import { weekStore } from '../week/weekStore.ts'

/** How long the picture stays at most: once the plan is open, and since the page began; in milliseconds. */
const NO_LONGER = 600
const ALTOGETHER = 5000

/**
 * Takes the picture of the last week away as soon as the app has drawn what is in it, the panel of flags included, or as
 * somebody begins to work. A start without one has nothing to take away.
 */
export function takeOver(): void {
  const frame = document.getElementById('frame')
  if (frame === null) return
  let opened = Number.POSITIVE_INFINITY
  const away = () => {
    frame.remove()
    for (const kind of kinds) window.removeEventListener(kind, away, true)
  }
  const kinds = ['pointerdown', 'keydown', 'wheel'] as const
  const look = () => {
    if (!frame.isConnected) return
    if (planStore.getState().status !== 'opening' && opened === Number.POSITIVE_INFINITY) {
      opened = performance.now()
      for (const kind of kinds) window.addEventListener(kind, away, true)
    }
    const now = performance.now()
    // Two frames later the app is on the screen under the picture: at once, some starts show a frame of nothing.
    if (isDrawn() || now - opened > NO_LONGER || now > ALTOGETHER)
      requestAnimationFrame(() => requestAnimationFrame(away))
    else requestAnimationFrame(look)
  }
  look()
}

function isDrawn(): boolean {
  if (planStore.getState().status === 'opening') return false
  const root = document.getElementById('root')
  if (root === null || root.childElementCount === 0) return false
  if (placeNow().screen !== 'week' || root.querySelector('[data-shell]') === null) return true
  return !weekStore.getState().attentionShown || root.querySelector('[data-list-of]') !== null
}
