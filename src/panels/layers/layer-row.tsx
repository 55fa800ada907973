import { ChevronDown, ChevronUp, Eye, EyeOff } from 'lucide-react'
import { grouped, peopleText, percent } from '#core/figures.ts'
import { ageText, type Freshness } from '#core/time/freshness.ts'
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
  readonly nowAt: string
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onVisible: (isVisible: boolean, isAlone: boolean) => void
  readonly onOpacity: (share: number) => void
  readonly onUp: (() => void) | null
  readonly onDown: (() => void) | null
}) {
  const { layer, isOpen } = props
  const { freshness, asOf } = layer.age
  return (
    <li
      className="layer"
      data-open={isOpen || undefined}
      data-off={!layer.isVisible || undefined}
      data-age={freshness === 'fresh' ? undefined : freshness}
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
          <span className="number layer-age" title={layer.age.sentence}>
            <FreshnessMark freshness={freshness} /> {ageText(asOf, props.nowAt)}
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
      {isOpen || (layer.isVisible && freshness !== 'fresh') ? <AgeLine layer={layer} /> : null}
      {layer.isVisible && layer.ramp ? <Ramp ramp={layer.ramp} /> : null}
      {layer.isVisible && layer.lines.length > 0 ? <LegendLines layer={layer} /> : null}
    </li>
  )
}

const LOOKS: Readonly<Record<Freshness, string>> = {
  fresh: '',
  ageing: 'Ageing: drawn paler.',
  unknown: '',
  stale: 'Stale: drawn grey, hatched or faint.',
}

/** What the look of an old layer means, and why it has it. */
function AgeLine({ layer }: { readonly layer: LayerEntry }) {
  const { freshness, sentence } = layer.age
  return (
    <p className="layer-aged">
      <FreshnessMark freshness={freshness} /> {sentence} {LOOKS[freshness]}
    </p>
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
