import { scaleLinear } from '@visx/scale'
import { LinePath } from '@visx/shape'
import type { StudyBlock } from '#analysis/studies/study.ts'
import { durationText, percent } from '#core/figures.ts'

type WithinBlock = Extract<StudyBlock, { readonly type: 'within' }>

const WIDTH = 344
const HEIGHT = 190
const LEFT = 34
const RIGHT = 12
const BOTTOM = 22
const SHARES = [0, 0.25, 0.5, 0.75, 1]

/** How many people are reached within how many minutes; a line that ends low shows who never is. */
export function WithinChart({ title, minutes, lines }: WithinBlock) {
  const last = minutes.at(-1) ?? 1
  const x = scaleLinear({ domain: [0, last], range: [LEFT, WIDTH - RIGHT] })
  const y = scaleLinear({ domain: [0, 1], range: [HEIGHT - BOTTOM, 20] })
  return (
    <svg
      className="study-chart"
      width="100%"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${title}: share of people against minutes`}
    >
      <text className="study-axis" x={LEFT} y={10}>
        % of all people
      </text>
      {SHARES.map((share) => (
        <g key={share}>
          <line className="study-grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(share)} y2={y(share)} />
          <text x={LEFT - 6} y={y(share) + 4} textAnchor="end">
            {percent(share)}
          </text>
        </g>
      ))}
      {ticksTo(last).map((tick) => (
        <text
          key={tick}
          x={x(tick)}
          y={HEIGHT - 6}
          textAnchor={x(tick) > WIDTH - 30 ? 'end' : 'middle'}
        >
          {durationText(tick)}
        </text>
      ))}
      {lines.toReversed().map(({ name, shares }, at) => (
        <LinePath
          key={name}
          className={at === lines.length - 1 ? 'study-line' : 'study-upper'}
          data={[...minutes.keys()]}
          x={(point) => x(minutes[point] ?? 0)}
          y={(point) => y(shares[point] ?? 0)}
        />
      ))}
    </svg>
  )
}

/** Hours, or half hours of a short axis: at most six. */
function ticksTo(last: number): number[] {
  const step = [15, 30, 60, 120, 240, 480, 1440].find((each) => last / each <= 6) ?? last
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, at) => at * step)
}
