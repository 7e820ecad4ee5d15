/** English words: calendar. */
export const calendar = {}
