import { app } from 'electron'
import type { Desktop } from '../shared/ipc/contract.ts'
import type { Language } from '../shared/plan/fields.ts'
import type { Plan } from '../shared/plan/plan.ts'
import type { Day } from '../shared/time/day.ts'
import { wallDay } from '../shared/time/wallClock.ts'
import { fromEpochMinute, isZone } from '../shared/time/zone.ts'
import { languageFor } from '../shared/words/words.ts'

/** The desktop that the app runs on. */
export interface Place {
  readonly platform: Desktop['platform']
  /** BCP 47, for dates and numbers. */
  readonly locale: string
  readonly zone: string
}

/** Asks the desktop; `language` (BCP 47) stands in for its locale, for tests. Only when the app is ready. */
export function findPlace(language: string | undefined): Place {
  const { platform } = process
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return {
    platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
    locale: knownLocale([language ?? '', app.getSystemLocale(), app.getLocale()]),
    zone: isZone(timeZone) ? timeZone : 'UTC',
  }
}

/** The first that Intl knows: a system without a language calls its locale `C`, which is none. */
export function knownLocale(candidates: readonly string[]): string {
  return candidates.find(isLocale) ?? 'en'
}

function isLocale(name: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([name]).length > 0
  } catch {
    return false
  }
}

/** The language of menus and dialogs: the plan's, or the desktop's. */
export function languageOf(plan: Plan | null, locale: string): Language {
  const language = plan?.practice.settings.language ?? 'system'
  return language === 'system' ? languageFor(locale) : language
}

/** The day that it is now where the planner is at home. */
export function todayIn(plan: Plan, now: number): Day {
  return wallDay(fromEpochMinute(Math.floor(now / 60_000), plan.practice.settings.homeZone))
}
