/** A row of a table, or a part that is not one; heights in any one unit. */
export interface Piece {
  /** Index of its part in the report. */
  readonly part: number
  /** Index of its row in the part's table; null where the part is no table. */
  readonly row: number | null
  readonly height: number
  /** It stands on one page with the piece after it. */
  readonly keepsNext: boolean
}

/** The heights that a page has to give. */
export interface ReportRoom {
  readonly first: number
  readonly further: number
  /** By part: the title of a table, above its first row; and its column heads, repeated on every page. */
  readonly titles: readonly number[]
  readonly heads: readonly number[]
}

/**
 * Sets pieces on pages in their order. What is kept together goes to the next page whole; a table that goes on there
 * begins with its heads again. What is taller than a page stands on one of its own.
 */
export function pageReport(pieces: readonly Piece[], room: ReportRoom): Piece[][] {
  const pages: Piece[][] = [[]]
  let used = 0
  for (const chain of chains(pieces).flatMap((one) => fitting(one, room))) {
    const space = pages.length === 1 ? room.first : room.further
    const page = pages.at(-1) ?? []
    const needed = heightOf(chain, page.at(-1)?.part ?? null, room)
    if (page.length > 0 && used + needed > space) {
      pages.push([...chain])
      used = heightOf(chain, null, room)
    } else {
      page.push(...chain)
      used += needed
    }
  }
  return pages
}

/** Pieces that stand on one page, each list a chain of those that keep their next. */
function chains(pieces: readonly Piece[]): Piece[][] {
  const found: Piece[][] = []
  let goesOn = false
  for (const piece of pieces) {
    if (goesOn) found.at(-1)?.push(piece)
    else found.push([piece])
    goesOn = piece.keepsNext
  }
  return found
}

/** A chain that no page holds is set piece by piece after its first two, so that nothing of it is cut off. */
function fitting(chain: Piece[], room: ReportRoom): Piece[][] {
  if (heightOf(chain, null, room) <= room.further) return [chain]
  return [chain.slice(0, 2), ...chain.slice(2).map((piece) => [piece])]
}

/** What a chain takes on a page that ends with a piece of part `before`. */
function heightOf(chain: readonly Piece[], before: number | null, room: ReportRoom): number {
  let last = before
  let height = 0
  for (const piece of chain) {
    if (piece.part !== last && piece.row !== null) height += room.heads[piece.part] ?? 0
    if (piece.row === 0) height += room.titles[piece.part] ?? 0
    height += piece.height
    last = piece.part
  }
  return height
}
