/** How well a text fits what was typed, so that the best comes first. Pure; both sides are folded already. */

/** A text without accents and in lower case; plain ASCII, which is nearly all, costs nothing more. */
export function foldedText(text: string): string {
  const lower = text.toLowerCase()
  return /^[ -~]*$/.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss')
}

const WHOLE_WORD = 10
const WORD_START = 8
const INSIDE = 4
const INITIALS = 5
const IN_ORDER = 1
/** A text that begins with what was typed comes before one that holds it farther on. */
const AT_START = 1
/** Letters in order may be this many times as far apart as they are many. */
const WIDEST = 3
const SHORTEST_IN_ORDER = 3

/** The words of what was typed. */
export function typedWords(typed: string): readonly string[] {
  return foldedText(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
}

/** How well a text fits; 0 where a word of what was typed is not in it at all. */
export function closeness(words: readonly string[], text: string): number {
  let sum = 0
  for (const word of words) {
    const one = closenessOf(word, text)
    if (one === 0) return 0
    sum += one
  }
  return words.length === 0 ? 0 : sum / words.length
}

/** Says of texts whether all that was typed is in them; of every text where nothing was. */
export function finder(typed: string): (text: string) => boolean {
  const words = typedWords(typed)
  return (text) => words.length === 0 || closeness(words, foldedText(text)) > 0
}

function closenessOf(word: string, text: string): number {
  let best = 0
  for (let at = text.indexOf(word); at >= 0 && best < WORD_START; at = text.indexOf(word, at + 1)) {
    const start = at === 0 ? AT_START : 0
    if (!isBoundary(text, at)) best = Math.max(best, INSIDE)
    else best = Math.max(best, start + (isBoundary(text, at + word.length) ? WHOLE_WORD : WORD_START))
  }
  if (best > 0) return best
  if (isInitials(word, text)) return INITIALS
  return isInOrder(word, text) ? IN_ORDER : 0
}

const isSign = (text: string, at: number) => /[\p{L}\p{N}]/u.test(text[at] ?? '')

function isBoundary(text: string, at: number): boolean {
  return at <= 0 || at >= text.length || !isSign(text, at - 1) || !isSign(text, at)
}

/** `gtc` for `go to clients`. */
function isInitials(word: string, text: string): boolean {
  if (word.length < 2) return false
  const initials = text.split(/[^\p{L}\p{N}]+/u).map((part) => part[0] ?? '')
  return initials.join('').startsWith(word)
}

/** All letters in order, from the start of a word on and not too far apart: what a slip of the finger leaves. */
function isInOrder(word: string, text: string): boolean {
  if (word.length < SHORTEST_IN_ORDER) return false
  for (let start = text.indexOf(word[0] ?? ''); start >= 0; start = text.indexOf(word[0] ?? '', start + 1)) {
    if (!isBoundary(text, start)) continue
    let at = start
    for (let i = 1; i < word.length && at >= 0; i++) at = text.indexOf(word[i] ?? '', at + 1)
    if (at >= 0 && at - start < word.length * WIDEST) return true
  }
  return false
}
