/**
 * The plan in the pieces that are kept as documents: the practice, and each calendar year. Null is a year that was
 * taken out of the plan: the document then says so, and since which revision.
 */
import { type Plan, Practice, Year, YearKey } from '../plan/plan.ts'

/** `practice`, or a year. */
export type ShardName = 'practice' | YearKey
export type ShardData = Practice | Year | null

/** The name of a shard, or null where a text is not one. */
export function shardName(text: string): ShardName | null {
  return text === 'practice' || YearKey.safeParse(text).success ? text : null
}

/** What a shard of the plan holds now. */
export function shardOf(plan: Plan, name: ShardName): ShardData {
  return name === 'practice' ? plan.practice : (plan.years[name] ?? null)
}

/** The shards whose content differs between two plans: maps are shared, so a reference tells. */
export function changedShards(before: Plan, after: Plan): ReadonlySet<ShardName> {
  const changed = new Set<ShardName>()
  if (before.practice !== after.practice) changed.add('practice')
  if (before.years === after.years) return changed
  for (const year of [...Object.keys(before.years), ...Object.keys(after.years)]) {
    if (before.years[year] !== after.years[year]) changed.add(year)
  }
  return changed
}

/** Checks what a document of today's version holds; the message names the place. */
export function checkShard(
  name: ShardName,
  data: unknown,
): { readonly ok: true; readonly data: ShardData } | { readonly ok: false; readonly detail: string } {
  const schema = name === 'practice' ? Practice : Year.nullable()
  const checked = schema.safeParse(data)
  if (checked.success) return { ok: true, data: checked.data }
  const issue = checked.error.issues[0]
  return { ok: false, detail: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` }
}
