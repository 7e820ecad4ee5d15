/**
 * The whole plan as one readable file: what backups, exports and imports are made of. A checksum over its content shows
 * any alteration, whatever an editor did to the spaces. Pure: the digest is a parameter.
 */
import { z } from 'zod'
import { Plan } from '../plan/plan.ts'
import { type Census, census } from './census.ts'
import type { Digest } from './journalLine.ts'
import { currentVersion, migrate } from './migrations.ts'

/** A plan on its way to or from a file, with the stored PDFs of invoices that go with it. */
export interface PlanFile {
  readonly rev: number
  /** ISO instant. */
  readonly savedAt: string
  readonly appVersion: string
  readonly plan: Plan
  /** Stored PDFs by file name, base64. */
  readonly files: Readonly<Record<string, string>>
}

/** What the first bytes of a file say of the rest. */
export interface PlanFileHead {
  readonly version: number
  readonly rev: number
  readonly savedAt: string
  readonly appVersion: string
  readonly counts: Census
}

/** Why a file cannot be used. */
export type PlanFileFault = 'not-json' | 'not-headroom' | 'checksum' | 'newer-version' | 'schema'

export type PlanFileOpened =
  | { readonly ok: true; readonly file: PlanFile }
  | { readonly ok: false; readonly why: PlanFileFault; readonly detail: string }

const Head = z.object({
  format: z.literal('headroom-plan'),
  version: z.int().min(1),
  rev: z.int().min(0),
  savedAt: z.string(),
  appVersion: z.string(),
  counts: z.record(z.string(), z.int()),
})
const Body = Head.extend({
  sha256: z.string(),
  plan: z.object({ practice: z.unknown(), years: z.record(z.string(), z.unknown()) }),
  /** A name without a folder: nothing is ever written outside of the folder that it is meant for. */
  files: z.record(z.string().regex(/^[A-Za-z0-9%._-]{1,200}\.pdf$/), z.base64()),
})

/** The text of a file. `indent` is the spaces of a level: 1 for people to read, 0 to be small. */
export function sealPlanFile(file: PlanFile, digest: Digest, indent: 0 | 1): string {
  const { rev, savedAt, appVersion, plan, files } = file
  const head = { version: currentVersion, rev, savedAt, appVersion, counts: census(plan) }
  const sha256 = digest(JSON.stringify({ ...head, plan, files }))
  return JSON.stringify({ format: 'headroom-plan', ...head, sha256, plan, files }, null, indent)
}

/** Opens a file: checks form, version, checksum and schema, and migrates an older version. */
export function openPlanFile(text: string, digest: Digest): PlanFileOpened {
  const parsed = parse(text)
  if (parsed === undefined) return unusable('not-json', `${text.length}`)
  const head = Head.safeParse(parsed)
  if (!head.success) return unusable('not-headroom', '')
  if (head.data.version > currentVersion) return unusable('newer-version', `${head.data.version}`)
  const body = Body.safeParse(parsed)
  if (!body.success) return unusable('not-headroom', '')
  const { version, rev, savedAt, appVersion, counts, sha256, plan, files } = body.data
  if (digest(JSON.stringify({ version, rev, savedAt, appVersion, counts, plan, files })) !== sha256) {
    return unusable('checksum', '')
  }
  const years = Object.entries(plan.years).map(([year, data]) => [year, migrate(year, version, data)])
  const practice = migrate('practice', version, plan.practice)
  const checked = Plan.safeParse({ practice, years: Object.fromEntries(years) })
  if (!checked.success) {
    const issue = checked.error.issues[0]
    return unusable('schema', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
  }
  return { ok: true, file: { rev, savedAt, appVersion, plan: checked.data, files } }
}

/** Reads what stands before the content in the first characters of a file; null where that is not one. */
export function readHead(start: string): PlanFileHead | null {
  const end = start.indexOf('"sha256"')
  if (end < 0) return null
  const head = Head.safeParse(parse(`${start.slice(0, end).trimEnd().replace(/,$/, '')}}`))
  return head.success ? head.data : null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function unusable(why: PlanFileFault, detail: string): PlanFileOpened {
  return { ok: false, why, detail }
}
