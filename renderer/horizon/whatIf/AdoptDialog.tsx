import { useMemo } from 'react'
import type { CapacityContext } from '../../../shared/capacity/weekView.ts'
import { own } from '../../../shared/plan/plan.ts'
import type { Scenario } from '../../../shared/plan/scenario.ts'
import type { Ahead } from '../../../shared/revenue/forecast.ts'
import { type Effect, effectsOf } from '../../../shared/scenario/adopt.ts'
import { outlookOf, withScenarios } from '../../../shared/scenario/outlook.ts'
import { usePlan } from '../../state/plan.ts'
import { useFormat, useWords } from '../../state/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Figures } from './Figures.tsx'
import { adopt } from './scenarioActs.ts'
import styles from './WhatIf.module.css'

interface AdoptProps {
  readonly scenario: Scenario
  readonly ahead: Ahead
  readonly context: CapacityContext
  readonly onClose: () => void
}

/** What making a scenario real would do, record by record and in its figures, before it is done. */
export function AdoptDialog({ scenario, ahead, context, onClose }: AdoptProps) {
  const words = useWords().whatIf
  const all = useWords()
  const plan = usePlan((whole) => whole)
  const { today } = ahead
  const effects = useMemo(() => effectsOf(plan, scenario, today), [plan, scenario, today])
  const before = useMemo(() => outlookOf(plan, ahead, context), [plan, ahead, context])
  const after = useMemo(
    () => outlookOf(withScenarios(plan, [scenario], today), ahead, context),
    [plan, scenario, today, ahead, context],
  )
  const isNothing = effects.length === 0
  const carryOut = async () => {
    if (await adopt(scenario, today)) onClose()
  }
  return (
    <Dialog
      title={words.adoptTitle(scenario.name)}
      isOpen
      size="wide"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{all.clients.cancel}</Button>
          <Button variant="primary" isDisabled={isNothing} onPress={() => void carryOut()}>
            {words.adoptNow}
          </Button>
        </>
      }
    >
      {isNothing ? (
        <p>{words.adoptNothing}</p>
      ) : (
        <div className={styles.adopt}>
          <p>{words.adoptText}</p>
          <ul className={styles.effects}>
            {effects.map((effect) => (
              <EffectLine key={JSON.stringify(effect)} effect={effect} />
            ))}
          </ul>
          <table className={styles.table} aria-label={words.adoptOutcome}>
            <thead>
              <tr>
                <th scope="col">{words.adoptOutcome}</th>
                {[words.headroom, words.tightest, words.weeksOver].map((name) => (
                  <th key={name} scope="col" className={styles.figure}>
                    {name}
                  </th>
                ))}
                <th scope="col">{words.impossible}</th>
                <th scope="col" className={styles.figure}>
                  {words.revenue}
                </th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">{words.before}</th>
                <Figures outlook={before} against={null} />
              </tr>
              <tr>
                <th scope="row">{words.after}</th>
                <Figures outlook={after} against={before} />
              </tr>
            </tbody>
          </table>
        </div>
      )}
    </Dialog>
  )
}

function EffectLine({ effect }: { readonly effect: Effect }) {
  const words = useWords().whatIf.effects
  const format = useFormat()
  const { clients, engagements } = usePlan((plan) => plan.practice)
  const name = (id: string) => {
    const engagement = own(engagements, id)
    const client = own(clients, engagement?.clientId ?? '')
    return [client?.name, engagement?.name].filter((part) => part !== undefined).join(', ')
  }
  switch (effect.kind) {
    case 'won':
      return <li>{words.won(name(effect.engagementId), format.dayMedium(effect.from))}</li>
    case 'ends':
      return <li>{words.ends(name(effect.engagementId), format.dayMedium(effect.last))}</li>
    case 'lost':
      return <li>{words.lost(name(effect.engagementId))}</li>
    case 'sessions':
      return <li>{words.sessions(effect.single, effect.series)}</li>
    case 'hours':
      return <li>{words.hours(effect.days, format.dayMedium(effect.from))}</li>
    case 'off':
      return <li>{words.off(format.dayRange(effect.from, effect.to))}</li>
  }
}
