import type { Desktop } from '../../shared/ipc/contract.ts'
import type { Colour, Id } from '../../shared/plan/fields.ts'
import { own, type Plan } from '../../shared/plan/plan.ts'
import { addDays, type Day } from '../../shared/time/day.ts'
import { weekLabel, weekStart } from '../../shared/time/week.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Words } from '../../shared/words/words.ts'
import { actions } from '../actions/actions.ts'
import { readable } from '../actions/keys.ts'
import type { PaletteItem } from './paletteItem.ts'
import { foldedText } from './rank.ts'

/** What items are written in. */
export interface PaletteWords {
  readonly words: Words
  readonly format: Format
  readonly platform: Desktop['platform']
}

/** Weeks on either side of this one that are found by their names; others by number or date. */
const WEEKS_BACK = 8
const WEEKS_ON = 26

/** An item with what it does not say at its usual value. */
export function paletteItem(
  given: Pick<PaletteItem, 'id' | 'group' | 'label' | 'does'> & Partial<PaletteItem>,
): PaletteItem {
  const { detail = '' } = given
  const folded = foldedText(`${given.label} ${detail}`)
  return { keys: '', colour: null, enabled: true, ...given, detail, folded }
}

/** All that the palette finds but sessions, which are too many to be written out: each group in its own order. */
export function paletteItems(plan: Plan, today: Day, given: PaletteWords): readonly PaletteItem[] {
  return [
    ...actionItems(given),
    ...clientItems(plan),
    ...engagementItems(plan, given),
    ...deliverableItems(plan, given),
    ...invoiceItems(plan, given),
    ...weekItems(plan, today, given),
  ]
}

/** Actions with their keys as of now: those that cannot be done come last. */
function actionItems({ words, platform }: PaletteWords): readonly PaletteItem[] {
  return actions
    .filter(({ id }) => id !== 'palette')
    .map((action) => {
      const [first] = action.keys
      return paletteItem({
        id: action.id,
        group: 'actions',
        label: action.label(words),
        keys: first === undefined ? '' : readable(first, platform, words.app.keyNames),
        enabled: action.enabled(),
        does: { action: action.id },
      })
    })
}

function openClients(plan: Plan) {
  return Object.values(plan.practice.clients)
    .filter((client) => !client.archived)
    .sort((a, b) => a.order - b.order)
}

function clientItems(plan: Plan): readonly PaletteItem[] {
  return openClients(plan).map(({ id, name, code, colour }) =>
    paletteItem({
      id: `client ${id}`,
      group: 'clients',
      label: name,
      detail: code,
      colour,
      does: { client: id },
    }),
  )
}

function engagementItems(plan: Plan, { words }: PaletteWords): readonly PaletteItem[] {
  const engagements = Object.values(plan.practice.engagements).sort((a, b) => a.order - b.order)
  return openClients(plan).flatMap((client) =>
    engagements
      .filter(({ clientId }) => clientId === client.id)
      .map(({ id, name, status }) =>
        paletteItem({
          id: `engagement ${id}`,
          group: 'engagements',
          label: name,
          detail: status === 'active' ? client.name : `${client.name} · ${words.clients.statuses[status]}`,
          colour: client.colour,
          does: { client: client.id },
        }),
      ),
  )
}

function deliverableItems(plan: Plan, { words, format }: PaletteWords): readonly PaletteItem[] {
  return Object.values(plan.practice.deliverables)
    .sort((a, b) => Number(a.done) - Number(b.done) || (a.due ?? '9999').localeCompare(b.due ?? '9999'))
    .flatMap(({ id, title, engagementId, due, done }) => {
      const { clientId, name, colour } = whose(plan, engagementId)
      const when = done ? [words.clients.done] : due === null ? [] : [format.dayMedium(due)]
      return clientId === null
        ? []
        : [
            paletteItem({
              id: `deliverable ${id}`,
              group: 'deliverables',
              label: title,
              detail: [name, ...when].join(' · '),
              colour,
              does: { client: clientId },
            }),
          ]
    })
}

function invoiceItems(plan: Plan, { words, format }: PaletteWords): readonly PaletteItem[] {
  return Object.values(plan.years)
    .flatMap((year) => Object.values(year.invoices))
    .sort((a, b) => b.createdOn.localeCompare(a.createdOn))
    .map(({ id, clientId, issued, createdOn }) => {
      const client = own(plan.practice.clients, clientId)
      return paletteItem({
        id: `invoice ${id}`,
        group: 'invoices',
        label: issued?.number ?? words.billing.states.draft,
        detail: `${client?.name ?? ''} · ${format.dayMedium(issued?.on ?? createdOn)}`,
        colour: client?.colour ?? null,
        does: { invoice: id },
      })
    })
}

function weekItems(plan: Plan, today: Day, given: PaletteWords): readonly PaletteItem[] {
  const first = weekStart(today, plan.practice.settings.firstWeekday)
  // Nearest first, those to come before those that were.
  const offsets = Array.from({ length: WEEKS_BACK + WEEKS_ON + 1 }, (_, i) => i - WEEKS_BACK)
  return offsets
    .sort((a, b) => Math.abs(a) - Math.abs(b) || b - a)
    .map((weeks) => weekItem(addDays(first, 7 * weeks), given))
}

/** The week that begins on a day. */
export function weekItem(start: Day, { words, format }: PaletteWords): PaletteItem {
  return paletteItem({
    id: `week ${start}`,
    group: 'weeks',
    label: words.week.title(weekLabel(start).week),
    detail: format.dayRange(start, addDays(start, 6)),
    does: { week: start },
  })
}

/** The client that time of an engagement is for. */
export function whose(
  plan: Plan,
  engagementId: Id | null,
): { readonly clientId: Id | null; readonly name: string; readonly colour: Colour | null } {
  const engagement = engagementId === null ? undefined : own(plan.practice.engagements, engagementId)
  const client = engagement === undefined ? undefined : own(plan.practice.clients, engagement.clientId)
  return client === undefined
    ? { clientId: null, name: '', colour: null }
    : { clientId: client.id, name: client.name, colour: client.colour }
}
