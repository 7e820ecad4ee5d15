import { issuedInvoices } from '../../shared/billing/numbering.ts'
import type { Desktop } from '../../shared/ipc/contract.ts'
import type { Colour, Id } from '../../shared/plan/fields.ts'
import { own, type Plan } from '../../shared/plan/plan.ts'
import type { Session } from '../../shared/plan/session.ts'
import { addDays, type Day } from '../../shared/time/day.ts'
import { type WallClock, wallDay } from '../../shared/time/wallClock.ts'
import { weekLabel, weekStart } from '../../shared/time/week.ts'
import { fromEpochMinute, toEpochMinute } from '../../shared/time/zone.ts'
import { startable } from '../../shared/timer/begin.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Words } from '../../shared/words/words.ts'
import { actions } from '../actions/actions.ts'
import { readable } from '../actions/keys.ts'
import { todayNow } from '../state/clock.ts'
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
  return { keys: '', colour: null, enabled: true, onlyAsked: false, ...given, detail, folded }
}

/** All that the palette finds but sessions, which are too many to be written out: each group in its own order. */
export function paletteItems(plan: Plan, today: Day, given: PaletteWords): readonly PaletteItem[] {
  return [
    ...actionItems(given),
    ...clientItems(plan, given),
    ...engagementItems(plan, given),
    ...timerItems(plan, given),
    ...deliverableItems(plan, given),
    ...invoiceItems(plan, given),
    ...accountItems(plan, given),
    ...reportItems(plan, given),
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

/** All clients, those that are put away last. */
function clientsOf(plan: Plan) {
  return Object.values(plan.practice.clients).sort(
    (a, b) => Number(a.archived) - Number(b.archived) || a.order - b.order,
  )
}

function clientItems(plan: Plan, { words }: PaletteWords): readonly PaletteItem[] {
  return clientsOf(plan).map(({ id, name, code, colour, archived }) =>
    paletteItem({
      id: `client ${id}`,
      group: 'clients',
      label: name,
      detail: [...(code === '' ? [] : [code]), ...(archived ? [words.clients.archived] : [])].join(' · '),
      colour,
      onlyAsked: archived,
      does: { client: id },
    }),
  )
}

function engagementItems(plan: Plan, { words }: PaletteWords): readonly PaletteItem[] {
  const engagements = Object.values(plan.practice.engagements).sort((a, b) => a.order - b.order)
  return clientsOf(plan).flatMap((client) =>
    engagements
      .filter(({ clientId }) => clientId === client.id)
      .map(({ id, name, status }) =>
        paletteItem({
          id: `engagement ${id}`,
          group: 'engagements',
          label: name,
          detail: status === 'active' ? client.name : `${client.name} · ${words.clients.statuses[status]}`,
          colour: client.colour,
          does: { client: client.id, record: { kind: 'engagement', id } },
        }),
      ),
  )
}

function timerItems(plan: Plan, { words }: PaletteWords): readonly PaletteItem[] {
  const nameOf = (id: Id | null) => (id === null ? undefined : own(plan.practice.engagements, id)?.name)
  return [...startable(plan), null].map((id) =>
    paletteItem({
      id: `timer ${id ?? '-'}`,
      group: 'timer',
      label: words.timer.startFor(nameOf(id) ?? words.timer.ownBusiness),
      detail: whose(plan, id).name,
      colour: whose(plan, id).colour ?? 'slate',
      does: { timer: id },
    }),
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
              does: { client: clientId, record: { kind: 'deliverable', id } },
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

/** The statement of account of each client that was billed. */
function accountItems(plan: Plan, { words }: PaletteWords): readonly PaletteItem[] {
  const billed = new Set(issuedInvoices(plan).map(({ clientId }) => clientId))
  return clientsOf(plan)
    .filter(({ id }) => billed.has(id))
    .map(({ id, name, colour }) =>
      paletteItem({
        id: `account ${id}`,
        group: 'invoices',
        label: words.money.account.of(name),
        colour,
        onlyAsked: true,
        does: { account: id },
      }),
    )
}

/** The report of a month of each client. */
function reportItems(plan: Plan, { words }: PaletteWords): readonly PaletteItem[] {
  return clientsOf(plan).map(({ id, name, colour }) =>
    paletteItem({
      id: `report ${id}`,
      group: 'invoices',
      label: words.exports.report.of(name),
      colour,
      onlyAsked: true,
      does: { report: id },
    }),
  )
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

/** One occurrence of a session, by its key and its start on the session's own clocks. */
export function sessionItem(
  plan: Plan,
  session: Session,
  { key, start }: { readonly key: string; readonly start: WallClock },
  { format }: PaletteWords,
): PaletteItem {
  const home = fromEpochMinute(toEpochMinute(start, session.zone), plan.practice.settings.homeZone)
  const { name, colour } = whose(plan, session.engagementId)
  const day = wallDay(home)
  const when = day.slice(0, 4) === todayNow().slice(0, 4) ? format.dayShort(day) : format.dayMedium(day)
  return paletteItem({
    id: `session ${key}`,
    group: 'sessions',
    label: session.title,
    detail: [`${when}, ${format.time(home)}`, ...(name === '' ? [] : [name])].join(' · '),
    colour: colour ?? 'slate',
    does: { day, occurrence: key },
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
