/** English words: session. */
export const session = {}
