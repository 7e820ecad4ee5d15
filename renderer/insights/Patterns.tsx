import type { ChartSeries, LineLook, Look } from './chartModel.ts'

interface PatternsProps {
  /** Sets the patterns of this drawing apart from others of the page. */
  readonly id: string
  readonly series: readonly Pick<ChartSeries, 'look' | 'colour'>[]
}

const nameOf = (id: string, { look, colour }: Pick<ChartSeries, 'look' | 'colour'>) =>
  `${id}-${look}${colour}`

/** Hatching and dots in the colours of a chart's series, which tell them apart for whoever sees no colours. */
export function Patterns({ id, series }: PatternsProps) {
  return (
    <defs>
      {series.map((one) =>
        one.look === 'hatched' || one.look === 'dotted' ? (
          <pattern
            key={nameOf(id, one)}
            id={nameOf(id, one)}
            width={6}
            height={6}
            patternUnits="userSpaceOnUse"
            patternTransform={one.look === 'hatched' ? 'rotate(45)' : 'rotate(0)'}
          >
            <rect width={6} height={6} fill="var(--surface)" />
            {one.look === 'hatched' ? (
              <rect width={2.5} height={6} fill={`var(${one.colour})`} />
            ) : (
              <circle cx={3} cy={3} r={1.3} fill={`var(${one.colour})`} />
            )}
          </pattern>
        ) : null,
      )}
    </defs>
  )
}

/** How the bars of a series are filled and edged. */
export function paintOf(
  series: Pick<ChartSeries, 'look' | 'colour'>,
  id: string,
): { readonly fill: string; readonly stroke: string } {
  const stroke = `var(${series.colour})`
  return { fill: series.look === 'solid' ? stroke : `url(#${nameOf(id, series)})`, stroke }
}

export function isLine(look: Look): look is LineLook {
  return look in dashes
}

const dashes = {
  firmLine: {},
  line: { strokeDasharray: '5 3' },
  dottedLine: { strokeDasharray: '1 4', strokeLinecap: 'round' },
} as const satisfies Readonly<Record<LineLook, object>>

/** How the line of a series is drawn. */
export function strokeOf(
  { colour }: Pick<ChartSeries, 'colour'>,
  look: LineLook,
): { readonly stroke: string; readonly strokeWidth: number; readonly strokeDasharray?: string } {
  return { stroke: `var(${colour})`, strokeWidth: 2, ...dashes[look] }
}

/** A series' sign in the legend. */
export function Sign({
  look,
  colour,
  id,
}: {
  readonly look: Look
  readonly colour: string
  readonly id: string
}) {
  const series = { look, colour }
  return (
    <svg width={20} height={12} aria-hidden="true">
      <Patterns id={id} series={[series]} />
      {isLine(look) ? (
        <path d="M1 6H20" {...strokeOf(series, look)} />
      ) : (
        <rect x={0.5} y={0.5} width={19} height={11} {...paintOf(series, id)} />
      )}
    </svg>
  )
}
