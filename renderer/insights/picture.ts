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

/** An SVG file, and its size in pixels. */
export interface Picture {
  readonly svg: string
  readonly width: number
  readonly height: number
}

const PADDING = 16
const TITLE = { size: 15, weight: 600 }
const SUBTITLE = { size: 12, weight: 400 }
const LEGEND = { size: 11, weight: 400 }
/** Heights of a line of the legend, and of what stands above it. */
const LEGEND_ROW = 18
const ABOVE_LEGEND = 60
/** A sign with the room to its name, and the room to the next sign. */
const SIGN = 26
const GAP = 18

/** A chart as an SVG file that needs nothing else: title, days, legend and drawing in the colours on the screen. */
export function pictureOf({ model, days, drawing, signs }: Pictured): Picture {
  const body = getComputedStyle(drawing.ownerDocument.body)
  const { color: ink, fontFamily: font } = body
  const page = getComputedStyle(drawing.closest('section') ?? drawing.ownerDocument.body).backgroundColor
  const measure = measureIn(font)
  const inner = Number(drawing.getAttribute('width'))
  const width = inner + 2 * PADDING
  const names = drawnSeries(model).map(({ name }) => name)
  const places = legendPlaces(names, inner, measure)
  const head = ABOVE_LEGEND + ((places.at(-1)?.row ?? 0) + 1) * LEGEND_ROW
  const height = Number(drawing.getAttribute('height')) + head + PADDING
  const root = element('svg', { width, height, viewBox: `0 0 ${width} ${height}` })
  const line = (words: string, y: number, look: typeof TITLE) =>
    text(
      fitting(words, inner, (part) => measure(part, look)),
      { x: PADDING, y, ...look, fill: ink, font },
    )
  const subtitle = [model.subject, model.days ?? days].filter((part) => part !== undefined).join(' · ')
  root.append(
    element('rect', { width, height, fill: page }),
    element('title', {}, `${fullTitle(model)} · ${model.days ?? days}`),
    line(model.title, 28, TITLE),
    line(subtitle, 46, SUBTITLE),
  )
  for (const [i, name] of names.entries()) {
    const { x, row } = places[i] ?? { x: 0, row: 0 }
    const y = ABOVE_LEGEND + row * LEGEND_ROW
    const sign = signs[i]
    if (sign !== undefined) root.append(placed(sign, PADDING + x, y))
    root.append(text(name, { x: PADDING + x + SIGN, y: y + 10, ...LEGEND, fill: ink, font }))
  }
  root.append(placed(drawing, PADDING, head))
  return { svg: new XMLSerializer().serializeToString(root), width, height }
}

/** Where the entries of a legend stand, in rows as wide as the drawing. */
function legendPlaces(
  names: readonly string[],
  width: number,
  measure: Measure,
): readonly { readonly x: number; readonly row: number }[] {
  let [x, row] = [0, 0]
  return names.map((name) => {
    const wide = SIGN + measure(name, LEGEND)
    if (x > 0 && x + wide > width) [x, row] = [0, row + 1]
    const place = { x, row }
    x += wide + GAP
    return place
  })
}

/** As much of a text as there is room for. */
function fitting(words: string, width: number, widthOf: (words: string) => number): string {
  if (widthOf(words) <= width) return words
  let kept = words
  while (kept !== '' && widthOf(`${kept}…`) > width) kept = kept.slice(0, -1).trimEnd()
  return `${kept}…`
}

type Measure = (words: string, look: typeof TITLE) => number

/** Measures texts in pixels; guesses where nothing is drawn. */
function measureIn(font: string): Measure {
  const canvas = document.createElement('canvas').getContext('2d')
  return (words, { size, weight }) => {
    if (canvas === null) return words.length * size * 0.6
    canvas.font = `${weight} ${size}px ${font}`
    return canvas.measureText(words).width
  }
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  inside = '',
): SVGElement {
  const made = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  if (inside !== '') made.textContent = inside
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
  const look = { 'font-size': size, 'font-weight': weight, 'font-family': font }
  return element('text', { x, y, fill, ...look }, words)
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
