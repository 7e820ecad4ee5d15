/** Which engagement an event of a calendar probably belongs to. The user sees why and can say otherwise. */
import { type CalendarRule, ruleSigns } from '../plan/calendarRule.ts'
import type { Client } from '../plan/client.ts'
import { type Engagement, runsOn } from '../plan/engagement.ts'
import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import type { Day } from '../time/day.ts'
import type { CalendarEvent } from './calendarFile.ts'

/** By what an engagement was found; `own` is own-business time because nothing pointed to a client. `word` is what matched. */
export interface EngagementWhy {
  readonly code: 'chosen' | 'kept' | 'exported' | 'rule' | 'address' | 'domain' | 'title' | 'calendar' | 'own'
  readonly word: string
}

export interface GuessedEngagement {
  readonly engagementId: Id | null
  readonly why: EngagementWhy
}

/** Finds the engagement of an event, or of anything with a title, on a day. */
export type EngagementGuess = (event: Pick<CalendarEvent, 'title' | 'people'>, day: Day) => GuessedEngagement

/** Providers whose domain says nothing of who somebody works for. */
const publicDomain =
  /^(gmail|googlemail|outlook|hotmail|live|msn|icloud|me|mac|yahoo|ymail|aol|gmx|web|t-online|freenet|proton|protonmail|fastmail|posteo|mailbox|hey|zoho)\.[a-z.]+$/

const legalForms = /\b(gmbh|ag|kg|ug|se|ohg|mbh|inc|llc|ltd|plc|corp|co|sa|sarl|bv|nv|ab|oy|as|spa|srl)\b\.?/g

/** Letters and digits of a text without accents, in lower case, single spaces around each word. */
function wordsOf(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return ` ${plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `
}

interface Known {
  readonly client: Client
  readonly addresses: ReadonlySet<string>
  readonly domains: ReadonlySet<string>
  /** Phrases that name the client in a title, each with spaces around. */
  readonly phrases: readonly string[]
  readonly code: RegExp | null
  readonly engagements: readonly Engagement[]
}

const rank: Readonly<Record<Engagement['status'], number>> = { active: 0, prospect: 1, paused: 2, closed: 3 }

/**
 * A guesser for the plan's clients. `ownAddresses` are the planner's own, which point to nobody. What the planner once
 * said goes before what names and addresses tell.
 */
export function engagementGuesser(
  plan: Plan,
  calendarName: string,
  ownAddresses: ReadonlySet<string>,
  rules: readonly CalendarRule[] = [],
): EngagementGuess {
  const byRule = ruleFinder(plan, calendarName, ownAddresses, rules)
  const known = clientsOf(plan, new Set([...ownAddresses].map(domainOf)))
  const byCalendar = known.find(({ phrases }) =>
    phrases.some((phrase) => wordsOf(calendarName).includes(phrase)),
  )
  return (event, day) => {
    const title = wordsOf(event.title)
    const rule = byRule(event, title)
    if (rule !== undefined) return { engagementId: rule.engagementId, why: { code: 'rule', word: rule.text } }
    const by = (found: Known, code: EngagementWhy['code'], word: string): GuessedEngagement => {
      const engagement = engagementOf(found, title, day)
      return engagement === null ? nobody : { engagementId: engagement.id, why: { code, word } }
    }
    for (const { email } of event.people) {
      const found = ownAddresses.has(email) ? undefined : known.find(({ addresses }) => addresses.has(email))
      if (found !== undefined) return by(found, 'address', email)
    }
    for (const { email } of event.people) {
      const found = ownAddresses.has(email)
        ? undefined
        : known.find(({ domains }) => domains.has(domainOf(email)))
      if (found !== undefined) return by(found, 'domain', domainOf(email))
    }
    for (const found of known) {
      const phrase = found.phrases.find((p) => title.includes(p)) ?? found.code?.exec(event.title)?.[0]
      if (phrase !== undefined) return by(found, 'title', phrase.trim())
    }
    return byCalendar === undefined ? nobody : by(byCalendar, 'calendar', byCalendar.client.name)
  }
}

type FindRule = (event: Pick<CalendarEvent, 'people'>, title: string) => CalendarRule | undefined

