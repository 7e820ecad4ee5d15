/** How a timer and what it is for read, on one line. */
import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import type { Timer } from '../plan/timer.ts'
import type { Words } from '../words/words.ts'

type Practices = Pick<Plan, 'practice'>

/** `Platform roadmap · Northwind`, or what it is for where it has no note. */
export function timerName(
  plan: Practices,
  { note, engagementId }: Pick<Timer, 'note' | 'engagementId'>,
  words: Words,
): string {
  return note === '' ? workName(plan, engagementId, words) : `${note} · ${whoFor(plan, engagementId, words)}`
}

/** `Northwind · Fractional CTO`, or the words for own business. */
export function workName(plan: Practices, engagementId: Id | null, words: Words): string {
  const engagement = engagementId === null ? undefined : own(plan.practice.engagements, engagementId)
  if (engagement === undefined) return words.timer.ownBusiness
  return `${whoFor(plan, engagementId, words)} · ${engagement.name}`
}

/** The client's name, or the words for own business. */
export function whoFor({ practice }: Practices, engagementId: Id | null, words: Words): string {
  const engagement = engagementId === null ? undefined : own(practice.engagements, engagementId)
  const client = engagement === undefined ? undefined : own(practice.clients, engagement.clientId)
  return client?.name ?? words.timer.ownBusiness
}

/** The note, or the name of the engagement, or the words for own business. */
export function whatFor(
  { practice }: Practices,
  { note, engagementId }: Pick<Timer, 'note' | 'engagementId'>,
  words: Words,
): string {
  if (note !== '') return note
  const engagement = engagementId === null ? undefined : own(practice.engagements, engagementId)
  return engagement?.name ?? words.timer.ownBusiness
}
