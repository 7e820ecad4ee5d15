/** Names in the subject of a step that is about several things. */
const MOST_NAMES = 3

/** What a step of several things is called: the first names, each once. */
export function listOfNames(names: readonly string[]): string {
  const distinct = [...new Set(names)]
  const shown = distinct.slice(0, MOST_NAMES).join(', ')
  return distinct.length > MOST_NAMES ? `${shown}, …` : shown
}
