/**
 * A whole amount in whole parts by weight: each part is what the sum up to it gained, rounded half away from zero, so
 * the parts add up to the total exactly and none has another sign. All weights nothing: the last takes it all.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  let weight = 0
  let given = 0
  return weights.map((own, i) => {
    weight += own
    const isLast = i === weights.length - 1
    const upTo = isLast ? total : all === 0 ? 0 : share(total, weight, all)
    const part = upTo - given
    given = upTo
    return part
  })
}

function share(total: number, weight: number, all: number): number {
  const doubled = 2n * BigInt(total) * BigInt(weight)
  const size = doubled < 0n ? -doubled : doubled
  const rounded = (size + BigInt(all)) / (2n * BigInt(all))
  return Number(doubled < 0n ? -rounded : rounded)
}
