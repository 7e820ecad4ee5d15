/**
 * A calendar text as content lines (RFC 5545 §3.1): lines that begin with white space continue the one before. Line ends
 * may be CRLF, LF or CR in any mixture, and empty lines are passed over, since exporters write all of that.
 */
const LF = 10
const CR = 13
const SPACE = 32
const TAB = 9

const FOLD = /[\r\n]+[ \t]/g

/** The most UTF-16 units that one content line may have: notes are far below, and pictures are passed over unread. */
export const LONGEST_LINE = 1_000_000

/**
 * Walks over the content lines. Texts are cut out only where they are asked for, so that a picture of megabytes in a
 * property that nobody reads costs one search for its end.
 */
export class ContentLines {
  /** Line of the file on which the current content line begins, counted from 1. */
  line = 0
  private readonly source: string
  private start = 0
  private end = 0
  private next = 0
  private nextLine = 1
  private nextReturn = -1

  constructor(source: string) {
    this.source = source
    this.skipBreaks()
  }

  /** Steps to the next content line; false after the last. */
  advance(): boolean {
    if (this.next >= this.source.length) return false
    this.line = this.nextLine
    this.start = this.next
    do {
      this.end = this.lineEnd(this.next)
      this.next = this.end
      this.skipBreaks()
    } while (this.next < this.source.length && isBlank(this.source.charCodeAt(this.next)))
    return true
  }

  /** Where the current line ends, in UTF-16 units from the beginning. */
  get position(): number {
    return this.end
  }

  /** The length of the current line before unfolding, in UTF-16 units. */
  get length(): number {
    return this.end - this.start
  }

  /** The current line unfolded. */
  text(): string {
    const raw = this.source.slice(this.start, this.end)
    return raw.includes('\n') || raw.includes('\r') ? raw.replace(FOLD, '') : raw
  }

  /** The beginning of the current line, at most `length` units before unfolding, for a look at its name. */
  head(length: number): string {
    const raw = this.source.slice(this.start, Math.min(this.end, this.start + length))
    return raw.includes('\n') || raw.includes('\r') ? raw.replace(FOLD, '') : raw
  }

  private lineEnd(from: number): number {
    const feed = this.source.indexOf('\n', from)
    const end = feed < 0 ? this.source.length : feed
    if (this.nextReturn < from) {
      const found = this.source.indexOf('\r', from)
      this.nextReturn = found < 0 ? this.source.length : found
    }
    return Math.min(end, this.nextReturn)
  }

  /** Steps over line ends, counting them: CRLF is one. */
  private skipBreaks(): void {
    for (; this.next < this.source.length; this.next++) {
      const unit = this.source.charCodeAt(this.next)
      if (unit === LF) this.nextLine++
      else if (unit === CR) {
        if (this.source.charCodeAt(this.next + 1) !== LF) this.nextLine++
      } else return
    }
  }
}

function isBlank(unit: number): boolean {
  return unit === SPACE || unit === TAB
}
