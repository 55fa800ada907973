import { scaleLinear } from '@visx/scale'
import { memo, useMemo } from 'react'

const WIDTH = 80

/** One zone on a strip. */
export type StripMark = {
  readonly color: string
  readonly now: number
  /** Before its border was moved; null: it is not in hand. */
  readonly saved: number | null
}

/** Where zones stand among all: other zones grey, saved hollow, now filled. */
export function ZoneStrip(props: {
  readonly name: string
  readonly others: readonly number[]
  readonly marks: readonly StripMark[]
}) {
  const { marks } = props
  const others = useMemo(() => props.others.filter(Number.isFinite), [props.others])
  const [lowest, highest] = useMemo(
    () => [Math.min(...others, 0), Math.max(...others, 0)],
    [others],
  )
  const own = marks.flatMap(({ now, saved }) => [now, saved ?? Number.NaN]).filter(Number.isFinite)
  const low = Math.min(...own, lowest)
  const high = Math.max(...own, highest, low + 1e-9)
  const x = stripScale(low, high)
  const heights = marks.length > 1 ? [10, 18] : [14]
  return (
    <svg width={WIDTH} height={28} role="img" aria-label={`${props.name} beside the other zones`}>
      <line x1={0} x2={WIDTH} y1={14} y2={14} stroke="var(--line)" />
      <OtherDots others={others} low={low} high={high} />
      {marks.map((mark, i) => (
        <Mark key={mark.color} {...mark} x={x} y={heights[i] ?? 14} />
      ))}
    </svg>
  )
}

function stripScale(low: number, high: number) {
  return scaleLinear({ domain: [low, high], range: [5, WIDTH - 5] })
}

/** Hundreds of dots, which stay while one zone moves among them; dots on one tenth of a pixel are one. */
const OtherDots = memo(function OtherDots(props: {
  readonly others: readonly number[]
  readonly low: number
  readonly high: number
}) {
  const x = stripScale(props.low, props.high)
  const dots = new Set(props.others.map((other) => `M${x(other).toFixed(1)} 14h0`))
  return (
    <path
      d={[...dots].join('')}
      stroke="var(--ink-3)"
      strokeWidth={5.2}
      strokeLinecap="round"
      opacity={0.6}
    />
  )
})

function Mark({
  color,
  now,
  saved,
  x,
  y,
}: StripMark & { readonly x: (figure: number) => number; readonly y: number }) {
  if (!Number.isFinite(now)) return null
  const isMoved = saved !== null && Number.isFinite(saved) && saved !== now
  return (
    <>
      {isMoved ? (
        <line x1={x(saved)} x2={x(now)} y1={y} y2={y} stroke={color} strokeWidth={2} />
      ) : null}
      {isMoved ? (
        <circle cx={x(saved)} cy={y} r={3} fill="var(--panel)" stroke={color} strokeWidth={1.4} />
      ) : null}
      <circle cx={x(now)} cy={y} r={3.6} fill={color} />
    </>
  )
}
