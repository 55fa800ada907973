import { scaleBand, scaleLinear } from '@visx/scale'
import { Bar, LinePath } from '@visx/shape'
import type { ChartBlock } from '#core/records/page.ts'
import { isStacked } from '#products/svg/chart/scale.ts'
import { withKeys } from '../with-keys.ts'
import { domainOf, endText, piecesOf, valueText } from './chart-scale.ts'
import { cutText, LETTER_REM, type PlotProps } from './plot.ts'
import { patternId, TONE_COLORS, TONE_DASHES } from './tones.tsx'

type Scales = ReturnType<typeof scalesOf>

/** Standing columns or a line over categories, with an axis of values; what nobody knows is hatched. */
export function Columns(props: PlotProps) {
  const { block, rootPixels: root } = props
  const scales = scalesOf(props)
  const { x, y, left, bottom, right, tickCount } = scales
  return (
    <>
      {y.ticks(tickCount).map((tick) => (
        <g key={tick}>
          <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} className="wall-chart-grid" />
          <text x={left - 0.35 * root} y={y(tick)} dy="0.34em" textAnchor="end">
            {valueText(tick)}
          </text>
        </g>
      ))}
      {block.form === 'line' ? (
        <Lines {...props} scales={scales} />
      ) : (
        <Uprights {...props} scales={scales} />
      )}
      <line x1={left} x2={right} y1={y(0)} y2={y(0)} className="wall-chart-axis" />
      {labelled(block, x.step() / root).map((i) => (
        <text
          key={i}
          x={(x(i) ?? 0) + x.bandwidth() / 2}
          y={bottom + 1.1 * root}
          textAnchor="middle"
        >
          {cutText(
            block.categories[i] ?? '',
            (labelStep(block, x.step() / root) * x.step()) / root,
          )}
        </text>
      ))}
      {block.mark ? (
        <g>
          <line
            x1={left}
            x2={right}
            y1={y(block.mark.value)}
            y2={y(block.mark.value)}
            className="wall-chart-mark"
          />
        </g>
      ) : null}
    </>
  )
}

function scalesOf({ block, widthPixels, heightPixels, rootPixels: root }: PlotProps) {
  const domain = domainOf(block)
  const ticks = scaleLinear({ domain, range: [1, 0], nice: 3 }).ticks(3)
  const letters = Math.max(...ticks.map((tick) => valueText(tick).length), 1)
  const left = (letters * LETTER_REM + 0.6) * root
  const bottom = heightPixels - 1.5 * root
  const y = scaleLinear({ domain, range: [bottom, 1.2 * root], nice: 3 })
  const x = scaleBand({
    domain: block.categories.map((_, i) => i),
    range: [left, widthPixels],
    padding: 0.2,
  })
  const tickCount = Math.max(1, Math.min(3, Math.floor((bottom - 1.2 * root) / (1.6 * root)) - 1))
  return { x, y, left, bottom, right: widthPixels, tickCount }
}

/** Every so many categories have their names, so that none lies on another. */
function labelStep({ categories }: ChartBlock, stepRem: number): number {
  const longest = Math.min(9, Math.max(...categories.map(({ length }) => length), 1))
  return Math.max(1, Math.ceil(((longest + 1) * LETTER_REM) / Math.max(0.01, stepRem)))
}

function labelled(block: ChartBlock, stepRem: number): number[] {
  const step = labelStep(block, stepRem)
  const last = block.categories.length - 1
  return block.categories.map((_, i) => i).filter((i) => (last - i) % step === 0)
}

function Uprights(props: PlotProps & { readonly scales: Scales }) {
  const { block, rootPixels: root, prefix, scales } = props
  const { x, y } = scales
  const lanes = isStacked(block) ? 1 : block.series.length
  const lane = x.bandwidth() / lanes
  const fits = (text: string) => text.length * LETTER_REM * root <= x.step()
  return withKeys(block.categories, (name) => name).map(({ key, index: i }) => {
    const pieces = piecesOf(block, i)
    const top = Math.min(y(0), ...pieces.map(({ to }) => y(to ?? 0)))
    const end = endText(block, i)
    const isUnknown = pieces.every(({ to }) => to === null)
    return (
      <g key={key}>
        {pieces.map((piece) => (
          <Bar
            key={piece.name}
            x={(x(i) ?? 0) + piece.lane * lane}
            width={Math.max(1, lane - (lanes > 1 ? 1 : 0))}
            y={piece.to === null ? y(piece.from) - root : Math.min(y(piece.from), y(piece.to))}
            height={piece.to === null ? root : Math.abs(y(piece.from) - y(piece.to))}
            fill={`url(#${patternId(prefix, piece.to === null ? 'unknown' : piece.tone)})`}
          />
        ))}
        {lanes === 1 && !isUnknown && fits(end) ? (
          <text
            x={(x(i) ?? 0) + x.bandwidth() / 2}
            y={top - 0.25 * root}
            textAnchor="middle"
            className="wall-chart-value"
          >
            {end}
          </text>
        ) : null}
      </g>
    )
  })
}

function Lines(props: PlotProps & { readonly scales: Scales }) {
  const { block, rootPixels: root, prefix, scales } = props
  const { x, y, bottom } = scales
  const xOf = (i: number) => (x(i) ?? 0) + x.bandwidth() / 2
  const gaps = block.categories
    .map((_, i) => i)
    .filter((i) => block.series.every(({ values }) => (values[i] ?? null) === null))
  return (
    <>
      {gaps.map((i) => (
        <Bar
          key={i}
          x={x(i) ?? 0}
          width={x.step()}
          y={1.2 * root}
          height={bottom - 1.2 * root}
          fill={`url(#${patternId(prefix, 'unknown')})`}
        />
      ))}
      {block.series.map(({ name, tone, values }) => {
        const dash = TONE_DASHES[tone]
        const points = block.categories.map((_, i) => ({ i, value: values[i] ?? null }))
        return (
          <g key={name}>
            <LinePath
              data={points}
              defined={({ value }) => value !== null}
              x={({ i }) => xOf(i)}
              y={({ value }) => y(value ?? 0)}
              stroke={TONE_COLORS[tone]}
              strokeWidth={0.14 * root}
              strokeDasharray={dash && dashIn(dash, root)}
              fill="none"
            />
            {points.map(({ i, value }) =>
              value === null ? null : (
                <circle
                  key={i}
                  cx={xOf(i)}
                  cy={y(value)}
                  r={0.16 * root}
                  fill={TONE_COLORS[tone]}
                />
              ),
            )}
          </g>
        )
      })}
    </>
  )
}

/** A dash told in rem. */
function dashIn(dash: string, root: number): string {
  return dash
    .split(' ')
    .map((part) => Number(part) * root)
    .join(' ')
}
