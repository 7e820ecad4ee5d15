/**
 * A flag: one overcommitment or risk with its proof. It holds facts only; the catalogue makes sentences of
 * them. Its key is the same as long as it is about the same things, its fingerprint as long as its facts are the same,
 * so an accepted flag comes back when its facts change.
 */
import type { Command } from '../../commands/registry.ts'
import type { AgreementKind } from '../../plan/agreement.ts'
import type { Nearness } from '../../plan/agreementTerm.ts'
import type { Id } from '../../plan/fields.ts'
import type { Day } from '../../time/day.ts'
import type { Interval } from '../../time/interval.ts'
import type { WallClock } from '../../time/wallClock.ts'
import { fingerprintOf } from './makeFlag.ts'

/** `over` must be solved, `watch` should be known. */
export type Severity = 'over' | 'watch'

/** A session as a sentence names it. `client` is null for own business. */
export interface Named {
  readonly title: string
  readonly client: string | null
}

/** A session with its wall-clock times in the home zone. */
export interface NamedTime extends Named {
  readonly start: WallClock
  readonly end: WallClock
}

/** The facts of each kind of flag. Minutes throughout; wall clocks are of the home zone. */
export interface FlagFacts {
  overlap: { readonly a: Named; readonly b: Named; readonly start: WallClock; readonly end: WallClock }
  'day-over': {
    readonly day: Day
    readonly load: number
    readonly available: number
    readonly reserve: number
  }
  'week-over': {
    readonly from: Day
    readonly to: Day
    readonly load: number
    readonly available: number
    readonly reserve: number
  }
  'outside-hours': {
    readonly session: NamedTime
    readonly minutes: number
    readonly why: 'hours' | 'time-off' | 'holiday'
    /** Name of the time off or holiday. */
    readonly name: string | null
  }
  'client-over': {
    readonly client: string
    readonly period: Period
    readonly planned: number
    readonly committed: number
    /**
     * What past a retainer bills at, in minor units an hour, or that it is taken from the next period; null where it is no
     * retainer.
     */
    readonly overage: { readonly rate: number; readonly currency: string; readonly carried: boolean } | null
  }
  'client-under': {
    readonly client: string
    readonly period: Period
    readonly planned: number
    readonly committed: number
    /** Free time that is left in the period. */
    readonly headroom: number
    /** Whether the rest still fits into it. */
    readonly fits: boolean
  }
  deadline: {
    /** The work that must lie inside the window, soonest due first. */
    readonly items: readonly DeadlineItem[]
    /** The window that is worst short, both days included. */
    readonly from: Day
    readonly to: Day
    readonly needed: number
    readonly available: number
    /** Due before today with work left. */
    readonly past: boolean
    /** It fits, but only in pieces shorter than `shortest`; then `available` counts gaps of that length only. */
    readonly finer: boolean
    /** The length in minutes from which a gap counts; null where every free minute does. */
    readonly shortest: number | null
  }
  budget: {
    readonly engagement: string
    readonly client: string
    /** What the next three are in: minutes, or minor units of the currency. */
    readonly measure: BudgetMeasure
    readonly logged: number
    readonly planned: number
    readonly budget: number
    /** The day of the session that passes the budget; null where what is logged passed it. */
    readonly passedOn: Day | null
  }
  'no-gap': {
    readonly a: NamedTime
    readonly b: NamedTime
    /** Minutes between them after travel; negative where travel runs into a session. */
    readonly gap: number
    readonly wanted: number
  }
  contract: OutsideDates | AgreementNears | WithoutAgreement
}

/** Hours are counted in minutes, money in the currency's minor unit. */
export type BudgetMeasure = { readonly kind: 'hours' } | { readonly kind: 'money'; readonly currency: string }

/** A session on a day outside its engagement's dates. */
export interface OutsideDates {
  readonly why: 'before-start' | 'after-end'
  readonly session: NamedTime
  readonly engagement: string
  /** The engagement's start or end. */
  readonly day: Day
}

/** An agreement that comes to its last day to give notice (it renews otherwise), or to its end (it does not renew). */
export interface AgreementNears {
  readonly why: 'notice' | 'end'
  readonly agreementId: Id
  readonly agreement: string
  readonly kind: AgreementKind
  readonly client: string
  /** The last day to give notice, or the end. */
  readonly day: Day
  /** The last day of the term that notice would end, or the end. */
  readonly termEnd: Day
  /** By how many months it renews; null where it does not. */
  readonly renewalMonths: number | null
  readonly near: Nearness
}

/** A client's sessions on days on which no agreement to work is in force. */
export interface WithoutAgreement {
  readonly why: 'no-agreement'
  readonly client: string
  readonly sessions: readonly NamedTime[]
  /** The agreement that ended last before them; null where none has. */
  readonly last: { readonly agreement: string; readonly end: Day } | null
}

/** The period that a commitment is held against. */
export interface Period {
  readonly kind: 'week' | 'month'
  readonly from: Day
  readonly to: Day
}

