/** A line of text as laid out: the slice of the text that it shows, and its height in CSS pixels. */
export interface TextLine {
  readonly from: number
  readonly to: number
  readonly height: number
}

/**
 * The lines into which an element's only text node is laid out. Found by binary search for the first character of each
 * line, so a text of 20,000 characters costs some thousand looks and not 20,000.
 */
export function textLines(element: Element): TextLine[] {
  const node = element.firstChild
  const total = element.getBoundingClientRect().height
  if (!(node instanceof Text) || node.length === 0) return [{ from: 0, to: 0, height: total }]
  // One box is one line: what most texts are is known without a look at each sign.
  const starts = isOneBox(node) ? [0] : lineStarts(node)
  const height = total / starts.length
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? node.length, height }))
}

function isOneBox(node: Text): boolean {
  const range = document.createRange()
  range.selectNode(node)
  return range.getClientRects().length === 1
}

function lineStarts(node: Text): number[] {
  const edges = graphemeEdges(node.data)
  const top = topOf(node, edges)
  const starts = [0]
  for (let at = 0; at < edges.length; ) {
    const line = top(at)
    let low = at + 1
    let high = edges.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (top(middle) > line) high = middle
      else low = middle + 1
    }
    if (low < edges.length) starts.push(edges[low] ?? 0)
    at = low
  }
  return starts
}

const segmenter = new Intl.Segmenter()

/** Where user-perceived characters begin: no line may start inside one. */
function graphemeEdges(text: string): number[] {
  return Array.from(segmenter.segment(text), ({ index }) => index)
}

/** The top of the line that a grapheme stands on. A line break stands on the line that it ends. */
function topOf(node: Text, edges: readonly number[]): (i: number) => number {
  const range = document.createRange()
  return (i) => {
    range.setStart(node, edges[i] ?? 0)
    range.setEnd(node, edges[i + 1] ?? node.length)
    const box = range.getBoundingClientRect()
    // Half of the height: glyphs of a fallback font stand a little higher or lower on the same line.
    return Math.round((box.top + box.bottom) / 2)
  }
}
