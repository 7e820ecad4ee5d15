import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { Chart } from './Chart.tsx'
import { ChartTable } from './ChartTable.tsx'
import { type ChartModel, drawnPoints, drawnSeries, isEmpty } from './chartModel.ts'
import styles from './Insights.module.css'
import { Sign } from './Patterns.tsx'
import { saveChartTable, savePicture } from './saveChart.ts'

/** Where nothing is laid out, such as in a test. */
const USUAL_WIDTH = 520

interface ChartCardProps {
  readonly model: ChartModel
  readonly days: string
  /** A choice of what the chart is about. */
  readonly children?: ReactNode
}

/** A chart with what it says, as a picture or as its table, and its files. */
export function ChartCard({ model, days, children }: ChartCardProps) {
  const words = useWords().insights
  const [view, setView] = useState<'chart' | 'table'>('chart')
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const name = useId()
  const { title, headline, note } = model
  const empty = isEmpty(model)
  const hidden = model.points.length - drawnPoints(model).length
  return (
    <section className={styles.card} aria-labelledby={name}>
      <header className={styles.cardHead}>
        <h2 id={name}>{title}</h2>
        {empty ? null : (
          <Segmented
            label={words.view(title)}
            value={view}
            options={[
              { id: 'chart', name: words.views.chart },
              { id: 'table', name: words.views.table },
            ]}
            onChange={setView}
          />
        )}
      </header>
      {children}
      <p className={styles.headline}>{empty ? (model.whenEmpty ?? words.nothing) : headline}</p>
      <div ref={frame} className={styles.frame}>
        {empty ? null : view === 'table' ? (
          <ChartTable model={model} />
        ) : (
          <>
            <Legend model={model} />
            <div
              role="img"
              aria-label={words.spoken(title, headline)}
              className={styles.drawing}
              data-chart={model.id}
            >
              <Chart model={model} width={width} />
            </div>
          </>
        )}
      </div>
      <footer className={styles.cardFoot}>
        <p>
          {empty
            ? ''
            : [note ?? '', view === 'chart' && hidden > 0 ? words.more(hidden) : ''].join(' ').trim()}
        </p>
        {empty ? null : (
          <span>
            <Button
              size="small"
              variant="quiet"
              aria-label={words.saveCsv(title)}
              onPress={() => saveChartTable(model, days)}
            >
              {words.csv}
            </Button>
            {view === 'table'
              ? null
              : (['png', 'svg'] as const).map((as) => (
                  <Button
                    key={as}
                    size="small"
                    variant="quiet"
                    aria-label={words.savePicture[as](title)}
                    onPress={() => savePicture(as, model, days, frame.current)}
                  >
                    {words.pictures[as]}
                  </Button>
                ))}
          </span>
        )}
      </footer>
    </section>
  )
}

function Legend({ model }: { readonly model: ChartModel }) {
  const id = useId().replace(/[^\w-]/g, '')
  return (
    <ul className={styles.legend}>
      {drawnSeries(model).map(({ id: key, name, look, colour }) => (
        <li key={key}>
          <Sign look={look} colour={colour} id={id} />
          {name}
        </li>
      ))}
    </ul>
  )
}

/** The width that a chart has, in whole pixels. */
function useWidth(frame: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(USUAL_WIDTH)
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null || typeof ResizeObserver === 'undefined') return
    const read = () => setWidth(Math.max(260, Math.floor(element.clientWidth)))
    read()
    const watching = new ResizeObserver(read)
    watching.observe(element)
    return () => watching.disconnect()
  }, [frame])
  return width
}
