import { scaleLinear } from '@visx/scale'
import { LinePath } from '@visx/shape'
import type { StudyBlock } from '#analysis/studies/study.ts'
import { counted, decimal } from '#core/figures.ts'
import { MONTH_NAMES } from '#core/time/month-names.ts'

type MonthsBlock = Extract<StudyBlock, { readonly type: 'months' }>

const WIDTH = 344
const HEIGHT = 132
const LEFT = 28
const BOTTOM = 20
/** Months as bars, what was to be expected as a line with the bound above it; alarms stand out. */
export function MonthsChart(block: MonthsBlock) {
  const { title, firstMonth, observed, expected, upper, alarms } = block
  const count = observed.length
  const highest = Math.max(1, ...[...observed, ...upper].filter(Number.isFinite))
  const x = scaleLinear({ domain: [0, Math.max(1, count)], range: [LEFT, WIDTH - 4] })
  const y = scaleLinear({ domain: [0, highest], range: [HEIGHT - BOTTOM, 8], nice: true })
  const step = x(1) - x(0)
  const known = (values: readonly number[]) =>
    [...values.keys()].filter((at) => Number.isFinite(values[at]))
  const middle = (at: number) => x(at) + step / 2
  return (
    <svg
      className="study-chart"
      width="100%"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${title}: ${counted(count, 'month')}, ${alarms.length === 0 ? 'no alarm' : counted(alarms.length, 'alarm')}`}
    >
      {y.ticks(3).map((tick) => (
        <g key={tick}>
          <line className="study-grid" x1={LEFT} x2={WIDTH - 4} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      {observed.map((value, at) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a month is known by its place
          key={at}
          className="study-bar"
          data-alarm={alarms.includes(at) || undefined}
          x={x(at) + step * 0.12}
          width={Math.max(0.8, step * 0.76)}
          y={y(value)}
          height={Math.max(0, y(0) - y(value))}
        >
          <title>
            {monthName(firstMonth + at)}: {value}
            {Number.isFinite(expected[at])
              ? `, expected ${decimal(expected[at] ?? 0)}, alarm above ${upper[at]}`
              : ''}
          </title>
        </rect>
      ))}
      <LinePath
        className="study-upper"
        data={known(upper)}
        x={middle}
        y={(at) => y(upper[at] ?? 0)}
      />
      <LinePath
        className="study-expected"
        data={known(expected)}
        x={middle}
        y={(at) => y(expected[at] ?? 0)}
      />
      {ticksOf(firstMonth, count).map((at, i, all) => (
        <text
          key={at}
          x={Math.min(middle(at), WIDTH - 22)}
          y={HEIGHT - 6}
          textAnchor={i === 0 && all.length > 1 ? 'start' : 'middle'}
        >
          {monthName(firstMonth + at)}
        </text>
      ))}
    </svg>
  )
}

/** At most five months, Januaries where there are years of them. */
function ticksOf(firstMonth: number, count: number): number[] {
  const all = Array.from({ length: count }, (_, at) => at)
  const januaries = all.filter((at) => (firstMonth + at) % 12 === 0)
  const from = januaries.length >= 3 ? januaries : all
  const every = Math.ceil(from.length / 5)
  return from.filter((_, i) => i % every === 0)
}

function monthName(month: number): string {
  return `${MONTH_NAMES[month % 12]} ${String(Math.floor(month / 12)).slice(2)}`
}
