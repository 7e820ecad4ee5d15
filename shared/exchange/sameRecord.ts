/** Whether two records say the same, in whatever order their fields stand. */
export function isSameRecord(a: object, b: object): boolean {
  return sorted(a) === sorted(b)
}

function sorted(value: object): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([x], [y]) => (x < y ? -1 : 1)))
      : part,
  )
}
