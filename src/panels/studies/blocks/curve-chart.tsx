import { scaleLinear } from '@visx/scale'
import { LinePath } from '@visx/shape'
import type { StudyBlock } from '#analysis/studies/study.ts'
import { percent } from '#core/figures.ts'

type CurveBlock = Extract<StudyBlock, { readonly type: 'curve' }>

const WIDTH = 344
const HEIGHT = 204
const LEFT = 34
const BOTTOM = 34
const TICKS = [0, 0.25, 0.5, 0.75, 1]

/** Share held against share of places, beside the line on which all would hold the same. */
export function CurveChart({ title, acrossName, upName, across, up }: CurveBlock) {
  const x = scaleLinear({ domain: [0, 1], range: [LEFT, WIDTH - 10] })
  const y = scaleLinear({ domain: [0, 1], range: [HEIGHT - BOTTOM, 22] })
  return (
    <svg
      className="study-chart"
      width="100%"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${title}: ${upName} against ${acrossName}`}
    >
      {TICKS.map((tick) => (
        <g key={tick}>
          <line className="study-grid" x1={LEFT} x2={WIDTH - 10} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
            {percent(tick)}
          </text>
          <text x={x(tick)} y={HEIGHT - BOTTOM + 14} textAnchor={tick === 1 ? 'end' : 'middle'}>
            {percent(tick)}
          </text>
        </g>
      ))}
      <line className="study-equal" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
      <LinePath
        className="study-line"
        data={[...across.keys()]}
        x={(at) => x(across[at] ?? 0)}
        y={(at) => y(up[at] ?? 0)}
      />
      <text className="study-axis" x={WIDTH - 10} y={HEIGHT - 4} textAnchor="end">
        % {acrossName}
      </text>
      <text className="study-axis" x={LEFT} y={11}>
        % {upName}
      </text>
    </svg>
  )
}
