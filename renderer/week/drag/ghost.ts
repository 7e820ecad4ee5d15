/**
 * Moves an overlay with the pointer by a paused Web Animation whose keyframes are set: writing `style.transform` would
 * make Blink layerize the page anew at each move, at a cost that grows with the page (performance.md).
 */
export function ghostMover(element: HTMLElement): (x: number, y: number) => void {
  // Not in jsdom; there the plain style does.
  if (typeof element.animate !== 'function') {
    return (x, y) => {
      element.style.transform = `translate(${x}px, ${y}px)`
    }
  }
  const at = (x: number, y: number) => ({
    transform: [`translate(${x}px, ${y}px)`, `translate(${x}px, ${y}px)`],
  })
  const animation = element.animate(at(0, 0), { duration: 1, fill: 'both' })
  animation.pause()
  return (x, y) => (animation.effect as KeyframeEffect).setKeyframes(at(x, y))
}
