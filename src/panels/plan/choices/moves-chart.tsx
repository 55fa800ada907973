import { scaleLinear } from '@visx/scale'
import { decimal } from '#core/figures.ts'
import type { GainByMoves } from '#jobs/weigh-plan.ts'
import { ChartFrame, type Frame } from '#ui/widgets/chart-frame.tsx'

type Rung = GainByMoves['rungs'][number]

const WIDTH = 344
const HEIGHT = 112
const LEFT = 30
const RIGHT = 12
const TOP = 10
const BOTTOM = 22
const FRAME: Frame = {
  ...{ width: WIDTH, height: HEIGHT, left: LEFT, right: WIDTH - RIGHT },
  ...{ baseY: HEIGHT - BOTTOM, acrossTextY: HEIGHT - 6 },
}

/** Gain by limit of moves, a step a rung, under what no plan with so few moves can pass. Dots can be pressed. */
export function MovesChart(props: {
  readonly rungs: readonly Rung[]
  readonly pickedIndex: number | null
  readonly onPick: (index: number) => void
}) {
  const { rungs, pickedIndex, onPick } = props
  const base = rungs[0]?.objective ?? 0
  const points = rungs.map(({ gainPoints, bound, maxMoveCount, moveCount }, index) => ({
    index,
    gain: gainPoints,
    room: bound === null ? null : Math.max(gainPoints, bound - base),
    label: maxMoveCount === null ? `all ${moveCount}` : String(maxMoveCount),
  }))
  const most = Math.max(0.1, ...points.map(({ gain, room }) => Math.max(gain, room ?? 0)))
  const x = scaleLinear({
    domain: [0, Math.max(1, rungs.length - 1)],
    range: [LEFT, WIDTH - RIGHT],
  })
  const y = scaleLinear({ domain: [0, most], range: [HEIGHT - BOTTOM, TOP] })
  const bounded = points.filter(({ room }) => room !== null)
  const lineOf = (values: readonly (readonly [number, number])[]) =>
    values.map(([at, value]) => `${x(at)} ${y(value)}`).join('L')
  const gains = points.map(({ index, gain }) => [index, gain] as const)
  const rooms = bounded.map(({ index, room }) => [index, room ?? 0] as const)
  const under = bounded.map(({ index, gain }) => [index, gain] as const).reverse()
  return (
    <ChartFrame
      className="moves-chart"
      frame={FRAME}
      says={`Gain by number of moves: ${points.map(({ label, gain }) => `${label}: ${decimal(gain)}`).join(', ')}`}
      up={y.ticks(3).map((tick) => ({ at: y(tick), text: tick }))}
    >
      {rooms.length > 1 ? (
        <>
          <path d={`M${lineOf(rooms)}L${lineOf(under)}Z`} fill="var(--accent)" opacity={0.12} />
          <path
            d={`M${lineOf(rooms)}`}
            fill="none"
            stroke="var(--ink-2)"
            strokeWidth={1.3}
            strokeDasharray="4 3"
          />
        </>
      ) : null}
      <path d={`M${lineOf(gains)}`} fill="none" stroke="var(--coa-b)" strokeWidth={2} />
      {points.map(({ index, gain, label }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the list under it does the same by key
        <g key={label} className="moves-dot" onClick={() => onPick(index)}>
          <rect x={x(index) - 14} y={TOP} width={28} height={HEIGHT - TOP} fill="transparent" />
          <circle
            cx={x(index)}
            cy={y(gain)}
            r={pickedIndex === index ? 5 : 3.5}
            fill={pickedIndex === index ? 'var(--accent)' : 'var(--coa-b)'}
            stroke="var(--panel)"
            strokeWidth={1.2}
          />
          <text
            className={pickedIndex === index ? 'axis-text axis-now' : 'axis-text'}
            x={index === points.length - 1 ? WIDTH : x(index)}
            y={FRAME.acrossTextY}
            textAnchor={index === points.length - 1 ? 'end' : 'middle'}
          >
            {label}
          </text>
        </g>
      ))}
    </ChartFrame>
  )
}
