import type { PictureNode } from '../../shared/ipc/frameContract.ts'
import type { FrameMarkup } from './frameRecord.ts'

/** Elements that a picture may hold: none that loads, runs, submits or embeds anything. */
const elements = new Set(
  (
    'a article aside b button circle dd div dl dt em footer g h1 h2 h3 h4 header i kbd li line main nav ol p path ' +
    'polygon polyline rect section small span strong svg time u ul'
  ).split(' '),
)
const EMPTY = new Set(['circle', 'line', 'path', 'polygon', 'polyline', 'rect'])

/** Attributes that styles look at or that draw; none holds an address or a script. */
const attributes =
  /^(class|role|dir|lang|hidden|disabled|data-[a-z-]+|aria-(current|expanded|selected|pressed|disabled|checked|hidden|busy|orientation|haspopup)|viewBox|d|fill|stroke|stroke-[a-z]+|fill-[a-z]+|cx|cy|r|rx|ry|x|y|x1|x2|y1|y2|width|height|points|transform)$/

/** A declaration that stays one, and asks for nothing. */
const property = /^(--)?[a-z][a-z0-9-]*$/
const value = /^[^{}<>;\\@"']*$/

/** The deepest nesting; the screens have some twenty. */
const DEEPEST = 60

/**
 * A picture as markup and style sheet: what the page sent is never taken as markup itself. The content policy lets no
 * element have styles of its own, so each becomes a class. Null for what is no picture, or holds what none may hold.
 */
export function frameMarkup(picture: unknown): FrameMarkup | null {
  const styles = new Map<string, string>()
  const html = markupOf(picture, styles, 0)
  if (html === null) return null
  const rules = [...styles].map(([declarations, name]) => `.${name}{${declarations}}`)
  return { html, css: rules.join('\n') }
}

function markupOf(node: unknown, styles: Map<string, string>, depth: number): string | null {
  if (typeof node === 'string') return escaped(node)
  if (!isElement(node) || depth > DEEPEST) return null
  const [name, given, style, children] = node
  if (!elements.has(name)) return null
  const own = classOf(style, styles)
  const all = own === null ? given : { ...given, class: `${given.class ?? ''} ${own}`.trim() }
  const written = Object.entries(all).map(([key, text]) =>
    attributes.test(key) && typeof text === 'string' ? ` ${key}="${escaped(text)}"` : null,
  )
  const inside = children.map((child) => markupOf(child, styles, depth + 1))
  if (written.includes(null) || inside.includes(null)) return null
  return `<${name}${written.join('')}>${EMPTY.has(name) ? '' : inside.join('')}</${name}>`
}

function isElement(node: unknown): node is Exclude<PictureNode, string> {
  if (!Array.isArray(node) || node.length !== 4) return false
  const [name, given, style, children] = node as readonly unknown[]
  const isRecord = typeof given === 'object' && given !== null && !Array.isArray(given)
  return typeof name === 'string' && isRecord && Array.isArray(style) && Array.isArray(children)
}

/** The class for an element's own style; null where it has none. What is no plain declaration is left out. */
function classOf(style: readonly unknown[], styles: Map<string, string>): string | null {
  const declarations: string[] = []
  for (let i = 0; i + 1 < style.length; i += 2) {
    const [name, text] = [String(style[i]), String(style[i + 1])]
    if (property.test(name) && value.test(text) && !/url|image|import|expression/i.test(text))
      declarations.push(`${name}:${text}!important`)
  }
  if (declarations.length === 0) return null
  const text = declarations.join(';')
  const known = styles.get(text) ?? `frame-${styles.size}`
  styles.set(text, known)
  return known
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? '')
}
