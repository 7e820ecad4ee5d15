import { castDraft } from 'immer'
import { z } from 'zod'
import { Agreement } from '../plan/agreement.ts'
import { Area } from '../plan/area.ts'
import { TimeOff, WorkingPattern } from '../plan/availability.ts'
import { Business, Numbering, Picture, PictureName } from '../plan/business.ts'
import { Client } from '../plan/client.ts'
import { DayNote } from '../plan/dayNote.ts'
import { noteDeletedImport } from '../plan/deletedImport.ts'
import { Deliverable } from '../plan/deliverable.ts'
import { Engagement } from '../plan/engagement.ts'
import { anyOf, Id } from '../plan/fields.ts'
import { FlagKey, own, type Plan, type PlanDraft } from '../plan/plan.ts'
import { Scenario } from '../plan/scenario.ts'
import { Settings } from '../plan/settings.ts'
import { engagementUses } from '../plan/uses.ts'
import { command } from './command.ts'
import { type Refusal, refuse } from './refusal.ts'

/** The records of the practice that are written whole: a form's result, checked as one. */
export const PracticeRecord = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('client'), value: Client }),
  z.strictObject({ kind: z.literal('engagement'), value: Engagement }),
  z.strictObject({ kind: z.literal('deliverable'), value: Deliverable }),
  z.strictObject({ kind: z.literal('agreement'), value: Agreement }),
  z.strictObject({ kind: z.literal('area'), value: Area }),
  z.strictObject({ kind: z.literal('pattern'), value: WorkingPattern }),
  z.strictObject({ kind: z.literal('timeOff'), value: TimeOff }),
  z.strictObject({ kind: z.literal('dayNote'), value: DayNote }),
  z.strictObject({ kind: z.literal('scenario'), value: Scenario }),
])
export type PracticeRecord = z.infer<typeof PracticeRecord>
type RecordKind = PracticeRecord['kind']

const mapOf = {
  client: 'clients',
  engagement: 'engagements',
  deliverable: 'deliverables',
  agreement: 'agreements',
  area: 'areas',
  pattern: 'patterns',
  timeOff: 'timeOff',
  dayNote: 'dayNotes',
  scenario: 'scenarios',
} as const satisfies Record<RecordKind, keyof Plan['practice']>

function nameOf(plan: Plan, kind: RecordKind, id: Id): string {
  const found = own<object>(plan.practice[mapOf[kind]], id)
  if (found === undefined) return ''
  if ('name' in found) return String(found.name)
  return 'title' in found ? String(found.title) : ''
}

/** Adds records of the practice, or replaces those with the same id. One command can set up a client with its engagement. */
export const putRecords = command({
  type: 'practice/put',
  schema: z.strictObject({
    type: z.literal('practice/put'),
    records: z.array(PracticeRecord).min(1).max(5000),
  }),
  subject: (_plan, { records }) => {
    const first = records[0]?.value
    if (first === undefined) return ''
    return 'name' in first ? first.name : 'title' in first ? first.title : ''
  },
  check: (plan, { records }) => {
    const added = (kind: RecordKind, id: Id) => records.some((r) => r.kind === kind && r.value.id === id)
    for (const [i, r] of records.entries()) {
      const path = ['records', i, 'value']
      if (
        (r.kind === 'engagement' || r.kind === 'agreement') &&
        !own(plan.practice.clients, r.value.clientId) &&
        !added('client', r.value.clientId)
      )
        return refuse([...path, 'clientId'], 'client-gone')
      if (r.kind === 'deliverable') {
        const { engagementId, areaId } = r.value
        if (!own(plan.practice.engagements, engagementId) && !added('engagement', engagementId))
          return refuse([...path, 'engagementId'], 'engagement-gone')
        if (areaId !== null && !own(plan.practice.areas, areaId) && !added('area', areaId))
          return refuse([...path, 'areaId'], 'area-gone')
      }
      if (r.kind === 'pattern') {
        const clash = Object.values(plan.practice.patterns).some(
          (p) => p.from === r.value.from && p.id !== r.value.id,
        )
        if (clash) return refuse([...path, 'from'], 'pattern-same-day', { day: r.value.from })
      }
    }
    return null
  },
  recipe: (draft, { records }) => {
    for (const r of records) putRecord(draft, r)
  },
})

function putRecord(draft: PlanDraft, r: PracticeRecord): void {
  const map = draft.practice[mapOf[r.kind]] as Record<Id, PracticeRecord['value']>
  map[r.value.id] = castDraft(r.value)
}

