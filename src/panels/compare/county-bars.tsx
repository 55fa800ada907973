import { scaleLinear } from '@visx/scale'
import type { CountyChange } from '#analysis/compare/changes.ts'
import { signed } from '#core/figures.ts'

const ROW = 15
const ZERO = 230
const REACH = 88

/** People who come within the standard (right, violet) or fall out of it (left, orange), by county. */
export function CountyBars({ counties }: { readonly counties: readonly CountyChange[] }) {
  const most = counties.reduce((max, { netCount }) => Math.max(max, Math.abs(netCount)), 1)
  const reach = scaleLinear({ domain: [0, most], range: [0, REACH] })
  return (
    <svg
      className="county-bars"
      width="100%"
      viewBox={`0 0 376 ${ROW * counties.length + 4}`}
      role="img"
      aria-label={counties.map(({ name, netCount }) => `${name} ${signed(netCount)}`).join(', ')}
    >
      <line x1={ZERO} x2={ZERO} y1={0} y2={ROW * counties.length} stroke="var(--ink-3)" />
      {counties.map(({ name, areaIndex, netCount }, i) => {
        const y = i * ROW
        const length = reach(Math.abs(netCount))
        const isGain = netCount > 0
        const isStrong = Math.abs(netCount) > 0.35 * most
        const tone = isGain ? 'gain' : 'loss'
        return (
          <g key={areaIndex}>
            <text x={0} y={y + 11}>
              {name}
            </text>
            {netCount === 0 ? (
              <text className="bar-none" x={ZERO + 5} y={y + 11}>
                no change
              </text>
            ) : (
              <>
                <rect
                  x={isGain ? ZERO : ZERO - length}
                  y={y + 3}
                  width={Math.max(1, length)}
                  height={9}
                  fill={`var(--${tone}${isStrong ? '-strong' : ''})`}
                />
                <text
                  x={isGain ? ZERO + length + 5 : ZERO - length - 5}
                  y={y + 11}
                  textAnchor={isGain ? 'start' : 'end'}
                >
                  {signed(netCount)}
                </text>
              </>
            )}
          </g>
        )
      })}
    </svg>
  )
}
