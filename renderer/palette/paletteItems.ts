import type { Desktop } from '../../shared/ipc/contract.ts'
import type { Colour } from '../../shared/plan/fields.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { addDays, type Day } from '../../shared/time/day.ts'
import { weekLabel, weekStart } from '../../shared/time/week.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Words } from '../../shared/words/words.ts'
import { actions } from '../actions/actions.ts'
import { readable } from '../actions/keys.ts'

/** Something that the palette finds. */
export interface PaletteItem {
  readonly id: string
  readonly group: 'actions' | 'clients' | 'weeks'
  readonly label: string
  readonly keys?: string
  readonly colour?: Colour
  /** What `run` of the palette does with it. */
  readonly does: { readonly action: string } | { readonly client: string } | { readonly week: Day }
}

/** Weeks on either side of this one that the palette offers. */
const WEEKS_BACK = 8
const WEEKS_ON = 26

/** All that the palette can find now: enabled actions, clients, and the weeks around today. */
export function paletteItems(
  plan: Plan,
  today: Day,
  {
    words,
    format,
    platform,
  }: { readonly words: Words; readonly format: Format; readonly platform: Desktop['platform'] },
): readonly PaletteItem[] {
  const ofActions = actions
    .filter((action) => action.id !== 'palette' && action.enabled())
    .map((action): PaletteItem => {
      const [first] = action.keys
      const keys = first === undefined ? {} : { keys: readable(first, platform, words.app.keyNames) }
      return {
        id: action.id,
        group: 'actions',
        label: action.label(words),
        ...keys,
        does: { action: action.id },
      }
    })
  const ofClients = Object.values(plan.practice.clients)
    .filter((client) => !client.archived)
    .sort((a, b) => a.order - b.order)
    .map(
      ({ id, name, colour }): PaletteItem => ({
        id: `client ${id}`,
        group: 'clients',
        label: name,
        colour,
        does: { client: id },
      }),
    )
  const first = weekStart(today, plan.practice.settings.firstWeekday)
  const ofWeeks = Array.from({ length: WEEKS_BACK + WEEKS_ON + 1 }, (_, i): PaletteItem => {
    const start = addDays(first, 7 * (i - WEEKS_BACK))
    const label = `${words.week.title(weekLabel(start).week)} · ${format.dayRange(start, addDays(start, 6))}`
    return { id: `week ${start}`, group: 'weeks', label, does: { week: start } }
  })
  return [...ofActions, ...ofClients, ...ofWeeks]
}
