import { type ChartModel, drawnSeries, fullTitle } from './chartModel.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** What a picture takes over from the page's style sheets: outside of it the names of its colours mean nothing. */
const painted = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const

interface Pictured {
  readonly model: ChartModel
  readonly days: string
  readonly drawing: SVGSVGElement
  /** The signs of the legend, in the order of the series. */
  readonly signs: readonly SVGSVGElement[]
}

const PADDING = 16
const HEAD = 74

/** A chart as an SVG file that needs nothing else: title, legend and drawing in the colours that are on the screen. */
export function pictureOf({ model, days, drawing, signs }: Pictured): string {
  const width = Number(drawing.getAttribute('width')) + 2 * PADDING
  const height = Number(drawing.getAttribute('height')) + HEAD + PADDING
  const look = getComputedStyle(drawing.ownerDocument.body)
  const ink = look.color
  const page = getComputedStyle(drawing.closest('section') ?? drawing.ownerDocument.body).backgroundColor
  const root = element('svg', { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}` })
  root.append(
    element('rect', { width, height, fill: page }),
    text(`${fullTitle(model)} · ${model.days ?? days}`, {
      x: PADDING,
      y: 28,
      size: 15,
      weight: 600,
      fill: ink,
      font: look.fontFamily,
    }),
  )
  let x = PADDING
  for (const [i, { name }] of drawnSeries(model).entries()) {
    const sign = signs[i]
    if (sign !== undefined) root.append(placed(sign, x, 44))
    root.append(text(name, { x: x + 26, y: 54, size: 11, weight: 400, fill: ink, font: look.fontFamily }))
    x += 26 + name.length * 6.5 + 18
  }
  root.append(placed(drawing, PADDING, HEAD))
  return new XMLSerializer().serializeToString(root)
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes))
    if (key !== 'xmlns') made.setAttribute(key, String(value))
  return made
}

interface Lettering {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly weight: number
  readonly fill: string
  readonly font: string
}

function text(words: string, { x, y, size, weight, fill, font }: Lettering): SVGElement {
  const made = element('text', { x, y, fill, 'font-size': size, 'font-weight': weight, 'font-family': font })
  made.textContent = words
  return made
}

/** A copy of a drawing at a place, its looks written out. */
function placed(drawing: SVGSVGElement, x: number, y: number): SVGElement {
  const copy = written(drawing)
  for (const [name, value] of [
    ['x', x],
    ['y', y],
  ] as const)
    copy.setAttribute(name, String(value))
  for (const name of ['width', 'height']) copy.setAttribute(name, drawing.getAttribute(name) ?? '')
  return copy
}

/** The element and what is in it, with computed values in the place of classes and styles. */
function written(from: SVGElement): SVGElement {
  const copy = element(from.localName, {})
  const computed = getComputedStyle(from)
  for (const { name, value } of from.attributes)
    if (!/^(class|style|role|tabindex|xmlns|data-.*|aria-.*|on.*)$/.test(name)) copy.setAttribute(name, value)
  for (const name of painted) {
    const value = computed.getPropertyValue(name)
    if (value !== '') copy.setAttribute(name, value.replace(/url\("?(?:[^#")]*)(#[^")]+)"?\)/, 'url($1)'))
  }
  for (const child of from.childNodes)
    if (child instanceof SVGElement) copy.append(written(child))
    else if (child.nodeType === Node.TEXT_NODE) copy.append(child.textContent ?? '')
  return copy
}
