/** English words: billing. */
export const billing = {}
