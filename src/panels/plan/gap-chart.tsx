import { scaleLinear } from '@visx/scale'
import { LinePath } from '@visx/shape'
import { decimal } from '#core/figures.ts'
import type { PlanMoment } from '#state/results-store.ts'

const WIDTH = 344
const HEIGHT = 92
const RIGHT = 122
const BOTTOM = 20

/** The plan climbing and the bound falling: what is between them nobody can gain. */
export function GapChart({
  moments,
  color,
}: {
  readonly moments: readonly PlanMoment[]
  readonly color: string
}) {
  const last = moments.at(-1)
  if (!last) return null
  const bounded = moments.filter(({ bound }) => bound !== null)
  const values = [
    ...moments.map(({ objective }) => objective),
    ...bounded.map(({ bound }) => bound ?? 0),
  ]
  const x = scaleLinear({
    domain: [0, Math.max(1, last.elapsedSeconds)],
    range: [1, WIDTH - RIGHT],
  })
  const y = scaleLinear({
    domain: [Math.min(...values), Math.max(...values)],
    range: [HEIGHT - BOTTOM - 6, 10],
  })
  const step = (points: readonly { readonly at: number; readonly value: number }[]) =>
    points.flatMap(({ at, value }, i) => {
      const before = points[i - 1]
      return before
        ? [
            { at, value: before.value },
            { at, value },
          ]
        : [{ at, value }]
    })
  const plan = step(moments.map((m) => ({ at: m.elapsedSeconds, value: m.objective })))
  const bound = step(bounded.map((m) => ({ at: m.elapsedSeconds, value: m.bound ?? 0 })))
  const path = (points: typeof plan) =>
    points.map(({ at, value }) => `${x(at)} ${y(value)}`).join('L')
  const labels = apart(last.bound === null ? null : y(last.bound), y(last.objective))
  return (
    <svg
      className="gap-chart"
      width="100%"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`Plan at ${decimal(last.objective)}${last.bound === null ? '' : `, no plan above ${decimal(last.bound)}`} after ${Math.round(last.elapsedSeconds)} seconds`}
    >
      {bound.length > 1 ? (
        <path
          d={`M${path(plan)}L${path([...bound].reverse())}Z`}
          fill="var(--accent)"
          opacity={0.12}
        />
      ) : null}
      <LinePath
        data={bound}
        x={({ at }) => x(at)}
        y={({ value }) => y(value)}
        stroke="var(--ink-2)"
        strokeWidth={1.3}
        strokeDasharray="4 3"
      />
      <LinePath
        data={plan}
        x={({ at }) => x(at)}
        y={({ value }) => y(value)}
        stroke={color}
        strokeWidth={2}
      />
      <circle cx={x(last.elapsedSeconds)} cy={y(last.objective)} r={3} fill={color} />
      {last.bound === null ? null : (
        <>
          <circle
            cx={x(last.elapsedSeconds)}
            cy={y(last.bound)}
            r={3}
            fill="var(--panel)"
            stroke="var(--ink-2)"
            strokeWidth={1.3}
          />
          <text className="gap-bound" x={WIDTH - RIGHT + 9} y={labels[0] + 4}>
            no plan above {decimal(last.bound)}
          </text>
        </>
      )}
      <text x={WIDTH - RIGHT + 9} y={labels[1] + 4} fill={color}>
        this plan {decimal(last.objective)}
      </text>
      <line
        x1={0}
        x2={WIDTH - RIGHT}
        y1={HEIGHT - BOTTOM}
        y2={HEIGHT - BOTTOM}
        stroke="var(--line)"
      />
      {x.ticks(4).map((tick, i, all) => (
        <text
          key={tick}
          className="axis-text"
          x={x(tick)}
          y={HEIGHT - 6}
          textAnchor={i === 0 ? 'start' : 'middle'}
        >
          {i === all.length - 1 ? `${tick} s` : tick}
        </text>
      ))}
    </svg>
  )
}

/** Keeps two labels at least a line apart. */
function apart(upper: number | null, lower: number): readonly [number, number] {
  if (upper === null) return [lower, lower]
  if (lower - upper >= 15) return [upper, lower]
  const middle = (upper + lower) / 2
  return [middle - 7.5, middle + 7.5]
}
