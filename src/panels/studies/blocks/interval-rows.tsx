import { scaleLinear } from '@visx/scale'
import type { StudyBlock, StudyPlace } from '#analysis/studies/study.ts'
import { decimal, NOTHING } from '#core/figures.ts'

type IntervalBlock = Extract<StudyBlock, { readonly type: 'intervals' }>

const WIDTH = 120
const HEIGHT = 24

/** One row a thing: its value as a dot on its interval, and in figures. */
export function IntervalRows(
  props: IntervalBlock & { readonly onFly: (place: StudyPlace) => void },
) {
  const { rows, unit, decimals, reference, onFly } = props
  const ends = rows.flatMap(({ low, high, value }) => [low, high, value]).filter(Number.isFinite)
  const all = reference === null ? ends : [...ends, reference]
  const x = scaleLinear({
    domain: [Math.min(0, ...all), Math.max(0, ...all) || 1],
    range: [4, WIDTH - 4],
    nice: true,
  })
  return (
    <ul className="interval-rows">
      {rows.map((row) => {
        const { name, note, value, place } = row
        const isKnown = Number.isFinite(value)
        const figure = isKnown ? `${decimal(value, decimals)} ${unit}`.trim() : NOTHING
        return (
          <li key={name} className="interval-row">
            {place ? (
              <button type="button" className="study-place" onClick={() => onFly(place)}>
                {name}
              </button>
            ) : (
              <span className="name">{name}</span>
            )}
            {isKnown ? (
              <Interval
                row={row}
                x={x}
                reference={reference}
                label={labelOf(row, unit, decimals)}
              />
            ) : (
              <span className="light interval-note">{note}</span>
            )}
            <span className="number" title={note}>
              {figure}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

type Row = IntervalBlock['rows'][number]

function Interval(props: {
  readonly row: Row
  readonly x: (value: number) => number
  readonly reference: number | null
  readonly label: string
}) {
  const { row, x, reference } = props
  const middle = HEIGHT / 2
  return (
    <svg className="interval" width={WIDTH} height={HEIGHT} role="img" aria-label={props.label}>
      {reference === null ? null : (
        <line
          className="interval-reference"
          x1={x(reference)}
          x2={x(reference)}
          y1={0}
          y2={HEIGHT}
        />
      )}
      {Number.isFinite(row.low) && Number.isFinite(row.high) ? (
        <>
          <line x1={x(row.low)} x2={x(row.high)} y1={middle} y2={middle} />
          <line x1={x(row.low)} x2={x(row.low)} y1={middle - 3.5} y2={middle + 3.5} />
          <line x1={x(row.high)} x2={x(row.high)} y1={middle - 3.5} y2={middle + 3.5} />
        </>
      ) : null}
      <circle cx={x(row.value)} cy={middle} r={3.2} />
    </svg>
  )
}

function labelOf({ name, value, low, high }: Row, unit: string, decimals: number): string {
  const range =
    Number.isFinite(low) && Number.isFinite(high)
      ? `, between ${decimal(low, decimals)} and ${decimal(high, decimals)}`
      : ''
  return `${name}: ${decimal(value, decimals)} ${unit}${range}`
}
