import { useEffect, useRef } from 'react'
import { operationOf } from '#core/document.ts'
import { Cross } from './furniture/cross.tsx'
import { FactsCard } from './furniture/facts-card.tsx'
import { ToolButtons, ZoomButtons } from './furniture/map-buttons.tsx'
import { MapNotes } from './furniture/map-notes.tsx'
import { selectedZone } from './layers/zones/zone-list.ts'
import type { MapViewProps } from './map-props.ts'
import { prefersStillness, showExtent } from './port/camera.ts'
import { useTools } from './tools/use-tools.ts'
import { useCamera } from './view/use-camera.ts'
import { useDrawing } from './view/use-drawing.ts'
import { useFlight } from './view/use-flight.ts'
import { usePicking } from './view/use-picking.ts'
import { usePictures } from './view/use-pictures.ts'
import { usePort } from './view/use-port.ts'
import { useTileFaults } from './view/use-tile-faults.ts'
import { useView } from './view/use-view.ts'
import './map.css'

/** One live map of a scene. */
export function MapView(props: MapViewProps) {
  const { scene, isInteractive, actions } = props
  const container = useRef<HTMLDivElement>(null)
  const { port, fault, restart } = usePort(container, props)
  useTileFaults(port, props.tiles)
  useCamera(port, props)
  useDrawing(port, props)
  usePictures(port, props.unattended)
  useFlight(port, props.flight)
  useView(port, props)
  useTools(port?.map ?? null, props)
  const { hovered, kept, dismiss } = usePicking(port, props)
  const hasZone = props.tool === 'select' && selectedZone(props.scene) !== null
  useEscape(kept !== null || hasZone, dismiss)
  const operation = operationOf(scene.document)
  return (
    <div
      className="map"
      data-tool={props.tool}
      data-still={!isInteractive || undefined}
      style={{ fontSize: `${11 * scene.scale}px` }}
    >
      <div ref={container} className="map-ground" />
      {isInteractive ? <span className="map-centre" aria-hidden /> : null}
      {port && props.cross ? <Cross port={port} cross={props.cross} /> : null}
      {isInteractive && actions.onTool ? (
        <ToolButtons
          tool={props.tool}
          hasZoneTools={props.hasZoneTools ?? false}
          onTool={actions.onTool}
        />
      ) : null}
      {isInteractive && port ? (
        <ZoomButtons
          onZoom={(direction) =>
            port.map.easeTo({
              zoom: port.map.getZoom() + direction,
              duration: prefersStillness() ? 0 : 200,
            })
          }
          onAll={() => showExtent(port.map, operation.extentDegrees)}
        />
      ) : null}
      <MapNotes isExercise={operation.isExercise} attributions={attributionsOf(props)} />
      {port && kept && props.tool === 'select' && !props.isSelectionInSheet ? (
        <FactsCard port={port} held={kept} isKept onClose={dismiss} />
      ) : null}
      {port && hovered && hovered.facts.title !== kept?.facts.title ? (
        <FactsCard port={port} held={hovered} isKept={false} onClose={dismiss} />
      ) : null}
      {fault ? (
        <div className="map-fault" role="alert">
          <p>{fault}</p>
          <button type="button" onClick={restart}>
            Start the map again
          </button>
        </div>
      ) : null}
    </div>
  )
}

function attributionsOf({ basemap, tiles }: MapViewProps): readonly string[] {
  const all = [...(basemap?.attributions ?? []), tiles?.facts.attribution ?? '']
  return [...new Set(all)].filter((attribution) => attribution !== '')
}

/** Esc lets go of what is kept or selected, unless a sheet or a menu is open or somebody types. */
function useEscape(isHolding: boolean, dismiss: () => void): void {
  useEffect(() => {
    if (!isHolding) return
    const keyed = (event: KeyboardEvent) => {
      const isElsewhere = document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]')
      const isTyping =
        event.target instanceof Element && event.target.matches('input:not([type=radio]), textarea')
      if (event.key === 'Escape' && !event.defaultPrevented && !isElsewhere && !isTyping) dismiss()
    }
    document.addEventListener('keydown', keyed)
    return () => document.removeEventListener('keydown', keyed)
  }, [isHolding, dismiss])
}
