import { useEffect, useState } from 'react'
import type { CalendarRead } from '../../shared/exchange/calendarFile.ts'
import {
  type ImportContext,
  type ImportProposal,
  proposingImport,
} from '../../shared/exchange/importProposal.ts'
import { type CalendarRange, calendarRange } from '../../shared/exchange/importRange.ts'
import type { ImportChoices } from '../../shared/exchange/importShape.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { type Steps, within } from '../../shared/steps.ts'
import { newId, useToday } from '../state/clock.ts'
import { usePlan } from '../state/plan.ts'
import { runSteps } from '../state/steps.ts'
import { useWords } from '../state/words.ts'
import { gatheringRows, type ImportRows } from './importRows.ts'

/** A proposal with what the preview makes of it, and what it was made of. */
export interface Judged {
  readonly proposal: ImportProposal
  readonly rows: ImportRows
  readonly range: CalendarRange
  readonly plan: Plan
  readonly choices: ImportChoices
}

/** The newest judgement, and how much of the next is done: null where it is the one for these choices. */
export interface Judging {
  readonly judged: Judged | null
  readonly part: number | null
}

/**
 * Judges a calendar by plan and choices, in slices: a hundred thousand events take seconds, in which the window goes on
 * answering. `isHeld` keeps what there is, while it is being imported.
 */
export function useProposal(
  name: string,
  calendar: CalendarRead,
  choices: ImportChoices,
  isHeld: boolean,
): Judging {
  const { untitled } = useWords().calendar
  const plan = usePlan((whole) => whole)
  const today = useToday()
  const [judged, setJudged] = useState<Judged | null>(null)
  const [part, setPart] = useState(0)
  useEffect(() => {
    if (isHeld) return
    setPart(0)
    const context = {
      homeZone: plan.practice.settings.homeZone,
      today,
      newId,
      fileName: name.replace(/\.[A-Za-z]{3,4}$/, ''),
      untitled,
    }
    return runSteps(judging(plan, calendar, choices, context), { onPart: setPart, onDone: setJudged })
  }, [plan, calendar, choices, today, name, untitled, isHeld])
  const isSettled = judged !== null && judged.choices === choices && (isHeld || judged.plan === plan)
  return { judged, part: isSettled ? null : part }
}

function* judging(
  plan: Plan,
  calendar: CalendarRead,
  choices: ImportChoices,
  context: ImportContext,
): Steps<Judged> {
  const proposal = yield* within(0, 0.9, proposingImport(plan, calendar, choices, context))
  const rows = yield* within(0.9, 0.95, gatheringRows(proposal.items))
  const range = yield* within(0.95, 1, calendarRange(proposal.items))
  return { proposal, rows, range, plan, choices }
}
