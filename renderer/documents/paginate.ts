/** Something to set on pages, of known heights (any one unit). */
export interface Block {
  readonly id: string
  /** Part of the table: it needs the table's head above it, and a sum carried over where the table was begun before. */
  readonly table: boolean
  /** Space above and below each part. */
  readonly padding: number
  /** Heights of its lines; it may be broken between them where it is taller than a page. */
  readonly lines: readonly number[]
  /** It stands on the page of the block after it, where both fit on one. */
  readonly keepsNext?: boolean
}

/** The heights that a page has to give. */
export interface Room {
  /** For blocks on the first page, and on each further one. */
  readonly first: number
  readonly further: number
  readonly tableHead: number
  /** A row with the sum so far, at the end of a page and at the start of the next. */
  readonly carry: number
}

/** Lines `from` to `to` (excluded) of a block. */
export interface Part {
  readonly id: string
  readonly from: number
  readonly to: number
}

export interface PagePlan {
  readonly parts: readonly Part[]
  /** The table was begun on an earlier page and goes on here. */
  readonly carriedIn: boolean
  /** The table goes on on the next page. */
  readonly carriedOut: boolean
}

interface OpenPage {
  parts: Part[]
  used: number
  hasTable: boolean
}

/**
 * Sets blocks on pages in their order. A block that does not fit goes to the next page whole; one that is taller than a
 * page is broken between lines. What cannot fit anywhere (one line taller than a page) stands alone on its page.
 */
export function paginate(blocks: readonly Block[], room: Room): PagePlan[] {
  const pages: OpenPage[] = [{ parts: [], used: 0, hasTable: false }]
  const lastOfTable = blocks.findLast((block) => block.table)?.id
  let tableBegun = false
  for (const [i, block] of blocks.entries()) {
    const reserve = block.table && block.id !== lastOfTable ? room.carry : keptWith(blocks, i)
    for (let from = 0; from < block.lines.length; ) {
      const page = pages.at(-1) as OpenPage
      const start = block.table && !page.hasTable ? room.tableHead + (tableBegun ? room.carry : 0) : 0
      const space = (pages.length === 1 ? room.first : room.further) - page.used - start - block.padding
      const empty = page.parts.length === 0
      const to = fitting(block, from, { space, reserve, empty, last: empty && pages.length > 1 }, room)
      if (to > from) {
        page.parts.push({ id: block.id, from, to })
        page.used += start + block.padding + sum(block.lines.slice(from, to))
        page.hasTable ||= block.table
        tableBegun ||= block.table
        from = to
      }
      if (from < block.lines.length) pages.push({ parts: [], used: 0, hasTable: false })
    }
  }
  return pages.map((page, i) => closePage(page, pages.slice(i + 1), pages.slice(0, i)))
}

/** The height of what has to follow a block on its page. */
function keptWith(blocks: readonly Block[], index: number): number {
  const next = blocks[index + 1]
  if (next === undefined || blocks[index]?.keepsNext !== true) return 0
  return next.padding + sum(next.lines) + keptWith(blocks, index + 1)
}

interface Place {
  /** What is left on the page for lines. */
  readonly space: number
  /** Kept free for the sum that is carried over, or for what has to follow. */
  readonly reserve: number
  /** Nothing stands on the page. */
  readonly empty: boolean
  /** No other page would have more room. */
  readonly last: boolean
}

/** Up to which line the block goes on the page; `from` where it does not. */
function fitting(block: Block, from: number, { space, reserve, empty, last }: Place, room: Room): number {
  const rest = sum(block.lines.slice(from))
  if (rest + reserve <= space) return block.lines.length
  const fresh = room.further - block.padding - (block.table ? room.tableHead + room.carry : 0)
  if (rest + reserve <= fresh && !empty) return from
  let to = from
  for (let height = block.table ? room.carry : 0; to < block.lines.length; to += 1) {
    height += block.lines[to] ?? 0
    if (height > space) break
  }
  return to === from && last ? from + 1 : to
}

function closePage(page: OpenPage, later: readonly OpenPage[], earlier: readonly OpenPage[]): PagePlan {
  return {
    parts: page.parts,
    carriedIn: page.hasTable && earlier.some((other) => other.hasTable),
    carriedOut: page.hasTable && later.some((other) => other.hasTable),
  }
}

function sum(heights: readonly number[]): number {
  return heights.reduce((total, height) => total + height, 0)
}
