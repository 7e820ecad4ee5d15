/** A set-up step that cannot go on, with the sentence that tells the user what to do. */
export class SetupError extends Error {
  /** @override */
  name = 'SetupError'
}

/**
 * Prints one line about what set-up is doing; nothing is printed when nothing has to be done.
 * @param {string} sentence
 */
export function say(sentence) {
  process.stderr.write(`headroom: ${sentence}\n`)
}

/**
 * Ends the process: a SetupError as its sentence, anything else with its stack.
 * @param {unknown} error
 * @returns {never}
 */
export function fail(error) {
  if (error instanceof SetupError) say(error.message)
  else console.error(error)
  process.exit(1)
}
