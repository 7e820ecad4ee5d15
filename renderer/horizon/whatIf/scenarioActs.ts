import { Scenario } from '../../../shared/plan/scenario.ts'
import { adoptCommand } from '../../../shared/scenario/adopt.ts'
import type { Day } from '../../../shared/time/day.ts'
import { carryOut } from '../../pipeline/carryOut.ts'
import { execute, planNow } from '../../state/plan.ts'
import { wordsNow } from '../../state/words.ts'
import { switchScenario } from './whatIfStore.ts'

/** Saves a scenario; a new one is switched on, since who makes one wants to see it. */
export async function saveScenario(scenario: Scenario, isNew: boolean): Promise<boolean> {
  const reply = await execute({
    type: 'practice/put',
    records: [{ kind: 'scenario', value: Scenario.parse(scenario) }],
  })
  if (reply.ok && isNew) switchScenario(scenario.id, true)
  return reply.ok
}

/** Deletes a scenario without asking: undo brings it back, switched on as it was. */
export function deleteScenario({ id, name }: Scenario): Promise<boolean> {
  return carryOut({ type: 'practice/delete', kind: 'scenario', id }, wordsNow().whatIf.deleted(name))
}

/** Makes a scenario real; false where nothing of it is left to do, or it was refused. */
export async function adopt(scenario: Scenario, today: Day): Promise<boolean> {
  const command = adoptCommand(planNow(), scenario, today)
  return command !== null && carryOut(command, wordsNow().whatIf.adopted(scenario.name))
}
