import fc from 'fast-check'

/** Any number will do; another one if a test's arbitraries change so that the fixed cases meet too little. */
const SEED = 20_261_127

/**
 * Runs a property on random cases, and on some that are the same at every run. For tests that then ask whether enough of
 * some kind was met: what the fixed cases met is met always, where chance alone would fail one run in some hundreds.
 */
export function assertAlsoFixed<T>(
  property: fc.IProperty<T>,
  { random, fixed }: { readonly random: number; readonly fixed: number },
): void {
  fc.assert(property, { numRuns: random })
  fc.assert(property, { numRuns: fixed, seed: SEED })
}
