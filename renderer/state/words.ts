import { useStore } from 'zustand'
import type { Refusal } from '../../shared/commands/refusal.ts'
import type { Language } from '../../shared/plan/fields.ts'
import { type Format, formatIn } from '../../shared/words/format.ts'
import { languageFor, type Words, wordsIn } from '../../shared/words/words.ts'
import { type PlanState, planStore } from './planStore.ts'

function languageOf({ plan, desktop }: PlanState): Language {
  const chosen = plan.practice.settings.language
  return chosen === 'system' ? languageFor(localeOf(desktop)) : chosen
}

function localeOf(desktop: PlanState['desktop']): string {
  return desktop?.locale ?? navigator.language
}

const formats = new Map<string, Format<Language>>()

function formatFor(state: PlanState): Format<Language> {
  const language = languageOf(state)
  const key = `${language} ${localeOf(state.desktop)}`
  const known = formats.get(key) ?? formatIn(language, localeOf(state.desktop))
  formats.set(key, known)
  return known
}

/** The catalogue in the language of the settings. */
export function useWords(): Words {
  return wordsIn(useStore(planStore, languageOf))
}

/** Days, times, lengths and money as the planner reads them. */
export function useFormat(): Format<Language> {
  return useStore(planStore, formatFor)
}

/** The language of the screen now. */
export function languageNow(): Language {
  return languageOf(planStore.getState())
}

/** The catalogue now, for what happens in an event. */
export function wordsNow(): Words {
  return wordsIn(languageNow())
}

/** The formats now, for what happens in an event. */
export function formatNow(): Format<Language> {
  return formatFor(planStore.getState())
}

type Sentences = Readonly<Record<string, ((params: Refusal['params']) => string) | string>>

/** The sentence for a refusal, from the catalogues that have such, or a general one with the code. */
export function refusalSentence(words: Words, { code, params }: Refusal): string {
  const catalogues: readonly Sentences[] = [
    words.refusals.sentences,
    words.billing.refusals,
    words.money.refusals,
  ]
  const sentence = catalogues.find((sentences) => Object.hasOwn(sentences, code))?.[code]
  if (sentence === undefined) return words.refusals.other(code)
  return typeof sentence === 'string' ? sentence : sentence(params)
}
