/** English words: start. */
export const start = {}
