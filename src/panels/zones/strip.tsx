import { scaleLinear } from '@visx/scale'

const WIDTH = 80

/** Where a zone stands among all: other zones grey, saved hollow, now filled. */
export function ZoneStrip(props: {
  readonly name: string
  readonly others: readonly number[]
  readonly saved: number | null
  readonly now: number
}) {
  const known = [...props.others, props.now, props.saved ?? Number.NaN].filter(Number.isFinite)
  const low = Math.min(...known, 0)
  const high = Math.max(...known, low + 1e-9)
  const x = scaleLinear({ domain: [low, high], range: [5, WIDTH - 5] })
  const isMoved = props.saved !== null && Number.isFinite(props.saved) && props.saved !== props.now
  return (
    <svg width={WIDTH} height={28} role="img" aria-label={`${props.name} beside the other zones`}>
      <line x1={0} x2={WIDTH} y1={14} y2={14} stroke="var(--line)" />
      {props.others.filter(Number.isFinite).map((other, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dots have no identity
        <circle key={i} cx={x(other)} cy={14} r={2.6} fill="var(--ink-3)" opacity={0.6} />
      ))}
      {isMoved ? (
        <line
          x1={x(props.saved ?? 0)}
          x2={x(props.now)}
          y1={14}
          y2={14}
          stroke="var(--accent)"
          strokeWidth={2}
        />
      ) : null}
      {isMoved ? (
        <circle
          cx={x(props.saved ?? 0)}
          cy={14}
          r={3}
          fill="var(--panel)"
          stroke="var(--accent)"
          strokeWidth={1.4}
        />
      ) : null}
      {Number.isFinite(props.now) ? (
        <circle cx={x(props.now)} cy={14} r={3.6} fill="var(--accent)" />
      ) : null}
    </svg>
  )
}
