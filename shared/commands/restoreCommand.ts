import { castDraft, original } from 'immer'
import { z } from 'zod'
import { emptyYear, Plan, type PlanDraft, type Practice, type Year } from '../plan/plan.ts'
import { isSame } from '../plan/same.ts'
import { command } from './command.ts'

/**
 * Puts a plan in the place of the present one: a backup, or a file that was imported. Only what differs is written, so a
 * restore that changes little is a small step, and as any step it can be undone.
 */
export const restorePlan = command({
  type: 'plan/restore',
  schema: z.strictObject({ type: z.literal('plan/restore'), plan: Plan }),
  subject: () => '',
  check: () => null,
  recipe: (draft, { plan }) => {
    // Read from what the recipe began with: looking at a draft makes drafts of all that is looked at.
    const before = original(draft) as Plan
    for (const part of Object.keys(plan.practice) as (keyof Practice)[]) {
      replacePart(draft.practice, before.practice, plan.practice as Practice, part)
    }
    for (const year of new Set([...Object.keys(before.years), ...Object.keys(plan.years)])) {
      replaceYear(draft, year, before.years[year], plan.years[year] as Year | undefined)
    }
  },
})

const maps = [
  'clients',
  'engagements',
  'deliverables',
  'agreements',
  'areas',
  'patterns',
  'timeOff',
  'dayNotes',
  'series',
  'acceptedFlags',
  'scenarios',
  'pictures',
] as const satisfies readonly (keyof Practice)[]

function replacePart(
  draft: PlanDraft['practice'],
  before: Practice,
  after: Practice,
  part: keyof Practice,
): void {
  if (isSame(before[part], after[part])) return
  const map = maps.find((known) => known === part)
  if (map === undefined) Object.assign(draft, { [part]: castDraft(after[part]) })
  else replaceRecords(draft[map], before[map], after[map])
}

function replaceYear(
  draft: PlanDraft,
  year: string,
  before: Year | undefined,
  after: Year | undefined,
): void {
  if (after === undefined) {
    delete draft.years[year]
    return
  }
  const there = draft.years[year]
  if (before === undefined || there === undefined) {
    draft.years[year] = castDraft(after)
    return
  }
  for (const kind of Object.keys(emptyYear) as (keyof Year)[]) {
    if (!isSame(before[kind], after[kind])) replaceRecords(there[kind], before[kind], after[kind])
  }
}

type Records = Readonly<Record<string, unknown>>

function replaceRecords(draft: Record<string, unknown>, before: Records, after: Records): void {
  for (const id of Object.keys(before)) if (!Object.hasOwn(after, id)) delete draft[id]
  for (const [id, record] of Object.entries(after)) {
    if (!Object.hasOwn(before, id) || !isSame(before[id], record)) draft[id] = record
  }
}
