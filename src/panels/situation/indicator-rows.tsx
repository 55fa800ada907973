import { ChevronDown, ChevronRight } from 'lucide-react'
import { Fragment, useState } from 'react'
import { percent } from '#core/figures.ts'
import type { Indicator } from '#core/records/indicator.ts'
import { StatusMark } from '#ui/widgets/marks.tsx'
import { Figure } from '#ui/widgets/paper.tsx'
import { Range } from '#ui/widgets/range.tsx'
import { IndicatorEditor } from './indicator-editor.tsx'

/** Weights are relative, and people write them in ones or in points of a hundred: the sliders fit. */
const SCALES = [
  { max: 5, step: 0.25 },
  { max: 50, step: 1 },
  { max: 500, step: 10 },
] as const

/** One indicator a row: its name, its weight to be moved, and for how many people it has data. */
export function IndicatorRows(props: {
  readonly indicators: readonly Indicator[]
  /** In their order: the saved weights, but for one in hand. */
  readonly shownWeights: readonly number[]
  /** In their order; null while nothing is worked out. */
  readonly dataShares: readonly number[] | null
  readonly thresholdShare: number
  readonly onLive: (id: string, weight: number) => void
  readonly onSettle: (id: string, weight: number) => void
  readonly onPutBack: () => void
}) {
  const [openId, setOpenId] = useState<string | null>(null)
  const total = props.shownWeights.reduce((sum, weight) => sum + weight, 0)
  const heaviest = props.indicators.reduce((most, { weight }) => Math.max(most, weight), 0)
  const scale = SCALES.find(({ max }) => heaviest <= max) ?? SCALES[2]
  return (
    <div className="indicators">
      <div className="indicator-row indicator-head" aria-hidden>
        <span>Indicators</span>
        <span />
        <span className="number">weight</span>
        <span className="number">has data</span>
      </div>
      {props.indicators.map((indicator, i) => {
        const share = total > 0 ? (props.shownWeights[i] ?? 0) / total : 0
        const known = props.dataShares?.[i] ?? Number.NaN
        return (
          <Fragment key={indicator.id}>
            <div className="indicator-row">
              <button
                type="button"
                className="name indicator-name"
                title={`${indicator.name}, ${indicator.unit}`}
                aria-expanded={openId === indicator.id}
                onClick={() => setOpenId(openId === indicator.id ? null : indicator.id)}
              >
                {openId === indicator.id ? (
                  <ChevronDown size={12} aria-hidden />
                ) : (
                  <ChevronRight size={12} aria-hidden />
                )}
                <span>{indicator.name}</span>
              </button>
              <Range
                label={`Weight of ${indicator.name}`}
                valueText={`${percent(share)} % of the whole`}
                value={indicator.weight}
                min={0}
                max={scale.max}
                step={scale.step}
                onLive={(weight) => props.onLive(indicator.id, weight)}
                onSettle={(weight) => props.onSettle(indicator.id, weight)}
                onPutBack={props.onPutBack}
              />
              <span className="number">
                <Figure value={percent(share)} unit="%" />
              </span>
              <span className="number">
                {known < props.thresholdShare ? (
                  <StatusMark status="watch" word="little data" />
                ) : null}{' '}
                <Figure value={percent(known)} unit="%" />
              </span>
            </div>
            {openId === indicator.id ? <IndicatorEditor indicator={indicator} /> : null}
          </Fragment>
        )
      })}
    </div>
  )
}
