/**
 * What an import would do, for the preview and then for the command. Pure: the same plan, calendar and choices give the
 * same proposal, apart from the ids of new records.
 */
import type { Command } from '../commands/registry.ts'
import type { CalendarRule } from '../plan/calendarRule.ts'
import { identityOf } from '../plan/deletedImport.ts'
import type { Id } from '../plan/fields.ts'
import { own, type Plan } from '../plan/plan.ts'
import { each, finished, type Steps, within } from '../steps.ts'
import type { Day } from '../time/day.ts'
import { isZone } from '../time/zone.ts'
import type { CalendarRead, ZoneHow } from './calendarFile.ts'
import { DeletedImports } from './deletedImports.ts'
import { engagementGuesser } from './engagementGuess.ts'
import { PlannedTime, yearsAround } from './importConflicts.ts'
import { olderVersion, proposeMeeting } from './importItem.ts'
import { type Imported, ImportedRecords } from './importMatch.ts'
import type { ImportChoices, ImportItem, ImportRecords, ItemRules, ItemState } from './importShape.ts'
import { dayOwnersOf, idsOf, JoinedRecords } from './importWrites.ts'
import { gatheringMeetings, type Meeting, type ZoneReading } from './meetings.ts'

/** What a proposal needs to know besides plan, calendar and choices. */
export interface ImportContext {
  readonly homeZone: string
  readonly today: Day
  readonly newId: () => Id
  /** The calendar's name where the file gives none: the file's. */
  readonly fileName: string
  /** The title of an event without one. */
  readonly untitled: string
}

/** A zone of the file as it will be read. */
export interface ProposedZone {
  readonly name: string
  readonly zone: string
  readonly how: ZoneHow
  /** The file does not say and the user has not said: the home zone is assumed. */
  readonly assumed: boolean
  readonly events: number
}

export interface ImportProposal {
  readonly calendar: string
  readonly items: readonly ImportItem[]
  readonly zones: readonly ProposedZone[]
  readonly counts: Readonly<Record<ItemState, number>>
  /** Records that came from this calendar and are not in the file. */
  readonly vanished: number
  readonly records: ImportRecords
  /** How the kept rules change. */
  readonly rules: RuleChanges
}

/** Rules to keep, and those to forget. */
export interface RuleChanges {
  readonly put: readonly CalendarRule[]
  readonly removed: readonly Id[]
}

/** Proposes an import. Nothing is written: {@link importCommand} makes the command of it. */
export function proposeImport(
  plan: Plan,
  calendar: CalendarRead,
  choices: ImportChoices,
  context: ImportContext,
): ImportProposal {
  return finished(proposingImport(plan, calendar, choices, context))
}

/** The same in steps: a hundred thousand events take seconds. */
export function* proposingImport(
  plan: Plan,
  calendar: CalendarRead,
  choices: ImportChoices,
  context: ImportContext,
): Steps<ImportProposal> {
  const name = calendar.name === '' ? context.fileName : calendar.name
  const zones = zonesOf(calendar, choices, context.homeZone)
  const { meetings, replaced } = yield* within(
    0,
    0.2,
    gatheringMeetings(calendar.events, zoneReading(zones, calendar.zone ?? context.homeZone)),
  )
  const rules = yield* within(
    0.2,
    0.3,
    gatheringRules(plan, calendar, choices, { ...context, fileName: name }, meetings),
  )
  const items: ImportItem[] = []
  const records = new JoinedRecords()
  const proposing = each(meetings, (meeting) => {
    const proposed = proposeMeeting(meeting, rules)
    items.push(proposed.item)
    records.add(proposed.records)
  })
  yield* within(0.3, 1, proposing)
  for (const meeting of replaced) items.push(olderVersion(meeting, rules))
  const vanished = vanishedRecords(meetings, rules.imported.ofCalendar(name), rules.identities)
  if (choices.removeVanished) records.remove(idsOf(vanished))
  return {
    calendar: name,
    items,
    zones,
    counts: countsOf(items),
    vanished: vanished.length,
    records: records.all(),
    rules: ruleChanges(plan, choices.rules),
  }
}

/** The kept rules of a plan. */
export function rulesOfPlan(plan: Plan): readonly CalendarRule[] {
  return Object.values(plan.practice.calendarRules)
}

