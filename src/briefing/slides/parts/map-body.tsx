import type { ReactNode } from 'react'
import { operationOf } from '#core/document.ts'
import type { Slide } from '#core/records/slide.ts'
import { legendSide } from '../../facts/legend-side.ts'
import { slideWindow } from '../../facts/slide-window.ts'
import { cameraInSlot, cameraOfExtent } from '../../facts/slot-camera.ts'
import { wallLayers } from '../../facts/wall-layers.ts'
import type { SlideFacts } from '../slide-kind.ts'
import type { SlideMap } from '../slide-map.ts'
import { panelRem } from '../wall-frame.ts'
import { Legend } from './legend.tsx'
import { legendsThatFit } from './legends-that-fit.ts'

/** Smallest text of a desktop map: on the wall it becomes one rem. */
const DESK_TEXT_PIXELS = 11
const PADDING_REM = 1.1

type MapSlot = { readonly widthPixels: number; readonly heightPixels: number }

/** The map of a slide with its legend, what it shows over it, and a panel beside it. */
export function MapBody(props: {
  readonly slide: Slide
  readonly facts: SlideFacts
  /** Layer types that this kind of slide does not show. */
  readonly leavesOut: readonly string[]
  /** Which scenario, of when: at the top left of the map. */
  readonly tag: ReactNode
  /** Big numbers; null: the map takes all. */
  readonly panel: ReactNode
  /** Drawn over the map, from what the map shows. */
  readonly over?: (map: SlideMap, slot: MapSlot, legendSide: 'left' | 'right') => ReactNode
}) {
  const { slide, facts, panel } = props
  const layers = slide.layers.filter((id) => !props.leavesOut.includes(id))
  const map = slideMapOf({ ...slide, layers }, facts, panel !== null)
  const slot = slotOf(facts, panel !== null)
  const legends = legendsThatFit(facts.legendsOf(map), facts.bodyHeightRem)
  const side = sideOf(facts, map, slot)
  const label = `Map: ${slide.headline}`
  return (
    <div className="wall-map-body" data-panel={panel !== null || undefined}>
      <div className="wall-map">
        {facts.renderMap({ ...map, label })}
        {props.over?.(map, slot, side)}
        <p className="wall-tag">{props.tag}</p>
        <Legend legends={legends} side={side} />
      </div>
      {panel}
    </div>
  )
}

/** Roughly the room that a legend takes. */
const LEGEND_REM = { width: 11, height: 6.5 } as const

function sideOf({ ground, frame }: SlideFacts, map: SlideMap, slot: MapSlot): 'left' | 'right' {
  if (!ground) return 'left'
  const size = {
    widthPixels: LEGEND_REM.width * frame.rootPixels,
    heightPixels: LEGEND_REM.height * frame.rootPixels,
  }
  return legendSide(ground, { camera: map.camera, slot }, size)
}

function slotOf({ frame, bodyHeightRem }: SlideFacts, hasPanel: boolean): MapSlot {
  const panelPixels = hasPanel ? panelRem(frame) * frame.rootPixels : 0
  return {
    widthPixels: frame.widthPixels - panelPixels,
    heightPixels: bodyHeightRem * frame.rootPixels,
  }
}

function slideMapOf(slide: Slide, facts: SlideFacts, hasPanel: boolean): SlideMap {
  const operation = operationOf(facts.document)
  const slot = slotOf(facts, hasPanel)
  const padding = PADDING_REM * facts.frame.rootPixels
  return {
    scenarioId: slide.scenarioId,
    againstScenarioId: slide.againstScenarioId,
    layers: wallLayers(slide.layers, operation).shownIds,
    windowEpochMinutes: slideWindow(slide),
    camera: slide.camera
      ? cameraInSlot(slide.camera, slot)
      : cameraOfExtent(operation.extentDegrees, slot, padding),
    scale: facts.frame.rootPixels / DESK_TEXT_PIXELS,
    label: slide.headline,
  }
}
