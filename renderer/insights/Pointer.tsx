import { Tooltip } from 'recharts'
import type { ChartModel } from './chartModel.ts'
import { still } from './chartParts.ts'
import styles from './Insights.module.css'
import { PointerTable } from './PointerTable.tsx'

interface PointerProps {
  readonly model: ChartModel
  /** The point at a place of the axis; as it stands there where it is left out. */
  readonly idAt?: (place: string | number) => string
}

/** What the point under the pointer says. */
export function Pointer({ model, idAt = String }: PointerProps) {
  return (
    <Tooltip
      {...still}
      cursor={
        model.layout === 'days' ? { stroke: 'var(--line-2)' } : { fill: 'var(--hover)', fillOpacity: 0.6 }
      }
      wrapperClassName={styles.pointer ?? ''}
      content={({ active, label }) =>
        active === true && label !== undefined ? <PointerTable model={model} pointId={idAt(label)} /> : null
      }
    />
  )
}
