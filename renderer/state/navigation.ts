import { z } from 'zod'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Id } from '../../shared/plan/fields.ts'
import { addDays, type Day } from '../../shared/time/day.ts'
import { weekStart } from '../../shared/time/week.ts'
import { todayNow } from './clock.ts'
import { forgetNote, note, recall } from './memory.ts'
import { planStore } from './planStore.ts'

/** The ways to look at a week: clients down and days across, or hours down and days across. */
export const weekViews = ['capacity', 'calendar'] as const
export type WeekView = (typeof weekViews)[number]

/** The views of worked time: a week's timesheet, a day against its plan, planned against worked; and of what was spent. */
export const timeTabs = ['sheet', 'day', 'compare', 'expenses'] as const
export type TimeTab = (typeof timeTabs)[number]

/** Where the window is. `start` of a week is its first day by the setting. */
export type Place =
  | { readonly screen: 'week'; readonly start: Day; readonly view: WeekView }
  | { readonly screen: 'horizon' }
  | { readonly screen: 'clients'; readonly clientId: Id | null }
  | { readonly screen: 'time'; readonly tab: TimeTab; readonly day: Day }
  | { readonly screen: 'pipeline' }
  | { readonly screen: 'invoices'; readonly invoiceId: Id | null }
  | { readonly screen: 'insights' }
  | { readonly screen: 'settings' }
export type Screen = Place['screen']
type WeekPlace = Extract<Place, { screen: 'week' }>

interface Navigation {
  /** Null until the plan is open: then it is this week. */
  readonly place: Place | null
  /** The last week looked at, to come back to. */
  readonly week: WeekPlace | null
}

const navigationStore = createStore<Navigation>(() => ({ place: null, week: null }))

/** The place; where nobody went anywhere yet, the one at which the window was left, or this week. */
export function placeNow(): Place {
  return navigationStore.getState().place ?? placeLeft()
}

/** Where the window notes the place for its next start, and the day on which it was there. */
const PLACE_KEY = 'place'
const PlaceLeft = z.object({
  on: z.string(),
  place: z.looseObject({
    screen: z.string(),
    start: z.iso.date().optional(),
    clientId: z.string().nullish(),
    invoiceId: z.string().nullish(),
  }),
})
type PlaceLeft = z.infer<typeof PlaceLeft>

/** How each screen is opened again. A week of another day's start is this week: the user comes back to today. */
const openAgain: { readonly [screen in Screen]: (left: PlaceLeft) => Place } = {
  week: ({ on, place }) => weekPlace(on === todayNow() && place.start ? place.start : todayNow()),
  horizon: () => ({ screen: 'horizon' }),
  clients: ({ place }) => ({ screen: 'clients', clientId: place.clientId ?? null }),
  pipeline: () => ({ screen: 'pipeline' }),
  time: ({ place }) => ({
    screen: 'time',
    tab: timeTabs.find((tab) => tab === place.tab) ?? 'sheet',
    day: todayNow(),
  }),
  invoices: ({ place }) => ({ screen: 'invoices', invoiceId: place.invoiceId ?? null }),
  insights: () => ({ screen: 'insights' }),
  settings: () => ({ screen: 'settings' }),
}

function isScreen(name: string): name is Screen {
  return Object.hasOwn(openAgain, name)
}

function placeLeft(): Place {
  const left = recall(PLACE_KEY, PlaceLeft)
  const screen = left?.place.screen ?? ''
  return left !== null && isScreen(screen) ? openAgain[screen](left) : weekPlace(todayNow())
}

/** Tells of every change of the place, until the returned function is called. */
export function followPlace(listen: () => void): () => void {
  return navigationStore.subscribe(listen)
}

/** A part of the place; renders anew when it changes. */
export function useNavigation<T>(select: (place: Place) => T): T {
  // Until someone goes somewhere the place hangs on the plan's first weekday and zone.
  useStore(planStore, (state) =>
    navigationStore.getState().place === null ? state.plan.practice.settings : null,
  )
  return useStore(navigationStore, () => select(cachedPlace()))
}

/** A part of the week that is shown; where another screen is, of the one that was shown last. `select` gives no new objects. */
export function useShownWeek<T>(select: (week: WeekPlace) => T): T {
  return useNavigation((place) => select(place.screen === 'week' ? place : weekLast()))
}

let cached: Place | null = null

function cachedPlace(): Place {
  const place = placeNow()
  if (cached === null || JSON.stringify(cached) !== JSON.stringify(place)) cached = place
  return cached
}

/** Where the window keeps the view chosen last, also for its next start. */
const VIEW_KEY = 'week-view'

function viewChosen(): WeekView {
  return weekViews.find((view) => view === localStorage.getItem(VIEW_KEY)) ?? 'capacity'
}

/** Looks at the weeks in another way, from now on. */
export function showWeekAs(view: WeekView): void {
  localStorage.setItem(VIEW_KEY, view)
  const place = placeNow()
  if (place.screen === 'week') go({ ...place, view })
}

/** Goes to a place, which is where the window opens the next time. */
export function go(place: Place): void {
  const before = placeNow()
  note(PLACE_KEY, { on: todayNow(), place })
  navigationStore.setState(({ week }) => ({
    place,
    week: place.screen === 'week' ? place : before.screen === 'week' ? before : week,
  }))
}

/** The week that holds a day, by the first weekday of the settings. */
export function weekPlace(day: Day): WeekPlace {
  return {
    screen: 'week',
    start: weekStart(day, planStore.getState().plan.practice.settings.firstWeekday),
    view: viewChosen(),
  }
}

/** The week looked at last, or this week. */
function weekLast(): WeekPlace {
  return navigationStore.getState().week ?? weekPlace(todayNow())
}

/** Back to the week looked at last, or to this week. */
export function goToWeeks(): void {
  go(weekLast())
}

/** To a view of the time around a day; the timesheet of today unless told. */
export function goToTime(tab: TimeTab = 'sheet', day: Day = todayNow()): void {
  go({ screen: 'time', tab, day })
}

/** Some weeks on or back from the week that is shown. */
export function goWeeks(weeks: number): void {
  const place = placeNow()
  if (place.screen === 'week') go(weekPlace(addDays(place.start, 7 * weeks)))
}

/** Forgets where the window was; a test begins with it. */
export function forgetPlace(): void {
  cached = null
  localStorage.removeItem(VIEW_KEY)
  forgetNote(PLACE_KEY)
  navigationStore.setState({ place: null, week: null })
}
