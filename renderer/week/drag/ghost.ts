/** More pixels than a window has. */
const FAR = 100_000

const known = new WeakMap<HTMLElement, readonly [across: Animation, down: Animation]>()

/**
 * Moves an overlay with the pointer by two paused Web Animations, one across and one down, whose times are the pixels:
 * no keyframe is read anew. Writing `style.transform` would make Blink layerize the page anew at each move, at a cost
 * that grows with the page (performance.md). Left of and above the window it stays at the edge.
 */
export function ghostMover(element: HTMLElement): (x: number, y: number) => void {
  // Not in jsdom; there the plain style does.
  if (typeof element.animate !== 'function') {
    return (x, y) => {
      element.style.transform = `translate(${x}px, ${y}px)`
    }
  }
  // Kept for the next drag: what another pair moved by would be added to it.
  const [across, down] = known.get(element) ?? [path(element, 'translateX'), path(element, 'translateY')]
  known.set(element, [across, down])
  return (x, y) => {
    across.currentTime = x
    down.currentTime = y
  }
}

/** An animation that moves by a pixel each millisecond, if it ran. */
function path(element: HTMLElement, direction: 'translateX' | 'translateY'): Animation {
  const transform = [`${direction}(0px)`, `${direction}(${FAR}px)`]
  const animation = element.animate({ transform }, { duration: FAR, fill: 'both', composite: 'add' })
  animation.pause()
  return animation
}
