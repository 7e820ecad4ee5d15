import type { Colour, Id } from '../../shared/plan/fields.ts'
import type { Day } from '../../shared/time/day.ts'

export const paletteGroups = [
  'recent',
  'actions',
  'clients',
  'engagements',
  'timer',
  'deliverables',
  'sessions',
  'invoices',
  'weeks',
  'add',
] as const
export type PaletteGroup = (typeof paletteGroups)[number]

/** A record that has its place on a client's page. */
export interface ClientRecord {
  readonly kind: 'engagement' | 'deliverable'
  readonly id: Id
}

/** Where choosing an item leads, or what it does. */
export type PaletteDoing =
  | { readonly action: string }
  /** Starts the timer for an engagement; null is own business. */
  | { readonly timer: Id | null }
  | { readonly client: Id }
  /** A place on the page of a client: an engagement or a deliverable. */
  | { readonly client: Id; readonly record: ClientRecord }
  | { readonly invoice: Id }
  /** The statement of a client's account. */
  | { readonly account: Id }
  /** The report of a client's month. */
  | { readonly report: Id }
  | { readonly week: Day }
  /** A session: the day of the home zone to go to, and the occurrence's key. */
  | { readonly day: Day; readonly occurrence: string }
  /** A line that quick add understands. */
  | { readonly line: string }

/** Something that the palette finds. */
export interface PaletteItem {
  readonly id: string
  readonly group: PaletteGroup
  readonly label: string
  /** Where it belongs or when it is; searched, too. */
  readonly detail: string
  /** Label and detail as they are searched. */
  readonly folded: string
  readonly keys: string
  readonly colour: Colour | null
  /** False for an action that cannot be done now. */
  readonly enabled: boolean
  /** Not offered before something is typed: a client that is put away. */
  readonly onlyAsked: boolean
  readonly does: PaletteDoing
}
