/** How blocks of one kind are drawn from what they show. */
export interface BlockKind<B> {
  /** The class of each element. */
  readonly className: string
  readonly keyOf: (block: B) => string
  /** Whether two of one key look the same: then nothing is done. */
  readonly isSame: (a: B, b: B) => boolean
  readonly lookOf: (block: B) => BlockLook
}

/** All that an element shows. */
export interface BlockLook {
  /** The first line; empty where there is no room for any. */
  readonly text: string
  /** The line below it; empty where there is none. */
  readonly below: string
  /** Place and size, as declarations; empty where they follow from the page. */
  readonly style: string
  /** Attributes by name, the same names for all of a kind; undefined where one is not set. */
  readonly attributes: Readonly<Record<string, string | undefined>>
}

/** A block as it stands on the page. */
export interface Drawn<B> {
  readonly block: B
  readonly look: BlockLook
  readonly element: HTMLElement
}

/**
 * Makes the children of `parent` show `blocks`, in their order, and gives what stands there now. A block keeps its
 * element as long as it is there. One that comes takes the element of one that went: for another week almost nothing is
 * made or taken away. The element that has the focus is not given on, so that the focus never is on something that
 * became something else.
 */
export function drawBlocks<B>(
  parent: HTMLElement,
  kind: BlockKind<B>,
  before: readonly Drawn<B>[],
  blocks: readonly B[],
): readonly Drawn<B>[] {
  const known = new Map(before.map((drawn) => [kind.keyOf(drawn.block), drawn]))
  const kept = blocks.map((block) => take(known, kind.keyOf(block)))
  const left: Drawn<B>[] = []
  for (const drawn of known.values())
    if (drawn.element === document.activeElement) drawn.element.remove()
    else left.push(drawn)
  let next = 0
  const now = blocks.map((block, i) => {
    const own = kept[i]
    if (own !== undefined && kind.isSame(own.block, block)) return own
    const old = own ?? left[next++]
    const look = kind.lookOf(block)
    const element = old?.element ?? newElement(kind.className)
    show(element, old?.look, look)
    return { block, look, element }
  })
  for (const { element } of left.slice(next)) element.remove()
  arrange(parent, now)
  return now
}

function take<B>(known: Map<string, Drawn<B>>, key: string): Drawn<B> | undefined {
  const drawn = known.get(key)
  known.delete(key)
  return drawn
}

function newElement(className: string): HTMLElement {
  const element = document.createElement('div')
  element.className = className
  element.setAttribute('role', 'button')
  return element
}

/** Between the lines for who reads the text alone; the page draws nothing of it. */
const BREAK = '\n'

/** Writes what differs from what the element shows. */
function show(
  element: HTMLElement,
  before: BlockLook | undefined,
  { text, below, style, attributes }: BlockLook,
): void {
  for (const name in attributes) {
    const value = attributes[name]
    if (value === before?.attributes[name]) continue
    if (value === undefined) element.removeAttribute(name)
    else element.setAttribute(name, value)
  }
  // By the object model: the content policy forbids the attribute.
  if (style !== (before?.style ?? '')) element.style.cssText = style
  if (text !== (before?.text ?? '') || (below === '') !== ((before?.below ?? '') === ''))
    writeLines(element, text, below)
  else if (below !== before?.below && element.lastChild !== null)
    element.lastChild.textContent = BREAK + below
}

/**
 * A line of its own is an element of its own: lines of one text are laid out at twice the cost of two, and a first line
 * that looks different makes the browser shape both of them twice.
 */
function writeLines(element: HTMLElement, text: string, below: string): void {
  const { firstChild, lastChild } = element
  if (below !== '' && firstChild !== null && lastChild !== null && lastChild !== firstChild) {
    firstChild.nodeValue = text
    lastChild.textContent = BREAK + below
    return
  }
  element.textContent = text
  if (below !== '') element.appendChild(document.createElement('div')).textContent = BREAK + below
}

/** Puts elements in order; those that stand right are not touched. */
function arrange(parent: HTMLElement, drawn: readonly { readonly element: HTMLElement }[]): void {
  let at = parent.firstChild
  for (const { element } of drawn)
    if (element === at) at = at.nextSibling
    else parent.insertBefore(element, at)
}
