import type { Page } from 'playwright-core'

/**
 * What cannot be read or reached on the page: text that is cut off where nothing scrolls, and controls that stay outside
 * the window or under something else when they are scrolled to. With a dialog open only the dialog counts.
 */
export function unreachable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const dialogs = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')]
    const root = dialogs.at(-1) ?? document.body
    const isShown = (element: Element) => {
      const box = element.getBoundingClientRect()
      const style = getComputedStyle(element)
      return box.width > 1 && box.height > 1 && style.visibility === 'visible' && style.clipPath === 'none'
    }
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 50)}”`
    const hidesMore = (style: CSSStyleDeclaration) =>
      style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none' || style.clipPath !== 'none'

    /** Text is cut where an ancestor that does not scroll ends before it, unless dots say so. */
    const isCut = (element: Element): boolean => {
      let { left, right, top, bottom } = element.getBoundingClientRect()
      for (let above = element.parentElement; above !== null; above = above.parentElement) {
        const style = getComputedStyle(above)
        if (style.position === 'fixed' || hidesMore(style)) return false
        const box = above.getBoundingClientRect()
        const [x, y] = [style.overflowX, style.overflowY]
        if (x === 'hidden' || x === 'clip') if (left < box.left - 2 || right > box.right + 2) return true
        if (y === 'hidden' || y === 'clip') if (top < box.top - 2 || bottom > box.bottom + 2) return true
        if (x === 'auto' || x === 'scroll') [left, right] = [box.left, box.right]
        if (y === 'auto' || y === 'scroll') [top, bottom] = [box.top, box.bottom]
      }
      return left < -1 || right > innerWidth + 1 || top < -1 || bottom > innerHeight + 1
    }
    for (const element of root.querySelectorAll('*')) {
      // The charts' library measures its labels in an element far outside of the window.
      if (element.id === 'recharts_measurement_span') continue
      const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
      if (hasText && isShown(element) && !hidesMore(getComputedStyle(element)) && isCut(element))
        found.push(`cut off: ${name(element)}`)
    }
    for (const control of root.querySelectorAll('button, input, textarea, a[href], [tabindex="0"]')) {
      if (!isShown(control) || control.closest('[aria-hidden="true"], [inert]') !== null) continue
      control.scrollIntoView({ block: 'center', inline: 'center' })
      const box = control.getBoundingClientRect()
      // Of one that is taller than the window a part is enough.
      const y = box.height > innerHeight / 2 ? innerHeight / 2 : box.top + Math.min(box.height / 2, 20)
      const hit = document.elementFromPoint(box.left + box.width / 2, y)
      // A message over the screen goes by itself.
      if (hit?.closest('[aria-live]') != null) continue
      const label = control.closest('label')
      if (hit === null || !(control.contains(hit) || hit.contains(control) || label?.contains(hit)))
        found.push(`covered: ${name(control)} by ${hit === null ? 'the window’s edge' : name(hit)}`)
    }
    const { scrollWidth, scrollHeight } = document.documentElement
    if (scrollWidth > innerWidth || scrollHeight > innerHeight)
      found.push('the page is larger than the window')
    return found
  })
}
