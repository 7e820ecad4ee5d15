import { useEffect, useState } from 'react'
import type { Plan } from '../../shared/plan/plan.ts'
import { whenIdle } from '../state/idle.ts'
import { useWords } from '../state/words.ts'
import { PaintedLine } from './PaintedLine.tsx'
import { colourOf, type PlannedLine, plannedLine } from './plannedLine.ts'
import styles from './QuickAdd.module.css'

/** Lines to learn from, for the first client of the plan, in the colours of what they say. */
export function Examples({ plan }: { readonly plan: Plan }) {
  const words = useWords().quickAdd
  const lines = words.examples(exampleClient(plan, words.someClient))
  const readings = useReadings(lines, plan)
  return (
    <div className={styles.examples}>
      <p>{words.teach}</p>
      <ul>
        {lines.map((line, i) => (
          <li key={line}>
            <PaintedLine
              text={line}
              parts={readings[i]?.reading.parts ?? []}
              colour={colourOf(plan, readings[i]?.engagementId ?? null)}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Read after the panel is on screen: the first line that is read makes all patterns ready, which takes a moment. */
function useReadings(lines: readonly string[], plan: Plan): readonly PlannedLine[] {
  const [readings, setReadings] = useState<readonly PlannedLine[]>([])
  const all = lines.join('\n')
  useEffect(
    () => whenIdle(() => setReadings(all.split('\n').map((line) => plannedLine(line, plan, undefined)))),
    [all, plan],
  )
  return readings
}

/** The first word of the first client's name, as somebody in a hurry would type it. */
export function exampleClient(plan: Plan, none: string): string {
  const [first] = Object.values(plan.practice.clients)
    .filter(({ archived }) => !archived)
    .sort((a, b) => a.order - b.order)
  return first?.name.split(/\s/u)[0]?.toLowerCase() ?? none
}
