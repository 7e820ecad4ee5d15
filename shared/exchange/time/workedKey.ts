import { digest } from '../digest.ts'

/** What makes a row itself, in every export that holds it: as the file says it, before zone and rounding. */
export interface RowIdentity {
  readonly source: string
  /** The tracker's own name of the row; empty where it exports none. */
  readonly id: string
  readonly client: string
  readonly project: string
  readonly task: string
  readonly note: string
  readonly day: string
  /** Seconds of the day; null without a time. */
  readonly second: number | null
  readonly seconds: number
  readonly person: string
}

/** The key of an entry of ours in an export of ours (`csv/timeCsv.ts`). */
export function ownKey(entryId: string): string {
  return `headroom:${digest(idIdentity(entryId))}`
}

const idIdentity = (id: string) => `id\u001f${id}`

/**
 * Gives the rows of one file their keys: the same row has the same key in every file, and rows that nothing tells apart
 * are numbered in the order in which they stand, so that none of them is lost and a second import finds them all.
 */
export class RowKeys {
  private readonly seen = new Map<string, number>()

  keyOf(row: RowIdentity): string {
    const { source, id } = row
    const identity = id === '' ? workOf(row) : idIdentity(id)
    const own = digest(identity)
    const key = `${source}:${own}`
    const before = this.seen.get(own) ?? 0
    this.seen.set(own, before + 1)
    return before === 0 ? key : `${key}.${before + 1}`
  }
}

function workOf(row: RowIdentity): string {
  const { client, project, task, note, day, second, seconds, person } = row
  return [client, project, task, note, day, second ?? '', seconds, person].join('\u001f')
}
