/**
 * Days that must be thought of ahead: the last day to give notice of an agreement, its end, the end of its
 * confidentiality (30, 14 and 3 days ahead), and the day of the next contact with somebody.
 */
import type { Agreement } from '../plan/agreement.ts'
import { comesUp, confidentialityEnds, type Nearness } from '../plan/agreementTerm.ts'
import type { Client } from '../plan/client.ts'
import type { Engagement } from '../plan/engagement.ts'
import { own, type Plan } from '../plan/plan.ts'
import { addDays, type Day } from '../time/day.ts'
import { wallDay } from '../time/wallClock.ts'
import { type EpochMinute, fromEpochMinute, startOfDay, toEpochMinute } from '../time/zone.ts'

export type Matter =
  | {
      readonly kind: 'notice' | 'end' | 'confidential'
      readonly agreement: Agreement
      readonly client: Client
      readonly day: Day
    }
  | {
      readonly kind: 'contact'
      readonly client: Client
      /** Whom to contact, or what about; empty is the client itself. */
      readonly who: string
      /** Whether it is a prospect's next step. */
      readonly prospect: boolean
      readonly day: Day
    }

/** A matter that is near, with the day on which its present step began. */
export interface NearMatter {
  /** Unlike that of any other matter, day and step. */
  readonly key: string
  readonly since: Day
  readonly matter: Matter
}

/** A reminder of a matter; it is of use until `end`. */
export interface DayReminder extends NearMatter {
  readonly due: EpochMinute
  readonly end: EpochMinute
}

/** On the clocks of the home zone: before the day's first meeting, after nobody's breakfast. */
const AT = '09:00'

/** A contact that was due is reminded of for so many days at most, where the app did not run; the list keeps it. */
const CONTACT_DAYS = 13

/** What is near on a day, the nearest first. Nothing of archived clients but keeping in touch with them. */
export function nearMatters(plan: Pick<Plan, 'practice'>, today: Day): readonly NearMatter[] {
  return [...agreementMatters(plan, today), ...contactMatters(plan, today)].sort(
    (a, b) => compare(a.matter.day, b.matter.day) || compare(a.key, b.key),
  )
}

/** The reminders with `from < due ≤ to` that are of use at `to`, by day. None while reminders are switched off. */
export function dayRemindersDue(plan: Plan, from: EpochMinute, to: EpochMinute): readonly DayReminder[] {
  const { reminders, homeZone } = plan.practice.settings
  if (!reminders.enabled || to <= from) return []
  return nearMatters(plan, wallDay(fromEpochMinute(to, homeZone)))
    .map((near): DayReminder => {
      const { matter, since } = near
      const last = matter.kind === 'contact' ? addDays(matter.day, CONTACT_DAYS) : matter.day
      return {
        ...near,
        due: toEpochMinute(`${since}T${AT}`, homeZone),
        end: startOfDay(addDays(last, 1), homeZone),
      }
    })
    .filter(({ due, end }) => from < due && due <= to && to < end)
}

/** The next minute, where a reminder is due in it; null where none is. */
export function nextDayDue(plan: Plan, now: EpochMinute): EpochMinute | null {
  return dayRemindersDue(plan, now, now + 1)[0]?.due ?? null
}

function agreementMatters({ practice }: Pick<Plan, 'practice'>, today: Day): NearMatter[] {
  return Object.values(practice.agreements).flatMap((agreement) => {
    const client = own(practice.clients, agreement.clientId)
    if (client === undefined || client.archived) return []
    const up = comesUp(agreement, today)
    const secret = confidentialityEnds(agreement, today)
    return [
      ...(up === null ? [] : step(agreement, client, up.kind, up.day, up.near)),
      ...(secret === null ? [] : step(agreement, client, 'confidential', secret.day, secret.near)),
    ]
  })
}

function step(
  agreement: Agreement,
  client: Client,
  kind: 'notice' | 'end' | 'confidential',
  day: Day,
  near: Nearness,
): NearMatter[] {
  if (near === null) return []
  const key = `agreement|${agreement.id}|${kind}|${day}|${near}`
  return [{ key, since: addDays(day, -near), matter: { kind, agreement, client, day } }]
}

function contactMatters({ practice }: Pick<Plan, 'practice'>, today: Day): NearMatter[] {
  const found: NearMatter[] = []
  const add = (
    key: string,
    day: Day | null,
    about: Omit<Extract<Matter, { kind: 'contact' }>, 'kind' | 'day'>,
  ) => {
    if (day !== null && day <= today)
      found.push({ key: `contact|${key}|${day}`, since: day, matter: { kind: 'contact', day, ...about } })
  }
  for (const client of Object.values(practice.clients)) {
    add(client.id, client.nextContact, { client, who: '', prospect: false })
    for (const { id, name, nextContact } of client.contacts)
      add(`${client.id}|${id}`, nextContact, { client, who: name, prospect: false })
  }
  for (const engagement of Object.values(practice.engagements)) {
    const client = own(practice.clients, engagement.clientId)
    if (client !== undefined && isProspect(engagement))
      add(`prospect|${engagement.id}`, engagement.nextContact, {
        client,
        who: engagement.name,
        prospect: true,
      })
  }
  return found
}

function isProspect({ status }: Engagement): boolean {
  return status === 'prospect'
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
