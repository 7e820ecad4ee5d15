import { useWords } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import { ScrollRegion } from '../ui/ScrollRegion.tsx'
import type { ChartModel } from './chartModel.ts'
import styles from './Insights.module.css'

/** The chart as a table: every point with every value, those that are not drawn, too. */
export function ChartTable({ model }: { readonly model: ChartModel }) {
  const words = useWords().insights
  const { title, pointsName, points, series, unit } = model
  return (
    <ScrollRegion className={classes(styles.scroll)} label={words.tableOf(title)}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{pointsName}</th>
            {series.map(({ id, name }) => (
              <th key={id} scope="col" className={styles.number}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map(({ id, name, colour, isPart }, i) => (
            <tr key={id} className={classes(isPart === true && styles.part)}>
              <th scope="row">
                {colour === undefined ? null : (
                  <span className={styles.dot} data-colour={colour} aria-hidden="true" />
                )}
                {name}
              </th>
              {series.map(({ id: key, values, unit: own = unit }) => {
                const value = values[i]
                return (
                  <td key={key} className={styles.number}>
                    {value == null ? '–' : own.text(value)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
