import { scaleLinear } from '@visx/scale'

/** Where a place ranks while nobody can say the weights exactly: 5th, 50th, 95th of a hundred. */
export type RankRange = {
  readonly best: number
  readonly median: number
  readonly worst: number
  /** Share of draws in which it is among the first `topCount`. */
  readonly topShare: number
  readonly topCount: number
}

/** Whether draws disagree on its being among the first: in a fifth to four fifths of them. */
export function isDisputed(range: RankRange | null): boolean {
  return range !== null && range.topShare >= 0.2 && range.topShare <= 0.8
}

const WIDTH = 96
/** The last rank that a list of communities has room for. */
const USUAL_LAST = 25
/** Those ahead of it are the top. */
const TOP = 10

const scaleTo = (last: number) => scaleLinear({ domain: [1, last], range: [5, WIDTH - 6] })

/** The axis above the whiskers: median rank, from 1 to the last that is shown. */
export function WhiskerAxis({ last = USUAL_LAST }: { readonly last?: number }) {
  const x = scaleTo(last)
  const ticks = [1, ...[5, 10, 15, 20, 25].filter((tick) => tick <= last)]
  return (
    <svg className="whisker" width={WIDTH} height={14} aria-hidden>
      {ticks.map((tick) => (
        <text key={tick} x={x(tick)} y={11} textAnchor="middle">
          {tick}
        </text>
      ))}
    </svg>
  )
}

/** 5–95 % of draws as a line, the median as a dot; hollow where its place among the first is disputed. */
export function Whisker({
  rank,
  range,
  last = USUAL_LAST,
}: {
  readonly rank: number
  readonly range: RankRange | null
  readonly last?: number
}) {
  const x = scaleTo(last)
  const isUnsure = isDisputed(range)
  const top = range?.topCount ?? TOP
  const best = x(Math.min(last, range?.best ?? rank))
  const worst = x(Math.min(last, range?.worst ?? rank))
  const dot = x(Math.min(last, range?.median ?? rank))
  const isOff = (range?.worst ?? rank) > last
  const label = range
    ? `rank ${range.median}, between ${range.best} and ${range.worst}`
    : `rank ${rank}, how sure is being worked out`
  return (
    <svg className="whisker" width={WIDTH} height={28} role="img" aria-label={label}>
      {last > top ? <line x1={x(top)} x2={x(top)} y1={0} y2={28} stroke="var(--line)" /> : null}
      {range ? <line x1={best} x2={worst} y1={14} y2={14} strokeWidth={1.2} /> : null}
      {range ? <line x1={best} x2={best} y1={10.5} y2={17.5} strokeWidth={1.2} /> : null}
      {range && !isOff ? (
        <line x1={worst} x2={worst} y1={10.5} y2={17.5} strokeWidth={1.2} />
      ) : null}
      {range && isOff ? <path d={`M${worst} 10.5l4 3.5-4 3.5`} fill="none" /> : null}
      {(range?.median ?? rank) <= last ? (
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
