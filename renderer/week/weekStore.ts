import { z } from 'zod'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Placing, PlacingRange } from '../../shared/capacity/placing/placing.ts'
import type { WeekView } from '../../shared/capacity/weekView.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Day } from '../../shared/time/day.ts'
import type { WallClock } from '../../shared/time/wallClock.ts'
import { forgetNote, note, recall } from '../state/memory.ts'
import type { CalendarPlace } from './calendar/stops.ts'
import type { Cell, ScopeKind } from './edits.ts'
import type { GridPlace } from './gridFocus.ts'
import type { OutcomeLine } from './outcome.ts'

/** What the session editor is open for. `minutes` null is the usual length, `start` null the next free time. */
export type Editing =
  | {
      readonly kind: 'create'
      readonly cell: Cell
      readonly days: readonly Day[]
      readonly minutes: number | null
      /** On the home zone's clocks. */
      readonly start: WallClock | null
    }
  | {
      readonly kind: 'change'
      readonly key: string
      /** The key that it was opened with, where an edit gave the session another. */
      readonly openedAs?: string
    }

/** What would be if the drag ended now, or if the editor's draft were saved: never stored, only shown. */
export interface Proposal {
  readonly view: WeekView
  readonly line: OutcomeLine
  /** Where it would be, and what to write there. */
  readonly cells: readonly Cell[]
  readonly label: string
  /** The sessions that it is about, by the keys that they have in `view`. */
  readonly keys: readonly string[]
  /**
   * The sessions that a fix would change, while it is only looked at: the grid draws them as they would be. A drag or a
   * draft has none: its sessions are drawn where they are.
   */
  readonly touched?: readonly string[]
}

/** The week whose sessions are drawn: the outcome of a fix that is looked at, otherwise the week as it is. */
export function drawnView(view: WeekView, proposal: Proposal | null): WeekView {
  return proposal?.touched === undefined ? view : proposal.view
}

/** What the pointer carries. */
export interface Carrying {
  readonly kind: 'move' | 'resize' | 'create'
  /** The session that was taken hold of, by its key; null for a new one. */
  readonly key: string | null
  /** All that go with it. */
  readonly keys: readonly string[]
  readonly copy: boolean
}

/** A proposal to plan the rest: shown in the grid as if it were the plan, and planned or given up as a whole. */
export interface Planning {
  readonly reach: 'week' | 'ahead'
  readonly range: PlacingRange
  /** The plan that it was made for, and that plan with the sessions that were not left out. */
  readonly plan: Plan
  readonly after: Plan
  readonly placing: Placing
  /** Places (`placeKey`) of the sessions that the user left out. */
  readonly out: ReadonlySet<string>
  /** Keys of the sessions that are shown. */
  readonly keys: ReadonlySet<string>
}

/** Asks which occurrences of a series an edit is for. */
export interface ScopeQuestion {
  readonly title: string
  readonly what: 'move' | 'change' | 'delete'
  readonly choices: readonly ScopeKind[]
  readonly answer: (scope: ScopeKind | null) => void
}

interface WeekUi {
  /** The capacity grid's one tab stop. */
  readonly place: GridPlace
  /** The calendar's one tab stop; null until somebody went there: then it is the present. */
  readonly moment: CalendarPlace | null
  /** Pixels that the calendar was scrolled by when it was left; null before. */
  readonly scrolledTo: number | null
  /** The shown grid has the focus, or had it until what had it went away. */
  readonly held: boolean
  /** Sessions that are selected together, by key. */
  readonly selected: ReadonlySet<string>
  /** The session that was clicked last; a click that adds begins a selection with it. */
  readonly clicked: string | null
  /** The session that takes the focus as soon as it is drawn and the focus is free; null once the user went on. */
  readonly wanted: string | null
  /** Sessions that “Show” points out. */
  readonly outlined: readonly string[]
  readonly editing: Editing | null
  readonly proposal: Proposal | null
  readonly carrying: Carrying | null
  readonly question: ScopeQuestion | null
  readonly attentionShown: boolean
  readonly planning: Planning | null
  /** Whose time is taken apart: a day's, or the week's. */
  readonly breakdown: Day | 'week' | null
}

export const nothingSelected: ReadonlySet<string> = new Set()

const nothing: WeekUi = {
  place: { row: 1, column: 1, item: 0 },
  moment: null,
  scrolledTo: null,
  held: false,
  selected: nothingSelected,
  clicked: null,
  wanted: null,
  outlined: [],
  editing: null,
  proposal: null,
  carrying: null,
  question: null,
  attentionShown: true,
  planning: null,
  breakdown: null,
}