/** Deletes one record of the practice; refused while something still names it. */
export const deleteRecord = command({
  type: 'practice/delete',
  schema: z.strictObject({
    type: z.literal('practice/delete'),
    kind: z.enum([
      'client',
      'engagement',
      'deliverable',
      'agreement',
      'area',
      'pattern',
      'timeOff',
      'dayNote',
      'scenario',
    ]),
    id: Id,
  }),
  subject: (plan, { kind, id }) => nameOf(plan, kind, id),
  check: (plan, { kind, id }) => {
    if (own<object>(plan.practice[mapOf[kind]], id) === undefined) return refuse(['id'], 'record-gone')
    return stillUsed(plan, kind, id)
  },
  recipe: (draft, { kind, id }) => {
    if (kind === 'timeOff' || kind === 'dayNote')
      noteDeletedImport(draft, draft.practice[mapOf[kind]][id]?.source ?? null)
    delete draft.practice[mapOf[kind]][id]
    if (kind !== 'engagement') return
    for (const rule of Object.values(draft.practice.calendarRules))
      if (rule.engagementId === id) delete draft.practice.calendarRules[rule.id]
  },
})

function stillUsed(plan: Plan, kind: RecordKind, id: Id): Refusal | null {
  if (kind === 'client') {
    const count = Object.values(plan.practice.engagements).filter((e) => e.clientId === id).length
    const billed = Object.values(plan.years).some((y) =>
      [y.invoices, y.expenses].some((map) => Object.values(map).some(({ clientId }) => clientId === id)),
    )
    const agreed = Object.values(plan.practice.agreements).some(({ clientId }) => clientId === id)
    if (count > 0 || billed || agreed)
      return refuse(['id'], 'client-used', { name: nameOf(plan, kind, id), count })
  } else if (kind === 'engagement' || kind === 'deliverable' || kind === 'area') {
    const count = engagementUses(plan, kind, id)
    if (count > 0) return refuse(['id'], 'record-used', { name: nameOf(plan, kind, id), count })
  }
  return null
}

/** Sets some of the settings of the plan. */
export const changeSettings = command({
  type: 'settings/change',
  schema: z.strictObject({
    type: z.literal('settings/change'),
    change: z.strictObject(anyOf(Settings.shape)),
  }),
  subject: (_plan, { change }) => Object.keys(change).join(', '),
  check: () => null,
  recipe: (draft, { change }) => {
    Object.assign(draft.practice.settings, castDraft(change))
  },
})

/** Sets what stands on invoices about the planner's own business. */
export const changeBusiness = command({
  type: 'business/change',
  schema: z.strictObject({
    type: z.literal('business/change'),
    change: z.strictObject(anyOf(Business.shape)),
    pattern: Numbering.shape.pattern.optional(),
    /** Of credit notes; null has them in the invoices' series. */
    creditPattern: Numbering.shape.pattern.nullable().optional(),
    /** A logo that the plan does not have yet. */
    picture: z.strictObject({ name: PictureName, picture: Picture }).optional(),
  }),
  subject: (plan) => plan.practice.business.name,
  check: ({ practice }, { change, pattern, creditPattern, picture }) =>
    creditPatternRefusal(practice, pattern, creditPattern) ?? logoRefusal(practice, change.logo, picture),
  recipe: (draft, { change, pattern, creditPattern, picture }) => {
    const { practice } = draft
    // A picture that is there stays as it is: papers that were issued show it.
    if (picture !== undefined) practice.pictures[picture.name] ??= picture.picture
    Object.assign(practice.business, castDraft(change))
    if (pattern !== undefined) practice.numbering.pattern = pattern
    if (creditPattern === null) practice.creditNumbering = null
    else if (creditPattern !== undefined)
      practice.creditNumbering = { next: practice.creditNumbering?.next ?? {}, pattern: creditPattern }
  },
})

/** Two series of one pattern would give each number twice, and a series that was begun goes on: its counter is not forgotten. */
function creditPatternRefusal(
  { numbering, creditNumbering }: Plan['practice'],
  pattern = numbering.pattern,
  creditPattern = creditNumbering?.pattern ?? null,
): Refusal | null {
  if (creditPattern === pattern) return refuse(['creditPattern'], 'credit-pattern-same')
  const isBegun = Object.keys(creditNumbering?.next ?? {}).length > 0
  return creditPattern === null && isBegun ? refuse(['creditPattern'], 'credit-series-begun') : null
}

/** A logo is one of the plan's pictures, or comes with the change. */
function logoRefusal(
  { pictures }: Plan['practice'],
  logo: string | null | undefined,
  picture: { readonly name: string } | undefined,
): Refusal | null {
  const isThere = logo == null || logo === picture?.name || own(pictures, logo) !== undefined
  return isThere ? null : refuse(['change', 'logo'], 'logo-gone')
}

/** Accepts a flag with a note, or takes the acceptance back. */
export const acceptFlag = command({
  type: 'flag/accept',
  schema: z.strictObject({
    type: z.literal('flag/accept'),
    key: FlagKey,
    accepted: z.strictObject({ fingerprint: z.string().max(200), note: z.string().max(20_000) }).nullable(),
  }),
  subject: (_plan, { accepted }) => accepted?.note ?? '',
  check: () => null,
  recipe: (draft, { key, accepted }) => {
    if (accepted === null) delete draft.practice.acceptedFlags[key]
    else draft.practice.acceptedFlags[key] = accepted
  },
})
