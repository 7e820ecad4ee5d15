import { SwissQRBill } from 'swissqrbill/svg'
import type { SwissBill } from '../../shared/billing/swissBill.ts'
import type { PaperLanguage } from '../../shared/plan/fields.ts'
import { modulesPath } from './QrCode.tsx'

/** An element of the drawing. */
export interface Drawn {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Drawn | string)[]
}

const languages = { en: 'EN', de: 'DE', fr: 'FR' } as const satisfies Record<PaperLanguage, string>

/**
 * The receipt and payment part of a QR bill, 210 × 105 mm, as the library draws it. Its text of SVG is read into elements,
 * since the page's content policy lets no markup in; the thousand modules of the code become one path.
 */
export function drawSwissBill(bill: SwissBill, language: PaperLanguage): Drawn {
  const svg = new SwissQRBill(bill, { language: languages[language], fontName: 'Liberation Sans' }).toString()
  return withOnePath(elementsOf(svg))
}

/** All that is written in a drawing. */
export function textsOf({ children }: Drawn): string {
  return children.map((child) => (typeof child === 'string' ? child : textsOf(child))).join(' ')
}

const TOKEN = /<(\/?)([a-z]+)([^>]*?)(\/?)>|([^<]+)/gi
const ATTRIBUTE = /([\w-]+)="([^"]*)"/g

interface Open extends Drawn {
  readonly children: (Drawn | string)[]
}

function elementsOf(svg: string): Drawn {
  const root: Open = { tag: 'root', attributes: {}, children: [] }
  const open = [root]
  for (const [, closing, tag = '', attributes = '', empty, text] of svg.matchAll(TOKEN)) {
    if (text !== undefined) open.at(-1)?.children.push(unescaped(text))
    else if (closing) open.pop()
    else {
      const element: Open = { tag, attributes: attributesOf(attributes), children: [] }
      open.at(-1)?.children.push(element)
      if (!empty) open.push(element)
    }
  }
  const [drawn] = root.children
  if (drawn === undefined || typeof drawn === 'string') throw new Error('no drawing of the bill')
  return drawn
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [
      name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      unescaped(value),
    ]),
  )
}

function unescaped(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    '#39': "'",
    amp: '&',
  }
  return text.replace(/&(lt|gt|quot|apos|#39|amp);/g, (_, name: string) => signs[name] ?? '')
}

/** The side of the code in millimetres. */
const CODE = 46
/** The fewest modules of a code are hundreds; nothing else is drawn by as many squares. */
const MANY = 200

function withOnePath(drawn: Drawn): Drawn {
  const squares = drawn.children.filter((child) => isSquare(child))
  if (squares.length < MANY)
    return {
      ...drawn,
      children: drawn.children.map((child) => (typeof child === 'string' ? child : withOnePath(child))),
    }
  const side = millimetres(squares[0], 'width')
  const modules = squares.filter((square) => millimetres(square, 'width') === side)
  const count = Math.round(CODE / side)
  const rows = Array.from({ length: count }, () => Array.from({ length: count }, () => false))
  for (const module of modules) {
    const row = rows[Math.round(millimetres(module, 'y') / side)]
    if (row !== undefined) row[Math.round(millimetres(module, 'x') / side)] = true
  }
  const path: Drawn = { tag: 'path', attributes: { d: modulesPath(rows), fill: 'black' }, children: [] }
  const code: Drawn = {
    tag: 'svg',
    attributes: { width: `${CODE}mm`, height: `${CODE}mm`, viewBox: `0 0 ${count} ${count}` },
    children: [path],
  }
  const rest = drawn.children.filter((child) => !(isSquare(child) && modules.includes(child)))
  return { ...drawn, children: [code, ...rest] }
}

function isSquare(child: Drawn | string): child is Drawn {
  if (typeof child === 'string' || child.tag !== 'rect') return false
  const { width, height, fill } = child.attributes
  return fill === 'black' && width === height && (width ?? '').endsWith('mm')
}

function millimetres(drawn: Drawn | undefined, name: string): number {
  return Number.parseFloat(drawn?.attributes[name] ?? '')
}
