/** Why a part of the work found no place. */
import type { BlockRules } from './block.ts'
import type { DemandItem } from './demand.ts'
import type { Filling } from './fill.ts'
import type { WhyNot } from './placing.ts'
import { gapsOf } from './room.ts'

/** What stands in the way of an item's rest, after the days were filled. */
export function whyNot(
  item: DemandItem,
  left: number,
  { days, allowance }: Filling,
  rules: BlockRules,
): WhyNot {
  const { id, clientId } = item.engagement
  const window = item.firm ? item.utmost : { from: item.release, to: item.due }
  const needed = Math.min(rules.blocks.shortest, left)
  let mostAllowed: number | null = null
  let longestGap = 0
  let isHeld = false
  for (const day of days) {
    if (day.to <= window.from || window.to <= day.from) continue
    mostAllowed = Math.max(mostAllowed ?? 0, allowance.at(id, day.from))
    isHeld ||= day.taken.some((taken) => taken.isHeld === true)
    for (const gap of gapsOf(day, clientId, rules.changeover))
      longestGap = Math.max(longestGap, Math.min(gap.to, window.to) - Math.max(gap.from, window.from))
  }
  if (mostAllowed !== null && mostAllowed < needed) return 'promise-full'
  if (isHeld) return 'deadlines-first'
  if (longestGap <= 0) return 'no-time'
  return longestGap < needed ? 'gaps-short' : 'days-full'
}
