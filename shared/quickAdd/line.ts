import type { Part, PartKind } from './reading.ts'

/** The longest line that is read, in UTF-16 units; the rest is not looked at. */
export const LONGEST_LINE = 1000

/** Stands for each unit that is read already (Unicode’s object replacement): no word, no space. */
const READ = '\ufffc'

/** Where a word begins and ends, in the source of a pattern. */
export const START = '(?<![\\p{L}\\p{N}])'
export const END = '(?![\\p{L}\\p{N}])'

const patterns = new Map<string, RegExp>()

/** A pattern for whole words, in any case; compiled once, since a line is read at every key. */
export function words(source: string, flags: '' | 'g' = ''): RegExp {
  const key = flags + source
  const known = patterns.get(key) ?? new RegExp(`${START}(?:${source})${END}`, `iu${flags}`)
  patterns.set(key, known)
  return known
}

/** A word of the line that nothing has been made of yet. */
export interface OpenWord {
  /** Lower case, without accents and marks. */
  readonly folded: string
  readonly from: number
  readonly to: number
}

/** Letters and digits of a text without accents, in lower case. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
}

/** The line while it is read: each reader takes stretches, and the next sees only what is left. */
export class Line {
  readonly text: string
  /** The line with what is read blotted out. */
  open: string
  readonly parts: Part[] = []

  constructor(text: string) {
    this.text = text.slice(0, LONGEST_LINE)
    this.open = this.text
  }

  /** The first match in what is left. The pattern is none that remembers where it was (`g`). */
  find(pattern: RegExp): RegExpExecArray | null {
    return pattern.exec(this.open)
  }

  /** Takes a stretch: it is read as something, and is in the title only where that is said. */
  take(what: PartKind, from: number, to: number, inTitle = false): void {
    this.parts.push({ what, from, to, inTitle })
    this.blot(from, to)
  }

  /** Takes a match whole. */
  takeMatch(what: PartKind, match: RegExpExecArray, inTitle = false): void {
    this.take(what, match.index, match.index + match[0].length, inTitle)
  }

  /** Hides a stretch from the readers that follow; it goes on being title. */
  protect(from: number, to: number): void {
    this.take('title', from, to, true)
  }

  private blot(from: number, to: number): void {
    this.open = this.open.slice(0, from) + READ.repeat(to - from) + this.open.slice(to)
  }

  /** The words that are left. */
  openWords(): OpenWord[] {
    return [...this.open.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}&'’._-]*/gu)].flatMap((match) => {
      const text = match[0].replace(/[.'’_-]+$/u, '')
      const word = { folded: folded(text), from: match.index, to: match.index + text.length }
      return word.folded === '' ? [] : [word]
    })
  }

  /** What makes the title, in the order of the line; null where nothing does. */
  title(): string | null {
    const kept = this.parts.filter(({ inTitle }) => inTitle)
    let text = ''
    for (let i = 0; i < this.text.length; i++) {
      const isKept = this.open[i] !== READ || kept.some(({ from, to }) => from <= i && i < to)
      text += isKept ? this.text[i] : ' '
    }
    const title = text
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .replace(/^[\s,;:.·|–—-]+|[\s,;:·|–—-]+$/gu, '')
      .trim()
    return title === '' ? null : unquoted(title)
  }

  /** All parts by place, the rest of the words among them as title. */
  allParts(): Part[] {
    const rest = [...this.open.matchAll(/[^\s\ufffc]+/gu)]
      .filter(([text]) => /[^,;:.·|–—-]/u.test(text))
      .map(
        (match): Part => ({
          what: 'title',
          from: match.index,
          to: match.index + match[0].length,
          inTitle: true,
        }),
      )
    return [...this.parts, ...rest].sort((a, b) => a.from - b.from)
  }
}

/** A title without the quotes that kept it from being read. */
function unquoted(title: string): string {
  const plain = title.replace(/["“”„«»]/gu, '').trim()
  return plain === '' ? title : plain
}
