/** Whom a line names: clients by name and code, engagements by name. */
import type { Client } from '../plan/client.ts'
import { type Engagement, runsOn } from '../plan/engagement.ts'
import type { Id } from '../plan/fields.ts'
import type { Plan } from '../plan/plan.ts'
import type { Day } from '../time/day.ts'
import { folded, type Line, type OpenWord } from './line.ts'
import type { ForWhom } from './reading.ts'

const rank: Readonly<Record<Engagement['status'], number>> = { active: 0, prospect: 1, paused: 2, closed: 3 }

const legalForm =
  /^(?:gmbh|ag|kg|ug|se|ohg|mbh|inc|llc|ltd|plc|corp|co|sa|sarl|bv|nv|ab|oy|as|spa|srl|and|und)$/

/** How well words fit a client; more is better, 0 is not at all. */
const WHOLE = 4
const FIRST_WORD = 3
const ANY_WORD = 2
const BEGINNING = 1.5
const TYPING_ERROR = 1
/** Being the first words of the line is worth less than a better fit, and decides between equal ones. */
const AT_START = 0.5

const SHORTEST_BEGINNING = 3
const SHORTEST_WORD = 4
const SHORTEST_NAME = 3
/** The most words of a name that are compared. */
const MOST_WORDS = 6

interface Match {
  readonly client: Client
  readonly score: number
  /** Words of the line that name it, from one to another, not included. */
  readonly from: number
  readonly to: number
}

/** Reads and takes for whom the time is. */
export function takeForWhom(line: Line, plan: Plan, day: Day): ForWhom {
  const ownWords = line.find(
    /^[\s\ufffc]*(own(?:\s+business)?|eigene[smnr]?(?:\s+geschäft)?|privat|private|personal|intern|internal)(?![\p{L}\p{N}])/iu,
  )
  if (ownWords !== null) {
    const word = ownWords[1] ?? ''
    line.take(
      'engagement',
      ownWords.index + ownWords[0].length - word.length,
      ownWords.index + ownWords[0].length,
    )
    return { kind: 'named', id: null }
  }
  const open = line.openWords()
  const matches = clientMatches(open, plan)
  const best = matches[0]
  if (best === undefined) return byEngagementName(line, open, plan, day)
  const equal = matches.filter(({ score }) => score === best.score)
  takeName(line, open, best)
  if (equal.length > 1) {
    const ids = equal.flatMap(({ client }) => candidates(plan, client.id, day).map(({ id }) => id))
    return ids.length === 0 ? { kind: 'without', clientId: best.client.id } : several(ids, null)
  }
  return ofClient(line, open, plan, best, day)
}

function several(ids: readonly Id[], likely: Id | null): ForWhom {
  const [only] = ids
  return ids.length === 1 && only !== undefined
    ? { kind: 'named', id: only }
    : { kind: 'several', ids, likely }
}

/** The client's engagement that the line names; where it names none and there are several, they are the choices. */
function ofClient(line: Line, open: readonly OpenWord[], plan: Plan, best: Match, day: Day): ForWhom {
  const found = candidates(plan, best.client.id, day)
  if (found.length === 0) return { kind: 'without', clientId: best.client.id }
  const rest = open.filter((_, i) => i < best.from || i >= best.to)
  const scored = found.map((engagement) => ({ engagement, fit: nameFit(rest, engagement.name) }))
  const top = Math.max(...scored.map(({ fit }) => fit))
  const named = scored.filter(({ fit }) => fit === top && fit > 0)
  const [only] = named
  if (named.length === 1 && only !== undefined) {
    takePhrase(line, rest, only.engagement.name)
    return { kind: 'named', id: only.engagement.id }
  }
  return several(
    found.map(({ id }) => id),
    found[0]?.id ?? null,
  )
}

/** The engagements that time on a day may be for, the likeliest first: open ones, of these those that run on it. */
function candidates(plan: Plan, clientId: Id, day: Day): readonly Engagement[] {
  const open = Object.values(plan.practice.engagements)
    .filter((engagement) => engagement.clientId === clientId && engagement.status !== 'closed')
    .sort((a, b) => rank[a.status] - rank[b.status] || a.order - b.order)
  const running = open.filter((engagement) => runsOn(engagement, day))
  return running.length > 0 ? running : open
}

/** Where no client is named: an engagement's whole name of two words or more, or at the start of the line. */
function byEngagementName(line: Line, open: readonly OpenWord[], plan: Plan, day: Day): ForWhom {
  const found = openClients(plan)
    .flatMap(({ id }) => candidates(plan, id, day))
    .filter(({ name }) => {
      const at = phraseAt(open, wordsOf(name))
      return at === 0 || (at > 0 && wordsOf(name).length > 1)
    })
  const [first] = found
  if (first === undefined) return { kind: 'nobody' }
  takePhrase(line, open, first.name)
  return several(
    found.map(({ id }) => id),
    null,
  )
}

