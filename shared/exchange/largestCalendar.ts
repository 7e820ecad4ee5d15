/** The largest calendar file that is read, in bytes of the file and in UTF-16 units of its text. */
export const LARGEST_CALENDAR = 50 * 1024 * 1024
