import { useMemo, useRef, useState } from 'react'
import type { Scenario } from '#core/records/scenario.ts'
import { shortNameUnder } from '#core/shocks-of.ts'
import { LAYER_TYPES } from '#map/layers/registry.ts'
import { MapView } from '#map/map-view.tsx'
import { useDocument } from '#ui/room.tsx'
import { CoaMark } from '#ui/widgets/marks.tsx'
import { comparedScene } from '../scenes.ts'
import { useShown } from '../use-shown.ts'
import { useStores } from '../use-stores.ts'
import { comparedLayers, RESPONSE_ID } from './compared-layers.ts'
import { SurfaceLegend } from './surface-legend.tsx'
import { useComparedMap } from './use-compared-map.ts'

/** Half the thumb of the range: its ends lie so far within the map. */
const INSET_PIXELS = 12

/** Said once more, for keys are told by it that nobody types here: letters stay commands. */
const SLIDER = { role: 'slider' }

/**
 * Two sides under one divider. It is a range over the map's whole width: a press on it, the arrow keys
 * and dragging move it, and the line on the map can be dragged too (WCAG 2.2, 2.5.7).
 */
export function Swipe(props: { readonly before: Scenario; readonly after: Scenario }) {
  const { before, after } = props
  const stores = useStores()
  const shown = useShown()
  const layers = useMemo(() => comparedLayers(LAYER_TYPES, shown, RESPONSE_ID), [shown])
  const { actions, flight, ...common } = useComparedMap()
  const quiet = useMemo(() => ({ ...actions, onView: () => {} }), [actions])
  const [percentLeft, setPercentLeft] = useState(50)
  const frame = useRef<HTMLDivElement>(null)
  const dragTo = (clientX: number) => {
    const box = frame.current?.getBoundingClientRect()
    if (!box || box.width <= 2 * INSET_PIXELS) return
    const share = (clientX - box.left - INSET_PIXELS) / (box.width - 2 * INSET_PIXELS)
    setPercentLeft(Math.round(100 * Math.min(1, Math.max(0, share))))
  }
  const style = { '--swipe': percentLeft / 100 } as React.CSSProperties
  return (
    <div
      className="swipe"
      ref={frame}
      style={style}
      data-zoom={percentLeft > 90 ? 'left' : 'right'}
    >
      <div className="swipe-side" data-side="left">
        <MapView
          {...common}
          actions={actions}
          flight={flight}
          scene={comparedScene(stores, before.id, null)}
          shown={layers}
          syncName="swipe"
          label={`Map of ${before.name}, left of the divider`}
        />
      </div>
      <div className="swipe-side" data-side="right">
        <MapView
          {...common}
          actions={quiet}
          flight={null}
          scene={comparedScene(stores, after.id, null)}
          shown={layers}
          syncName="swipe"
          label={`Map of ${after.name}, right of the divider`}
        />
      </div>
      <Divider onDrag={dragTo} />
      <div className="swipe-track">
        <input
          {...SLIDER}
          type="range"
          min={0}
          max={100}
          step={1}
          value={percentLeft}
          aria-label="Where the map is divided"
          aria-valuetext={`${before.name} on the left ${percentLeft} %, ${after.name} on the right`}
          onChange={(event) => setPercentLeft(Number(event.target.value))}
        />
        <Side scenario={before} side="left" />
        <Side scenario={after} side="right" />
      </div>
      <SurfaceLegend scene={comparedScene(stores, after.id, null)} surfaceId={RESPONSE_ID} />
    </div>
  )
}

/** The line on the map, for the hand; keys and who cannot drag have the range. */
function Divider({ onDrag }: { readonly onDrag: (clientX: number) => void }) {
  return (
    <div
      className="swipe-line"
      aria-hidden
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) onDrag(event.clientX)
      }}
    />
  )
}

function Side(props: { readonly scenario: Scenario; readonly side: 'left' | 'right' }) {
  const { scenario, side } = props
  const name = useDocument(({ document }) => shortNameUnder(document, scenario))
  return (
    <span className="swipe-name" data-side={side}>
      <CoaMark scenario={scenario} /> {name}
    </span>
  )
}