function ruleChanges(plan: Plan, rules: ImportChoices['rules']): RuleChanges {
  const before = plan.practice.calendarRules
  if (rules === null) return { put: [], removed: [] }
  const usable = rules.filter(({ text }) => text.trim() !== '')
  const kept = new Set(usable.map(({ id }) => id))
  return {
    put: usable.filter((rule) => JSON.stringify(rule) !== JSON.stringify(own(before, rule.id))),
    removed: Object.keys(before).filter((id) => !kept.has(id)),
  }
}

function* gatheringRules(
  plan: Plan,
  calendar: CalendarRead,
  choices: ImportChoices,
  context: ImportContext,
  meetings: readonly Meeting[],
): Steps<ItemRules> {
  const me = ownAddresses(plan, context.fileName)
  const years = yearsAround(context.today)
  const imported = yield* within(0, 0.6, ImportedRecords.of(plan))
  const planned = yield* within(0.6, 0.8, PlannedTime.of(plan, context.today))
  const dayOwners = yield* within(0.8, 1, dayOwnersOf(meetings, years))
  return {
    plan,
    choices,
    imported,
    identities: new Set(meetings.map(({ uid, recurrenceId }) => identityOf(uid, recurrenceId))),
    me,
    cancels: calendar.cancels,
    planned,
    amended: new Map(),
    guess: engagementGuesser(plan, context.fileName, me, choices.rules ?? rulesOfPlan(plan)),
    today: context.today,
    years,
    dayOwners,
    newId: context.newId,
    records: {
      calendar: context.fileName,
      homeZone: context.homeZone,
      untitled: context.untitled,
      deleted: new DeletedImports(plan.practice.deletedImports),
      practice: plan.practice,
    },
  }
}

/** The planner's own addresses: the business's, and the calendar's name where it is one, as Google names calendars. */
function ownAddresses(plan: Plan, calendarName: string): ReadonlySet<string> {
  const addresses = [plan.practice.business.email, calendarName].map((text) => text.trim().toLowerCase())
  return new Set(addresses.filter((text) => /^[^\s@]+@[^\s@]+$/.test(text)))
}

function zonesOf(
  calendar: CalendarRead,
  { zones }: ImportChoices,
  homeZone: string,
): readonly ProposedZone[] {
  return calendar.zones.map(({ name, zone, how, events }) => {
    const chosen = own(zones, name)
    const answer = chosen !== undefined && isZone(chosen) ? chosen : null
    return { name, how, events, zone: answer ?? zone ?? homeZone, assumed: answer === null && zone === null }
  })
}

function zoneReading(zones: readonly ProposedZone[], ofUtc: string): ZoneReading {
  const byName = new Map(zones.map(({ name, zone }) => [name, zone]))
  return { zoneOf: (name) => byName.get(name) ?? ofUtc, ofUtc }
}

/** What is here from this calendar and no longer in the file. */
function vanishedRecords(
  meetings: readonly Meeting[],
  ofCalendar: readonly Imported[],
  identities: ReadonlySet<string>,
): readonly Imported[] {
  const whole = new Set(meetings.filter(({ recurrenceId }) => recurrenceId === null).map(({ uid }) => uid))
  return ofCalendar.filter(
    ({ source }) => !whole.has(source.uid) && !identities.has(identityOf(source.uid, source.recurrenceId)),
  )
}

function countsOf(items: readonly ImportItem[]): Readonly<Record<ItemState, number>> {
  const counts = { new: 0, changed: 0, same: 0, removed: 0, none: 0 }
  for (const { state } of items) counts[state]++
  return counts
}

/** The command that carries a proposal out, or null where it would change nothing. */
export function importCommand(
  proposal: ImportProposal,
): Extract<Command, { type: 'calendar/import' }> | null {
  const { sessions, timeOff, dayNotes, removed } = proposal.records
  const { rules } = proposal
  const lists = [sessions, timeOff, dayNotes, removed.sessions, removed.timeOff, removed.dayNotes]
  if ([...lists, rules.put, rules.removed].every((list) => list.length === 0)) return null
  return { type: 'calendar/import', calendar: proposal.calendar, ...proposal.records, rules }
}
