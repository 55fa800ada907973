import { scaleLinear } from '@visx/scale'
import type { IncidentBins } from './incident-bins.ts'
import { dateTicks } from './time-axis.ts'

const BARS_TOP = 2
const BARS_HEIGHT = 38

/** Bars of reported incidents with those found by patrols as outlines on top; the window stands out. */
export function Histogram(props: {
  readonly bins: IncidentBins
  readonly domain: readonly [number, number]
  readonly window: readonly [number, number]
  readonly width: number
}) {
  const { bins, domain, window, width } = props
  const x = scaleLinear({ domain: [...domain], range: [0, width] })
  const most = bins.reportedCounts.reduce(
    (max, count, i) => Math.max(max, count + (bins.foundCounts[i] ?? 0)),
    1,
  )
  const height = (count: number) => (BARS_HEIGHT * count) / most
  const base = BARS_TOP + BARS_HEIGHT
  return (
    <g>
      {Array.from(bins.reportedCounts, (reported, i) => {
        const found = bins.foundCounts[i] ?? 0
        const at = bins.fromEpochMinutes + i * bins.widthMinutes
        const left = x(at)
        const wide = Math.max(1, x(at + bins.widthMinutes) - left - 1)
        const middle = at + bins.widthMinutes / 2
        const isIn = middle >= window[0] && middle < window[1]
        if (reported + found === 0) return null
        return (
          <g key={at} opacity={isIn ? 0.75 : 0.32}>
            <rect
              x={left}
              width={wide}
              y={base - height(reported)}
              height={height(reported)}
              fill="var(--incident)"
            />
            {found > 0 ? (
              <rect
                x={left + 0.5}
                width={Math.max(0.5, wide - 1)}
                y={base - height(reported + found) + 0.5}
                height={Math.max(0.5, height(found) - 0.5)}
                fill="var(--panel)"
                stroke="var(--incident)"
              />
            ) : null}
          </g>
        )
      })}
      <line x1={0} x2={width} y1={base + 0.5} y2={base + 0.5} stroke="var(--ink-3)" />
      {dateTicks(domain).map(({ at, text }, i, all) => (
        <text
          key={at}
          className="time-tick"
          x={x(at)}
          y={base + 14}
          textAnchor={
            x(at) < 20 ? 'start' : i === all.length - 1 && x(at) > width - 24 ? 'end' : 'middle'
          }
        >
          {text}
        </text>
      ))}
    </g>
  )
}
