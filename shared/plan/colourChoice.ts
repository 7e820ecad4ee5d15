import type { Client } from './client.ts'
import { type Colour, colourNames } from './fields.ts'

/** The colour that a new client gets: the first that fewest have, those of archived clients counted last. */
export function nextColour(clients: readonly Pick<Client, 'colour' | 'archived'>[]): Colour {
  const uses = (colour: Colour) =>
    clients.reduce((sum, other) => sum + (other.colour !== colour ? 0 : other.archived ? 1 : 1000), 0)
  return colourNames.reduce((best, name) => (uses(name) < uses(best) ? name : best))
}
