import { useMemo, useState } from 'react'
import type { BudgetBurn } from '../../shared/insights/burnDown.ts'
import type { Id } from '../../shared/plan/fields.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Select } from '../ui/Select.tsx'
import { burnDownChart, nameOf } from './budgetCharts.ts'
import { ChartCard } from './ChartCard.tsx'

/** One budget as it burns down: the one that runs out first, until another is chosen. */
export function BurnDownCard({
  burns,
  days,
}: {
  readonly burns: readonly BudgetBurn[]
  readonly days: string
}) {
  const { insights: words } = useWords()
  const format = useFormat()
  const firstWeekday = usePlan(({ practice }) => practice.settings.firstWeekday)
  const [wanted, setWanted] = useState<Id | null>(null)
  const burn = burns.find(({ engagement }) => engagement.id === wanted) ?? burns[0]
  const model = useMemo(
    () => (burn === undefined ? null : burnDownChart(burn, firstWeekday, words, format)),
    [burn, firstWeekday, words, format],
  )
  if (burn === undefined || model === null) return null
  return (
    <ChartCard model={model} days={days}>
      {burns.length < 2 ? null : (
        <Select
          label={words.burnDown.choose}
          labelHidden
          options={burns.map((one) => ({
            id: one.engagement.id,
            label: nameOf(one),
            colour: one.client.colour,
          }))}
          value={burn.engagement.id}
          onChange={setWanted}
        />
      )}
    </ChartCard>
  )
}