function openClients(plan: Plan): readonly Client[] {
  return Object.values(plan.practice.clients)
    .filter((client) => !client.archived)
    .sort((a, b) => a.order - b.order)
}

/** All clients that the words may name, the best first. */
function clientMatches(open: readonly OpenWord[], plan: Plan): readonly Match[] {
  return openClients(plan)
    .flatMap((client) => {
      const found = matchesOf(open, client).sort((a, b) => b.score - a.score)[0]
      return found === undefined ? [] : [found]
    })
    .sort((a, b) => b.score - a.score || a.client.order - b.client.order)
}

function matchesOf(open: readonly OpenWord[], client: Client): Match[] {
  const name = wordsOf(client.name).slice(0, MOST_WORDS)
  const short = name.filter((word) => !legalForm.test(word))
  const code = folded(client.code)
  const found: Match[] = []
  const add = (from: number, count: number, score: number) =>
    found.push({ client, from, to: from + count, score: score + (from === 0 ? AT_START : 0) })
  for (const phrase of [name, short]) {
    const at = phrase.length === 0 ? -1 : phraseAt(open, phrase)
    if (at >= 0) add(at, phrase.length, WHOLE)
  }
  open.forEach(({ folded: word }, i) => {
    if (code.length > 1 && word === code) add(i, 1, WHOLE)
    else if (word.length >= SHORTEST_BEGINNING && word === short[0]) add(i, 1, FIRST_WORD)
    else if (i === 0 && word.length >= SHORTEST_WORD && short.includes(word)) add(i, 1, ANY_WORD)
    else if (i === 0 && word.length >= SHORTEST_BEGINNING && short.some((part) => part.startsWith(word)))
      add(i, 1, BEGINNING)
    else if (i === 0 && word.length >= SHORTEST_WORD && isTypingErrorOf(word, short[0] ?? ''))
      add(i, 1, TYPING_ERROR)
  })
  return found
}

/** The folded words of a name. */
export function wordsOf(name: string): string[] {
  return name
    .split(/[\s/·|,;:–—()-]+/u)
    .map(folded)
    .filter((word) => word !== '')
}

/** Where words stand one after the other; −1 where they do not. */
export function phraseAt(open: readonly OpenWord[], phrase: readonly string[]): number {
  if (phrase.length === 0) return -1
  return open.findIndex((_, i) => phrase.every((word, j) => open[i + j]?.folded === word))
}

/** How many longer words of a name the line has; all of them in a row count most. */
function nameFit(open: readonly OpenWord[], name: string): number {
  const phrase = wordsOf(name)
  if (phraseAt(open, phrase) >= 0) return MOST_WORDS + phrase.length
  return phrase.filter(
    (word) => word.length >= SHORTEST_NAME && open.some(({ folded: typed }) => typed === word),
  ).length
}

/** One letter too many, too few, wrong, or two in the wrong order, in a word of five letters or more. */
function isTypingErrorOf(typed: string, word: string): boolean {
  if (word.length < 5 || Math.abs(typed.length - word.length) > 1) return false
  let start = 0
  while (start < typed.length && typed[start] === word[start]) start++
  const [a, b] = [typed.slice(start), word.slice(start)]
  if (a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)) return true
  return a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2)
}

/**
 * Takes the words that name a client. At either end of what is left they are no part of the title; in the middle they
 * stay, since `review acme contract` says nothing without them, and so they do behind `with`.
 */
function takeName(line: Line, open: readonly OpenWord[], { from, to }: Match): void {
  const [first, last] = [open[from], open[to - 1]]
  if (first === undefined || last === undefined) return
  const neighbour = open[from - 1]
  const isBeside = neighbour !== undefined && line.text.slice(neighbour.to, first.from).trim() === ''
  const before = isBeside ? neighbour : undefined
  const isWith = before !== undefined && /^(?:with|w|mit|at|bei|re|about|von|by)$/u.test(before.folded)
  const isFor = before !== undefined && /^(?:for|fur)$/u.test(before.folded)
  const isInside = from > (isFor ? 1 : 0) && to < open.length
  const isKept = isWith || isInside
  const start = isFor && !isKept ? before.from : first.from
  const hasSign = line.open[start - 1] === '@' && !isKept
  const end = line.open[last.to] === ':' ? last.to + 1 : last.to
  line.take('engagement', start - (hasSign ? 1 : 0), isKept ? last.to : end, isKept)
}

function takePhrase(line: Line, open: readonly OpenWord[], name: string): void {
  const phrase = wordsOf(name)
  const at = phraseAt(open, phrase)
  const [first, last] = [open[at], open[at + phrase.length - 1]]
  if (at >= 0 && first !== undefined && last !== undefined) line.take('engagement', first.from, last.to)
}
