import type { PictureNode } from '../../shared/ipc/frameContract.ts'

/** Attributes that no style looks at, or that name what only the app itself may have twice. */
const left =
  /^(id|style|tabindex|title|for|href|src|name|type|value|on.*|xmlns.*|focusable|aria-(?!current$|expanded$|selected$|pressed$|disabled$|checked$|hidden$|busy$|orientation$|haspopup$).*|data-(rac|react-aria.*|focused|focus-visible|focus-within|hovered|pressed))$/

/** What marks flags at sessions: it hangs on the present. */
const PASSING = 'data-mark'

/** What is kept out of sight (ui/Kept.tsx). */
const UNSEEN = '[data-kept][aria-hidden="true"]'

/**
 * A picture of an element as it is drawn, without what lies below the window's edge. What has `data-passing` is there for
 * its place alone: with what is in it, which decides how large it is, unless it is passing as a `whole`. Sent as data: main writes the markup (electron/frame/frameMarkup.ts).
 */
export function pictureOf(element: Element): PictureNode {
  const style = ownStyle(element)
  const below = element.getAttribute('role') === 'row' ? heightBelow(element) : null
  if (below !== null)
    return [element.localName, attributesOf(element), [...style, 'height', `${below}px`], []]
  const isPassing = element.getAttribute('data-passing') === 'whole'
  return [element.localName, attributesOf(element), style, isPassing ? [] : childrenOf(element)]
}

/** How high an element is that lies below the window's edge; null where it does not. */
function heightBelow(element: Element): number | null {
  const { top, height } = element.getBoundingClientRect()
  return top > window.innerHeight ? height : null
}

function childrenOf(element: Element): readonly PictureNode[] {
  const children: PictureNode[] = []
  for (const child of element.childNodes)
    if (child instanceof Element) {
      if (!child.matches(UNSEEN)) children.push(pictureOf(child))
    } else if (child instanceof Text && child.data !== '') children.push(child.data)
  return children
}

function attributesOf(element: Element): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {}
  for (const { name, value } of element.attributes)
    if (!left.test(name) && name !== PASSING) attributes[name] = value
  if (element.scrollTop > 0) attributes['data-scrolled'] = String(element.scrollTop)
  return attributes
}

function ownStyle(element: Element): readonly string[] {
  if (!(element instanceof HTMLElement || element instanceof SVGElement)) return []
  return Array.from(element.style).flatMap((name) => [name, element.style.getPropertyValue(name).trim()])
}
