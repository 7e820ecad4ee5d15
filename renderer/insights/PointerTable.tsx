import { type ChartModel, drawnSeries } from './chartModel.ts'
import styles from './Insights.module.css'

/** What a point says, beside the pointer. */
export function PointerTable({ model, pointId }: { readonly model: ChartModel; readonly pointId: string }) {
  const at = model.points.findIndex(({ id }) => id === pointId)
  const point = model.points[at]
  if (point === undefined) return null
  return (
    <div className={styles.pointerBox}>
      <b>{point.name}</b>
      <dl>
        {drawnSeries(model).map(({ id, name, values }) => {
          const value = values[at]
          return value == null ? null : (
            <div key={id}>
              <dt>{name}</dt>
              <dd>{model.unit.text(value)}</dd>
            </div>
          )
        })}
      </dl>
    </div>
  )
}
