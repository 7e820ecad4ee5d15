import type { Interval } from '../../time/interval.ts'

/** A stretch of free time given to a piece of work. */
export interface Piece extends Interval {
  readonly id: string
}

/** Adds a piece behind the others; one that goes on with the same work makes the last one longer. */
export function put(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1)
  if (last === undefined || last.id !== piece.id || last.to !== piece.from) pieces.push(piece)
  else pieces[pieces.length - 1] = { ...last, to: piece.to }
}
