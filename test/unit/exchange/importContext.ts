import type { ImportContext } from '../../../shared/exchange/importProposal.ts'
import { HOME } from '../../support/builders.ts'

/** A context on Tuesday 24 November 2026 in Berlin, with ids `new-1`, `new-2` and so on. */
export function importContext(given: Partial<ImportContext> = {}): ImportContext {
  let count = 0
  return {
    homeZone: HOME,
    today: '2026-11-24',
    newId: () => `new-${++count}`,
    fileName: 'work',
    untitled: 'Untitled',
    ...given,
  }
}
