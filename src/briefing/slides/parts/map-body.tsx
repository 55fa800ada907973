import type { ReactNode } from 'react'
import { operationOf } from '#core/document.ts'
import type { Slide } from '#core/records/slide.ts'
import { wallLayers } from '#products/levels/wall-layers.ts'
import { slideWindow } from '#products/pages/slide-window.ts'
import type { Camera } from '#state/screen-store.ts'
import { useBriefing } from '../../briefing-desk.tsx'
import type { Box } from '../../facts/callouts.ts'
import { boxInCorner, cameraBesideLegend, legendCorner } from '../../facts/legend-corner.ts'
import { cameraInSlot, cameraOfExtent, type SlotSize } from '../../facts/slot-camera.ts'
import type { SlideFacts } from '../slide-kind.ts'
import type { SlideMap } from '../slide-map.ts'
import { panelRem } from '../wall-frame.ts'
import { Legend } from './legend.tsx'
import { legendSize, legendsThatFit } from './legends-that-fit.ts'
import { MapGrid, ScaleAndNorth, sizeWithScale } from './map-furniture.tsx'

/** Smallest text of a desktop map: on the wall it becomes one rem. */
const DESK_TEXT_PIXELS = 11
const PADDING_REM = 0.8

/** The map of a slide with its legend where it hides least, and a panel beside it. */
export function MapBody(props: {
  readonly slide: Slide
  readonly facts: SlideFacts
  /** Layer types that this kind of slide does not show. */
  readonly leavesOut: readonly string[]
  /** Big numbers; null: the map takes all. */
  readonly panel: ReactNode
  /** Drawn over the map, from what the map shows. */
  readonly over?: (map: SlideMap, slot: SlotSize, legendBox: Box) => ReactNode
}) {
  const { slide, facts, panel } = props
  const { frame, ground, bodyHeightRem } = facts
  const hasGrid = useBriefing().hasMapGrid ?? false
  const shown = shownOf(slide, facts, props.leavesOut)
  const slot = slotOf(facts, panel !== null)
  const legends = legendsThatFit(facts.legendsOf(shown), bodyHeightRem)
  const legend = sizeWithScale(legendSize(legends, frame.rootPixels), frame.rootPixels)
  const camera = cameraOf(slide, facts, { slot, legend })
  const map: SlideMap = {
    ...shown,
    camera,
    scale: frame.rootPixels / DESK_TEXT_PIXELS,
    label: `Map: ${slide.headline}`,
  }
  const corner = ground ? legendCorner(ground.grid, { camera, slot }, legend).corner : 'bottom-left'
  return (
    <div className="wall-map-body" data-panel={panel !== null || undefined}>
      <div className="wall-map">
        {facts.renderMap(map)}
        {hasGrid ? <MapGrid camera={camera} slot={slot} rootPixels={frame.rootPixels} /> : null}
        {props.over?.(map, slot, boxInCorner(corner, slot, legend))}
        <Legend legends={legends} corner={corner}>
          <ScaleAndNorth camera={camera} rootPixels={frame.rootPixels} />
        </Legend>
      </div>
      {panel}
    </div>
  )
}

function slotOf({ frame, bodyHeightRem }: SlideFacts, hasPanel: boolean): SlotSize {
  const panelPixels = hasPanel ? panelRem(frame) * frame.rootPixels : 0
  return {
    widthPixels: frame.widthPixels - panelPixels,
    heightPixels: bodyHeightRem * frame.rootPixels,
  }
}

function shownOf(slide: Slide, { document }: SlideFacts, leavesOut: readonly string[]) {
  const wanted = slide.layers.filter((id) => !leavesOut.includes(id))
  return {
    scenarioId: slide.scenarioId,
    againstScenarioId: slide.againstScenarioId,
    layers: wallLayers(wanted, operationOf(document)).shownIds,
    windowEpochMinutes: slideWindow(slide),
  }
}

function cameraOf(
  { camera }: Slide,
  { document, ground, frame }: SlideFacts,
  { slot, legend }: { readonly slot: SlotSize; readonly legend: SlotSize },
): Camera {
  if (camera) return cameraInSlot(camera, slot)
  const { extentDegrees } = operationOf(document)
  const paddingPixels = PADDING_REM * frame.rootPixels
  return ground
    ? cameraBesideLegend(extentDegrees, { ...slot, paddingPixels }, { land: ground.grid, legend })
    : cameraOfExtent(extentDegrees, slot, paddingPixels)
}
