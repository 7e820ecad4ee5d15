import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Id } from '../../shared/plan/fields.ts'
import { addDays, type Day } from '../../shared/time/day.ts'
import { weekStart } from '../../shared/time/week.ts'
import { todayNow } from './clock.ts'
import { planStore } from './planStore.ts'

/** The ways to look at a week: clients down and days across, or hours down and days across. */
export const weekViews = ['capacity', 'calendar'] as const
export type WeekView = (typeof weekViews)[number]

/** The views of worked time: a week's timesheet, a day against its plan, planned against worked. */
export const timeTabs = ['sheet', 'day', 'compare'] as const
export type TimeTab = (typeof timeTabs)[number]

/** Where the window is. `start` of a week is its first day by the setting. */
export type Place =
  | { readonly screen: 'week'; readonly start: Day; readonly view: WeekView }
  | { readonly screen: 'clients'; readonly clientId: Id | null }
  | { readonly screen: 'time'; readonly tab: TimeTab; readonly day: Day }
  | { readonly screen: 'pipeline' }
  | { readonly screen: 'invoices'; readonly invoiceId: Id | null }
  | { readonly screen: 'settings' }
export type Screen = Place['screen']

interface Navigation {
  /** Null until the plan is open: then it is this week. */
  readonly place: Place | null
  /** The last week looked at, to come back to. */
  readonly week: Extract<Place, { screen: 'week' }> | null
}

const navigationStore = createStore<Navigation>(() => ({ place: null, week: null }))

/** The place, or this week where nobody went anywhere yet. */
export function placeNow(): Place {
  return navigationStore.getState().place ?? weekPlace(todayNow())
}

/** A part of the place; renders anew when it changes. */
export function useNavigation<T>(select: (place: Place) => T): T {
  // Until someone goes somewhere the place is this week, which the plan's first weekday and zone decide.
  useStore(planStore, (state) =>
    navigationStore.getState().place === null ? state.plan.practice.settings : null,
  )
  return useStore(navigationStore, () => select(cachedPlace()))
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

/** Goes to a place. */
export function go(place: Place): void {
  navigationStore.setState((state) => ({
    place,
    week: place.screen === 'week' ? place : (state.week ?? null),
  }))
}

/** The week that holds a day, by the first weekday of the settings. */
export function weekPlace(day: Day): Extract<Place, { screen: 'week' }> {
  return {
    screen: 'week',
    start: weekStart(day, planStore.getState().plan.practice.settings.firstWeekday),
    view: viewChosen(),
  }
}

/** Back to the week looked at last, or to this week. */
export function goToWeeks(): void {
  go(navigationStore.getState().week ?? weekPlace(todayNow()))
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
  navigationStore.setState({ place: null, week: null })
}
