/** Whether this is the long run (`npm run soak`) with the full counts. */
export const isSoak = process.env.HEADROOM_SOAK === '1'

/** How often to repeat something heavy (kills, fuzz, random cases): few times in `npm test`, in full in `npm run soak`. */
export function times(few: number, full: number): number {
  return isSoak ? full : few
}
