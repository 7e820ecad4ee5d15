import type { Language } from '../../shared/plan/fields.ts'
import { menu as german } from '../../shared/words/de/menu.ts'
import { menu as english } from '../../shared/words/en/menu.ts'

export type MenuWords = typeof english

const catalogues: Record<Language, MenuWords> = { en: english, de: german }

/** The words of menu and dialogs in a language. */
export function menuWords(language: Language): MenuWords {
  return catalogues[language]
}
