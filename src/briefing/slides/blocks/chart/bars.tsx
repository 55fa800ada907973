import { scaleBand, scaleLinear } from '@visx/scale'
import { Bar } from '@visx/shape'
import { isStacked } from '#products/svg/chart/scale.ts'
import { withKeys } from '../with-keys.ts'
import { domainOf, endText, piecesOf, valueText } from './chart-scale.ts'
import { cutText, LETTER_REM, type PlotProps } from './plot.ts'
import { patternId } from './tones.tsx'

const LEAST_ROW_REM = 1.4
const LEAST_LANE_REM = 0.6

/** How many categories there is height for. */
export function barCount({ block, heightPixels, rootPixels }: PlotProps): number {
  const lanes = isStacked(block) ? 1 : block.series.length
  const rowPixels = Math.max(LEAST_ROW_REM, lanes * LEAST_LANE_REM + 0.4) * rootPixels
  return Math.max(1, Math.min(block.categories.length, Math.floor(heightPixels / rowPixels)))
}

/** Lying bars with their values at the end; what nobody knows is a short hatched bar that says so. */
export function Bars(props: PlotProps) {
  const { block, widthPixels, heightPixels, rootPixels: root, prefix } = props
  const count = barCount(props)
  const shown = block.categories.slice(0, count)
  const longest = Math.max(...shown.map(({ length }) => length), 1)
  const labelPixels = Math.min(0.4 * widthPixels, (longest * LETTER_REM + 0.5) * root)
  const endPixels = Math.max(...shown.map((_, i) => endText(block, i).length)) * LETTER_REM * root
  const x = scaleLinear({
    domain: domainOf(block),
    range: [labelPixels, Math.max(labelPixels + root, widthPixels - endPixels - 0.4 * root)],
  })
  const y = scaleBand({
    domain: shown.map((_, i) => i),
    range: [0, Math.min(heightPixels, count * 2.6 * root)],
    padding: 0.24,
  })
  const lanes = isStacked(block) ? 1 : block.series.length
  const laneHeight = y.bandwidth() / lanes
  return (
    <>
      {withKeys(shown, (name) => name).map(({ key, item: category, index: i }) => {
        const top = y(i) ?? 0
        const pieces = piecesOf(block, i)
        const far = Math.max(x(0), ...pieces.map(({ to }) => x(to ?? 0)))
        const isUnknown = pieces.every(({ to }) => to === null)
        return (
          <g key={key}>
            <text
              x={labelPixels - 0.4 * root}
              y={top + y.bandwidth() / 2}
              textAnchor="end"
              dy="0.34em"
            >
              {cutText(category, labelPixels / root - 0.4)}
            </text>
            {pieces.map(({ tone, from, to, lane, name }) => (
              <Bar
                key={name}
                x={Math.min(x(from), x(to ?? from))}
                y={top + lane * laneHeight}
                width={to === null ? 1.6 * root : Math.abs(x(to) - x(from))}
                height={Math.max(1, laneHeight - 1)}
                fill={`url(#${patternId(prefix, to === null ? 'unknown' : tone)})`}
              />
            ))}
            {lanes === 1 ? (
              <text
                x={(isUnknown ? x(0) + 1.6 * root : far) + 0.3 * root}
                y={top + y.bandwidth() / 2}
                dy="0.34em"
                className="wall-chart-value"
              >
                {endText(block, i)}
              </text>
            ) : null}
          </g>
        )
      })}
      <line x1={x(0)} x2={x(0)} y1={0} y2={y.range()[1]} className="wall-chart-axis" />
      {block.mark ? (
        <g>
          <line
            x1={x(block.mark.value)}
            x2={x(block.mark.value)}
            y1={0}
            y2={y.range()[1]}
            className="wall-chart-mark"
          />
          <title>{`${block.mark.label} ${valueText(block.mark.value)}`}</title>
        </g>
      ) : null}
    </>
  )
}
