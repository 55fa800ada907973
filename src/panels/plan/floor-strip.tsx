import { scaleLinear } from '@visx/scale'
import { percent } from '#core/figures.ts'

const WIDTH = 262
const x = scaleLinear({ domain: [0, 1], range: [6, WIDTH - 8] })

export type CountyShare = {
  readonly name: string
  readonly share: number
  readonly isShort: boolean
}

/** A dot a county on 0–100 %, the floor as a line; a county under it is a triangle. */
export function FloorStrip(props: {
  readonly counties: readonly CountyShare[]
  readonly floorShare: number
}) {
  const floor = x(props.floorShare)
  return (
    <svg
      width="100%"
      height={38}
      viewBox={`0 0 ${WIDTH} 38`}
      role="img"
      aria-label={`${props.counties.length} counties, ${props.counties.filter(({ isShort }) => isShort).length} under the floor of ${percent(props.floorShare)} %`}
    >
      <line x1={x(0)} x2={x(1)} y1={20} y2={20} stroke="var(--line)" />
      <line x1={floor} x2={floor} y1={4} y2={24} stroke="var(--ink)" />
      {props.counties.map(({ name, share, isShort }) =>
        isShort ? (
          <path
            key={name}
            d={`M${x(share)} 8l4.4 8h-8.8z`}
            fill="var(--watch)"
            stroke="var(--watch-edge)"
            strokeWidth={0.7}
          >
            <title>{`${name}: ${percent(share)} %`}</title>
          </path>
        ) : (
          <circle key={name} cx={x(share)} cy={13} r={3} fill="var(--ink-2)">
            <title>{`${name}: ${percent(share)} %`}</title>
          </circle>
        ),
      )}
      <text className="axis-text" x={x(0)} y={34} textAnchor="start">
        0
      </text>
      <text className="axis-text axis-now" x={floor} y={34} textAnchor="middle">
        {percent(props.floorShare)}
      </text>
      <text className="axis-text" x={x(1)} y={34} textAnchor="end">
        100 %
      </text>
    </svg>
  )
}