/** Where the window notes for its next start which cell had the tab stop, and whether the panel of flags is shown. */
const LEFT_KEY = 'week'
const WeekLeft = z.object({
  place: z.object({ row: z.int().min(0), column: z.int().min(0).max(8), item: z.int().min(-1) }),
  moment: z
    .object({
      row: z.enum(['head', 'day']),
      column: z.int().min(0).max(6),
      minute: z.int().min(0).max(1440),
      key: z.string().nullable(),
    })
    .nullable(),
  attentionShown: z.boolean(),
})

/** A window in which the panel of flags lies over the week instead of beside it; it is shown only when asked for. */
const narrow = typeof matchMedia === 'function' ? matchMedia('(max-width: 1100px)') : null

function asLeft(): WeekUi {
  const left = recall(LEFT_KEY, WeekLeft)
  const shown = left?.attentionShown ?? true
  return { ...nothing, ...left, attentionShown: shown && !narrow?.matches }
}

/** What the Week screen shows beside the plan: focus, drag, editor, question. */
export const weekStore = createStore<WeekUi>(asLeft)

/**
 * Notes what is for the next start, puts the panel of flags away as the window becomes narrow, and shows it again, where it
 * was shown, as it becomes wide. Until the returned function is called.
 */
export function followWeek(): () => void {
  const stop = weekStore.subscribe((now, before) => {
    if (now.place === before.place && now.moment === before.moment) return
    noteWeek(now.attentionShown)
  })
  const follow = () => {
    const wasShown = recall(LEFT_KEY, WeekLeft)?.attentionShown ?? true
    weekStore.setState({ attentionShown: wasShown && !narrow?.matches })
  }
  // A window that opens may have had another width when this was read.
  if (narrow !== null) follow()
  narrow?.addEventListener('change', follow)
  return () => {
    stop()
    narrow?.removeEventListener('change', follow)
  }
}

function noteWeek(attentionShown: boolean): void {
  const { place, moment } = weekStore.getState()
  // In a narrow window the panel is away most of the time: that says nothing of a wide one.
  const kept = narrow?.matches ? (recall(LEFT_KEY, WeekLeft)?.attentionShown ?? true) : attentionShown
  note(LEFT_KEY, { place, moment, attentionShown: kept })
}

/** Shows the panel of flags, or puts it away. */
export function showAttention(attentionShown: boolean): void {
  weekStore.setState({ attentionShown })
  noteWeek(attentionShown)
}

/** A part of it; renders anew when that part changes. */
export function useWeekUi<T>(select: (ui: WeekUi) => T): T {
  return useStore(weekStore, select)
}

/** Puts everything back as it was at the start; a test begins with it. */
export function forgetWeek(): void {
  forgetNote(LEFT_KEY)
  weekStore.setState(nothing)
}

/** Points out sessions on the grid, and takes an earlier pointing-out away. */
export function showOccurrences(keys: readonly string[]): void {
  weekStore.setState({ outlined: keys })
}

/** Opens the session editor. */
export function edit(editing: Editing): void {
  weekStore.setState({ editing, outlined: [] })
}

/** Lets the open session editor go on with a session that has another key since it was edited. */
export function goOnEditing(from: string, to: string): void {
  const { editing } = weekStore.getState()
  if (from === to || editing?.kind !== 'change' || editing.key !== from) return
  weekStore.setState({ editing: { kind: 'change', key: to, openedAs: editing.openedAs ?? from } })
}

/** Closes the session editor. */
export function stopEditing(): void {
  weekStore.setState({ editing: null, proposal: null })
}

/** Opens the panel that says where the time of a day, or of the week, goes. */
export function takeApart(breakdown: Day | 'week'): void {
  weekStore.setState({ breakdown, outlined: [] })
}

/** Closes that panel. */
export function stopBreakdown(): void {
  weekStore.setState({ breakdown: null })
}

/** The scope that the user chooses for an edit of a series; null where they thought better of it. */
export function askScope(
  title: string,
  what: ScopeQuestion['what'],
  choices: readonly ScopeKind[] = ['this', 'following', 'all'],
): Promise<ScopeKind | null> {
  return new Promise((resolve) => {
    const answer = (scope: ScopeKind | null) => {
      weekStore.setState({ question: null })
      resolve(scope)
    }
    weekStore.getState().question?.answer(null)
    weekStore.setState({ question: { title, what, choices, answer } })
  })
}
