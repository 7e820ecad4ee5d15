import type { PlanPatch } from '../../shared/ipc/contract.ts'

/** Changes of more records than this are not sent record by record. */
const MANY = 1000

/** Whether a change writes many records: one by one, or in a year or practice that comes whole. */
export function areMany(patches: readonly PlanPatch[]): boolean {
  let records = 0
  for (const { value } of patches) {
    records += 1 + recordsIn(value)
    if (records > MANY) return true
  }
  return false
}

/** The records in the maps of a value; a record of its own holds few of anything. */
function recordsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  let records = 0
  for (const map of Object.values(value))
    if (typeof map === 'object' && map !== null) records += Object.keys(map).length
  return records
}
