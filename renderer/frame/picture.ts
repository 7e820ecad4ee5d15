/** A node of a picture: a text, or an element's name, attributes, own style (name and value by turns) and children. */
export type PictureNode =
  | string
  | readonly [
      name: string,
      attributes: Readonly<Record<string, string>>,
      style: readonly string[],
      children: readonly PictureNode[],
    ]

/** Attributes that no style looks at, or that name what only the app itself may have twice. */
const left =
  /^(id|style|tabindex|title|for|href|src|name|type|value|on.*|xmlns.*|focusable|aria-(?!current$|expanded$|selected$|pressed$|disabled$|checked$|hidden$|busy$|orientation$|haspopup$).*|data-(rac|react-aria.*|focused|focus-visible|focus-within|hovered|pressed))$/

/** What marks flags at sessions: it hangs on the present. */
const PASSING = 'data-mark'

/**
 * A picture of an element as it is drawn, without what lies below the window's edge. What has `data-passing` is there for
 * its place alone: with what is in it, which decides how large it is, unless it is passing as a `whole`. Sent as data: main writes the markup (electron/frame/frameMarkup.ts).
 */
export function pictureOf(element: Element): PictureNode {
  const style = ownStyle(element)
  const isUnseen =
    element.getAttribute('role') === 'row' && element.getBoundingClientRect().top > window.innerHeight
  if (isUnseen) {
    const { height } = element.getBoundingClientRect()
    return [nameOf(element), attributesOf(element), [...style, 'height', `${height}px`], []]
  }
  const isPassing = element.getAttribute('data-passing') === 'whole'
  return [nameOf(element), attributesOf(element), style, isPassing ? [] : childrenOf(element)]
}

function childrenOf(element: Element): readonly PictureNode[] {
  const children: PictureNode[] = []
  for (const child of element.childNodes)
    if (child instanceof Element) children.push(pictureOf(child))
    else if (child instanceof Text && child.data !== '') children.push(child.data)
  return children
}

function nameOf(element: Element): string {
  return element.localName
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
