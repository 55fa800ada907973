import { scaleLinear } from '@visx/scale'
import type { RankRange } from './rank-draws.ts'

const WIDTH = 96
const LAST = 25
const x = scaleLinear({ domain: [1, LAST], range: [5, WIDTH - 6] })
const TICKS = [1, 5, 10, 15, 20, 25]

/** The axis above the whiskers: median rank, 1 to 25. */
export function WhiskerAxis() {
  return (
    <svg className="whisker" width={WIDTH} height={14} aria-hidden>
      {TICKS.map((tick) => (
        <text key={tick} x={x(tick)} y={11} textAnchor="middle">
          {tick}
        </text>
      ))}
    </svg>
  )
}

/** 5–95 % of draws as a line, the median as a dot; hollow where a place among the ten is unsure. */
export function Whisker({
  rank,
  range,
}: {
  readonly rank: number
  readonly range: RankRange | null
}) {
  const isUnsure = range !== null && range.topTenShare > 0.2 && range.topTenShare < 0.8
  const best = x(Math.min(LAST, range?.best ?? rank))
  const worst = x(Math.min(LAST, range?.worst ?? rank))
  const dot = x(Math.min(LAST, range?.median ?? rank))
  const isOff = (range?.worst ?? rank) > LAST
  const label = range
    ? `rank ${range.median}, between ${range.best} and ${range.worst}`
    : `rank ${rank}, how sure is being worked out`
  return (
    <svg className="whisker" width={WIDTH} height={28} role="img" aria-label={label}>
      <line x1={x(10)} x2={x(10)} y1={0} y2={28} stroke="var(--line)" />
      {range ? <line x1={best} x2={worst} y1={14} y2={14} strokeWidth={1.2} /> : null}
      {range ? <line x1={best} x2={best} y1={10.5} y2={17.5} strokeWidth={1.2} /> : null}
      {range && !isOff ? (
        <line x1={worst} x2={worst} y1={10.5} y2={17.5} strokeWidth={1.2} />
      ) : null}
      {range && isOff ? <path d={`M${worst} 10.5l4 3.5-4 3.5`} fill="none" /> : null}
      {(range?.median ?? rank) <= LAST ? (
        <circle
          cx={dot}
          cy={14}
          r={3.4}
          fill={isUnsure || !range ? 'var(--panel)' : 'var(--ink)'}
          strokeWidth={1.4}
        />
      ) : null}
    </svg>
  )
}