/** A piece of open work as a deadline's proof lists it: a deliverable, or the hours that a retainer owes in a period. */
export interface DeadlineItem {
  /** The deliverable's, or `retainer:` with the engagement's and the first day of the period. */
  readonly id: string
  readonly engagementId: Id
  /** The deliverable's, or the engagement's name. */
  readonly title: string
  readonly client: string
  readonly due: Day
  /** Minutes still to be placed: what remains less what sessions before the due day are planned for it. */
  readonly minutes: number
  /** Of those that are named, none can be left out: without any one the others fit. */
  readonly named: boolean
  /** The retainer's period; null for a deliverable. */
  readonly retainer: Period | null
}

export type FlagCode = keyof FlagFacts

interface FlagOf<C extends FlagCode> {
  /** The same while the flag is about the same things; the key of `practice.acceptedFlags`. */
  readonly key: string
  readonly code: C
  readonly severity: Severity
  readonly interval: Interval
  /** The home-zone days that it concerns. */
  readonly days: readonly Day[]
  /** Keys of the occurrences concerned. */
  readonly occurrences: readonly string[]
  readonly engagementIds: readonly Id[]
  readonly clientId: Id | null
  /** Minutes; of a budget of money, the minutes that its worth of work takes on average. */
  readonly needed: number
  readonly available: number
  readonly short: number
  readonly facts: FlagFacts[C]
  /** Set where the planner accepted it as it is. */
  readonly accepted: { readonly note: string } | null
  /** What tells instead of its facts and numbers whether it changed since it was accepted. */
  readonly about?: unknown
}

/** One overcommitment or risk. `switch (flag.code)` narrows its facts. */
export type Flag = { [C in FlagCode]: FlagOf<C> }[FlagCode]

/** The facts of each kind of fix, for its label. Wall clocks are of the home zone. */
export interface FixFacts {
  /** `sameWeek` where the weekday alone says which day it is. */
  move: { readonly title: string; readonly start: WallClock; readonly sameWeek: boolean }
  shorten: { readonly title: string; readonly minutes: number }
  /** Frees the time for the other one: a tentative session may share time. */
  tentative: { readonly title: string }
  /** Taken out: a meeting is declined, own work dropped. */
  decline: { readonly title: string; readonly isMeeting: boolean }
  'plan-rest': { readonly minutes: number; readonly sessions: number; readonly rest: number }
  'work-day': { readonly day: Day; readonly name: string }
  'extend-due': { readonly title: string; readonly due: Day }
  'cut-estimate': { readonly title: string; readonly minutes: number }
  'extend-end': { readonly engagement: string; readonly end: Day }
  'extend-start': { readonly engagement: string; readonly start: Day }
  /** The agreement's end moved on by its renewal, or by a year: it goes on. */
  'renew-agreement': { readonly agreement: string; readonly end: Day }
  /** Notice was given: it does not renew. */
  'end-agreement': { readonly agreement: string; readonly end: Day }
  'start-agreement': { readonly agreement: string; readonly start: Day }
  'raise-budget': { readonly engagement: string; readonly measure: BudgetMeasure; readonly budget: number }
  /** Two changes at once, where no single one is enough; `isOfOne` where both are of the same session or deliverable. */
  pair: { readonly a: FixPart; readonly b: FixPart; readonly isOfOne: boolean }
  accept: Readonly<Record<never, never>>
}

export type FixKind = keyof FixFacts

/** The kinds of fixes that are one change. */
export type ChangeKind = Exclude<FixKind, 'pair' | 'accept'>

/** One change of a pair. */
export type FixPart = {
  [K in ChangeKind]: { readonly kind: K; readonly facts: FixFacts[K] }
}[ChangeKind]

/** What is offered only after everything else: time that somebody counts on becomes unsure, or is taken out. */
export function isLastResort(kind: FixKind): boolean {
  return kind === 'tentative' || kind === 'decline'
}

interface FixOf<K extends FixKind> {
  /** Unique among the fixes of a flag. */
  readonly id: string
  readonly kind: K
  readonly facts: FixFacts[K]
  /** Runs as it is; the planner can undo it. */
  readonly command: Command
  /** Applied, the flag is gone; false for `accept`, and for `plan-rest` where only a part finds room. */
  readonly solves: boolean
  /** Applied, it raises no other flag at all; the others raise none as bad as the one they solve. */
  readonly clean: boolean
}

/** One command that makes a flag go, proved by the engine before it is offered. */
export type Fix = { [K in FixKind]: FixOf<K> }[FixKind]

/** The command that accepts a flag as it is. */
export function acceptCommand(flag: Flag, note: string): Command {
  return { type: 'flag/accept', key: flag.key, accepted: { fingerprint: fingerprintOf(flag), note } }
}

/** The command that takes an acceptance back. */
export function reopenCommand(flag: Flag): Command {
  return { type: 'flag/accept', key: flag.key, accepted: null }
}
