import { useMemo, useState } from 'react'
import { durationText } from '#core/figures.ts'
import { cellAt, cellIndex } from '#core/geo/grid.ts'
import type { LonLat } from '#core/place.ts'
import type { Scenario } from '#core/records/scenario.ts'
import { LAYER_TYPES } from '#map/layers/registry.ts'
import { MapView } from '#map/map-view.tsx'
import { remembered } from '#map/remembered.ts'
import type { Scene } from '#map/scene.ts'
import { UnderChip } from '#panels/scenarios/under-chip.tsx'
import { useScreen } from '#ui/room.tsx'
import { CoaMark } from '#ui/widgets/marks.tsx'
import { comparedScene } from '../scenes.ts'
import { useShown } from '../use-shown.ts'
import { useStores } from '../use-stores.ts'
import { comparedLayers, RESPONSE_ID } from './compared-layers.ts'
import { SurfaceLegend } from './surface-legend.tsx'
import { useComparedMap } from './use-compared-map.ts'

/** Both sides as maps that move together, the pointer of one a crosshair on the other. */
export function Panes(props: { readonly before: Scenario; readonly after: Scenario }) {
  const stores = useStores()
  const [pointedId, setPointedId] = useState<string | null>(null)
  const pointer = useScreen((state) => state.pointer)
  return (
    <div className="panes">
      {[props.before, props.after].map((scenario) => (
        <Pane
          key={scenario.id}
          scenario={scenario}
          scene={comparedScene(stores, scenario.id, null)}
          pointer={pointer}
          isOwn={pointedId === scenario.id}
          onPointed={() => setPointedId(scenario.id)}
        />
      ))}
      <SurfaceLegend
        scene={comparedScene(stores, props.after.id, null)}
        surfaceId={RESPONSE_ID}
        isBar
      />
    </div>
  )
}

function Pane(props: {
  readonly scenario: Scenario
  readonly scene: Scene
  readonly pointer: LonLat | null
  readonly isOwn: boolean
  readonly onPointed: () => void
}) {
  const { scenario, scene, pointer, isOwn } = props
  const common = useComparedMap()
  const shown = useShown()
  const layers = useMemo(() => comparedLayers(LAYER_TYPES, shown, RESPONSE_ID), [shown])
  const cross = pointer && { position: pointer, text: responseText(scene, pointer), isOwn }
  return (
    <section className="pane" aria-label={scenario.name} onPointerMove={props.onPointed}>
      <p className="pane-head">
        <CoaMark scenario={scenario} /> <b>{scenario.name}</b>{' '}
        <UnderChip scenarioId={scenario.id} /> <span className="light">{scenario.title}</span>
      </p>
      <div className="pane-map">
        <MapView
          {...common}
          tool="pan"
          scene={scene}
          shown={layers}
          cross={cross}
          syncName="panes"
          label={`Map of ${scenario.name}`}
        />
      </div>
    </section>
  )
}

const indexOf = remembered(cellIndex, 1)

/** Minutes until a unit comes to the cell under a position. */
function responseText({ ground, situation }: Scene, position: LonLat): string | null {
  if (!ground || !situation) return null
  const cell = indexOf(ground.grid).get(cellAt(position, ground.grid.resolution))
  const minutes = cell === undefined ? undefined : situation.responseMinutes[cell]
  if (minutes === undefined) return null
  return Number.isNaN(minutes) ? 'not reached' : durationText(minutes)
}
