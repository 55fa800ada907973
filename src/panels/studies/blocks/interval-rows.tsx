import { scaleLinear, scaleLog } from '@visx/scale'
import type { StudyBlock, StudyPlace } from '#analysis/studies/study.ts'
import { decimal, NOTHING } from '#core/figures.ts'

type IntervalBlock = Extract<StudyBlock, { readonly type: 'intervals' }>

const WIDTH = 120
const HEIGHT = 24
const RANGE: [number, number] = [4, WIDTH - 4]

/** One row a thing: its value as a dot on its interval, and in figures. */
export function IntervalRows(
  props: IntervalBlock & { readonly onFly: (place: StudyPlace) => void },
) {
  const { rows, unit, decimals, reference, scale, onFly } = props
  const ends = rows.flatMap(({ low, high, value }) => [low, high, value]).filter(Number.isFinite)
  const all = reference === null ? ends : [...ends, reference]
  const x = scale === 'ratio' ? ratioScale(all) : linearScale(all)
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
                isRatio={scale === 'ratio'}
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

function linearScale(all: readonly number[]) {
  const domain = [Math.min(0, ...all), Math.max(0, ...all) || 1]
  return scaleLinear({ domain, range: RANGE, nice: true })
}

/** From at most a tenth to ten times; what lies beyond ends at the edge, without a stop. */
function ratioScale(all: readonly number[]) {
  const known = all.filter((value) => value > 0)
  const domain = [Math.max(0.1, Math.min(0.8, ...known)), Math.min(10, Math.max(1.25, ...known))]
  const log = scaleLog({ domain, range: RANGE, clamp: true })
  return (value: number) => (value > 0 ? log(value) : RANGE[0])
}

function Interval(props: {
  readonly row: Row
  readonly x: (value: number) => number
  readonly reference: number | null
  readonly isRatio: boolean
  readonly label: string
}) {
  const { row, x, reference, isRatio } = props
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
          {(['low', 'high'] as const).map((side) => {
            const end = x(row[side])
            const isBeyond = isRatio && (end <= RANGE[0] || end >= RANGE[1])
            return isBeyond ? null : (
              <line key={side} x1={end} x2={end} y1={middle - 3.5} y2={middle + 3.5} />
            )
          })}
        </>
      ) : null}
      <circle cx={x(row.value)} cy={middle} r={3.2} />
    </svg>
  )
}

function labelOf({ name, note, value, low, high }: Row, unit: string, decimals: number): string {
  const range =
    Number.isFinite(low) && Number.isFinite(high)
      ? `, between ${decimal(low, decimals)} and ${decimal(high, decimals)}`
      : ''
  return `${name}: ${decimal(value, decimals)} ${unit}${range}${note ? `; ${note}` : ''}`
}