/** The kept rule for an event: the more telling sign first, then the longer text. */
function ruleFinder(
  plan: Plan,
  calendarName: string,
  ownAddresses: ReadonlySet<string>,
  rules: readonly CalendarRule[],
): FindRule {
  const calendar = wordsOf(calendarName)
  const sorted = rules
    .filter(({ text }) => wordsOf(text).trim() !== '')
    .filter((rule) => rule.engagementId === null || own(plan.practice.engagements, rule.engagementId))
    .map((rule) => ({ rule, words: wordsOf(rule.text), domain: rule.text.trim().toLowerCase() }))
    .sort(
      (a, b) =>
        ruleSigns.indexOf(a.rule.by) - ruleSigns.indexOf(b.rule.by) ||
        b.rule.text.length - a.rule.text.length,
    )
  return ({ people }, title) => {
    const domains = people.filter(({ email }) => !ownAddresses.has(email)).map(({ email }) => domainOf(email))
    const holds = ({ rule, words, domain }: (typeof sorted)[number]) => {
      if (rule.by === 'domain') return domains.some((one) => one === domain || one.endsWith(`.${domain}`))
      return rule.by === 'title' ? title.includes(words) : calendar === words
    }
    return sorted.find(holds)?.rule
  }
}

const MOST_DOMAINS = 3

/** The domains of people that say who they work for. */
export function tellingDomains(
  people: CalendarEvent['people'],
  ownAddresses: ReadonlySet<string>,
): readonly string[] {
  const others = people.filter(({ email }) => email.includes('@') && !ownAddresses.has(email))
  const domains = new Set(others.map(({ email }) => domainOf(email)))
  return [...domains].filter((domain) => !publicDomain.test(domain)).slice(0, MOST_DOMAINS)
}

const nobody: GuessedEngagement = { engagementId: null, why: { code: 'own', word: '' } }

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase()
}

function clientsOf(plan: Plan, ownDomains: ReadonlySet<string>): readonly Known[] {
  const clients = Object.values(plan.practice.clients).sort((a, b) => a.order - b.order)
  const firstWords = clients.map((client) => firstWordOf(client.name))
  return clients.map((client, i) => {
    const addresses = [client.email, ...client.contacts.map(({ email }) => email)]
      .map((email) => email.trim().toLowerCase())
      .filter((email) => email.includes('@'))
    const domains = addresses
      .map(domainOf)
      .filter((domain) => !publicDomain.test(domain) && !ownDomains.has(domain))
    const isAlone = firstWords.filter((word) => word === firstWords[i]).length === 1
    const engagements = Object.values(plan.practice.engagements).filter((e) => e.clientId === client.id)
    return {
      client,
      addresses: new Set(addresses),
      domains: new Set(domains),
      phrases: phrasesOf(client, isAlone ? (firstWords[i] ?? '') : ''),
      code:
        client.code.length >= 2
          ? new RegExp(`(?<![\\p{L}\\p{N}])${escaped(client.code)}(?![\\p{L}\\p{N}])`, 'u')
          : null,
      engagements: engagements.sort((a, b) => rank[a.status] - rank[b.status] || a.order - b.order),
    }
  })
}

function escaped(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, (unit) => `\\u{${unit.codePointAt(0)?.toString(16)}}`)
}

const SHORTEST_NAME = 3
const SHORTEST_FIRST_WORD = 5

function phrasesOf(client: Client, firstWord: string): readonly string[] {
  const phrases = [wordsOf(client.name), wordsOf(wordsOf(client.name).replace(legalForms, ''))]
  if (firstWord.length >= SHORTEST_FIRST_WORD) phrases.push(` ${firstWord} `)
  return [...new Set(phrases)].filter((phrase) => phrase.trim().length >= SHORTEST_NAME)
}

function firstWordOf(name: string): string {
  return wordsOf(name).trim().split(' ')[0] ?? ''
}

/** The client's engagement that the title names, else the first that runs on the day, else the first not closed. */
function engagementOf({ engagements }: Known, title: string, day: Day): Engagement | null {
  const open = engagements.filter((e) => e.status !== 'closed' || (e.end !== null && runsOn(e, day)))
  const named = open.find((e) => title.includes(wordsOf(e.name)))
  return named ?? open.find((e) => runsOn(e, day)) ?? open[0] ?? null
}
