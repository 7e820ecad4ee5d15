import type { CalendarProblem, CalendarProblemCode } from './calendarFile.ts'

/** Problems kept of one file; a file of garbage has millions. */
const MOST_PROBLEMS = 200

/** Collects the problems of a file; from the two hundredth on they are only counted. */
export class Problems {
  private readonly kept: CalendarProblem[] = []
  private more = 0

  add(code: CalendarProblemCode, line: number, params: CalendarProblem['params'] = {}): void {
    if (this.kept.length < MOST_PROBLEMS) this.kept.push({ code, line, params })
    else this.more++
  }

  /** What was collected, in the order of lines. */
  all(): readonly CalendarProblem[] {
    const sorted = this.kept.toSorted((a, b) => a.line - b.line)
    if (this.more === 0) return sorted
    return [
      ...sorted,
      { code: 'too-many-problems', line: sorted.at(-1)?.line ?? 0, params: { more: this.more } },
    ]
  }
}
