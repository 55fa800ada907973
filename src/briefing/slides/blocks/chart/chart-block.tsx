import { useId } from 'react'
import type { ChartBlock } from '#core/records/page.ts'
import { SIDE_REM, type WallFrame } from '../../wall-frame.ts'
import { Bars, barCount } from './bars.tsx'
import { hasUnknown, spokenChart, valueText } from './chart-scale.ts'
import { Columns } from './columns.tsx'
import { patternId, type Tone, TonePatterns } from './tones.tsx'

const LINE_REM = 1.3
/** Lower than this a chart says nothing. */
const LEAST_PLOT_REM = 3.4

/** A chart of a page: names and values at one rem or more, tones by colour and pattern, what is not known hatched. */
export function Chart(props: {
  readonly block: ChartBlock
  readonly widthRem: number
  readonly heightRem: number
  readonly frame: WallFrame
}) {
  const { block, widthRem, heightRem, frame } = props
  const prefix = `chart${useId().replaceAll(/\W/g, '')}`
  const isLying = block.form === 'bars' || block.form === 'stackedBars'
  const keys = keysOf(block)
  const fixedRem = LINE_REM * (1 + (keys.length > 0 ? 1 : 0)) + 0.5
  const hasNote = block.note !== null && heightRem - fixedRem - LINE_REM >= LEAST_PLOT_REM + 1.5
  const plot = {
    block,
    prefix,
    rootPixels: frame.rootPixels,
    widthPixels: Math.max(1, (widthRem - 2 * SIDE_REM) * frame.rootPixels),
    heightPixels: Math.max(1, heightRem - fixedRem - (hasNote ? LINE_REM : 0)) * frame.rootPixels,
  }
  const whole = { ...plot, heightPixels: Math.max(1, plot.heightPixels) }
  const hiddenCount = isLying ? block.categories.length - barCount(whole) : 0
  const lower = hiddenCount > 0 ? LINE_REM * frame.rootPixels : 0
  const drawn = { ...plot, heightPixels: Math.max(1, plot.heightPixels - lower) }
  const isEmpty = block.categories.length === 0
  return (
    <figure className="wall-chart">
      <figcaption className="wall-block-title">
        {block.title} <span className="wall-light">{block.unit}</span>
      </figcaption>
      {keys.length > 0 ? <Keys keys={keys} prefix={prefix} root={frame.rootPixels} /> : null}
      <svg
        width={plot.widthPixels}
        height={drawn.heightPixels}
        role="img"
        aria-label={spokenChart(block)}
      >
        <TonePatterns prefix={prefix} sizePixels={0.5 * frame.rootPixels} />
        {isEmpty ? null : isLying ? <Bars {...drawn} /> : <Columns {...drawn} />}
      </svg>
      {hiddenCount > 0 ? (
        <p className="wall-more">{block.categories.length - barCount(drawn)} more not shown</p>
      ) : null}
      {hasNote ? <p className="wall-more wall-chart-note">{block.note}</p> : null}
    </figure>
  )
}

type Key = { readonly name: string; readonly tone: Tone; readonly isMark?: true }

/** What patterns mean: of several series, of what is not known, of a line across. */
function keysOf(block: ChartBlock): Key[] {
  const series =
    block.series.length > 1 ? block.series.map(({ name, tone }) => ({ name, tone })) : []
  const unknown = hasUnknown(block) ? [{ name: 'not known', tone: 'unknown' } as const] : []
  const { mark } = block
  const across = mark
    ? [{ name: `${mark.label} ${valueText(mark.value)}`, tone: 'main', isMark: true } as const]
    : []
  return [...series, ...unknown, ...across]
}

function Keys(props: {
  readonly keys: readonly Key[]
  readonly prefix: string
  readonly root: number
}) {
  const { keys, prefix, root } = props
  return (
    <p className="wall-chart-keys">
      {keys.map(({ name, tone, isMark }) => (
        <span key={name}>
          <svg width={1.2 * root} height={0.8 * root} aria-hidden>
            {isMark ? (
              <line
                x1={0.6 * root}
                x2={0.6 * root}
                y1={0}
                y2={0.8 * root}
                className="wall-chart-mark"
              />
            ) : (
              <rect width="100%" height="100%" fill={`url(#${patternId(prefix, tone)})`} />
            )}
          </svg>
          {name}
        </span>
      ))}
    </p>
  )
}
