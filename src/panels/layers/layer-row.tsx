import { ChevronDown, ChevronUp, Eye, EyeOff } from 'lucide-react'
import { grouped, peopleText, percent } from '#core/figures.ts'
import { ageText, freshnessOf } from '#core/time/freshness.ts'
import { Button } from '#ui/widgets/button.tsx'
import { FreshnessMark } from '#ui/widgets/marks.tsx'
import { Figure } from '#ui/widgets/paper.tsx'
import { Range } from '#ui/widgets/range.tsx'
import { Swatch } from '#ui/widgets/swatch.tsx'
import type { LayerEntry } from './layer-entry.ts'
import { Ramp } from './ramp.tsx'

/** One layer: eye, swatch, name, in view of all, opacity, age; open, its opacity and its order. */
export function LayerRow(props: {
  readonly layer: LayerEntry
  readonly planningAt: string
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onVisible: (isVisible: boolean, isAlone: boolean) => void
  readonly onOpacity: (share: number) => void
  readonly onUp: (() => void) | null
  readonly onDown: (() => void) | null
}) {
  const { layer, isOpen } = props
  const freshness = freshnessOf(layer.asOf, layer.expectedEveryHours, props.planningAt)
  const isDated = layer.asOf !== null
  return (
    <li
      className="layer"
      data-open={isOpen || undefined}
      data-off={!layer.isVisible || undefined}
      data-stale={(isDated && freshness === 'stale') || undefined}
    >
      <div className="layer-row">
        <button
          type="button"
          className="layer-eye"
          aria-pressed={layer.isVisible}
          aria-label={`Show ${layer.title}`}
          title="Alt shows it alone"
          onClick={(event) => props.onVisible(!layer.isVisible, event.altKey)}
        >
          {layer.isVisible ? <Eye size={14} /> : <EyeOff size={14} />}
        </button>
        <button
          type="button"
          className="layer-name"
          aria-expanded={isOpen}
          onClick={props.onOpen}
          onKeyDown={(event) => {
            if (!event.altKey) return
            if (event.key === 'ArrowUp') props.onUp?.()
            if (event.key === 'ArrowDown') props.onDown?.()
          }}
        >
          <Swatch swatch={layer.swatch} />
          <span className="name" title={layer.title}>
            {layer.title}
          </span>
          <span className="number layer-count">{countText(layer)}</span>
          <span className="number">{percent(layer.opacityShare)}</span>
          <span className="number layer-age">
            {isDated ? <FreshnessMark freshness={freshness} /> : null}{' '}
            {ageText(layer.asOf, props.planningAt)}
          </span>
        </button>
      </div>
      {isOpen ? (
        <div className="layer-open">
          <span className="light">Opacity</span>
          <Range
            label={`Opacity of ${layer.title}`}
            value={layer.opacityShare}
            min={0.1}
            max={1}
            step={0.01}
            valueText={`${percent(layer.opacityShare)} %`}
            onLive={props.onOpacity}
            onSettle={props.onOpacity}
          />
          <span className="number">
            <Figure value={percent(layer.opacityShare)} unit="%" />
          </span>
          <Button
            look="icon"
            label="Draw higher (Alt+↑)"
            isDisabled={!props.onUp}
            onPress={() => props.onUp?.()}
          >
            <ChevronUp size={14} />
          </Button>
          <Button
            look="icon"
            label="Draw lower (Alt+↓)"
            isDisabled={!props.onDown}
            onPress={() => props.onDown?.()}
          >
            <ChevronDown size={14} />
          </Button>
        </div>
      ) : null}
      {layer.isVisible && layer.ramp ? <Ramp ramp={layer.ramp} /> : null}
      {layer.isVisible && layer.lines.length > 0 ? <LegendLines layer={layer} /> : null}
    </li>
  )
}

function LegendLines({ layer }: { readonly layer: LayerEntry }) {
  return (
    <ul className="legend-lines">
      {layer.lines.map(({ label, swatch, count, peopleCount }) => (
        <li key={label} data-counted={count !== null || undefined}>
          <Swatch swatch={swatch} />
          <span className="name">{label}</span>
          {count === null ? null : <span className="number">{grouped(count)}</span>}
          {peopleCount === null ? null : (
            <span className="number light">{peopleText(peopleCount)}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

function countText({ counts, isVisible }: LayerEntry) {
  if (!counts) return ''
  if (!isVisible) return '–'
  if (counts.inView === null || counts.inView === counts.all) return grouped(counts.all)
  return (
    <>
      {grouped(counts.inView)} <span className="light">/ {grouped(counts.all)}</span>
    </>
  )
}
