import { CHANGE_NUMBERS } from '#map/layers/change-numbers/index.ts'
import type { LayerType, Legend } from '#map/layers/layer-type.ts'
import { LAYER_TYPES } from '#map/layers/registry.ts'
import { ageIn } from '#map/layers/scene-age.ts'
import type { Scene } from '#map/scene.ts'
import { Ramp } from '#panels/layers/ramp.tsx'
import { Swatch } from '#ui/widgets/swatch.tsx'

/** What the colours of a comparing map mean, at the map: there is no layer list beside it. */
export function SurfaceLegend(props: {
  readonly scene: Scene
  readonly surfaceId: string
  /** A part of the paper beside the maps; else a box on the map. */
  readonly isBar?: boolean
  /** Its middle class says that nothing that matters changes. */
  readonly isDifference?: boolean
}) {
  const type = LAYER_TYPES.find(({ id }) => id === props.surfaceId)
  const legend = type?.legend(props.scene, null)
  if (!type || !legend) return null
  return (
    <section className={props.isBar ? 'map-legend-bar' : 'map-legend'} aria-label={type.title}>
      <p className="map-legend-title">{type.title}</p>
      {legend.ramp ? <Ramp ramp={{ ...legend.ramp, counts: null, peopleCounts: null }} /> : null}
      {props.isDifference ? <p className="legend-middle">no material change</p> : null}
      <Lines lines={[...legend.lines, ...numbered(props.scene)]} />
      <StaleLine scene={props.scene} restsOn={type.restsOn} />
    </section>
  )
}

/** The numbers are on the map only where the list of what changes stands beside it. */
function numbered(scene: Scene): Legend['lines'] {
  const { title, legend } = CHANGE_NUMBERS
  const numbers = legend(scene, null)
  if (!numbers) return []
  return [{ label: title, swatch: numbers.swatch, count: null, peopleCount: null }]
}

/** What the pairs of lines over the classes mean, and what they are there for; nothing where nothing is stale. */
function StaleLine({ scene, restsOn }: { readonly scene: Scene } & Pick<LayerType, 'restsOn'>) {
  const { freshness, sentence } = ageIn(scene, restsOn)
  if (freshness !== 'stale') return null
  return (
    <p className="legend-stale">
      <Swatch swatch={{ shape: 'pairs', color: 'var(--ink)' }} /> {sentence}
    </p>
  )
}

function Lines({ lines }: Pick<Legend, 'lines'>) {
  return (
    <ul>
      {lines.map(({ label, swatch }) => (
        <li key={label}>
          <Swatch swatch={swatch} /> {label}
        </li>
      ))}
    </ul>
  )
}
