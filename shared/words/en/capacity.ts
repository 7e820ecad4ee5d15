import { roomChanges } from './roomChanges.ts'
import { sayYes } from './sayYes.ts'

/** Words about capacity beyond the week's own: where the time goes, and whether more fits. */
export const capacity = {
  sayYes,
  roomChanges,
  breakdown: {
    title: 'Where the time goes',
    capacity: 'Capacity',
    reserve: 'Reserve',
    headroom: 'Headroom',
    overlap: (length: string) => `Double-booked: ${length}, counted for each of the sessions.`,
    nothing: 'Nothing is planned, and no time was logged.',
    byClient: 'By client and engagement',
    byArea: 'By responsibility area',
    noArea: 'No area',
    together: 'Together',
    columns: {
      load: 'Load',
      confirmed: 'Confirmed',
      tentative: 'Tentative',
      weighted: 'Weighted',
      travel: 'Travel',
      worked: 'Worked',
    },
  },
}
