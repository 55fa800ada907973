import type { ReactNode } from 'react'

/** Where the frame of a chart lies, in the units of its view. */
export type Frame = {
  readonly width: number
  readonly height: number
  /** Ends of the lines across. */
  readonly left: number
  readonly right: number
  /** The height of the axis across, and of what stands at its ticks. */
  readonly baseY: number
  readonly acrossTextY: number
}

/** A tick, where it is drawn along its axis, and what stands at it. */
export type Tick = { readonly at: number; readonly text: ReactNode }

/** So near to the right edge a text ends at its tick. */
const EDGE = 34

/** A chart in its frame: lines across with what they stand for at the left, the axis across, and what is drawn over them. */
export function ChartFrame(props: {
  readonly className: string
  readonly frame: Frame
  /** All that it shows, for whoever does not see it. */
  readonly says: string
  readonly up: readonly Tick[]
  /** Left out: what is drawn says it itself. */
  readonly across?: readonly Tick[]
  readonly baseInk?: string
  readonly children: ReactNode
}) {
  const { width, height, left, right, baseY, acrossTextY } = props.frame
  return (
    <svg
      className={props.className}
      width="100%"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={props.says}
    >
      {props.up.map(({ at, text }) => (
        <g key={at}>
          <line x1={left} x2={right} y1={at} y2={at} stroke="var(--line)" />
          <text className="axis-text" x={left - 6} y={at + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      <line x1={left} x2={right} y1={baseY} y2={baseY} stroke={props.baseInk ?? 'var(--line)'} />
      {props.across?.map(({ at, text }) => (
        <text
          key={at}
          className="axis-text"
          x={at}
          y={acrossTextY}
          textAnchor={at > width - EDGE ? 'end' : 'middle'}
        >
          {text}
        </text>
      ))}
      {props.children}
    </svg>
  )
}

/** A dotted line through those that none beats; nothing where there is but one. */
export function FrontLine({ places }: { readonly places: readonly { x: number; y: number }[] }) {
  if (places.length < 2) return null
  return (
    <path
      d={`M${places.map(({ x, y }) => `${x} ${y}`).join('L')}`}
      fill="none"
      stroke="var(--ink-3)"
      strokeDasharray="2 3"
    />
  )
}

/**
 * From the least to the most, with room as a share of that; where all are equal, some room on either side.
 *
 * @param terms.noDifference values that differ by no more are equal.
 */
export function spanOf(
  values: readonly number[],
  terms: { readonly roomShare: number; readonly leastRoom: number; readonly noDifference: number },
): [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const isApart = most - least > terms.noDifference
  const room = isApart
    ? terms.roomShare * (most - least)
    : Math.max(terms.leastRoom, 0.05 * Math.abs(most))
  return [least - room, most + room]
}
