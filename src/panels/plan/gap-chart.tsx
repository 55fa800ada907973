import { scaleLinear } from '@visx/scale'
import { LinePath } from '@visx/shape'
import { decimal } from '#core/figures.ts'
import type { PlanMoment } from '#state/results-store.ts'

const WIDTH = 344
const HEIGHT = 92
const RIGHT = 122
const BOTTOM = 20
const TOP = 14

type Point = { readonly at: number; readonly value: number }

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
  const [least, most] = rangeOf(moments)
  const bounded = moments.flatMap(({ bound, elapsedSeconds }) =>
    bound === null ? [] : [{ at: elapsedSeconds, value: bound }],
  )
  const shown = cutAt(most, bounded)
  const x = scaleLinear({
    domain: [0, Math.max(1, last.elapsedSeconds)],
    range: [1, WIDTH - RIGHT],
  })
  const y = scaleLinear({
    domain: [least, most],
    range: [HEIGHT - BOTTOM - 6, TOP],
  })
  const plan = step(moments.map((m) => ({ at: m.elapsedSeconds, value: m.objective })))
  const bound = step(shown.points)
  const path = (points: readonly Point[]) =>
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
          d={`M${path(under(plan, bound[0]?.at ?? 0))}L${path([...bound].reverse())}Z`}
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
      {shown.cutFrom === null ? null : (
        <CutMark x={x(shown.points[0]?.at ?? 0)} from={shown.cutFrom} />
      )}
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

/**
 * What the chart spans: all that the plan was worth, and so far above it as bounds tell something. The
 * first bounds are often so loose that under them both lines would lie flat.
 */
export function rangeOf(moments: readonly PlanMoment[]): readonly [number, number] {
  const worths = moments.map(({ objective }) => objective)
  const [least, best] = [Math.min(...worths), Math.max(...worths)]
  const bounds = moments.flatMap(({ bound }) => (bound === null ? [] : [bound]))
  const room = Math.max(0, (bounds.at(-1) ?? best) - best)
  const near = best + Math.max(2 * room, 0.4 * (best - least), LEAST_ROOM_POINTS)
  return [least, Math.min(near, Math.max(best + LEAST_ROOM_POINTS, ...bounds))]
}

const LEAST_ROOM_POINTS = 0.1

/** Bounds from where they last come in under the top; `cutFrom` is how loose the first one was. */
function cutAt(top: number, bounds: readonly Point[]) {
  const lastLoose = bounds.findLastIndex(({ value }) => value > top)
  const entry = bounds[lastLoose + 1]
  if (lastLoose < 0 || !entry) return { points: bounds, cutFrom: null }
  return {
    points: [{ at: entry.at, value: top }, ...bounds.slice(lastLoose + 1)],
    cutFrom: bounds[0]?.value ?? null,
  }
}

/** A line that holds its value until the next point. */
function step(points: readonly Point[]): Point[] {
  return points.flatMap(({ at, value }, i) => {
    const before = points[i - 1]
    return before
      ? [
          { at, value: before.value },
          { at, value },
        ]
      : [{ at, value }]
  })
}

/** The part of a stepped line from a moment on. */
function under(points: readonly Point[], from: number): Point[] {
  const value = points.findLast(({ at }) => at <= from)?.value ?? points[0]?.value ?? 0
  return [{ at: from, value }, ...points.filter(({ at }) => at > from)]
}

/** The line comes from above the chart. */
function CutMark({ x, from }: { readonly x: number; readonly from: number }) {
  const isNearEnd = x > WIDTH - RIGHT - 64
  return (
    <>
      <path
        d={`M${x - 4} ${TOP - 4}l4-4 4 4`}
        fill="none"
        stroke="var(--ink-2)"
        strokeWidth={1.3}
      />
      <text
        className="axis-text"
        x={isNearEnd ? x - 8 : x + 8}
        y={TOP - 4}
        textAnchor={isNearEnd ? 'end' : 'start'}
      >
        from {decimal(from)}
      </text>
    </>
  )
}

/** Keeps two labels at least a line apart. */
function apart(upper: number | null, lower: number): readonly [number, number] {
  if (upper === null) return [lower, lower]
  if (lower - upper >= 15) return [upper, lower]
  const middle = (upper + lower) / 2
  return [middle - 7.5, middle + 7.5]
}
